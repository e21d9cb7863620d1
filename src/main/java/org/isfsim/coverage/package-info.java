/**
 * How a set of rules stands in a plan: which decision feeds which, which rules can fire in a
 * scenario, and how likely.
 *
 * <p>It asks the exact walk and, where that is too large, samples cases. It knows nothing of
 * reports.
 */
@NullMarked
package org.isfsim.coverage;

import org.jspecify.annotations.NullMarked;
