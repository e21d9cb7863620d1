/**
 * Randomness as a function of (seed, case, parameter): any case can be replayed alone, and a draw
 * does not depend on threads, on the order of parameters, or on which others exist.
 */
@NullMarked
package org.isfsim.sampling;

import org.jspecify.annotations.NullMarked;
