package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.isfsim.parameter.PortableMath;

/**
 * The steps that follow from an order of nodes, as a tree: each uses some factors of the graph and
 * the results of earlier steps.
 *
 * <p>A step's result is a table with a cell for every combination of its nodes, also of those that
 * are functions of others. So it can be cheaper to sum out the nodes of two steps together; {@link
 * #join} does so wherever it is.
 */
final class EliminationSteps {

  /** By what a step's cost is multiplied when its result is larger than a walk may keep. */
  private static final double NO_ROOM = 1e6;

  private final int[] sizes;
  private final List<Factor> graph;
  private final List<BitSet> scopes;
  private final int answered;
  private final GivenNodes functions;
  private final List<Step> steps = new ArrayList<>();

  /** A step while the tree may still change. */
  private static final class Step {
    private final BitSet nodes = new BitSet();
    private final List<Integer> factors = new ArrayList<>();
    private final List<Step> before = new ArrayList<>();
    private BitSet out = new BitSet();
    private double cost;
  }

  private EliminationSteps(int[] sizes, List<Factor> graph, GivenNodes functions, int answered) {
    this.sizes = sizes;
    this.graph = graph;
    this.functions = functions;
    this.answered = answered;
    this.scopes = graph.stream().map(factor -> set(factor.scope())).toList();
  }

  /**
   * The steps of an order; the last one puts together what is left.
   *
   * @param functions the functions of the graph
   * @param answered the root, if every result and every table of weights is to be answered with
   *     what all the rest says, kept apart by the root's value; that costs a pass each. Else -1
   */
  static EliminationSteps of(
      int[] sizes, List<Factor> graph, GivenNodes functions, List<Integer> order, int answered) {
    EliminationSteps result = new EliminationSteps(sizes, graph, functions, answered);
    BitSet unused = new BitSet();
    unused.set(0, graph.size());
    List<Step> open = new ArrayList<>();
    for (int node : order) {
      Step step = new Step();
      step.nodes.set(node);
      for (int f = unused.nextSetBit(0); f >= 0; f = unused.nextSetBit(f + 1)) {
        if (result.scopes.get(f).get(node)) {
          step.factors.add(f);
        }
      }
      for (Step earlier : open) {
        if (earlier.out.get(node)) {
          step.before.add(earlier);
        }
      }
      result.finish(step, unused, open);
    }
    Step end = new Step();
    unused.stream().forEach(end.factors::add);
    end.before.addAll(open);
    result.finish(end, unused, open);
    return result;
  }

  private void finish(Step step, BitSet unused, List<Step> open) {
    step.factors.forEach(unused::clear);
    open.removeAll(step.before);
    measure(step);
    open.add(step);
    steps.add(step);
  }

  /** Finds a step's result and its cost from what it uses. */
  private void measure(Step step) {
    BitSet union = new BitSet();
    for (int f : step.factors) {
      union.or(scopes.get(f));
    }
    for (Step earlier : step.before) {
      union.or(earlier.out);
    }
    step.out = (BitSet) union.clone();
    step.out.andNot(step.nodes);
    double loops = functions.loops(union);
    double largest = cells(step.out, -1, sizes);
    step.cost = loops + largest;
    if (answered >= 0) {
      double perRoot = union.get(answered) ? 1 : sizes[answered];
      for (Step earlier : step.before) {
        double answer = cells(earlier.out, answered, sizes) * sizes[answered];
        step.cost += loops * perRoot + answer;
        largest = Math.max(largest, answer);
      }
      for (int f : step.factors) {
        if (graph.get(f) instanceof Factor.Weights) {
          step.cost += loops * perRoot;
        }
      }
    }
    if (largest > Eliminations.LARGEST_MESSAGE) {
      step.cost *= NO_ROOM;
    }
  }

  /** Does the nodes of two steps in one, wherever that is cheaper than one after the other. */
  void join() {
    for (Step step : List.copyOf(steps)) {
      boolean more = true;
      while (more) {
        more = false;
        for (Step earlier : List.copyOf(step.before)) {
          Step both = new Step();
          both.nodes.or(step.nodes);
          both.nodes.or(earlier.nodes);
          both.factors.addAll(step.factors);
          both.factors.addAll(earlier.factors);
          both.before.addAll(step.before);
          both.before.remove(earlier);
          both.before.addAll(earlier.before);
          measure(both);
          if (both.cost < step.cost + earlier.cost) {
            become(step, both);
            steps.remove(earlier);
            more = true;
          }
        }
      }
    }
  }

  private static void become(Step step, Step both) {
    step.nodes.or(both.nodes);
    step.factors.clear();
    step.factors.addAll(both.factors);
    step.before.clear();
    step.before.addAll(both.before);
    step.cost = both.cost;
  }

  /** How many combinations all steps loop over and cells they fill. */
  double cost() {
    return PortableMath.sum(steps.stream().mapToDouble(step -> step.cost).toArray());
  }

  /** By node, which share of the cost is that of steps in which it is. */
  double[] shares() {
    double[] shares = new double[sizes.length];
    double whole = cost();
    for (Step step : steps) {
      BitSet union = (BitSet) step.out.clone();
      union.or(step.nodes);
      union.stream().forEach(node -> shares[node] += step.cost / whole);
    }
    return shares;
  }

  /**
   * The steps in order. In a result those nodes come first that are summed out first: the others
   * are passed on together, as one block.
   */
  List<Elimination> eliminations() {
    List<Elimination> eliminations = new ArrayList<>();
    int[] last = new int[sizes.length];
    Arrays.fill(last, steps.size());
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      steps.get(i).nodes.stream().forEach(node -> last[node] = step);
    }
    for (Step step : steps) {
      eliminations.add(
          new Elimination(
              step.nodes.stream().toArray(),
              step.factors.stream().sorted().toList(),
              step.before.stream().map(steps::indexOf).sorted().toList(),
              step.out.stream()
                  .boxed()
                  .sorted(Comparator.comparingInt(node -> last[node]))
                  .mapToInt(Integer::intValue)
                  .toArray()));
    }
    return eliminations;
  }

  /** The number of cells of a table over some nodes, without one of them. */
  static double cells(BitSet nodes, int without, int[] sizes) {
    double cells = 1;
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      cells *= n == without ? 1 : sizes[n];
    }
    return cells;
  }

  /** Some nodes as a set. */
  static BitSet set(int[] nodes) {
    BitSet set = new BitSet();
    for (int node : nodes) {
      set.set(node);
    }
    return set;
  }
}
