package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of a graph are given by others, whatever step it is asked in.
 *
 * <p>A function weighs one or nothing, and nothing is changed by weighing that a second time. So a
 * step may go by every function between its nodes, also by those that another step has used or will
 * use: it then loops over nothing that cannot be.
 */
final class GivenNodes {

  private final int[] sizes;
  private final Factor.@Nullable Function[] functionOf;

  /** The functions among the factors of a graph; no node is given by two. */
  GivenNodes(int[] sizes, List<Factor> factors) {
    this.sizes = sizes;
    this.functionOf = new Factor.Function[sizes.length];
    for (Factor factor : factors) {
      if (factor instanceof Factor.Function function) {
        functionOf[function.output()] = function;
      }
    }
  }

  /** The functions of some nodes from others of them. */
  List<Factor.Function> among(BitSet nodes) {
    List<Factor.Function> among = new ArrayList<>();
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      Factor.Function function = functionOf[n];
      if (function != null && LoopOrder.allIn(function.inputs(), nodes)) {
        among.add(function);
      }
    }
    return among;
  }

  /** How many combinations of some nodes there are, of those that others give only one each. */
  double loops(BitSet nodes) {
    double loops = 1;
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      Factor.Function function = functionOf[n];
      if (function == null || !LoopOrder.allIn(function.inputs(), nodes)) {
        loops *= sizes[n];
      }
    }
    return loops;
  }
}
