package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isfsim.cli.Ran.isfsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.isfsim.ChangedFolder;
import org.isfsim.Shipped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a case under a changed copy of the rule folder. */
final class ChangedFolderTest {

  private static final Pattern NINE =
      Pattern.compile(
          "\\bnine\\b(?! in ten)|\\b9 (yes|votes|members)|votes-needed \\(9\\)|at least 9\\b",
          Pattern.CASE_INSENSITIVE);

  @TempDir private Path folder;

  private String scenario = "";

  /** A text on which nobody objects, and one contributor, so that each command is quick. */
  @BeforeEach
  void writeAScenarioWithOneContributor() throws IOException {
    Files.copy(Shipped.BASELINE, folder.resolve("baseline.yaml"));
    scenario =
        Files.writeString(
                folder.resolve("one.yaml"),
                """
                format: 1
                extends: baseline.yaml
                id: one
                title: One contributor
                question: What becomes of a force of one contributor?
                uncertainties:
                  council.china.vote: yes
                  council.russia.vote: yes
                  council.france.vote: yes
                  council.united-kingdom.vote: yes
                contributors:
                  IDN: null
                  AZE: null
                  EGY: null
                  TUR: null
                  ARE: null
                  OTHER: { willing: true, accepts-parallel-operations: true }
                """)
            .toString();
  }

  @Test
  void whereEightVotesAreEnoughNoSentenceSaysNine() throws IOException {
    String rules =
        ChangedFolder.whereEightVotesAreEnough(folder.resolve("rules")).folder().toString();
    String[] three = {"--set", "council.elected-yes=3"};
    assertThat(said("explain", scenario, "--case", "1", "--all", three[0], three[1]))
        .contains("council: insufficient")
        .satisfies(text -> assertThat(nines(text)).isNotEmpty());

    assertThat(
            said("explain", scenario, "--case", "1", "--all", "--rules", rules, three[0], three[1]))
        .contains("council: adopted", "council.votes-needed (8)")
        .satisfies(text -> assertThat(nines(text)).isEmpty());
    assertThat(nines(said("run", scenario, "--cases", "500", "--rules", rules))).isEmpty();
    assertThat(
            nines(
                said("reach", scenario, "--rules", rules, "--outcome", "not-adopted-insufficient")))
        .isEmpty();
    assertThat(
            nines(
                said(
                    "explain",
                    scenario,
                    "--case",
                    "1",
                    "--rules",
                    rules,
                    "--set",
                    "council.elected-yes=2",
                    "--why-not",
                    "not-deployed")))
        .isEmpty();
    assertThat(nines(said("rules", "list", "--rules", rules))).isEmpty();
  }

  @Test
  void whereParliamentsMustAgreeEveryCommandKnowsTheCondition() throws IOException {
    String rules =
        ChangedFolder.whereParliamentsMustAgree(folder.resolve("rules")).folder().toString();
    String agrees = "contributors.OTHER.parliament-agrees";

    String run = said("run", scenario, "--cases", "500", "--rules", rules, "--format", "csv");
    assertThat(run).isNotEqualTo(said("run", scenario, "--cases", "500", "--format", "csv"));
    assertThat(
            said(
                "run",
                scenario,
                "--cases",
                "500",
                "--rules",
                rules,
                "--format",
                "csv",
                "--reference"))
        .isEqualTo(run);

    assertThat(
            said(
                "explain",
                scenario,
                "--rules",
                rules,
                "--set",
                agrees + "=false",
                "--decision",
                "joining.OTHER"))
        .contains(
            "joining.OTHER (", ": false [no-parliament]", "A state whose parliament does not agree")
        .contains(agrees);
    assertThat(said("reach", scenario, "--rules", rules, "--outcome", "no-contingents"))
        .contains("no-contingents: yes", agrees + "=false");
    assertThat(said("sensitivity", scenario, "--rules", rules, "--outcome", "no-contingents"))
        .contains(agrees);
    Path cases =
        Files.writeString(
            folder.resolve("cases.csv"),
            agrees + ",council.elected-yes\nfalse,9\ntrue,9\nfalse,9\n");
    assertThat(said("evaluate", scenario, cases.toString(), "--rules", rules).lines().skip(1))
        .satisfiesExactly(
            line -> assertThat(line).contains("no-contingents"),
            line -> assertThat(line).doesNotContain("no-contingents"),
            line -> assertThat(line).contains("no-contingents"));
  }

  /** The sentences in which a text says nine of the votes. */
  private static List<String> nines(String text) {
    String joined = text.replaceAll("\\s+", " ");
    return NINE.matcher(joined)
        .results()
        .map(
            found ->
                joined.substring(
                    Math.max(0, found.start() - 60), Math.min(joined.length(), found.end() + 60)))
        .toList();
  }

  private static String said(String... args) {
    Ran ran = isfsim(args);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return ran.out();
  }
}
