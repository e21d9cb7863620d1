/**
 * The Monte Carlo run: cases in chunks on all cores, tallies, intervals. It evaluates the plan of
 * the model and knows nothing of reports or of the command line.
 */
@NullMarked
package org.isfsim.montecarlo;

import org.jspecify.annotations.NullMarked;
