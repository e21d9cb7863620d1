/**
 * What can be varied: finite domains, probability distributions on them, and the catalogue that
 * defines every parameter once.
 *
 * <p>May see the sources and the documents; knows nothing of scenario files or rules.
 */
@NullMarked
package org.isfsim.parameter;

import org.jspecify.annotations.NullMarked;
