package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Tally;
import org.isfsim.decision.Verdict;
import org.isfsim.explanation.Obstacle.Attempt;
import org.isfsim.explanation.Obstacle.BlockingRule;
import org.isfsim.explanation.Obstacle.Unmet;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Contributor;
import org.isfsim.source.Register;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the way of an outcome in a case: from the outcome backwards, the rules that would
 * have decided as needed, the conditions of theirs that failed, and what lies behind those, down to
 * parameters and dates. Depth first; nothing is told twice.
 */
public final class Obstacles {

  private final Plan plan;
  private final Decisions decisions;
  private final Register register;
  private final Case row;
  private final Map<Step.Decide, Verdict> verdicts;
  private final Wanted wanted;
  private final Map<Variable, Step> writers = new HashMap<>();
  private final Set<List<Object>> told = new HashSet<>();

  /** What stands in the way in a case that the rules could finish. */
  public Obstacles(
      Plan plan, Decisions decisions, Register register, Replays replays, Case finished) {
    this.plan = plan;
    this.decisions = decisions;
    this.register = register;
    this.row = finished;
    this.verdicts = replays.verdicts(finished);
    this.wanted = new Wanted(plan);
    plan.steps().forEach(step -> step.writes().forEach(variable -> writers.put(variable, step)));
  }

  /** What stood in the way of an outcome in which the case does not end. */
  public Obstacle of(int outcome) {
    BitSet goal = new BitSet();
    goal.set(outcome);
    return behind(plan.outcome(), goal);
  }

  /** What lies behind a variable that has none of the values that are needed. */
  private Obstacle behind(Variable variable, BitSet values) {
    String words = wanted.inWords(variable, values);
    if (!told.add(List.of(variable, values))) {
      return new Obstacle.Told(variable.name(), words);
    }
    Step writer = writers.get(variable);
    if (writer instanceof Step.Decide decide) {
      return decided(decide, variable, values, words);
    }
    if (writer instanceof Step.Compute compute) {
      return quantity(compute, values, words);
    }
    return new Obstacle.Valued(variable.name(), shown(variable), words);
  }

  private Obstacle decided(Step.Decide decide, Variable result, BitSet values, String words) {
    int place = decide.results().indexOf(result);
    List<BlockingRule> because =
        verdict(decide).fired().stream()
            .filter(rule -> decides(rule, place, null))
            .map(this::rule)
            .toList();
    int[] fields = decide.signature().row(decide.inputs().stream().mapToInt(row::value).toArray());
    Map<Rule, List<Condition.Atom>> lacking = new HashMap<>();
    List<Rule> candidates = new ArrayList<>();
    for (Rule rule : decisions.rules().rulesOf(decide.signature().decision())) {
      if (decides(rule, place, values)) {
        candidates.add(rule);
        lacking.put(rule, rule.condition().unmet(fields).stream().distinct().toList());
      }
    }
    List<Attempt> ways = new ArrayList<>();
    for (Rule rule : candidates) {
      List<Condition.Atom> unmet = lacking.getOrDefault(rule, List.of());
      if (!asksForMore(unmet, rule, candidates, lacking)) {
        ways.add(
            new Attempt(
                rule(rule), unmet.stream().map(atom -> unmet(atom, decide, fields)).toList()));
      }
    }
    return new Obstacle.Decided(
        result.name(), subject(decide), shown(result), words, because, ways);
  }

