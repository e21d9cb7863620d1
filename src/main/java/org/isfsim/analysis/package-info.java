/**
 * Answers about several alternatives or many settings at once: comparison on exact probabilities
 * and on common cases, requirements, robustness, the search through combinations of levers, and
 * sweeps.
 *
 * <p>May see plans, the sampled cases and the exact walk. Says nothing of how an answer looks.
 */
@NullMarked
package org.isfsim.analysis;

import org.jspecify.annotations.NullMarked;
