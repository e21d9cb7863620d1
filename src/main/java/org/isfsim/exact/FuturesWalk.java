package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;

/**
 * What becomes of a variable when single parameters are set to each value of their domains, and
 * which of its values can occur at all whatever weights are believed.
 */
public final class FuturesWalk {

  private final Plan plan;
  private final Decisions decisions;
  private final Ranges ranges;
  private final WalkMemory memory;
  private final SharedSupports supports;

  /**
   * Questions about this plan, decided by these decisions.
   *
   * @param ranges to which values assumptions are set
   * @param memory what walks over this and other plans have worked out
   */
  public FuturesWalk(Plan plan, Decisions decisions, Ranges ranges, WalkMemory memory) {
    this.memory = memory;
    this.plan = plan;
    this.decisions = decisions;
    this.supports = new SharedSupports(plan, decisions, memory);
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
   * The probabilities of a target's values in every future.
   *
   * @param moves which parameters are set to each of their values, one at a time
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public Futures futures(Variable target, Predicate<Variable> moves) throws TooLargeException {
    return swept(possible(target, Map.of()), target, moved(moves), moves).futures();
  }

  /**
   * The probabilities of a flag in every future, from walks that follow only what can make it true.
   *
   * @param accepted by variable, the values without which the flag is false
   * @param moves which parameters are set to each of their values, one at a time
   * @throws TooLargeException if the walk would need too much room; the message names the step
   */
  public Futures futures(
      Variable flag, Map<Variable, boolean[]> accepted, Predicate<Variable> moves)
      throws TooLargeException {
    if (!plan.evidence().isNone() || hasGaps(flag)) {
      // A share of what agrees with what is known, or has a result, needs both values of the flag.
      return futures(flag, moves);
    }
    Futures whenTrue = swept(possible(flag, accepted), flag, moved(moves), moves).futures();
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
    return possible(flag, Map.of()).hasGaps();
  }

  /** What is not true is false. */
  private static void complete(double[] flag) {
    flag[1] = Math.min(1, flag[1]);
    flag[0] = 1 - flag[1];
  }

  private Supports possible(Variable target, Map<Variable, boolean[]> accepted)
      throws TooLargeException {
    if (!accepted.isEmpty()) {
      return Supports.of(
          plan, decisions, List.of(target), (drawn, values) -> values, accepted, memory);
    }
    return supports.of(List.of(target));
  }

  private List<Variable> moved(Predicate<Variable> moves) {
    return plan.draws().stream().map(Step.Draw::variable).filter(moves).toList();
  }

  /**
   * The answer, the weight of all cases that give the target a value, and the walk that told most
   * of it.
   */
  record Swept(Futures futures, double weight, AnsweredWalk walk) {}

  /**
   * The probabilities of a target's values, and what becomes of them when single parameters are
   * set. One walk over what can occur tells of every parameter that is set to nothing else. A
   * parameter that is set to more would make it larger for all; it has a walk of its own.
   *
   * @param possible what can occur
   * @param moved the parameters that are set to the values that the ranges say
   * @param asked the parameters whose effects are wanted; one that is not moved is set to each
   *     value that can occur
   */
  Swept swept(Supports possible, Variable target, List<Variable> moved, Predicate<Variable> asked)
      throws TooLargeException {
    Moves moves = new Moves(plan, decisions, moved, ranges, memory);
    List<Variable> seen = new ArrayList<>();
    List<Variable> widening = new ArrayList<>();
    for (Step.Draw draw : plan.draws()) {
      Variable variable = draw.variable();
      int[] values = possible.supports()[variable.slot()];
      if (values != null && asked.test(variable)) {
        (moves.widens(variable, values.length) ? widening : seen).add(variable);
      }
    }
    AnsweredWalk walk = new AnsweredWalk(possible, target);
    double[] weights = walk.total();
    double[] probability = ExactWalk.given(possible, weights);
    List<ExactResult.Effect> effects = new ArrayList<>(Effects.effects(walk, seen, moves));
    effects.addAll(apart(possible, target, widening, moves));
    effects.sort(Comparator.comparingInt(effect -> effect.parameter().slot()));
    return new Swept(new Futures(probability, effects), PortableMath.sum(weights), walk);
  }

  /** Effects of parameters that are set to more than can occur, each by a walk of its own. */
  private static List<ExactResult.Effect> apart(
      Supports possible, Variable target, List<Variable> parameters, Moves moves)
      throws TooLargeException {
    Queue<ExactResult.Effect> effects = new ConcurrentLinkedQueue<>();
    NavigableMap<Integer, TooLargeException> tooLarge = new ConcurrentSkipListMap<>();
    parameters.stream()
        .parallel()
        .forEach(
            parameter -> {
              try {
                Supports widened =
                    possible.again(
                        List.of(target),
                        (drawn, values) ->
                            drawn.output().equals(parameter)
                                ? moves.lookedAt(drawn, values)
                                : values);
                Effects.apart(widened, parameter, target).ifPresent(effects::add);
              } catch (TooLargeException e) {
                tooLarge.put(parameter.slot(), e);
              }
            });
    if (!tooLarge.isEmpty()) {
      throw tooLarge.firstEntry().getValue();
    }
    return List.copyOf(effects);
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
    return possible(target, Map.of())
        .again(
            List.of(target),
            (drawn, possible) ->
                free.test(drawn.output())
                    ? IntStream.range(0, drawn.output().domain().size()).toArray()
                    : possible);
  }
}
