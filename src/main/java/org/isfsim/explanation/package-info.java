/**
 * What one case comes to and why, and what each of a table of given cases comes to.
 *
 * <p>{@link org.isfsim.explanation.Explainer} evaluates a case as sampling does, asks Drools which
 * rules fired for each decision, and attaches the claims behind them: the same plan, no second
 * logic. {@link org.isfsim.explanation.CaseTable} does the same for the rows of a CSV file without
 * the reasons.
 *
 * <p>It may see the model, decisions, scenarios and the evidence register; it knows nothing of
 * reports or of the command line.
 */
@NullMarked
package org.isfsim.explanation;

import org.jspecify.annotations.NullMarked;
