/**
 * Answers as articles: headings, paragraphs, lists, commands, trees, pictures and tables with typed
 * cells, laid out by one renderer for each form. A number is rounded and worded in one place, so
 * that it looks the same in every command.
 *
 * <p>Knows nothing of what the answers are about. Every renderer gives the same text for the same
 * article, whatever the platform.
 */
@NullMarked
package org.isfsim.article;

import org.jspecify.annotations.NullMarked;
