/**
 * The Monte Carlo run: cases in chunks on all cores and in lanes within a chunk, tallies,
 * intervals. It evaluates the plan of the model and knows nothing of reports or of the command
 * line. Begin with {@link org.isfsim.montecarlo.MonteCarlo}; how lanes come about is in {@code
 * docs/runs.md}.
 */
@NullMarked
package org.isfsim.montecarlo;

import org.jspecify.annotations.NullMarked;
