package org.isfsim.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Exclusion;
import org.isfsim.exact.Reach;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.explanation.SettingSets;
import org.isfsim.model.Evidence;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.Tally;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.source.Register;

/** How likely what was observed is; if it is impossible, what of the scenario excludes it. */
public final class Observations {

  /** So many sets of settings are named that exclude it. */
  private static final int SHOWN = 3;

  /** Shares of what is rarer are shares of numbers that have lost their digits. */
  private static final double RAREST = 1e-290;

  private final Register register;
  private final Decisions decisions;
  private final WalkMemory memory;

  /** Looks at plans of a register's scenarios. */
  public Observations(Register register, Decisions decisions) {
    this(register, decisions, new WalkMemory());
  }

  /**
   * The same.
   *
   * @param memory what walks over these and other plans have worked out
   */
  public Observations(Register register, Decisions decisions, WalkMemory memory) {
    this.register = register;
    this.decisions = decisions;
    this.memory = memory;
  }

  /**
   * What is known of a plan's cases.
   *
   * @throws InvalidInputException if no case agrees with it, with the settings that exclude it
   */
  public Observation of(Plan plan) {
    List<WrittenStatement> written = plan.scenario().observed();
    List<Observation.Row> rows = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      OptionalDouble probability = probability(Observed.alone(plan, i));
      rows.add(new Observation.Row(written.get(i).text(), probability));
      if (isZero(probability)) {
        problems.add(impossible(Observed.alone(plan, i), List.of(written.get(i))));
      }
    }
    OptionalDouble together = rows.size() == 1 ? rows.get(0).probability() : probability(plan);
    if (problems.isEmpty() && isZero(together)) {
      problems.add(impossible(plan, written));
    }
    if (problems.isEmpty() && together.orElse(1) < RAREST) {
      problems.add(tooRare(written));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Observation(rows, together);
  }

  /** What is known, without how likely it is. */
  public static Observation unexamined(Plan plan) {
    return new Observation(
        plan.scenario().observed().stream()
            .map(written -> new Observation.Row(written.text(), OptionalDouble.empty()))
            .toList(),
        OptionalDouble.empty());
  }

  /**
   * Requires of a sample that some case agrees with what is known.
   *
   * @throws InvalidInputException if none does
   */
  public static void requireSome(RunResult sample, Observation observation) {
    Tally tally = sample.tally();
    requireSome(sample.plan(), tally.cases(), tally.cases() + tally.apart(), observation);
  }

  /**
   * Requires that some case agrees with what is known.
   *
   * @param agreeing how many cases do
   * @param all of how many
   * @throws InvalidInputException if none does
   */
  public static void requireSome(Plan plan, long agreeing, long all, Observation observation) {
    if (agreeing > 0 || all == 0 || plan.evidence().isNone()) {
      return;
    }
    WrittenStatement first = plan.scenario().observed().get(0);
    OptionalDouble together = observation.together();
    String advice =
        together.isPresent() && together.getAsDouble() > 0
            ? String.format(
                Locale.ROOT,
                "one in %,.0f does; take more cases, or --cases 0 for exact answers alone",
                1 / together.getAsDouble())
            : "take more cases, or work out exactly whether any can";
    throw new InvalidInputException(
        Problem.of(
                first.mark(),
                first.path(),
                "none of " + all + " sampled cases turns out as was observed")
            .advising(advice));
  }

  private static boolean isZero(OptionalDouble probability) {
    return probability.isPresent() && probability.getAsDouble() <= 0;
  }

  private OptionalDouble probability(Plan plan) {
    try {
      return OptionalDouble.of(new ExactWalk(plan, decisions, memory).evidence());
    } catch (TooLargeException e) {
      return OptionalDouble.empty();
    }
  }

  private static Problem tooRare(List<WrittenStatement> statements) {
    WrittenStatement first = statements.get(0);
    return Problem.of(
            first.mark(),
            first.path(),
            "what was observed is possible, but too rare to tell anything given it: "
                + statements.stream()
                    .map(WrittenStatement::text)
                    .collect(Collectors.joining(", and ")))
        .allowing("what at least one in 1e290 cases agrees with");
  }

  private Problem impossible(Plan plan, List<WrittenStatement> statements) {
    WrittenStatement first = statements.get(0);
    String what =
        statements.stream().map(WrittenStatement::text).collect(Collectors.joining(", and "));
    Problem problem =
        Problem.of(
            first.mark(),
            first.path(),
            "no case of "
                + plan.scenario().file()
                + " turns out so: "
                + what
                + (statements.size() > 1 ? "; each of them alone is possible" : ""));
    try {
      Exclusion exclusion =
          new Reach(plan, decisions, other -> known(other, plan), memory).exclusionOfEvidence();
      return problem.advising(advice(plan, exclusion));
    } catch (TooLargeException e) {
      return problem.advising("what excludes it is too large to be worked out");
    }
  }

  /** The same flags as in one plan known in another plan of the same statements. */
  private static Plan known(Plan other, Plan plan) {
    Plan asked = Observed.in(other);
    List<String> names = plan.evidence().flags().stream().map(flag -> flag.name()).toList();
    return asked.given(
        new Evidence(
            asked.evidence().flags().stream().filter(f -> names.contains(f.name())).toList(),
            Map.of()));
  }

  private String advice(Plan plan, Exclusion exclusion) {
    if (exclusion.byRules()) {
      return "no change of settings makes it possible: the rules exclude it";
    }
    SettingGrounds grounds = new SettingGrounds(plan, register);
    int least = exclusion.blocking().stream().mapToInt(List::size).min().orElse(Integer.MAX_VALUE);
    String excluding =
        exclusion.blocking().stream()
            .filter(set -> set.size() == least)
            .limit(SHOWN)
            .map(set -> set.stream().map(grounds::setting).collect(Collectors.joining(" with ")))
            .collect(Collectors.joining("; or by "));
    String change =
        SettingSets.of(exclusion.relaxations()).stream()
            .min(Comparator.comparingInt(List::size))
            .map(
                set ->
                    set.stream()
                        .map(SettingSets.Place::inWords)
                        .collect(Collectors.joining(" and ")))
            .orElse("");
    return (excluding.isEmpty() ? "" : "excluded by " + excluding)
        + (change.isEmpty()
            ? ""
            : (excluding.isEmpty() ? "" : "; ") + "possible if " + change + " changes");
  }
}
