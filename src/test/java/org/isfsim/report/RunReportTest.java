package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.article.Share;
import org.isfsim.article.TextStyle;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.RunResult.Stopped;
import org.isfsim.montecarlo.Tally;
import org.isfsim.parameter.Basis;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private final RunReport report = FakeRuns.report();

  private static OutcomeRow row(RunReport report, String outcome) {
    return report.outcomes().stream()
        .filter(row -> row.outcome().equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allThirteenOutcomesAreListedInTheirOrder() {
    assertThat(report.outcomes())
        .extracting(OutcomeRow::outcome)
        .containsExactly(
            "no-vote",
            "not-adopted-insufficient",
            "not-adopted-veto",
            "deployed-without-mandate",
            "no-contingents",
            "not-deployed",
            "ended-early",
            "observation",
            "peacekeeping",
            "enforcement-dual-command",
            "enforcement-partial-area",
            "enforcement-below-yardstick",
            "enforcement-at-yardstick");
  }

  @Test
  void probabilitiesAddUpToOneOverTheCasesWithAnOutcome() {
    assertThat(report.cases()).isEqualTo(100);
    assertThat(report.failed()).isEqualTo(2);
    assertThat(report.outcomes().stream().mapToDouble(OutcomeRow::probability).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(report.byProbability())
        .extracting(OutcomeRow::outcome)
        .containsExactly("not-adopted-veto", "not-deployed", "enforcement-at-yardstick");
  }

  @Test
  void whatWasSeenIsReachableWithItsFirstCaseAndWhatWasNotIsUnknownUpToABound() {
    OutcomeRow seen = row(report, "enforcement-at-yardstick");
    assertThat(seen.reachable()).isEqualTo(Reachable.YES);
    assertThat(seen.firstCase()).hasValue(100);

    OutcomeRow unseen = row(report, "peacekeeping");
    assertThat(unseen.reachable()).isEqualTo(Reachable.UNKNOWN);
    assertThat(unseen.firstCase()).isEmpty();
    assertThat(unseen.sampled().interval().low()).isZero();
    // 1 - 0.05^(1/100)
    assertThat(unseen.sampled().interval().high()).isCloseTo(0.029513, within(1e-6));
  }

  @Test
  void theExactWalkSettlesReachability() {
    RunReport exact = FakeRuns.exactReport();
    assertThat(exact.isExact()).isTrue();
    assertThat(exact.outcomes())
        .extracting(OutcomeRow::reachable)
        .doesNotContain(Reachable.UNKNOWN);
    assertThat(row(exact, "peacekeeping").reachable()).isEqualTo(Reachable.NO);
    assertThat(row(exact, "ended-early").reachable()).isEqualTo(Reachable.YES);
    assertThat(row(exact, "not-deployed").probability()).isEqualTo(0.3949);
  }

  @Test
  void anExactResultThatLacksAnOutcomeIsRefused() {
    RunResult result = FakeRuns.result(FakeRuns.plan(FakeRuns.scenario()));
    ExactFigures partial =
        FakeRuns.exactly(
            Map.of("no-vote", new ExactOutcome(false, 0, Optional.empty())), List.of());
    assertThatThrownBy(() -> FakeRuns.report(result, partial))
        .hasMessageContaining("not-adopted-insufficient");
  }

  @Test
  void aSampledOutcomeThatTheWalkExcludesIsADefect() {
    RunResult result = FakeRuns.result(FakeRuns.plan(FakeRuns.scenario()));
    Map<String, ExactOutcome> nothing = new LinkedHashMap<>();
    org.isfsim.Shipped.outcomes()
        .values()
        .forEach(o -> nothing.put(o, new ExactOutcome(false, 0, Optional.empty())));
    assertThatThrownBy(() -> FakeRuns.report(result, FakeRuns.exactly(nothing, List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Case 1 ends in not-adopted-veto");
  }

  @Test
  void milestonesAreDatedAmongTheCasesThatReachThem() {
    MilestoneRow vote = report.milestones().get(0);
    assertThat(vote.reached()).isEqualTo(new Share(100, 100));
    assertThat(vote.dates())
        .contains(
            new MilestoneRow.Dates(
                FakeRuns.START.plusWeeks(50),
                FakeRuns.START.plusWeeks(5),
                FakeRuns.START.plusWeeks(95)));
    MilestoneRow troops = report.milestones().get(1);
    assertThat(troops.reached().isSeen()).isFalse();
    assertThat(troops.dates()).isEmpty();
  }

  @Test
  void aDateIsThatOfTheSmallestShareThatReachesIt() {
    assertThat(ReportBuilder.quantile(new long[] {0, 1, 0, 1}, 2, 50)).isEqualTo(1);
    assertThat(ReportBuilder.quantile(new long[] {0, 1, 0, 1}, 2, 95)).isEqualTo(3);
    assertThat(ReportBuilder.quantile(new long[] {0, 1, 0, 0}, 1, 5)).isEqualTo(1);
    assertThat(LocalDate.of(2025, 11, 4).plusWeeks(1)).isEqualTo("2025-11-11");
  }

  @Test
  void aSwitchAtItsDefaultGivesTheCataloguesReason() {
    SwitchRow veto = report.switches().get(0);
    assertThat(veto.conflict()).contains("C1");
    assertThat(veto.value()).isEqualTo("turkey-only");
    assertThat(veto.reason()).isEqualTo("a named speaker");
    assertThat(report.switches().get(1).conflict()).isEmpty();
  }

  @Test
  void aSwitchThatWasSetSaysByWhom() {
    for (Origin origin : List.of(Origin.FILE, Origin.COMMAND_LINE)) {
      Scenario scenario = FakeRuns.scenario(Optional.empty(), origin, "none");
      SwitchRow row =
          FakeRuns.report(FakeRuns.result(FakeRuns.plan(scenario)), ExactFigures.NONE)
              .switches()
              .get(0);
      assertThat(row.value()).isEqualTo("none");
      assertThat(row.isDefault()).isFalse();
      assertThat(row.reason())
          .isEqualTo(origin == Origin.FILE ? "set by the scenario" : "set on the command line");
    }
  }

  @Test
  void groundsCountSettingsAndBandsByBasisAndTheContributorsDefaults() {
    Grounds grounds = report.grounds();
    assertThat(grounds.count(Basis.DOCUMENTED)).isEqualTo(1);
    assertThat(grounds.count(Basis.SWITCH)).isEqualTo(3);
    assertThat(grounds.count(Basis.NORM)).isZero();
    assertThat(grounds.count(Basis.ASSUMPTION)).isEqualTo(4);
    assertThat(grounds.assumptions())
        .extracting(Grounds.Assumption::parameter)
        .containsExactly(
            "a, \"quoted\" chance",
            "contributors.IDN.willing",
            "contributors.IDN.troops",
            "bands.force.troops");
    assertThat(grounds.attributes()).isEqualTo(2);
    assertThat(grounds.defaultAttributes()).isEqualTo(1);
  }

  @Test
  void anOpinionNamesTheDocumentsOnTheSideTaken() {
    assertThat(report.indicators().get(3).documents()).containsExactly("S002");
    assertThat(report.indicators().get(2).documents()).isEmpty();
  }

  @Test
  void thePolicyIsTheSelectedOneElseTheOneThatChangesNothing() {
    assertThat(report.policy()).isEqualTo("as-documented");
    assertThat(
            RunReport.policyName(
                FakeRuns.scenario(Optional.of("amended"), Origin.CATALOGUE, "turkey-only")))
        .isEqualTo("amended");
  }

  @Test
  void whatIsTooLargeForAWalkAndNotSampledIsSaidSo() {
    Plan plan = FakeRuns.plan(FakeRuns.scenario());
    Map<String, ExactOutcome> outcomes = new LinkedHashMap<>();
    org.isfsim.Shipped.outcomes()
        .values()
        .forEach(o -> outcomes.put(o, new ExactOutcome(false, 0, Optional.empty())));
    outcomes.put("no-vote", new ExactOutcome(true, 1, Optional.empty()));
    ExactFigures exact =
        FakeRuns.exactly(outcomes, List.of())
            .with(Map.of(plan.variable("on-time"), new double[] {0.25, 0.75}));
    RunReport run =
        FakeRuns.report(new RunResult(plan, 7, 0, new Tally(plan), Stopped.CASES), exact);
    String text = RunArticle.of(run).text(TextStyle.PLAIN).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("on time 75.0 %", "First troops not worked out: too large for an exact answer")
        .contains("Authority of the force not worked out: too large for an exact answer")
        .doesNotContain("no cases", "Sampled");
  }

  @Test
  void aRunWithoutCasesHasNoFigures() {
    Plan plan = FakeRuns.plan(FakeRuns.scenario());
    RunReport empty =
        FakeRuns.report(
            new RunResult(plan, 7, 0, new Tally(plan), Stopped.CASES), ExactFigures.NONE);
    assertThat(empty.byProbability()).isEmpty();
    assertThat(empty.outcomes()).hasSize(13);
    assertThat(RunArticle.of(empty).text(TextStyle.PLAIN)).contains("nothing can be said");
    assertThat(RunArticle.of(empty).markdown()).contains("nothing can be said");
    assertThat(FakeRuns.json(empty)).doesNotContain("NaN").doesNotContain("probability");
    assertThat(new Article().data(RunTables.of(List.of(empty))).csv("outcomes"))
        .contains("no-vote,unknown,,,,,,0,,,\n");
  }
}
