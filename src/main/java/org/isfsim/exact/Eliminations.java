package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a walk over a graph, which depend on its structure and on an order that is known to
 * be good, and are found once for each.
 *
 * @param steps the steps in order
 * @param cost how many combinations they are expected to loop over, and cells to fill
 * @param largest how many cells the largest table has that a step makes
 */
record Eliminations(List<Elimination> steps, double cost, double largest) {

  /** What was found for one structure is one object, and told from others as such. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** The largest table that a walk may make, in cells of eight bytes. */
  static final int LARGEST_MESSAGE = 1 << 25;

  /**
   * The steps of a walk, before anything is worked out, so that one that cannot be done costs no
   * time.
   *
   * @param kept the nodes that are kept to the end
   * @param answers whether messages are answered
   * @param root the node that answers are kept apart by, or -1
   * @param most the largest number of combinations that all steps may loop over
   * @param known an order that is good for a graph like this one; empty if none is known
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static Eliminations of(
      FactorGraph graph, BitSet kept, boolean answers, int root, double most, List<Variable> known)
      throws TooLargeException {
    Eliminations found =
        graph.structure() == null
            ? look(graph, kept, answers, root, most, known)
            : graph
                .memory()
                .of(
                    List.of("steps", graph.structure(), kept, answers, most, new Same(known)),
                    () -> look(graph, kept, answers, root, most, known),
                    made -> 0);
    if (found.largest() > LARGEST_MESSAGE) {
      for (Elimination step : found.steps()) {
        limit(graph, step, answers ? root : -1);
      }
    }
    if (found.cost() > most) {
      throw tooLarge(found.cost());
    }
    return found;
  }

  /** A list that is told from others as an object. */
  private record Same(List<Variable> list) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.list == list;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(list);
    }
  }

  private static Eliminations look(
      FactorGraph graph,
      BitSet kept,
      boolean answers,
      int root,
      double most,
      List<Variable> known) {
    int answered = answers ? root : -1;
    List<Integer> order = order(graph, kept, known);
    return graph
        .memory()
        .of(
            List.of("order", structure(graph, kept), answers, most, order),
            () -> find(graph, kept, answered, most, order),
            made -> made.steps().size());
  }

  /** Tells how many combinations a walk would loop over. */
  static TooLargeException tooLarge(double cost) {
    return new TooLargeException(
        String.format(Locale.ROOT, "the walk would go through %.1e combinations", cost));
  }

  /**
   * About how many combinations a walk would loop over.
   *
   * @param order the order of nodes that this was judged by
   * @param shares by node, which share of them is that of steps in which it is
   */
  record Estimate(double cost, List<Variable> order, double[] shares) {}

  /**
   * About how many combinations a walk would loop over.
   *
   * @param kept the nodes that are kept to the end
   * @param answered the root of a walk in both directions, else -1
   * @param known an order that is good for a graph like this one; empty if none is known
   * @param haste how many times less is spent on looking for a better order than for a walk
   */
  static Estimate estimate(
      FactorGraph graph, BitSet kept, int answered, List<Variable> known, double haste) {
    return graph
        .memory()
        .of(
            List.of(
                "estimate",
                structure(graph, kept),
                answered,
                Variable.slots(graph.nodes()),
                Variable.slots(known),
                haste),
            () -> {
              EliminationOrder.Found found =
                  new EliminationOrder(graph.sizes(), graph.factors(), kept, answered)
                      .find(order(graph, kept, known), Double.POSITIVE_INFINITY, haste);
              return new Estimate(
                  found.steps().cost(),
                  found.nodes().stream().map(graph.nodes()::get).toList(),
                  found.steps().shares());
            },
            made -> made.order().size());
  }

  /** An order of variables as one of nodes; those that it does not have come last. */
  private static List<Integer> order(FactorGraph graph, BitSet kept, List<Variable> known) {
    if (known.isEmpty()) {
      return List.of();
    }
    Set<Integer> order = new LinkedHashSet<>();
    known.stream().filter(graph::contains).map(graph::node).forEach(order::add);
    IntStream.range(0, graph.nodes().size()).forEach(order::add);
    order.removeIf(node -> node < 0 || kept.get(node));
    return List.copyOf(order);
  }

  private static Eliminations find(
      FactorGraph graph, BitSet kept, int answered, double most, List<Integer> known) {
    EliminationSteps steps =
        new EliminationOrder(graph.sizes(), graph.factors(), kept, answered)
            .find(known, most, 1)
            .steps();
    double largest = 0;
    for (Elimination step : steps.eliminations()) {
      largest = Math.max(largest, cells(step, answered, graph.sizes()));
    }
    return new Eliminations(steps.eliminations(), steps.cost(), largest);
  }

  /** The sizes of the nodes, which of them are kept and what the factors relate. */
  private static int[] structure(FactorGraph graph, BitSet kept) {
    Object known = graph.structure();
    return known == null
        ? findStructure(graph, kept)
        : graph
            .memory()
            .of(
                List.of("structure", known, kept),
                () -> findStructure(graph, kept),
                made -> made.length);
  }

  private static int[] findStructure(FactorGraph graph, BitSet kept) {
    int[] sizes = graph.sizes();
    IntStream.Builder structure = IntStream.builder();
    structure.add(sizes.length);
    Arrays.stream(sizes).forEach(structure::add);
    structure.add(kept.cardinality());
    kept.stream().forEach(structure::add);
    for (Factor factor : graph.factors()) {
      int[] scope = factor.scope();
      structure.add(factor instanceof Factor.Function ? -1 : -2);
      structure.add(scope.length);
      Arrays.stream(scope).forEach(structure::add);
    }
    return graph.memory().one(structure.build().toArray());
  }

  private static void limit(FactorGraph graph, Elimination step, int root)
      throws TooLargeException {
    int[] sizes = graph.sizes();
    double cells = cells(step, root, sizes);
    if (cells <= LARGEST_MESSAGE) {
      return;
    }
    List<String> alive = new ArrayList<>();
    for (int node : step.out()) {
      alive.add(graph.nodes().get(node).name() + " (" + sizes[node] + ")");
    }
    throw new TooLargeException(
        "at the step "
            + (step.nodes().length == 0 ? "the end" : graph.nodes().get(step.nodes()[0]).name())
            + String.format(Locale.ROOT, " the walk would have %.0f states; alive there: ", cells)
            + String.join(", ", alive));
  }

  /** How many cells a step's table has, apart by the root's values if there is a root. */
  private static double cells(Elimination step, int root, int[] sizes) {
    BitSet out = EliminationSteps.set(step.out());
    if (root >= 0) {
      out.set(root);
    }
    return EliminationSteps.cells(out, -1, sizes);
  }
}
