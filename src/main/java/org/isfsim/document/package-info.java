/**
 * Files that people write: YAML with the line and column of every value, the problems found in
 * them, and suggestions for misspelt names.
 *
 * <p>It knows nothing of scenarios, claims or rules; every other package may use it.
 */
@NullMarked
package org.isfsim.document;

import org.jspecify.annotations.NullMarked;
