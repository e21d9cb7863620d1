package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes of a graph are given by others, whatever step it is asked in.
 *
 * <p>A function weighs one or nothing, and nothing is changed by weighing that a second time. So a
 * step may go by every function of its nodes, also by those that another step has used or will use,
 * and by functions of functions of them: it then loops over nothing that cannot be.
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

  /**
   * The functions that give some nodes from others of them, by way of further nodes where need be.
   */
  List<Factor.Function> among(BitSet nodes) {
    BitSet known = (BitSet) nodes.clone();
    BitSet given = given(nodes, known);
    // From the last to the first: what a function needs that is no node itself is needed, too.
    BitSet needed = (BitSet) nodes.clone();
    List<Factor.Function> among = new ArrayList<>();
    for (int n = given.length() - 1; n >= 0; n--) {
      Factor.Function function = functionOf[n];
      if (function != null && given.get(n) && needed.get(n)) {
        among.add(0, function);
        for (int input : function.inputs()) {
          needed.set(input);
        }
      }
    }
    return among;
  }

  /** How many combinations of some nodes there are, of those that others give only one each. */
  double loops(BitSet nodes) {
    BitSet known = (BitSet) nodes.clone();
    BitSet given = given(nodes, known);
    double loops = 1;
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      if (!given.get(n)) {
        loops *= sizes[n];
      }
    }
    return loops;
  }

  /**
   * The nodes that functions give. Inputs come before outputs in the order of nodes.
   *
   * @param known gets all that the nodes tell of
   */
  private BitSet given(BitSet nodes, BitSet known) {
    BitSet given = new BitSet();
    int end = nodes.length();
    for (int n = nodes.nextSetBit(0); n >= 0 && n < end; n++) {
      Factor.Function function = functionOf[n];
      if (function != null && LoopOrder.allIn(function.inputs(), known)) {
        given.set(n);
        known.set(n);
      }
    }
    return given;
  }
}
