package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No figure is mixed up with another one, and none is wrong because a rule or a digit is missing.
 */
final class TrustedFiguresTest {

  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");

  @TempDir private Path folder;
  private Path rules;

  @BeforeEach
  void copyRules() throws IOException {
    rules = Files.createDirectory(folder.resolve("rules"));
    try (var files = Files.list(SECOND.resolve("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, rules.resolve(file.getFileName()));
      }
    }
  }

  private Path scenario(String name, String id, String more) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        format: 1
        id: %s
        title: A town
        question: Is it dry?
        start: 2030-01-07
        horizon: 2030-12-30
        run: { cases: 5000, seed: 3 }
        %s
        """
            .formatted(id, more));
  }

  private Ran ran(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(List.of("--rules", rules.toString()));
    return Ran.isfsim(args.toArray(String[]::new));
  }

  @Test
  void twoScenariosOfOneIdAreRefusedTogether() throws IOException {
    Path batch = Files.createDirectory(folder.resolve("batch"));
    scenario("batch/a.yaml", "twin", "contributors: { DYKE: { name: D } }");
    scenario("batch/b.yaml", "twin", "contributors: { LOCK: { name: L } }");
    Path out = folder.resolve("out");
    Ran ran = ran("run", batch.toString(), "--out", out.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("b.yaml: id: \"twin\" is the id of ", "a.yaml too");
    assertThat(out).doesNotExist();
  }

  @Test
  void aScenarioNamedTwiceIsRunOnce() throws IOException {
    Path file = scenario("a.yaml", "one", "contributors: { DYKE: { name: D } }");
    Ran ran = ran("run", file.toString(), folder.resolve("./a.yaml").toString(), "--cases", "5");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("A town\nScenario one");
  }

  @Test
  void whatCanOccurIsReachableHoweverSmallItsProbability() throws IOException {
    String rare = "offers: { choice: { true: 1e99, false: 1e-99 } }";
    Path file =
        scenario(
            "rare.yaml",
            "rare",
            """
            contributors:
              DYKE: { name: D, %s }
              SLUICE: { name: S, %s }
              LOCK: { name: L, %s }
            """
                .formatted(rare, rare, rare));
    String[] early = {"--set", "order.week=1", "--set", "delivery.weeks=2", "--set"};
    Ran reach =
        ran(
            "reach",
            file.toString(),
            early[0],
            early[1],
            early[2],
            early[3],
            "--set",
            "season.week=40");
    Ran run =
        ran(
            "run",
            file.toString(),
            "--cases",
            "0",
            early[0],
            early[1],
            early[2],
            early[3],
            "--set",
            "season.week=40",
            "--format",
            "json");

    assertThat(reach.code()).as(reach.err()).isZero();
    assertThat(reach.out())
        .contains("flooded-streets: yes, less than 1e-300 %, smaller than any number here");
    assertThat(run.out())
        .containsPattern("\"outcome\": \"flooded-streets\",\\s+\"reachable\": \"yes\"")
        .contains("4.9E-324");
  }

  @Test
  void somethingObservedThatIsTooRareForANumberIsNotCalledImpossible() throws IOException {
    String rare = "offers: { choice: { true: 1e99, false: 1e-99 } }";
    Path file =
        scenario(
            "rare.yaml",
            "rare",
            "contributors: { DYKE: { name: D, %s }, LOCK: { name: L, %s } }".formatted(rare, rare));
    Ran ran =
        ran(
            "run",
            file.toString(),
            "--observed",
            "supply.DYKE = none",
            "--observed",
            "supply.LOCK = none");

    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).doesNotContain("no case of").contains("too rare");
  }

  @Test
  void whereRulesGiveNoResultExactAndSampledFiguresAgreeAndTheShareIsTold() throws IOException {
    String barrier = Files.readString(rules.resolve("barrier.drl"));
    int from = barrier.indexOf("rule \"Gates that nobody inspected");
    int to = barrier.indexOf("rule \"A full row");
    Files.writeString(
        rules.resolve("barrier.drl"), barrier.substring(0, from) + barrier.substring(to));
    Path file =
        scenario(
            "gap.yaml",
            "gap",
            """
            levers: { order.inspection: none }
            contributors: { DYKE: { name: D }, LOCK: { name: L }, SLUICE: { name: S } }
            """);
    Path out = folder.resolve("out");
    Ran ran =
        ran(
            "run",
            file.toString(),
            "--cases",
            "40000",
            "--exact",
            "all",
            "--format",
            "json",
            "--out",
            out.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.PARTIAL);
    Matcher figures =
        Pattern.compile(
                "\"(?:exact|reached-exact)\": ([0-9.E-]+)(?:(?!\"exact\").)*?\"probability\":"
                    + " ([0-9.E-]+)",
                Pattern.DOTALL)
            .matcher(ran.out().replaceAll("\"range\": \\{[^}]*\\}", ""));
    int compared = 0;
    while (figures.find()) {
      double exact = Double.parseDouble(figures.group(1));
      assertThat(Double.parseDouble(figures.group(2)))
          .as(figures.group())
          .isCloseTo(exact, within(0.015));
      compared++;
    }
    assertThat(compared).isGreaterThan(3);
    assertThat(ran.out()).contains("\"without-result\"");
    assertThat(Files.readString(out.resolve("outcomes.csv"))).contains("gap,none,(no result),yes,");
    assertThat(ran("run", file.toString(), "--cases", "0").out())
        .contains("The rules give no outcome for", "of all cases, exactly");
  }
}
