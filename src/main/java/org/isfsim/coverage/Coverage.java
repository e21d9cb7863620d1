package org.isfsim.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.exact.RuleWeights;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;

/**
 * Which rules can fire in a scenario, and how likely each is to.
 *
 * @param decisions every decision, in the order of the plan; the contributors' together
 */
public record Coverage(List<DecisionCoverage> decisions) {

  /** How many cases are sampled where the exact walk is too large. */
  static final int SAMPLED_CASES = 20_000;

  /** Copies the list. */
  public Coverage {
    decisions = List.copyOf(decisions);
  }

  /** The coverage of a plan, exact where the walk is not too large, otherwise sampled. */
  public static Coverage of(Plan plan, Decisions decisions) {
    return of(plan, decisions, true);
  }

  /** The same, or all of it sampled. */
  static Coverage of(Plan plan, Decisions decisions, boolean exactly) {
    List<DecisionCoverage> covered = new ArrayList<>();
    Settings settings = new Settings(plan);
    RuleWeights weights = new RuleWeights(plan, decisions);
    Optional<SampledInputs> sample = Optional.empty();
    for (Map.Entry<String, List<Step.Decide>> group : groups(plan).entrySet()) {
      List<Rule> rules = decisions.rules().rulesOf(signature(group.getValue()).decision());
      String reason = "as asked";
      if (exactly) {
        try {
          covered.add(exact(group.getKey(), group.getValue(), rules, weights, settings));
          continue;
        } catch (TooLargeException e) {
          reason = String.valueOf(e.getMessage());
        }
      }
      if (sample.isEmpty()) {
        sample = Optional.of(SampledInputs.of(plan, decisions, SAMPLED_CASES));
      }
      covered.add(sampled(group.getKey(), group.getValue(), rules, sample.get(), reason, settings));
    }
    return new Coverage(covered);
  }

  /** The decisions by name; those of the contributors have one name. */
  static Map<String, List<Step.Decide>> groups(Plan plan) {
    Map<String, List<Step.Decide>> groups = new LinkedHashMap<>();
    for (Step.Decide decide : plan.decisions()) {
      String decision = decide.signature().decision();
      boolean isOneOfMany = decide.column().startsWith(decision + ".");
      groups
          .computeIfAbsent(isOneOfMany ? decision : decide.column(), c -> new ArrayList<>())
          .add(decide);
    }
    return groups;
  }

  private static Signature signature(List<Step.Decide> places) {
    return places.get(0).signature();
  }

  private static DecisionCoverage exact(
      String column,
      List<Step.Decide> places,
      List<Rule> rules,
      RuleWeights weights,
      Settings settings)
      throws TooLargeException {
    List<SortedMap<Long, Double>> joint = new ArrayList<>();
    for (Step.Decide place : places) {
      joint.add(weights.combinations(place));
    }
    Signature signature = signature(places);
    List<RuleCoverage> covered = new ArrayList<>();
    for (Rule rule : rules) {
      Map<String, Weight> byPlace = new LinkedHashMap<>();
      for (int p = 0; p < places.size(); p++) {
        byPlace.put(places.get(p).column(), weight(rule.condition(), signature, joint.get(p)));
      }
      Weight weight = byPlace.values().iterator().next();
      if (places.size() > 1) {
        double[] noneAndAny = weights.noneAndAny(rule.condition(), places);
        weight = new Weight.Exact(noneAndAny[1], noneAndAny[1] > 0, noneAndAny[0] == 0);
      }
      covered.add(new RuleCoverage(rule, weight, byPlace, List.of()));
    }
    List<SortedSet<Long>> reached = new ArrayList<>();
    joint.forEach(combinations -> reached.add(new TreeSet<>(combinations.keySet())));
    return coverage(column, places, covered, reached, Optional.empty(), settings);
  }

  private static Weight weight(
      Condition condition, Signature signature, SortedMap<Long, Double> joint) {
    double with = 0;
    boolean isPossible = false;
    boolean isCertain = true;
    for (Map.Entry<Long, Double> entry : joint.entrySet()) {
      if (condition.holds(signature.row(signature.combination(entry.getKey())))) {
        with += entry.getValue();
        isPossible = true;
      } else {
        isCertain = false;
      }
    }
    return new Weight.Exact(with, isPossible, isPossible && isCertain);
  }

  private static DecisionCoverage sampled(
      String column,
      List<Step.Decide> places,
      List<Rule> rules,
      SampledInputs sample,
      String reason,
      Settings settings) {
    List<RuleCoverage> covered = new ArrayList<>();
    for (Rule rule : rules) {
      Map<String, Weight> byPlace = new LinkedHashMap<>();
      for (Step.Decide place : places) {
        byPlace.put(place.column(), sample.weight(rule.condition(), List.of(place)));
      }
      covered.add(
          new RuleCoverage(rule, sample.weight(rule.condition(), places), byPlace, List.of()));
    }
    List<SortedSet<Long>> reached = places.stream().map(sample::reached).toList();
    return coverage(column, places, covered, reached, Optional.of(reason), settings);
  }

  private static DecisionCoverage coverage(
      String column,
      List<Step.Decide> places,
      List<RuleCoverage> rules,
      List<SortedSet<Long>> reached,
      Optional<String> sampled,
      Settings settings) {
    SortedSet<Long> all = new TreeSet<>();
    reached.forEach(all::addAll);
    Signature signature = signature(places);
    List<int[]> rows = all.stream().map(k -> signature.row(signature.combination(k))).toList();
    List<RuleCoverage> explained = new ArrayList<>();
    for (RuleCoverage rule : rules) {
      explained.add(
          rule.weight().isPossible()
              ? rule
              : new RuleCoverage(
                  rule.rule(),
                  rule.weight(),
                  rule.byPlace(),
                  exclusions(rule.rule().condition(), places, rows, settings)));
    }
    List<String> columns = places.stream().map(Step.Decide::column).toList();
    return new DecisionCoverage(column, signature, columns, all.size(), explained, sampled);
  }

  private static List<RuleCoverage.Exclusion> exclusions(
      Condition condition, List<Step.Decide> places, List<int[]> rows, Settings settings) {
    List<RuleCoverage.Exclusion> exclusions = new ArrayList<>();
    for (Condition part : condition.demands()) {
      if (rows.stream().noneMatch(part::holds)) {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (Step.Decide place : places) {
          BitSet read = place.signature().inputsRead(part);
          read.stream().forEach(i -> fixed.putAll(settings.fixed(place.inputs().get(i))));
        }
        exclusions.add(new RuleCoverage.Exclusion(part, fixed));
      }
    }
    return exclusions;
  }
}
