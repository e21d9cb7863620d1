package org.isfsim.exact;

import java.util.List;
import java.util.Set;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What can occur at all, whatever it weighs: the walk over (or, and). A product of many small
 * probabilities may be smaller than any number that a computer holds; what can occur is not told by
 * it.
 */
final class Possibility {

  private final FactorGraph graph;
  private final JoinTree tree;

  /**
   * @param supports the values that are looked at
   * @param target the variable whose every value is told apart; null for none
   * @throws TooLargeException if the walk would need too much room
   */
  Possibility(Supports supports, @Nullable Variable target) throws TooLargeException {
    this(supports, target, Set.of());
  }

  /**
   * @param supports the values that are looked at
   * @param target the variable whose every value is told apart; null for none
   * @param set the addresses of the parameters that are set, whatever they depend on
   * @throws TooLargeException if the walk would need too much room
   */
  Possibility(Supports supports, @Nullable Variable target, Set<String> set)
      throws TooLargeException {
    FactorGraph.Weighting possible =
        (drawn, parents, value) ->
            set.contains(drawn.output().name())
                    || drawn.distribution().isDefinedAt(parents)
                        && drawn.distribution().at(parents).isPossible(value)
                ? Algebra.OR_AND.one()
                : Algebra.OR_AND.zero();
    this.graph =
        FactorGraph.of(
            supports, target == null ? List.of() : List.of(target), possible, Algebra.OR_AND);
    this.tree = new JoinTree(graph, target, Algebra.OR_AND);
  }

  /** Whether any case agrees with what is known. */
  boolean any() {
    for (double weight : tree.total()) {
      if (weight != Algebra.OR_AND.zero()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value of the target can occur in a case that agrees with what is known. */
  boolean of(Variable target, int value) {
    int its = graph.classes(target)[value];
    return its >= 0 && tree.total()[its] != Algebra.OR_AND.zero();
  }

  FactorGraph graph() {
    return graph;
  }

  /** The classes of all nodes in a case in which the target has a value that can occur. */
  int[] example(Variable target, int value) {
    return tree.best().decode(graph.classes(target)[value]);
  }
}
