package org.isfsim.parameter;

import org.isfsim.document.Mark;

/**
 * The address of a parameter where a document mentions it.
 *
 * @param text the address
 * @param mark where it stands
 * @param path the path of that place
 */
record Address(String text, Mark mark, String path) {}
