package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static List<String> keys(JsonNode node) {
    return new ArrayList<>(node.propertyNames());
  }

  @Test
  void aRunIsOneDocumentWithItsKeysInOrder() {
    JsonNode json = MAPPER.readTree(FakeRuns.json(FakeRuns.report()));
    assertThat(keys(json))
        .containsExactly(
            "isfsim",
            "command",
            "scenario",
            "rules",
            "policy",
            "changed",
            "seed",
            "cases",
            "failed",
            "stopped",
            "confidence",
            "outcomes",
            "without-result",
            "switches",
            "indicators",
            "milestones",
            "assumptions",
            "failures");
    assertThat(keys(json.get("scenario"))).containsExactly("id", "file", "sha256");
    assertThat(json.get("cases").asLong()).isEqualTo(100);
    assertThat(json.get("confidence").asDouble()).isEqualTo(0.95);
    assertThat(json.get("failures").get(1).get("case").asLong()).isEqualTo(102);
  }

  @Test
  void outcomesStandInOrderAndAddUpToOne() {
    JsonNode outcomes = MAPPER.readTree(FakeRuns.json(FakeRuns.report())).get("outcomes");
    List<String> names = new ArrayList<>();
    double sum = 0;
    long count = 0;
    for (JsonNode outcome : outcomes) {
      names.add(outcome.get("outcome").asString());
      sum += outcome.get("probability").asDouble();
      count += outcome.get("count").asLong();
      assertThat(outcome.get("low").asDouble()).isBetween(0.0, 1.0);
      assertThat(outcome.get("high").asDouble()).isGreaterThan(0);
    }
    assertThat(names).isEqualTo(org.isfsim.Shipped.outcomes().values());
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(count).isEqualTo(100);
    assertThat(keys(outcomes.get(0)))
        .containsExactly("outcome", "reachable", "count", "probability", "low", "high");
    assertThat(outcomes.get(0).get("reachable").asString()).isEqualTo("unknown");
  }

  @Test
  void exactFiguresComeBetweenReachabilityAndCount() {
    JsonNode outcomes = MAPPER.readTree(FakeRuns.json(FakeRuns.exactReport())).get("outcomes");
    JsonNode veto = outcomes.get(2);
    assertThat(keys(veto))
        .containsExactly(
            "outcome", "reachable", "exact", "range", "count", "probability", "low", "high");
    assertThat(keys(veto.get("range"))).containsExactly("low", "high", "low-by", "high-by");
    assertThat(veto.get("range").get("high-by").asString()).isEqualTo("council.china.vote=no");
    assertThat(outcomes.get(0).get("reachable").asString()).isEqualTo("no");
    assertThat(outcomes.get(0).get("exact").asDouble()).isZero();
    assertThat(outcomes).allSatisfy(o -> assertThat(keys(o.get("range"))).contains("low", "high"));
  }

  @Test
  void switchesMilestonesIndicatorsAndAssumptionsSayWhatTheDesignSays() {
    JsonNode json = MAPPER.readTree(FakeRuns.json(FakeRuns.report()));
    JsonNode side = json.get("switches").get(0);
    assertThat(keys(side)).containsExactly("conflict", "parameter", "value", "reason");
    assertThat(json.get("switches").get(1).get("conflict").isNull()).isTrue();
    JsonNode vote = json.get("milestones").get("vote");
    assertThat(keys(vote)).containsExactly("reached", "median", "p05", "p95");
    assertThat(vote.get("reached").asDouble()).isEqualTo(1);
    assertThat(vote.get("median").asString()).isEqualTo("2026-10-20");
    assertThat(json.get("milestones").get("troops").get("median").isNull()).isTrue();
    JsonNode onTime = json.get("indicators").get("on-time");
    assertThat(onTime.size()).isEqualTo(2);
    assertThat(keys(onTime.get(1))).containsExactly("value", "probability", "low", "high");
    assertThat(onTime.get(1).get("value").asString()).isEqualTo("true");
    JsonNode assumption = json.get("assumptions").get(3);
    assertThat(assumption.get("parameter").asString()).isEqualTo("bands.force.troops");
    assertThat(assumption.get("basis").asString()).isEqualTo("assumption");
    assertThat(assumption.get("claims").get(0).asString()).isEqualTo("S002-27");
  }

  @Test
  void theSameResultsGiveTheSameBytes() {
    assertThat(FakeRuns.json(FakeRuns.report())).isEqualTo(FakeRuns.json(FakeRuns.report()));
  }

  @Test
  void severalRunsAreAListBesideWhatCouldNotBeRun() {
    BatchReport batch =
        new BatchReport(
            org.isfsim.Shipped.model().outcomes(),
            List.of(
                new BatchEntry.Done(FakeRuns.report()),
                new BatchEntry.Invalid(
                    "bad.yaml",
                    List.of(
                        Problem.of(new Mark("bad.yaml", 3, 5), "run", "no such key")
                            .allowing("cases, seed"))),
                new BatchEntry.Failed("sad.yaml", "the disk is full")));
    JsonNode json = MAPPER.readTree(FakeRuns.json(batch));
    assertThat(keys(json)).containsExactly("runs", "invalid", "failed");
    assertThat(json.get("runs").get(0).get("scenario").get("id").asString()).isEqualTo("fake");
    JsonNode problem = json.get("invalid").get(0).get("problems").get(0);
    assertThat(problem.get("line").asInt()).isEqualTo(3);
    assertThat(problem.get("allowed").asString()).isEqualTo("cases, seed");
    assertThat(json.get("failed").get(0).get("reason").asString()).isEqualTo("the disk is full");
    assertThat(
            keys(
                MAPPER.readTree(
                    FakeRuns.json(
                        new BatchReport(
                            org.isfsim.Shipped.model().outcomes(),
                            List.of(new BatchEntry.Done(FakeRuns.report())))))))
        .containsExactly("runs");
  }
}
