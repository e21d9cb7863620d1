package org.isfsim.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.isfsim.analysis.Observed;
import org.isfsim.analysis.Signpost;
import org.isfsim.analysis.Signposts;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactResult;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Exclusion;
import org.isfsim.exact.Reach;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.Explainer;
import org.isfsim.explanation.Replays;
import org.isfsim.explanation.SufficientConditions;
import org.isfsim.explanation.Witness;
import org.isfsim.model.Plan;
import org.isfsim.parameter.PortableMath;

/** Finds for each outcome a case that reaches it, or what excludes it. */
public final class ReachFinder {

  /** So many cases are drawn for one of each outcome. */
  private static final long DRAWN = 20_000;

  private static final double HALF = 0.5;

  /** A value that is hardly more common than in all cases is not told. */
  private static final double TOLD = 0.05;

  private static final int MOST_TYPICAL = 5;

  private final WalkMemory memory = new WalkMemory();
  private final Study study;
  private final Decisions decisions;
  private final Consumer<String> progress;
  private final Plan plan;
  private final Replays replays;
  private final Reach reach;

  /**
   * @param progress is told what is looked at
   */
  public ReachFinder(Study study, Decisions decisions, Consumer<String> progress) {
    this.study = study;
    this.decisions = decisions;
    this.progress = progress;
    this.plan = study.plan();
    this.replays = new Replays(plan, decisions, study.seed());
    this.reach = new Reach(study.plan(), decisions, Observed::in, memory);
  }

  /**
   * The answers.
   *
   * @param wanted the index of the only outcome that is wanted, in detail; -1 for all
   * @throws TooLargeException if even the outcomes cannot be worked out exactly
   */
  public List<ReachAnswer> find(int wanted) throws TooLargeException {
    progress.accept("probabilities");
    Signposts parameters = new Signposts(plan, decisions, progress);
    ExactWalk.Witnessed walked =
        new ExactWalk(plan, decisions, memory).witnessed(parameters.parameters());
    ExactResult exact = walked.outcomes();
    List<Signpost> beside = parameters.told(walked.beside());
    Map<Integer, Long> drawn = new AgreeingCase(study, decisions).firstWith(plan.outcome(), DRAWN);
    List<ReachAnswer> answers = new ArrayList<>();
    for (int outcome = 0; outcome < exact.reachable().length; outcome++) {
      if (wanted >= 0 && outcome != wanted) {
        continue;
      }
      progress.accept(plan.outcome().domain().text(outcome));
      answers.add(
          exact.reachable()[outcome]
              ? reached(
                  outcome, exact, beside, Optional.ofNullable(drawn.get(outcome)), wanted >= 0)
              : excluded(outcome));
    }
    return answers;
  }

  private ReachAnswer reached(
      int outcome,
      ExactResult exact,
      List<Signpost> beside,
      Optional<Long> drawn,
      boolean inDetail) {
    String name = plan.outcome().domain().text(outcome);
    Map<String, Integer> values = exact.witnesses().getOrDefault(outcome, Map.of());
    Witness witness =
        Witness.of(plan, replays, values, outcome)
            .orElseThrow(() -> new IllegalStateException("The case found does not end as " + name));
    Map<String, String> set = study.texts(witness.set());
    if (!study.leadsTo(name, 1, set, decisions)) {
      throw new IllegalStateException("Set on the command line, no case ends as " + name);
    }
    return new ReachAnswer.Reached(
        name,
        exact.probability()[outcome],
        drawn,
        witness,
        set,
        typical(outcome, beside),
        inDetail ? Optional.of(conditions(outcome, witness)) : Optional.empty());
  }

  /**
   * What was so in more than half of the cases that end in an outcome, and more often than in all
   * cases; in order of what one learns of a value by knowing the outcome: p log (p / before).
   */
  private static List<ReachAnswer.Typical> typical(int outcome, List<Signpost> beside) {
    List<ReachAnswer.Typical> typical = new ArrayList<>();
    for (Signpost parameter : beside) {
      for (Signpost.AtValue value : parameter.inRanges().values()) {
        double given = value.backwards()[outcome];
        if (given > HALF && given - value.probability() >= TOLD) {
          typical.add(
              new ReachAnswer.Typical(parameter.name(), value.value(), given, value.probability()));
        }
      }
    }
    typical.sort(PortableMath.largestFirst(ReachFinder::learnt));
    return typical.stream().limit(MOST_TYPICAL).toList();
  }

  private static double learnt(ReachAnswer.Typical typical) {
    return typical.given() * PortableMath.log(typical.given() / typical.before());
  }

  private ReachAnswer.Conditions conditions(int outcome, Witness witness) {
    List<ExplainedDecision> way =
        new Explainer(plan, decisions, study.register(), study.seed())
            .explain(1, new LinkedHashMap<>(witness.all())).decisions().stream()
                .filter(ExplainedDecision::onTheWay)
                .toList();
    progress.accept("what is enough");
    try {
      List<String> enough =
          new SufficientConditions(
                  plan, new ExactWalk(plan, decisions, memory), witness.all(), outcome)
              .minimal(witness.values().stream().map(Witness.Value::address).toList());
      return new ReachAnswer.Conditions(
          witness.values().stream().filter(v -> enough.contains(v.address())).toList(),
          Optional.empty(),
          way);
    } catch (TooLargeException e) {
      return new ReachAnswer.Conditions(
          List.of(), Optional.of(Objects.requireNonNullElse(e.getMessage(), "too large")), way);
    }
  }

  /** Whether some settings reach an outcome if nothing is known of the cases. */
  private boolean isReachableUnobserved(int outcome) throws TooLargeException {
    if (plan.evidence().isNone()) {
      return false;
    }
    Plan whole = study.whole().plan();
    return new ExactWalk(whole, decisions).outcomesAlone().reachable()[outcome]
        || !new Reach(whole, decisions).exclusion(outcome).byRules();
  }

  /** What excludes an outcome that cannot be reached. */
  public ReachAnswer excluded(int outcome) {
    String name = plan.outcome().domain().text(outcome);
    try {
      Exclusion exclusion = reach.exclusion(outcome);
      return ReachAnswer.Excluded.of(
          name, exclusion, exclusion.byRules() && isReachableUnobserved(outcome));
    } catch (TooLargeException e) {
      return new ReachAnswer.Unexplained(
          name, Objects.requireNonNullElse(e.getMessage(), "too large"));
    }
  }
}
