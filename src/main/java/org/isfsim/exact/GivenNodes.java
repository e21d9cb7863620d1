package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
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

  private static final int WORD = 32;

  private final int[] sizes;
  private final Factor.@Nullable Function[] functionOf;

  /** The inputs of each node's function as bits, by word; in words that a browser is quick with. */
  private final int[][] inputs;

  private final int[] firstWord;

  /** For each node the first from it on that has a function; their number after the last. */
  private final int[] nextOutput;

  /** The functions among the factors of a graph; no node is given by two. */
  GivenNodes(int[] sizes, List<Factor> factors) {
    this.sizes = sizes;
    this.functionOf = new Factor.Function[sizes.length];
    for (Factor factor : factors) {
      if (factor instanceof Factor.Function function) {
        functionOf[function.output()] = function;
      }
    }
    this.inputs = new int[sizes.length][];
    this.firstWord = new int[sizes.length];
    for (int node = 0; node < sizes.length; node++) {
      Factor.Function function = functionOf[node];
      int[] of = function == null ? new int[0] : function.inputs();
      firstWord[node] = Arrays.stream(of).min().orElse(0) / WORD;
      inputs[node] = new int[Arrays.stream(of).max().orElse(-1) / WORD + 1 - firstWord[node]];
      for (int input : of) {
        inputs[node][input / WORD - firstWord[node]] |= 1 << input % WORD;
      }
    }
    this.nextOutput = new int[sizes.length + 1];
    nextOutput[sizes.length] = sizes.length;
    for (int node = sizes.length - 1; node >= 0; node--) {
      nextOutput[node] = functionOf[node] == null ? nextOutput[node + 1] : node;
    }
  }

  /**
   * The functions that give some nodes from others of them, by way of further nodes where need be.
   */
  List<Factor.Function> among(BitSet nodes) {
    BitSet given = given(nodes);
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
    BitSet given = given(nodes);
    double loops = 1;
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      if (!given.get(n)) {
        loops *= sizes[n];
      }
    }
    return loops;
  }

  /** The nodes that functions give. Inputs come before outputs in the order of nodes. */
  private BitSet given(BitSet nodes) {
    int[] known = new int[sizes.length / WORD + 1];
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      known[n / WORD] |= 1 << n % WORD;
    }
    BitSet given = new BitSet();
    int end = nodes.length();
    int first = Math.max(0, nodes.nextSetBit(0));
    for (int n = nextOutput[first]; n < end; n = nextOutput[n + 1]) {
      if (areKnown(inputs[n], firstWord[n], known)) {
        given.set(n);
        known[n / WORD] |= 1 << n % WORD;
      }
    }
    return given;
  }

  private static boolean areKnown(int[] bits, int first, int[] known) {
    for (int word = 0; word < bits.length; word++) {
      if ((bits[word] & ~known[first + word]) != 0) {
        return false;
      }
    }
    return true;
  }
}
