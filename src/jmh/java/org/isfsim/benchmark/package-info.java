/**
 * Benchmarks of the program on the baseline, run by {@code src/jmh/run}. They use what the program
 * offers to its own command line and nothing of its inside.
 */
@NullMarked
package org.isfsim.benchmark;

import org.jspecify.annotations.NullMarked;
