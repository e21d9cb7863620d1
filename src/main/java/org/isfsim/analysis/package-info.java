/**
 * Questions over several alternatives, many cases or many settings at once: comparison,
 * requirements, robustness, the search through combinations of levers, and sweeps; which parameters
 * and which conflicts of sources move a result, which region of parameter values leads to it, and
 * why cases are lost on the way.
 *
 * <p>It asks the exact walk and samples cases; it knows nothing of reports or of the command line.
 */
@NullMarked
package org.isfsim.analysis;

import org.jspecify.annotations.NullMarked;
