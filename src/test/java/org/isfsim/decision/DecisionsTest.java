package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remembered results, fresh results, and what happens where the rules are at fault. */
final class DecisionsTest {

  private static final Signature LIGHT =
      Signature.of(
          "light",
          Domain.Choice.of("stop", "go"),
          new Field("red", Domain.Flag.FLAG),
          new Field("speed", Domain.Numbers.count(0, 3)));

  private static final String FAULTY =
      """
      package isfsim.light
      rule "Red stops" @kind(assumption) when Light(red) then decide("stop"); end
      rule "Who is fast goes" @kind(assumption) when Light(speed >= 3) then decide("go"); end
      rule "Green goes" @kind(assumption) when Light(!red, speed > 0) then decide("go"); end
      """;

  @TempDir Path folder;

  private RuleSet faulty() throws IOException {
    Files.writeString(folder.resolve("light.drl"), FAULTY);
    return RuleSet.read(folder, List.of(LIGHT));
  }

  @Test
  void rememberedAndFreshResultsAgreeOnEveryCombination() {
    RuleSet rules = Samples.rules();
    try (Decisions remembering = Decisions.remembering(rules);
        Decisions reference = Decisions.reference(rules)) {
      DecisionTable remembered = remembering.table("council");
      DecisionTable fresh = reference.table("council");
      for (int round = 0; round < 2; round++) {
        for (long key = 0; key < Samples.COUNCIL.combinations(); key++) {
          Finding finding = remembered.finding(remembered.lookup(key));
          assertThat(fresh.finding(fresh.lookup(key))).isEqualTo(finding);
          assertThat(finding.failed()).as(finding.toString()).isFalse();
        }
      }
      assertThat(remembering.firings()).isEqualTo(Samples.COUNCIL.combinations());
      assertThat(reference.firings()).isEqualTo(2 * Samples.COUNCIL.combinations());
    }
  }

  @Test
  void anInputIsFoundByItsKeyAndByItsValues() {
    try (Decisions decisions = Decisions.remembering(Samples.rules())) {
      DecisionTable table = decisions.table("council");
      long[] strides = table.signature().strides();
      int code = table.lookup(1, 0, 2, 1, 9);
      assertThat(table.lookup(strides[0] + 2 * strides[2] + strides[3] + 9 * strides[4]))
          .isEqualTo(code);
      assertThat(table.finding(code).text(0)).isEqualTo("adopted");
      assertThat(table.finding(code).text(1)).isEqualTo("false");
      assertThat(table.codes()).isEqualTo(code + 1);
      assertThat(table.firings()).isEqualTo(1);
    }
  }

  @Test
  void theTraceNamesTheRulesThatFiredInTheOrderOfTheFile() {
    try (Decisions decisions = Decisions.remembering(Samples.rules())) {
      Verdict verdict = decisions.trace("council", 1, 1, 0, 0, 10);
      assertThat(verdict.fired())
          .extracting(Rule::name)
          .containsExactly(
              "A permanent no is a veto where the votes would suffice",
              "Only a fixed number of elected votes");
      assertThat(verdict.finding().reasons()).containsExactly("permanent-no", "elected-one-or-ten");
      assertThat(decisions.firings()).isEqualTo(1);
    }
  }

  @Test
  void aGapIsAFindingThatNamesTheCombination() throws IOException {
    try (Decisions decisions = Decisions.remembering(faulty())) {
      Finding finding = decisions.table("light").find(0, 0);
      assertThat(finding.failed()).isTrue();
      assertThat(finding.result(0)).isEqualTo(Finding.NONE);
      assertThat(finding.failures())
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure.at(0, 0))
                      .isEqualTo(
                          "decision light: no rule decides light when red is false, speed is 0"));
    }
  }

  @Test
  void aConflictIsAFindingThatNamesBothRules() throws IOException {
    try (Decisions decisions = Decisions.remembering(faulty())) {
      Finding finding = decisions.table("light").find(1, 3);
      String file = folder.resolve("light.drl").toString();
      assertThat(finding.failures())
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure.at(1, 3))
                      .isEqualTo(
                          "decision light: rule \"Red stops\" ("
                              + file
                              + ":2:6) decides \"stop\" and rule \"Who is fast goes\" ("
                              + file
                              + ":3:6) decides \"go\" for light when red is true, speed is 3"));
    }
  }

  @Test
  void rulesThatAgreeAreNoConflict() throws IOException {
    try (Decisions decisions = Decisions.remembering(faulty())) {
      assertThat(decisions.table("light").find(0, 3).failed()).isFalse();
      assertThat(decisions.trace("light", 0, 3).fired()).hasSize(2);
    }
  }

  @Test
  void anUnknownDecisionOrValueIsRefused() {
    try (Decisions decisions = Decisions.remembering(Samples.rules())) {
      assertThatThrownBy(() -> decisions.table("cuncil"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> decisions.table("council").lookup(0, 0, 0, 0, 11))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> decisions.table("council").lookup(0, 0, 0, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void rememberedInputsAreKnownAfterClosing() {
    Decisions decisions = Decisions.remembering(Samples.rules());
    Finding before = decisions.table("council").find(0, 0, 0, 0, 0);
    decisions.close();

    assertThat(decisions.table("council").find(0, 0, 0, 0, 0)).isEqualTo(before);
    assertThatThrownBy(() -> decisions.table("council").find(1, 0, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void threadsThatAskAtOnceGetTheSameFindings() throws Exception {
    int threads = 4;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (Decisions decisions = Decisions.remembering(Samples.rules())) {
      DecisionTable table = decisions.table("council");
      List<Future<List<Finding>>> runs = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        boolean backwards = t % 2 == 1;
        runs.add(
            executor.submit(
                () -> {
                  long last = Samples.COUNCIL.combinations() - 1;
                  Finding[] found = new Finding[(int) last + 1];
                  LongStream.rangeClosed(0, last)
                      .map(key -> backwards ? last - key : key)
                      .forEach(key -> found[(int) key] = table.finding(table.lookup(key)));
                  return List.of(found);
                }));
      }
      List<Finding> first = runs.get(0).get();
      for (Future<List<Finding>> run : runs) {
        assertThat(run.get()).isEqualTo(first);
      }
      assertThat(table.codes()).isEqualTo((int) first.stream().distinct().count());
    } finally {
      executor.shutdown();
    }
  }
}
