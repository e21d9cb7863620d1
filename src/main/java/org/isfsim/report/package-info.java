/**
 * Reports: the results of runs as text, Markdown, JSON and CSV, and the directory that holds them.
 *
 * <p>{@link org.isfsim.report.RunReport} is the one view of a run's results from which every format
 * is written; the formats only lay it out. May see everything that leads to results; knows nothing
 * of the command line and reads no clock.
 */
@NullMarked
package org.isfsim.report;

import org.jspecify.annotations.NullMarked;
