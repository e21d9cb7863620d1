package org.isfsim.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * What becomes of a variable when single parameters are set to each value of their domains, and
 * which of its values can occur at all whatever weights are believed.
 */
public final class FuturesWalk {

  private final Plan plan;
  private final Decisions decisions;
  private final Ranges ranges;

  /**
   * Questions about this plan, decided by these decisions.
   *
   * @param ranges to which values assumptions are set
   */
  public FuturesWalk(Plan plan, Decisions decisions, Ranges ranges) {
    this.plan = plan;
    this.decisions = decisions;
    this.ranges = ranges;
  }

  /**
   * A variable's probabilities as assumed, and with single parameters set.
   *
   * @param probability of each value, by index, with everything as the scenario has it
   * @param effects for each parameter that bears on the variable, the same with that parameter
   *     alone set to each value that it is moved to
   */
  public record Futures(double[] probability, List<ExactResult.Effect> effects) {
    /** Copies the list. */
    public Futures {
      effects = List.copyOf(effects);
    }
  }

  /**
   * The probabilities of a target's values in every future. One walk is made for all parameters;
   * where it would be too large, one for each half of them, and so on.
   *
   * @param moves which parameters are set to each of their values, one at a time
   * @throws TooLargeException if even a walk for one parameter would need too much room; the
   *     message names the step
   */
  public Futures futures(Variable target, Predicate<Variable> moves) throws TooLargeException {
    return halving(target, Map.of(), moved(moves));
  }

  /**
   * The probabilities of a flag in every future, from walks that follow only what can make it true.
   *
   * @param accepted by variable, the values without which the flag is false
   * @param moves which parameters are set to each of their values, one at a time
   * @throws TooLargeException if even a walk for one parameter would need too much room; the
   *     message names the step
   */
  public Futures futures(
      Variable flag, Map<Variable, boolean[]> accepted, Predicate<Variable> moves)
      throws TooLargeException {
    if (!plan.evidence().isNone() || hasGaps(flag)) {
      // A share of what agrees with what is known, or has a result, needs both values of the flag.
      return futures(flag, moves);
    }
    Futures whenTrue = halving(flag, accepted, moved(moves));
    complete(whenTrue.probability());
    for (ExactResult.Effect effect : whenTrue.effects()) {
      for (double[] row : effect.given()) {
        if (row != null) {
          complete(row);
        }
      }
    }
    return whenTrue;
  }

  private boolean hasGaps(Variable flag) throws TooLargeException {
    return Supports.of(plan, decisions, List.of(flag), (drawn, possible) -> possible).hasGaps();
  }

  /** What is not true is false. */
  private static void complete(double[] flag) {
    flag[1] = Math.min(1, flag[1]);
    flag[0] = 1 - flag[1];
  }

  private List<Variable> moved(Predicate<Variable> moves) {
    return plan.draws().stream().map(Step.Draw::variable).filter(moves).toList();
  }

  private Futures halving(Variable target, Map<Variable, boolean[]> accepted, List<Variable> moved)
      throws TooLargeException {
    try {
      return walk(target, accepted, moved);
    } catch (TooLargeException e) {
      if (moved.size() < 2) {
        throw e;
      }
      int half = moved.size() / 2;
      Futures first = halving(target, accepted, moved.subList(0, half));
      Futures second = halving(target, accepted, moved.subList(half, moved.size()));
      List<ExactResult.Effect> effects = new ArrayList<>(first.effects());
      effects.addAll(second.effects());
      return new Futures(first.probability(), effects);
    }
  }

  private Futures walk(Variable target, Map<Variable, boolean[]> accepted, List<Variable> moved)
      throws TooLargeException {
    Moves moves = new Moves(plan, decisions, moved, ranges);
    FactorGraph graph =
        FactorGraph.of(
            Supports.of(plan, decisions, List.of(target), moves::lookedAt, accepted),
            List.of(target),
            FactorGraph.PROBABILITY,
            Algebra.SUM_PRODUCT);
    JoinTree tree = JoinTree.answered(graph, target, Algebra.SUM_PRODUCT);
    double[] probability = ExactWalk.given(graph, ExactWalk.byValue(graph, target, tree.total()));
    return new Futures(probability, ExactWalk.effects(graph, tree, target, moved, moves));
  }

  /**
   * Which of a target's values occur for some values of the parameters that may have any.
   *
   * @param free the parameters that may have any value of their domains; the others have those that
   *     the scenario allows
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public boolean[] possible(Variable target, Predicate<Variable> free) throws TooLargeException {
    FactorGraph graph =
        FactorGraph.of(
            supports(target, free),
            List.of(target),
            (drawn, parents, value) ->
                free.test(drawn.output())
                        || FactorGraph.PROBABILITY.weight(drawn, parents, value) > 0
                    ? 1
                    : 0,
            Algebra.MAX_PRODUCT);
    JoinTree tree = new JoinTree(graph, target, Algebra.MAX_PRODUCT);
    double[] best = ExactWalk.byValue(graph, target, tree.total());
    boolean[] possible = new boolean[best.length];
    for (int v = 0; v < best.length; v++) {
      possible[v] = best[v] > 0;
    }
    return possible;
  }

  private Supports supports(Variable target, Predicate<Variable> free) throws TooLargeException {
    return Supports.of(
        plan,
        decisions,
        List.of(target),
        (drawn, possible) ->
            free.test(drawn.output())
                ? IntStream.range(0, drawn.output().domain().size()).toArray()
                : possible);
  }
}
