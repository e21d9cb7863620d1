package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;
import org.jspecify.annotations.Nullable;

/**
 * Which variables a walk is best split by: those of few values under each of which many functions
 * no longer depend on others of their inputs. Such independence holds in a context and not in
 * general (C. Boutilier, N. Friedman, M. Goldszmidt and D. Koller, Context-Specific Independence in
 * Bayesian Networks, UAI 1996), so that a walk over all cases cannot use it.
 */
final class Splits {

  /** How many values a variable may have for a walk in each of them to be worth it. */
  private static final int MOST_VALUES = 8;

  /**
   * How much of a lost input a walk is spared, as a power of the number of the input's values: it
   * is lost to one function and stays in others.
   */
  private static final double SPARED = 0.3;

  private Splits() {}

  /**
   * The variables by which a graph is best split, the best first.
   *
   * @param supports the values that the graph is over
   * @param shares by node of the graph, the share of a walk's cost that is of steps in which it is:
   *     where a variable is, its values are looped over in any case
   */
  static List<Variable> best(Supports supports, FactorGraph graph, double[] shares) {
    double[] @Nullable [] lost = lost(supports, graph);
    List<Variable> variables = new ArrayList<>();
    double[] score = new double[lost.length];
    for (Variable variable : supports.plan().variables()) {
      int slot = variable.slot();
      int[] values = graph.contains(variable) ? supports.supports()[slot] : new int[0];
      if (values.length > 1 && values.length <= MOST_VALUES) {
        double[] of = lost[slot] == null ? new double[values.length] : lost[slot];
        double share = graph.node(variable) < 0 ? 0 : shares[graph.node(variable)];
        double left = 0;
        for (double inputs : of) {
          left += PortableMath.exp(-SPARED * inputs) * (1 - share + share / values.length);
        }
        score[slot] = left;
        if (left < 1 + 1e-9) {
          variables.add(variable);
        }
      }
    }
    variables.sort(Comparator.comparingDouble(variable -> score[variable.slot()]));
    return variables;
  }

  /**
   * By slot of a variable, for each of its values the logarithm of how many combinations the inputs
   * have together that functions lose.
   */
  private static double[] @Nullable [] lost(Supports supports, FactorGraph graph) {
    double[] @Nullable [] lost = new double[supports.supports().length][];
    for (int slot = 0; slot < lost.length; slot++) {
      if (graph.contains(supports.plan().variables().get(slot))
          && supports.definition(slot) instanceof Definition.Derived derived) {
        List<Variable> inputs = derived.inputs();
        double[][] of = lost(supports, derived);
        for (int i = 0; i < of.length; i++) {
          int input = inputs.get(i).slot();
          double[] before = lost[input];
          double[] sum = before == null ? new double[of[i].length] : before;
          for (int v = 0; v < of[i].length; v++) {
            sum[v] += of[i][v];
          }
          lost[input] = sum;
        }
      }
    }
    return lost;
  }

  /** The same of one function, by place of the input. */
  private static double[][] lost(Supports supports, Definition.Derived derived) {
    int[] table = supports.table(derived.output().slot());
    int[] sizes =
        derived.inputs().stream().mapToInt(v -> supports.supports()[v.slot()].length).toArray();
    List<Object> parts = new ArrayList<>(List.of("lost", table));
    Arrays.stream(sizes).forEach(parts::add);
    return supports.memory().of(parts, () -> lost(table, sizes), made -> sizes.length);
  }

  private static double[][] lost(int[] table, int[] sizes) {
    double[][] lost = new double[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      lost[i] = new double[sizes[i]];
      for (int value = 0; sizes[i] > 1 && sizes[i] <= MOST_VALUES && value < sizes[i]; value++) {
        for (int other = 0; other < sizes.length; other++) {
          if (other != i && sizes[other] > 1 && !matters(table, sizes, other, i, value)) {
            lost[i][value] += PortableMath.log(sizes[other]);
          }
        }
      }
    }
    return lost;
  }

  /** Whether a function depends on one input where another has this value. */
  private static boolean matters(int[] table, int[] sizes, int input, int fixed, int value) {
    int apart = stride(sizes, input);
    int ofFixed = stride(sizes, fixed);
    for (int from = value * ofFixed; from < table.length; from += ofFixed * sizes[fixed]) {
      for (int cell = from; cell < from + ofFixed; cell++) {
        if (cell / apart % sizes[input] > 0 && table[cell] != table[cell - apart]) {
          return true;
        }
      }
    }
    return false;
  }

  private static int stride(int[] sizes, int place) {
    int stride = 1;
    for (int i = sizes.length - 1; i > place; i--) {
      stride *= sizes[i];
    }
    return stride;
  }
}
