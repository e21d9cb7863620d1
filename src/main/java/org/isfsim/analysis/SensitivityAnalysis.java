package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactResult.Effect;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Ranges;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.VarianceShares;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.parameter.PortableMath;
import org.isfsim.scenario.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Works out exactly which parameters move which target.
 *
 * <p>For Y, which is 1 if a case hits the target and else 0: the probability with a parameter set
 * to each value; the first-order index Var(E[Y | X]) / Var(Y) and the total index E[Var(Y | all but
 * X)] / Var(Y) of every uncertain parameter (I. M. Sobol', Mathematics and Computers in Simulation
 * 55, 2001; T. Homma and A. Saltelli, Reliability Engineering and System Safety 52, 1996). The
 * indices are those of independent draws; see {@link VarianceShares}. Levers and switches are
 * fixed, so they have values and no indices.
 */
public final class SensitivityAnalysis {

  /** Sums of probabilities that miss one by more say that some combination has no distribution. */
  private static final double ROUNDING = 1e-9;

  private final WalkMemory memory = new WalkMemory();
  private final Plan plan;
  private final Decisions decisions;
  private final Ranges ranges;
  private final Consumer<String> progress;
  private final ExactWalk walk;
  private final Map<String, String> notes = new LinkedHashMap<>();

  /**
   * @param plan the plan of a scenario
   * @param decisions what decides
   * @param ranges to which values assumptions are set
   * @param progress is told what is looked at
   */
  public SensitivityAnalysis(
      Plan plan, Decisions decisions, Ranges ranges, Consumer<String> progress) {
    this.ranges = ranges;
    this.plan = plan;
    this.decisions = decisions;
    this.progress = progress;
    this.walk = new ExactWalk(plan, decisions, memory);
  }

  /** What is known of one variable, for all of its values, and whether no parameter is missing. */
  private record OfVariable(
      double[] probability,
      Map<String, Effect> effects,
      Map<String, double[]> first,
      Map<String, double[]> total,
      boolean isComplete) {

    double variance() {
      double variance = 0;
      for (double p : probability) {
        variance += p * (1 - p);
      }
      return variance;
    }
  }

  /**
   * What moves some targets.
   *
   * @param targets the targets, at least one
   * @param totals whether to work out total indices, which takes a walk for every parameter
   * @throws TooLargeException if even the probabilities of a target cannot be worked out exactly
   */
  public Sensitivity of(List<Target> targets, boolean totals) throws TooLargeException {
    Map<Variable, OfVariable> known = new LinkedHashMap<>();
    for (Target target : targets) {
      if (!known.containsKey(target.variable())) {
        known.put(target.variable(), ofVariable(target.variable(), totals));
      }
    }
    List<TargetInfluences> influences = new ArrayList<>();
    for (Target target : targets) {
      OfVariable variable = known.get(target.variable());
      if (variable != null) {
        influences.add(ofTarget(target, variable));
      }
    }
    List<Overall> overall = new ArrayList<>();
    known.forEach((variable, of) -> overall.addAll(overall(variable, of)));
    return new Sensitivity(
        plan, influences, overall, conflicts(influences), Optional.empty(), notes);
  }

  private OfVariable ofVariable(Variable variable, boolean totals) throws TooLargeException {
    progress.accept(variable.name());
    double[] probability = walk.marginal(variable);
    Map<String, Effect> effects = new LinkedHashMap<>();
    Map<String, double[]> first = new LinkedHashMap<>();
    Map<String, double[]> total = new HashMap<>();
    boolean isComplete = true;
    try {
      walk.effects(variable, ranges)
          .forEach(effect -> effects.put(effect.parameter().name(), effect));
      progress.accept(variable.name() + ": indices");
      VarianceShares shares = VarianceShares.of(plan, decisions, variable, memory);
      first.putAll(shares.first());
      if (totals) {
        totals(variable, shares, first.keySet(), total);
      }
    } catch (TooLargeException e) {
      isComplete = false;
      note("uncertain parameters and indices for " + variable.name(), e);
    }
    for (Setting setting : settings()) {
      effect(plan.variable(setting.address()), variable)
          .ifPresent(effect -> effects.put(setting.address(), effect));
    }
    return new OfVariable(probability, effects, first, total, isComplete);
  }

  private void totals(
      Variable variable,
      VarianceShares shares,
      Iterable<String> addresses,
      Map<String, double[]> total) {
    for (String address : addresses) {
      progress.accept(variable.name() + ": total index of " + address);
      try {
        total.put(address, shares.total(address));
      } catch (TooLargeException e) {
        note("total index of " + address + " for " + variable.name(), e);
      }
    }
  }

