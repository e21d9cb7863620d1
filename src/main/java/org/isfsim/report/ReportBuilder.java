package org.isfsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.isfsim.article.Share;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Stage;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.Tally;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.BandSetting;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.study.Observation;
import org.jspecify.annotations.Nullable;

/** Reads a run's result into a report. */
final class ReportBuilder {

  private final RunResult result;
  private final Circumstances circumstances;
  private final Plan plan;
  private final Scenario scenario;
  private final Tally tally;

  ReportBuilder(RunResult result, Circumstances circumstances) {
    this.result = result;
    this.circumstances = circumstances;
    this.plan = result.plan();
    this.scenario = plan.scenario();
    this.tally = result.tally();
  }

  RunReport build(ExactFigures exact, Observation observation, List<Change> changes) {
    return new RunReport(
        circumstances,
        scenario,
        RunReport.policyName(scenario),
        result.seed(),
        result.requested(),
        tally.cases(),
        tally.failed(),
        result.stopped().label(),
        outcomes(exact.outcomes()),
        exact.movers(),
        plan.indicators().stream().map(i -> indicator(i, exact)).toList(),
        plan.milestones().stream().map(m -> milestone(m, exact)).toList(),
        scenario.settings().values().stream()
            .filter(setting -> setting.parameter().kind() == ParameterKind.SWITCH)
            .map(this::side)
            .toList(),
        grounds(),
        tally.failures(),
        exact.walk(),
        observation,
        tally.apart(),
        answers(exact),
        changes,
        funnel(exact),
        Glossary.of(plan.model()),
        noResult(exact));
  }

  private NoResult noResult(ExactFigures exact) {
    long all = tally.cases() + tally.failed();
    long with = Arrays.stream(tally.counts(plan.outcome())).sum();
    return new NoResult(new Share(all - with, all), exact.withoutResult());
  }

  private List<StageRow> funnel(ExactFigures exact) {
    List<StageRow> rows = new ArrayList<>();
    for (Stage stage : plan.stages()) {
      if (plan.asked().contains(stage.reached())) {
        Marginal marginal = exact.marginals().get(stage.reached().name());
        rows.add(
            new StageRow(
                stage.name(),
                stage.title(),
                rows.isEmpty() ? 1 : rows.get(rows.size() - 1).probability(),
                shares(stage.reached()).get(1),
                likely(marginal),
                exact.losses().getOrDefault(stage.name(), List.of())));
      }
    }
    return rows;
  }

  private static OptionalDouble likely(@Nullable Marginal marginal) {
    return marginal == null ? OptionalDouble.empty() : OptionalDouble.of(marginal.at(1));
  }

  private List<AnswerRow> answers(ExactFigures exact) {
    List<AnswerRow> answers = new ArrayList<>();
    for (int i = 0; i < scenario.questions().size(); i++) {
      Variable flag = plan.asked().get(i);
      WrittenStatement written = scenario.questions().get(i);
      Marginal marginal = exact.marginals().get(flag.name());
      answers.add(
          new AnswerRow(written.name(), written.text(), likely(marginal), shares(flag).get(1)));
    }
    return answers;
  }

  private List<OutcomeRow> outcomes(Map<String, ExactOutcome> exact) {
    Domain domain = plan.outcome().domain();
    List<Share> shares = shares(plan.outcome());
    List<OutcomeRow> rows = new ArrayList<>();
    for (int i = 0; i < domain.size(); i++) {
      String outcome = domain.text(i);
      if (!exact.isEmpty() && !exact.containsKey(outcome)) {
        throw new IllegalArgumentException("The exact results lack the outcome " + outcome);
      }
      Optional<ExactOutcome> walked = Optional.ofNullable(exact.get(outcome));
      if (shares.get(i).isSeen() && walked.filter(walk -> !walk.reachable()).isPresent()) {
        throw new IllegalStateException(
            "Case " + tally.firstCase(i) + " ends in " + outcome + ", which the walk excludes");
      }
      long first = tally.firstCase(i);
      rows.add(
          new OutcomeRow(
              outcome,
              shares.get(i),
              first == 0 ? OptionalLong.empty() : OptionalLong.of(first),
              walked,
              Optional.ofNullable(result.first().get(i)).map(this::dates).orElse(List.of())));
    }
    return rows;
  }

  /** When a case reached each milestone. */
  private List<Optional<LocalDate>> dates(int[] row) {
    return plan.milestones().stream()
        .map(milestone -> milestone.week())
        .map(week -> week.domain().number(row[week.slot()]))
        .map(week -> Optional.of(week).filter(w -> w <= plan.horizonWeeks()).map(plan::date))
        .toList();
  }

  private List<Share> shares(Variable variable) {
    long[] counts = tally.counts(variable);
    long known = Arrays.stream(counts).sum();
    return Arrays.stream(counts).mapToObj(count -> new Share(count, known)).toList();
  }

  private IndicatorRow indicator(Indicator indicator, ExactFigures exact) {
    return new IndicatorRow(
        indicator.name(),
        indicator.title(),
        indicator.variable().domain(),
        shares(indicator.variable()),
        indicator.opinion(),
        indicator.opinion() ? authors(indicator.variable()) : List.of(),
        Optional.ofNullable(exact.marginals().get(indicator.variable().name())));
  }

