package org.isfsim.scenario;

import org.isfsim.document.Node;

/**
 * What was written for an address, before it is checked.
 *
 * @param node the value
 * @param path its path in messages
 * @param origin who wrote it
 */
record Raw(Node node, String path, Origin origin) {}
