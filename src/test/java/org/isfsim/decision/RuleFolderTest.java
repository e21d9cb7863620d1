package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isfsim.document.InvalidInputException;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a rule folder must have, and what is said when it has others. */
final class RuleFolderTest {

  private static final Signature MANDATE =
      Signature.of("mandate", Domain.Flag.FLAG, new Field("adopted", Domain.Flag.FLAG));
  private static final Signature FIRST_TROOPS =
      Signature.of("first-troops", Domain.Flag.FLAG, new Field("mandate", Domain.Flag.FLAG));

  @TempDir Path folder;

  @BeforeEach
  void writeSoundRules() throws IOException {
    write(
        "mandate.drl",
        "package isfsim.mandate",
        "rule \"Adopted\" @kind(assumption) when Mandate(adopted) then decide(true); end",
        "rule \"Failed\" @kind(assumption) when Mandate(!adopted) then decide(false); end");
    write(
        "first-troops.drl",
        "package isfsim.first_troops;",
        "rule \"All\" @kind(assumption) when FirstTroops() then decide(true); end");
  }

  private void write(String name, String... lines) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), List.of(lines));
  }

  private RuleSet read() {
    return RuleSet.read(folder, List.of(MANDATE, FIRST_TROOPS));
  }

  private List<String> problems() {
    InvalidInputException e = catchThrowableOfType(InvalidInputException.class, this::read);
    assertThat(e).isNotNull();
    return e.problems().stream()
        .map(problem -> problem.toString().replace(folder.toString(), "rules"))
        .toList();
  }

  @Test
  void rulesAreReadInTheOrderOfTheDecisions() {
    RuleSet rules = read();

    assertThat(rules.rules()).extracting(Rule::name).containsExactly("Adopted", "Failed", "All");
    assertThat(rules.rulesOf("mandate")).hasSize(2);
    assertThat(rules.folder()).isEqualTo(folder);
    assertThat(rules.signatures()).containsExactly(MANDATE, FIRST_TROOPS);
  }

  @Test
  void aDecisionWithAHyphenHasItsTypeAndPackage() {
    try (Decisions decisions = Decisions.remembering(read())) {
      assertThat(decisions.table("first-troops").find(0).text(0)).isEqualTo("true");
    }
  }

  @Test
  void theHashIsThatOfNamesAndBytes() throws IOException {
    String before = read().sha256();
    assertThat(before).matches("[0-9a-f]{64}").isEqualTo(read().sha256());
    write("notes.md", "no rules");
    assertThat(read().sha256()).isEqualTo(before);

    write("first-troops.drl", Files.readString(folder.resolve("first-troops.drl")) + "// more");

    assertThat(read().sha256()).isNotEqualTo(before);
  }

  @Test
  void aFolderThatIsNotThereIsSaidToBe() {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> RuleSet.read(folder.resolve("ruels"), List.of(MANDATE)));
    assertThat(e).hasMessage(folder.resolve("ruels") + ": the rule folder does not exist");
  }

  @Test
  void aFileIsNoFolder() {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> RuleSet.read(folder.resolve("mandate.drl"), List.of(MANDATE)));
    assertThat(e).hasMessageEndingWith("mandate.drl: the rule folder is no folder");
  }

  @Test
  void anEmptyFolderHoldsNoRules() throws IOException {
    Files.delete(folder.resolve("mandate.drl"));
    Files.delete(folder.resolve("first-troops.drl"));
    assertThat(problems())
        .containsExactly(
            "rules: the folder holds no rules; allowed: one file for each decision, such as"
                + " mandate.drl");
  }

  @Test
  void aMisspeltFileIsNamedWithItsDecision() throws IOException {
    Files.move(folder.resolve("mandate.drl"), folder.resolve("mandat.drl"));
    assertThat(problems())
        .containsExactly(
            "rules: the file mandate.drl is missing from the folder",
            "rules/mandat.drl: there is no decision for this file; allowed: mandate.drl,"
                + " first-troops.drl (did you mean \"mandate.drl\"?)");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("mandate.drl"));
    assertThat(problems())
        .containsExactly("rules: the file mandate.drl is missing from the folder");
  }

  @Test
  void aSecondFileOfADecisionIsRefused() throws IOException {
    write("more/mandate.drl", "package isfsim.mandate");
    write("Mandate.DRL", "package isfsim.mandate");
    assertThat(problems())
        .containsExactly(
            "rules/Mandate.DRL: this is a second file for the decision mandate; allowed:"
                + " mandate.drl, directly in the folder",
            "rules/more/mandate.drl: this is a second file for the decision mandate; allowed:"
                + " mandate.drl, directly in the folder");
  }

  @Test
  void aFileInASubfolderIsInTheWrongPlace() throws IOException {
    Files.createDirectories(folder.resolve("more"));
    Files.move(folder.resolve("mandate.drl"), folder.resolve("more/mandate.drl"));
    assertThat(problems())
        .contains(
            "rules/more/mandate.drl: this file for the decision mandate is in the wrong place or"
                + " has the wrong name; allowed: mandate.drl, directly in the folder");
  }

  @Test
  void anEmptyFileIsSaidToBe() throws IOException {
    Files.write(folder.resolve("mandate.drl"), new byte[0]);
    assertThat(problems()).containsExactly("rules/mandate.drl: the file is empty");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Files.write(folder.resolve("mandate.drl"), new byte[] {'p', (byte) 0xff, (byte) 0xfe});
    assertThat(problems()).containsExactly("rules/mandate.drl: the file is no text in UTF-8");
  }

  @Test
  void aFolderWithTheNameOfAFileIsNoFile() throws IOException {
    Files.delete(folder.resolve("mandate.drl"));
    Files.createDirectories(folder.resolve("mandate.drl"));
    assertThat(problems()).containsExactly("rules/mandate.drl: this is no file");
  }

  @Test
  void aHugeFileIsRefusedUnread() throws IOException {
    Files.write(folder.resolve("mandate.drl"), new byte[(1 << 20) + 1]);
    assertThat(problems())
        .containsExactly(
            "rules/mandate.drl: the file is too large for rules; allowed: up to 1024 KiB");
  }

  @Test
  void problemsOfAllFilesAreGivenAtOnce() throws IOException {
    write("mandate.drl", "package isfsim.mandate", "rule \"A\"", "when Mandate(adoptd) then end");
    write("first-troops.drl", "package isfsim.first_troops");
    assertThat(problems())
        .containsExactly(
            "rules/first-troops.drl:2:1: the file has no rules; allowed: rule \"…\" @kind(…) when …"
                + " then … end",
            "rules/mandate.drl:2:6: rule \"A\": the rule has no @kind; allowed: condition,"
                + " commitment, norm, opinion, assumption",
            "rules/mandate.drl:3:14: rule \"A\": unknown field \"adoptd\" of Mandate; allowed:"
                + " adopted (did you mean \"adopted\"?)",
            "rules/mandate.drl:3:27: rule \"A\": the rule concludes nothing; allowed:"
                + " decide(VALUE); decide(\"result\", VALUE); reason(\"code\");");
  }

  @Test
  void linesEndLikeThoseOfAnySystem() throws IOException {
    String text = Files.readString(folder.resolve("mandate.drl"));
    Files.writeString(folder.resolve("mandate.drl"), text.replace("\n", "\r\n"));
    try (Decisions decisions = Decisions.remembering(read())) {
      assertThat(decisions.table("mandate").find(0).text(0)).isEqualTo("false");
    }
  }
}
