package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.isfsim.model.Stage;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Scenario;

/**
 * Why cases are lost on the way: the plan with a flag more for each stage and each reason that its
 * decisions can give. A flag is true where a case has got to the stage before and not to this one,
 * and the reason was given. A case may have several reasons, or none.
 *
 * @param plan the plan with the flags at its end
 * @param losses the flags, stage by stage, in the order of the rules that give the reasons
 */
public record Losses(Plan plan, List<Loss> losses) {

  /**
   * A reason why cases do not get to a stage.
   *
   * @param stage the name of the stage
   * @param reason the reason as the rules give it
   * @param flag whether a case is lost there with this reason among its reasons
   */
  public record Loss(String stage, String reason, Variable flag) {}

  /** Copies the list. */
  public Losses {
    losses = List.copyOf(losses);
  }

  /** The losses on the way of a plan. */
  public static Losses in(Plan plan, Decisions decisions) {
    return new Finder(plan, decisions).losses();
  }

  /** The same where a plan says the same of another scenario; see {@link Plan#under}. */
  public Optional<Losses> under(Scenario other) {
    return plan.under(other).map(same -> new Losses(same, losses));
  }

  /** The flags of all losses. */
  public List<Variable> flags() {
    return losses.stream().map(Loss::flag).toList();
  }

  /**
   * What is asked beside what is reported, in groups that depend on much the same: each stage with
   * the reasons for which cases are lost there, and after them all else.
   */
  public List<List<Variable>> asked() {
    List<List<Variable>> groups = new ArrayList<>();
    List<Variable> rest = new ArrayList<>(plan.asked());
    for (Stage stage : plan.stages()) {
      List<Variable> group = new ArrayList<>();
      if (rest.remove(stage.reached())) {
        group.add(stage.reached());
      }
      losses.stream()
          .filter(loss -> loss.stage().equals(stage.name()))
          .forEach(loss -> group.add(loss.flag()));
      groups.add(group);
    }
    groups.add(rest);
    return groups.stream().filter(group -> !group.isEmpty()).toList();
  }

  /** What is made of flags. */
  private enum Joined implements Operation {
    NOT,
    BUT_NOT,
    BOTH,
    EITHER;

    @Override
    public int apply(int[] in) {
      return switch (this) {
        case NOT -> 1 - in[0];
        case BUT_NOT -> in[0] == 1 && in[1] == 0 ? 1 : 0;
        case BOTH -> Math.min(in[0], in[1]);
        case EITHER -> Math.max(in[0], in[1]);
      };
    }
  }

  /** Whether a decision gives a reason. */
  private record Given(DecisionTable table, String reason) implements Operation {
    @Override
    public int apply(int[] inputs) {
      return table.find(inputs).reasons().contains(reason) ? 1 : 0;
    }
  }

  private static final class Finder {

    private final Plan plan;
    private final Decisions decisions;
    private final LongerPlan longer;

    Finder(Plan plan, Decisions decisions) {
      this.plan = plan;
      this.decisions = decisions;
      this.longer = new LongerPlan(plan);
    }

    Losses losses() {
      List<Loss> losses = new ArrayList<>();
      for (int i = 0; i < plan.stages().size(); i++) {
        Stage stage = plan.stages().get(i);
        List<Step.Decide> asked = asked(stage);
        // A set of our own: distinct() after flatMap() lets doubles through in a browser.
        Set<String> reasons = new LinkedHashSet<>();
        asked.forEach(decide -> reasons(decide).forEach(reasons::add));
        if (reasons.isEmpty()) {
          continue;
        }
        Variable here = stage.reached();
        String name = "lost at " + stage.name();
        Variable lost =
            i == 0
                ? longer.add(name, List.of(here), Joined.NOT)
                : longer.add(
                    name, List.of(plan.stages().get(i - 1).reached(), here), Joined.BUT_NOT);
        for (String reason : reasons) {
          Variable given = given(asked, reason);
          losses.add(
              new Loss(
                  stage.name(),
                  reason,
                  longer.add(name + " by " + reason, List.of(lost, given), Joined.BOTH)));
        }
      }
      return new Losses(longer.plan(), losses);
    }

    /** The decisions that tell why a case is lost at a stage. */
    private List<Step.Decide> asked(Stage stage) {
      return plan.decisions().stream()
          .filter(
              decide ->
                  stage.because().stream()
                      .anyMatch(
                          name ->
                              name.endsWith(".*")
                                  ? decide.column().startsWith(name.substring(0, name.length() - 1))
                                  : decide.column().equals(name)))
          .toList();
    }

    private Stream<String> reasons(Step.Decide decide) {
      return decisions.rules().rulesOf(decide.signature().decision()).stream()
          .flatMap(rule -> rule.conclusions().stream())
          .filter(Conclusion.Reason.class::isInstance)
          .map(conclusion -> ((Conclusion.Reason) conclusion).code());
    }

    /** Whether any of some decisions gives a reason. */
    private Variable given(List<Step.Decide> asked, String reason) {
      Variable so = null;
      for (Step.Decide decide : asked) {
        if (reasons(decide).noneMatch(reason::equals)) {
          continue;
        }
        DecisionTable table = decisions.table(decide.signature().decision());
        Variable given =
            longer.add(
                decide.column() + " for " + reason, decide.inputs(), new Given(table, reason));
        so =
            so == null
                ? given
                : longer.add("any up to " + given.name(), List.of(so, given), Joined.EITHER);
      }
      if (so == null) {
        throw new IllegalArgumentException("No decision gives the reason " + reason);
      }
      return so;
    }
  }
}
