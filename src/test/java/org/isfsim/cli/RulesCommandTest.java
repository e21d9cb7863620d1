package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

  @TempDir private Path folder;

  /** Copies the shipped rules into a folder. */
  static void copyRules(Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> found = Files.list(Ran.HOME.resolve("rules"))) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  @Test
  void listsTheSentencesByDecision() {
    Ran ran = Ran.isfsim("rules", "list");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("council (", "outcome (")
        .containsPattern("  norm +Too few members vote yes");
  }

  @Test
  void oneDecisionCanBeListedAlone() {
    assertThat(Ran.isfsim("rules", "list", "--decision", "council").out())
        .startsWith("council (")
        .doesNotContain("outcome (");
    Ran ran = Ran.isfsim("rules", "list", "--decision", "concil");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("(did you mean \"council\"?)");
  }

  @Test
  void aRuleIsShownInWordsWithItsClaimsAndItsPlace() {
    assertThat(Ran.isfsim("rules", "show", "no vote is held by the horizon").out())
        .containsPattern("when +support is \"no-vote\"\n +then +council is no-vote")
        .contains("written in", "council.drl:", "S004-32 The Council is preparing");
  }

  @Test
  void aDecisionIsShownWithWhatItReadsAndGives() {
    assertThat(Ran.isfsim("rules", "show", "council").out())
        .contains("reads support: no-vote, too-few, enough")
        .contains("gives council: no-vote, insufficient, vetoed, adopted")
        .contains("Charter of the United Nations, article 27(3)");
  }

  @Test
  void anUnknownRuleIsInvalidWithAdvice() {
    Ran ran = Ran.isfsim("rules", "show", "No vote is held by the horizn");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("did you mean \"No vote is held by the horizon\"?");
  }

  @Test
  void anotherFolderOfRulesCanBeShown() throws IOException {
    copyRules(folder);
    Path file = folder.resolve("objection.drl");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("france == \"no\"", "france != \"yes\"")
            .replace("france != \"no\"", "france == \"yes\""));
    assertThat(Ran.isfsim("rules", "show", "France votes no", "--rules", folder.toString()).out())
        .contains("france is not \"yes\"");
  }

  @Test
  void aBadRuleFileIsNamedWithItsPlace() throws IOException {
    copyRules(folder);
    Path file = folder.resolve("council.drl");
    Files.writeString(
        file, Files.readString(file).replace("support == \"no-vote\"", "supprt == \"no-vote\""));
    Ran ran = Ran.isfsim("rules", "list", "--rules", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsPattern("council\\.drl:\\d+:\\d+: .*supprt");
  }

  @Test
  void jsonHoldsTheSame() {
    assertThat(Ran.isfsim("rules", "show", "council", "--format", "json").out())
        .contains("\"decision\": \"council\"", "\"condition\": \"support is \\\"no-vote\\\"\"")
        .contains("\"line\": ");
  }
}