  /** Whether another rule that gives what is needed lacks a part of this and nothing else. */
  private static boolean asksForMore(
      List<Condition.Atom> unmet,
      Rule rule,
      List<Rule> candidates,
      Map<Rule, List<Condition.Atom>> lacking) {
    for (Rule other : candidates) {
      List<Condition.Atom> less = lacking.getOrDefault(other, List.of());
      boolean isPart = !other.equals(rule) && unmet.containsAll(less);
      boolean isFirst = candidates.indexOf(other) < candidates.indexOf(rule);
      if (isPart && (less.size() < unmet.size() || isFirst)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule decides a result; one of some values, unless any will do. */
  private static boolean decides(Rule rule, int result, @Nullable BitSet values) {
    for (Conclusion conclusion : rule.conclusions()) {
      if (conclusion instanceof Conclusion.Decide decide
          && decide.result() == result
          && (values == null || values.get(decide.value()))) {
        return true;
      }
    }
    return false;
  }

  private Unmet unmet(Condition.Atom atom, Step.Decide decide, int[] fields) {
    int position = atom.position();
    Optional<Obstacle> behind;
    if (position < decide.inputs().size()) {
      Variable variable = decide.inputs().get(position);
      BitSet holding = new BitSet();
      for (int value = 0; value < variable.domain().size(); value++) {
        int[] other = fields.clone();
        other[position] = value;
        if (atom.holds(other)) {
          holding.set(value);
        }
      }
      behind = Optional.of(behind(variable, holding));
    } else {
      behind = Optional.of(counted(atom, decide, position, fields));
    }
    return new Unmet(atom.field().inWords(), atom.actual(fields), atom.required(), behind);
  }

  private Obstacle counted(Condition.Atom atom, Step.Decide decide, int position, int[] fields) {
    Tally tally = decide.signature().tallies().get(position - decide.inputs().size());
    List<Provenance.Operand> from = new ArrayList<>();
    for (int i = 0; i < decide.inputs().size(); i++) {
      String field = decide.signature().inputs().get(i).name();
      if (tally.counted().contains(field) || tally.added().contains(field)) {
        Variable input = decide.inputs().get(i);
        from.add(new Provenance.Operand(input.name(), shown(input)));
      }
    }
    String how =
        tally.counted().isEmpty() ? "their sum" : "how many are \"" + tally.value() + "\", in all";
    return new Obstacle.Quantity(
        atom.field().inWords(), atom.actual(fields), atom.required(), how, from, List.of(), false);
  }

  /** Looks for inputs of which one other value is enough, all else as it is. */
  private Obstacle quantity(Step.Compute compute, BitSet values, String words) {
    List<Provenance.Operand> from = new ArrayList<>();
    List<Obstacle> through = new ArrayList<>();
    int[] inputs = compute.inputs().stream().mapToInt(row::value).toArray();
    for (int i = 0; i < inputs.length; i++) {
      Variable input = compute.inputs().get(i);
      from.add(new Provenance.Operand(input.name(), shown(input)));
      BitSet enough = new BitSet();
      for (int value = 0; value < input.domain().size(); value++) {
        int[] other = inputs.clone();
        other[i] = value;
        int result = compute.operation().apply(other);
        if (result >= 0 && values.get(result)) {
          enough.set(value);
        }
      }
      if (!enough.isEmpty() && canVary(input)) {
        through.add(behind(input, enough));
      }
    }
    boolean isAloneEnough = !through.isEmpty();
    if (!isAloneEnough) {
      upstream(compute, new HashSet<>(), through);
    }
    return new Obstacle.Quantity(
        compute.variable().name(),
        shown(compute.variable()),
        words,
        compute.text(),
        from,
        through,
        isAloneEnough);
  }

  /** The decisions from which a quantity comes, where no single input is enough. */
  private void upstream(Step.Compute compute, Set<Variable> seen, List<Obstacle> found) {
    for (Variable input : compute.inputs()) {
      if (!seen.add(input)) {
        continue;
      }
      Step writer = writers.get(input);
      if (writer instanceof Step.Compute further) {
        upstream(further, seen, found);
      } else if (writer instanceof Step.Decide decide
          && decide.results().get(0).equals(input)
          && told.add(List.of(input, "as a part"))) {
        List<BlockingRule> because =
            verdict(decide).fired().stream()
                .filter(rule -> decides(rule, 0, null))
                .map(this::rule)
                .toList();
        found.add(
            new Obstacle.Decided(
                input.name(), subject(decide), shown(input), "", because, List.of()));
      }
    }
  }

  /** Whether anything at all lies behind a variable; a sum begins with a nought that stays. */
  private boolean canVary(Variable variable) {
    return !(writers.get(variable) instanceof Step.Compute compute)
        || compute.inputs().stream().anyMatch(this::canVary);
  }

  private Verdict verdict(Step.Decide decide) {
    Verdict verdict = verdicts.get(decide);
    if (verdict == null) {
      throw new IllegalStateException("Not taken: " + decide.column());
    }
    return verdict;
  }

  private BlockingRule rule(Rule rule) {
    return new BlockingRule(
        rule.name(),
        rule.kind(),
        rule.condition().inWords(),
        rule.claims().stream().map(id -> new CitedClaim(id, register.claim(id))).toList(),
        rule.mark().file(),
        rule.mark().line());
  }

  private String shown(Variable variable) {
    return writers.get(variable) instanceof Step.Compute
        ? wanted.value(variable, row.value(variable))
        : row.text(variable);
  }

  private String subject(Step.Decide decide) {
    return plan.contributorOf(decide).map(Contributor::name).orElse("");
  }
}