  private Optional<Effect> effect(Variable parameter, Variable variable) {
    progress.accept(variable.name() + ": " + parameter.name());
    try {
      return walk.effect(parameter, variable);
    } catch (TooLargeException e) {
      note(variable.name() + " under other values of " + parameter.name(), e);
      return Optional.empty();
    }
  }

  private void note(String what, TooLargeException e) {
    notes.put(what, String.valueOf(e.getMessage()));
  }

  /** What somebody chooses, and sides taken. */
  private List<Setting> settings() {
    return plan.scenario().settings().values().stream()
        .filter(SensitivityAnalysis::isChosen)
        .filter(setting -> setting.distribution().isFixed())
        .toList();
  }

  private static boolean isChosen(Setting setting) {
    ParameterKind kind = setting.parameter().kind();
    return !setting.parameter().isAttribute()
        && (kind == ParameterKind.LEVER || kind == ParameterKind.SWITCH);
  }

  private TargetInfluences ofTarget(Target target, OfVariable variable) {
    double probability = target.probability(variable.probability());
    List<Influence> influences = new ArrayList<>();
    for (Map.Entry<String, Effect> effect : variable.effects().entrySet()) {
      List<Influence.AtValue> values = values(target, effect.getValue());
      if (!values.isEmpty()) {
        double variance = probability * (1 - probability);
        influences.add(
            new Influence(
                plan.scenario().setting(effect.getKey()),
                values,
                index(target, variable.first().get(effect.getKey()), variance),
                index(target, variable.total().get(effect.getKey()), variance)));
      }
    }
    influences.sort(PortableMath.largestFirst(Influence::swing));
    return new TargetInfluences(target, probability, influences, variable.isComplete());
  }

  private List<Influence.AtValue> values(Target target, Effect effect) {
    List<Influence.AtValue> values = new ArrayList<>();
    for (int v = 0; v < effect.given().length; v++) {
      double[] given = effect.given()[v];
      // A value for which the scenario does not say how others depend on it cannot be set.
      if (given != null && sum(given) > 1 - ROUNDING) {
        values.add(
            new Influence.AtValue(
                effect.parameter().domain().text(v), Math.min(1, target.probability(given))));
      }
    }
    return values;
  }

  private static OptionalDouble index(Target target, double @Nullable [] shares, double variance) {
    return shares == null || !(variance > 0) || target.values().cardinality() != 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, target.probability(shares) / variance));
  }

  private List<Overall> overall(Variable variable, OfVariable of) {
    List<Overall> overall = new ArrayList<>();
    double variance = of.variance();
    if (variance > 0) {
      of.first()
          .forEach(
              (address, shares) -> {
                double[] total = of.total().get(address);
                overall.add(
                    new Overall(
                        variable,
                        address,
                        Math.min(1, sum(shares) / variance),
                        total == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Math.min(1, sum(total) / variance))));
              });
    }
    return overall;
  }

  private List<ConflictInfluence> conflicts(List<TargetInfluences> targets) {
    List<ConflictInfluence> conflicts = new ArrayList<>();
    for (Setting setting : settings()) {
      Optional<String> conflict = setting.parameter().conflict();
      if (conflict.isPresent()) {
        conflicts.add(conflict(conflict.get(), setting, targets));
      }
    }
    return conflicts;
  }

  private ConflictInfluence conflict(
      String conflict, Setting setting, List<TargetInfluences> targets) {
    String taken = setting.domain().text(setting.distribution().at().fixedValue());
    LinkedHashSet<String> values = new LinkedHashSet<>();
    List<Map<String, Double>> byTarget = new ArrayList<>();
    for (TargetInfluences target : targets) {
      Map<String, Double> probabilities = new HashMap<>();
      target.influences().stream()
          .filter(influence -> influence.address().equals(setting.address()))
          .flatMap(influence -> influence.values().stream())
          .forEach(at -> probabilities.put(at.value(), at.probability()));
      values.addAll(probabilities.keySet());
      byTarget.add(probabilities);
    }
    List<ConflictInfluence.Side> sides = new ArrayList<>();
    for (String value : setting.domain().texts()) {
      if (values.contains(value)) {
        List<Double> probabilities = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
          // What the setting makes no difference to is as it is.
          probabilities.add(byTarget.get(i).getOrDefault(value, targets.get(i).probability()));
        }
        sides.add(new ConflictInfluence.Side(value, value.equals(taken), probabilities));
      }
    }
    return new ConflictInfluence(conflict, setting, sides);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
