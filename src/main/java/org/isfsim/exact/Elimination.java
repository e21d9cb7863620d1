package org.isfsim.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One step of a walk: some nodes, mostly one, are summed out.
 *
 * @param nodes the nodes that are summed out here; none at the end, where the kept ones are left
 * @param factors the factors of the graph that are first used here
 * @param messages the earlier eliminations whose results are used here
 * @param out the nodes of the result, ascending
 */
record Elimination(int[] nodes, List<Integer> factors, List<Integer> messages, int[] out) {

  /** The nodes of its factors and messages. */
  BitSet allNodes() {
    BitSet all = EliminationSteps.set(out);
    Arrays.stream(nodes).forEach(all::set);
    return all;
  }
}
