/**
 * Scenario files: from the file, its parents, a policy and settings on the command line to a
 * checked scenario in which every parameter has a distribution for every case that can occur.
 *
 * <p>Every problem of a file is reported at once. May see the documents and the parameters; knows
 * nothing of rules, sampling or reports.
 */
@NullMarked
package org.isfsim.scenario;

import org.jspecify.annotations.NullMarked;
