package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The steps of a walk over a graph, which depend on its structure alone and are found once for
 * each.
 *
 * @param steps the steps in order
 * @param cost how many combinations they are expected to loop over, and cells to fill
 */
record Eliminations(List<Elimination> steps, double cost) {

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
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static Eliminations of(FactorGraph graph, BitSet kept, boolean answers, int root, double most)
      throws TooLargeException {
    int answered = answers ? root : -1;
    Eliminations found =
        graph
            .memory()
            .of(
                List.of("order", structure(graph, kept), answers, most),
                () -> find(graph, kept, answered, most),
                made -> made.steps().size());
    for (Elimination step : found.steps()) {
      limit(graph, step, answered);
    }
    if (found.cost() > most) {
      throw new TooLargeException(
          String.format(Locale.ROOT, "the walk would go through %.1e combinations", found.cost()));
    }
    return found;
  }

  private static Eliminations find(FactorGraph graph, BitSet kept, int answered, double most) {
    EliminationSteps steps =
        new EliminationOrder(graph.sizes(), graph.factors(), kept, answered).find(most);
    return new Eliminations(steps.eliminations(), steps.cost());
  }

  /** The sizes of the nodes, which of them are kept and what the factors relate. */
  private static int[] structure(FactorGraph graph, BitSet kept) {
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
    BitSet out = EliminationSteps.set(step.out());
    if (root >= 0) {
      out.set(root);
    }
    double cells = EliminationSteps.cells(out, -1, sizes);
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
}
