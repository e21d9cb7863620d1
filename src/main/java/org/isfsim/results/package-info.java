/**
 * Runs, one after the other or side by side, and the directories that receive their results: tables
 * of cases while they are written, checkpoints to go on from, and files that get their names when
 * all of them are there.
 */
@NullMarked
package org.isfsim.results;

import org.jspecify.annotations.NullMarked;
