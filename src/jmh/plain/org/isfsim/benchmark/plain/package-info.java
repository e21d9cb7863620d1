/**
 * The rules of the baseline written by hand in plain Java: what the program's speed is measured
 * against. Kept with the benchmarks, never part of the program; a test holds that it gives what the
 * program gives, case by case.
 */
@NullMarked
package org.isfsim.benchmark.plain;

import org.jspecify.annotations.NullMarked;
