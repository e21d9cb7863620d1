/**
 * The evidence: what each document states, claim by claim, who says it, and where claims do not fit
 * together.
 *
 * <p>It holds paraphrases and places, never the documents' own text. It may see only {@code
 * document}; parameters, rules and reports cite it by id.
 */
@NullMarked
package org.isfsim.source;

import org.jspecify.annotations.NullMarked;
