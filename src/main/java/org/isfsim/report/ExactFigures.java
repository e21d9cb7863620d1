package org.isfsim.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.analysis.Losses;
import org.isfsim.exact.ExactResult;
import org.isfsim.exact.WalkStep;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/**
 * What the exact walk adds to a report.
 *
 * @param outcomes by outcome; empty if the walk was not taken, else with every outcome
 * @param movers the assumptions that move an outcome most, the strongest first
 * @param marginals of indicators, of milestones' weeks and of what was asked, by the name of the
 *     variable; empty if they were not worked out
 * @param walk what each step of the walk to the outcome did
 * @param withoutResult the share of cases without an outcome, if the walk was taken
 * @param losses by the name of a stage, why cases do not get there, if it was worked out
 */
public record ExactFigures(
    Map<String, ExactOutcome> outcomes,
    List<Mover> movers,
    Map<String, Marginal> marginals,
    List<WalkStep> walk,
    OptionalDouble withoutResult,
    Map<String, List<StageRow.Loss>> losses) {

  /** The walk was not taken. */
  public static final ExactFigures NONE =
      new ExactFigures(Map.of(), List.of(), Map.of(), List.of(), OptionalDouble.empty(), Map.of());

  private static final int MOVERS = 8;

  /** What rounding alone may move. */
  private static final double ROUNDING = 1e-12;

  /** Copies the collections. */
  public ExactFigures {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    movers = List.copyOf(movers);
    marginals = Map.copyOf(marginals);
    walk = List.copyOf(walk);
    losses = Map.copyOf(losses);
  }

  /** The same with the exact probabilities of variables' values. */
  public ExactFigures with(Map<Variable, double[]> probabilities) {
    Map<String, Marginal> all = new LinkedHashMap<>(marginals);
    probabilities.forEach((variable, p) -> all.put(variable.name(), Marginal.of(p)));
    return new ExactFigures(outcomes, movers, all, walk, withoutResult, losses);
  }

  /** The same with why cases are lost on the way, as far as it is known. */
  public ExactFigures with(Losses asked, Map<Variable, double[]> probabilities) {
    Map<String, List<StageRow.Loss>> all = new LinkedHashMap<>();
    for (Losses.Loss loss : asked.losses()) {
      double[] p = probabilities.get(loss.flag());
      if (p != null) {
        all.computeIfAbsent(loss.stage(), s -> new ArrayList<>())
            .add(new StageRow.Loss(loss.reason(), p[1]));
      }
    }
    return new ExactFigures(outcomes, movers, marginals, walk, withoutResult, all);
  }

  /**
   * What a walk gave.
   *
   * @param domain the outcomes that the walk was about
   */
  public static ExactFigures of(ExactResult result, Domain domain) {
    Map<String, ExactOutcome> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < domain.size(); i++) {
      boolean reachable = result.reachable()[i];
      double probability = Math.max(0, Math.min(1, result.probability()[i]));
      outcomes.put(
          domain.text(i),
          new ExactOutcome(
              reachable,
              reachable ? probability : 0,
              result.range(i).filter(r -> r.high() - r.low() > ROUNDING).map(ExactFigures::range)));
    }
    List<Mover> movers = new ArrayList<>();
    for (ExactResult.Effect effect : result.strongest(MOVERS)) {
      mover(effect, domain).ifPresent(movers::add);
    }
    return new ExactFigures(
        outcomes,
        movers,
        Map.of(),
        result.steps(),
        OptionalDouble.of(result.withoutResult()),
        Map.of());
  }

  private static Range range(ExactResult.Range range) {
    return new Range(
        range.low(), range.high(), range.lowBy().toString(), range.highBy().toString());
  }

  private static Optional<Mover> mover(ExactResult.Effect effect, Domain domain) {
    double widest = ROUNDING;
    Optional<Mover> mover = Optional.empty();
    for (int i = 0; i < domain.size(); i++) {
      ExactResult.Range range = effect.range(i);
      if (range.high() - range.low() > widest) {
        widest = range.high() - range.low();
        mover =
            Optional.of(
                new Mover(
                    effect.parameter().name(),
                    domain.text(i),
                    range.low(),
                    range.high(),
                    range.lowBy().toString(),
                    range.highBy().toString()));
      }
    }
    return mover;
  }
}