  /** The documents behind the switches that the indicator's decision reads. */
  private List<String> authors(Variable indicator) {
    return plan.decisions().stream()
        .filter(decision -> decision.results().contains(indicator))
        .map(Step.Decide::inputs)
        .flatMap(List::stream)
        .map(input -> scenario.settings().get(input.name()))
        .flatMap(setting -> Optional.ofNullable(setting).stream())
        .filter(setting -> setting.parameter().kind() == ParameterKind.SWITCH)
        .flatMap(setting -> documents(setting).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private MilestoneRow milestone(Milestone milestone, ExactFigures exact) {
    Domain weeks = milestone.week().domain();
    long[] counts = tally.counts(milestone.week());
    long known = Arrays.stream(counts).sum();
    long reached = 0;
    for (int i = 0; i < counts.length; i++) {
      if (weeks.number(i) > plan.horizonWeeks()) {
        counts[i] = 0;
      }
      reached += counts[i];
    }
    long total = reached;
    Optional<MilestoneRow.Dates> dates =
        total == 0
            ? Optional.empty()
            : Optional.of(dates(weeks, percent -> quantile(counts, total, percent)));
    return new MilestoneRow(
        milestone.name(),
        milestone.title(),
        new Share(total, known),
        dates,
        Optional.ofNullable(exact.marginals().get(milestone.week().name()))
            .map(marginal -> exactly(weeks, marginal)),
        byWeek(weeks, counts, exact.marginals().get(milestone.week().name())));
  }

  /** How likely it is reached by each week; empty if nothing is known. */
  private List<Double> byWeek(Domain weeks, long[] counts, @Nullable Marginal marginal) {
    if (marginal == null && tally.cases() == 0) {
      return List.of();
    }
    List<Double> reached = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < weeks.size() && weeks.number(i) <= plan.horizonWeeks(); i++) {
      sum += marginal == null ? (double) counts[i] / tally.cases() : marginal.at(i);
      reached.add(Math.min(1, sum));
    }
    return reached;
  }

  private MilestoneRow.Exact exactly(Domain weeks, Marginal marginal) {
    int limit = weeks.indexOf(String.valueOf(plan.horizonWeeks())).orElseThrow() + 1;
    double reached = marginal.below(limit);
    return new MilestoneRow.Exact(
        reached,
        reached > 0
            ? Optional.of(dates(weeks, percent -> marginal.quantile(limit, percent / 100.0)))
            : Optional.empty());
  }

  private MilestoneRow.Dates dates(Domain weeks, IntUnaryOperator quantile) {
    return new MilestoneRow.Dates(
        plan.date(weeks.number(quantile.applyAsInt(50))),
        plan.date(weeks.number(quantile.applyAsInt(5))),
        plan.date(weeks.number(quantile.applyAsInt(95))));
  }

  /**
   * The first index at which at least a percentage of the total is reached: the inverse of the
   * empirical distribution function (R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
   * Packages", The American Statistician 50, 1996, definition 1).
   */
  static int quantile(long[] counts, long total, int percent) {
    long wanted = Math.max(1, (Math.multiplyExact(total, percent) + 99) / 100);
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum >= wanted) {
        return i;
      }
    }
    throw new IllegalArgumentException("The counts add up to " + sum + ", not to " + total);
  }

  private SwitchRow side(Setting setting) {
    return new SwitchRow(
        setting.parameter().conflict(),
        setting.address(),
        setting.parameter().description(),
        value(setting),
        reason(setting),
        isDefault(setting),
        documents(setting));
  }

  private static boolean isDefault(Setting setting) {
    return setting.written().equals(setting.parameter().defaultText());
  }

  private static String value(Setting setting) {
    return setting.distribution().isFixed()
        ? setting.domain().text(setting.distribution().at().fixedValue())
        : setting.written();
  }

  private String reason(Setting setting) {
    if (isDefault(setting)) {
      return setting.parameter().note().orElse("the catalogue's default");
    }
    return switch (setting.origin()) {
      case CATALOGUE -> "the catalogue's default";
      case FILE -> "set by the scenario";
      case POLICY -> "set by the policy " + RunReport.policyName(scenario);
      case COMMAND_LINE -> "set on the command line";
    };
  }

  /** The documents on the side that a switch takes; of all sides if the side is not known. */
  private List<String> documents(Setting setting) {
    List<String> claims =
        setting
            .parameter()
            .conflict()
            .map(conflict -> circumstances.sides().claims(conflict, value(setting)))
            .filter(Predicate.not(List::isEmpty))
            .orElse(setting.claims());
    return claims.stream()
        .map(claim -> claim.substring(0, Math.max(0, claim.indexOf('-'))))
        .distinct()
        .sorted()
        .toList();
  }

  private Grounds grounds() {
    Map<Basis, Integer> byBasis = new EnumMap<>(Basis.class);
    List<Grounds.Assumption> assumptions = new ArrayList<>();
    int attributes = 0;
    int defaults = 0;
    for (Setting setting : scenario.settings().values()) {
      byBasis.merge(setting.basis(), 1, Integer::sum);
      if (setting.basis() == Basis.ASSUMPTION) {
        assumptions.add(
            new Grounds.Assumption(
                setting.address(),
                setting.parameter().kind().word(),
                setting.parameter().description(),
                setting.written(),
                setting.claims()));
      }
      if (setting.parameter().isAttribute()) {
        attributes++;
        defaults += setting.origin() == Origin.CATALOGUE ? 1 : 0;
      }
    }
    for (BandSetting band : scenario.bands().values()) {
      boolean asDefined = band.cuts().equals(band.band().cuts());
      Basis basis = asDefined ? band.band().basis() : Basis.ASSUMPTION;
      byBasis.merge(basis, 1, Integer::sum);
      if (basis == Basis.ASSUMPTION) {
        assumptions.add(
            new Grounds.Assumption(
                "bands." + band.band().id(),
                "band",
                band.band().description(),
                band.written(),
                asDefined ? band.band().claims() : List.of()));
      }
    }
    return new Grounds(
        byBasis,
        assumptions,
        scenario.contributors().stream().map(Contributor::name).toList(),
        attributes,
        defaults);
  }
}
