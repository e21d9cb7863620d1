/**
 * The page that answers by itself: what it holds of a model, its controls, its answers, and how it
 * is written. What answers here runs in the command line as well as compiled for a browser.
 */
@NullMarked
package org.isfsim.page;

import org.jspecify.annotations.NullMarked;
