/**
 * What is compiled for a browser beside the program itself: the worker of a page, and stand-ins for
 * the few classes of Java's library that the compiler's own does not have.
 */
@NullMarked
package org.isfsim.browser;

import org.jspecify.annotations.NullMarked;
