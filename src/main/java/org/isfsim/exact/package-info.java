/**
 * Exact answers: the plan of a case as a graph of factors, and one way of summing it out for any
 * algebra of weights. It knows the model's plan and nothing of reports.
 *
 * <p>How it works, with a worked example and its sources: {@code docs/exact.md}. Read in this
 * order: {@link org.isfsim.exact.Algebra}, {@link org.isfsim.exact.Factor}, {@link
 * org.isfsim.exact.Contraction}, {@link org.isfsim.exact.JoinTree}, then how a plan becomes a graph
 * in {@link org.isfsim.exact.FactorGraph} and {@link org.isfsim.exact.FactorMaker}, and what is
 * kept of it in {@link org.isfsim.exact.WalkMemory}.
 */
@NullMarked
package org.isfsim.exact;

import org.jspecify.annotations.NullMarked;
