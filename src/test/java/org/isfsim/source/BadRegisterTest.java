package org.isfsim.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad register for each kind of mistake, each with its message. */
class BadRegisterTest {

  private static final String DOCUMENT = "S000.yaml";
  private static final String CONFLICTS = "conflicts.yaml";
  private static final String VOICES = "voices.yaml";

  @TempDir private Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        in(
            DOCUMENT,
            "note:",
            "noise: x\nnote:",
            "S000.yaml:7:1: noise: unknown key \"noise\"; allowed: id, file, sha256, title, kind,"
                + " reliability, note, paragraphs, claims (did you mean \"note\"?)"),
        in(DOCUMENT, "title: A report\n", "", "title: the key \"title\" is missing"),
        in(
            DOCUMENT,
            "id: S000",
            "id: S001",
            "S000.yaml:1:5: id: \"S001\" has not the right form; allowed: S000, as the file's name"
                + " says"),
        in(
            DOCUMENT,
            "original.txt",
            "../original.txt",
            "2:7: file: \"../original.txt\" has not the right form"),
        in(DOCUMENT, "sha256: 4c", "sha256: 4C", "sha256: \"4C2e"),
        in(
            DOCUMENT,
            "reliability: high",
            "reliability: hihg",
            "reliability: \"hihg\" is not known here; allowed: low, medium, high (did you mean"
                + " \"high\"?)"),
        in(
            DOCUMENT,
            "paragraphs: 3",
            "paragraphs: many",
            "8:13: paragraphs: \"many\" has not the right form; allowed: a whole number from 1"),
        in(
            DOCUMENT,
            "note: made up",
            "note: as in S000-77 made up",
            "note: there is no claim S000-77; allowed: S000-01 to S000-03 of S000"),
        in(
            DOCUMENT,
            "S000-03:",
            "S000-3:",
            "20:3: claims.S000-3: \"S000-3\" is not the id of a claim of S000"),
        in(DOCUMENT, "S000-03:", "S001-03:", "is not the id of a claim of S000"),
        in(DOCUMENT, "S000-03:", "S000-02:", "the key \"S000-02\" occurs twice"),
        in(
            DOCUMENT,
            "S000-03:",
            "S000-00:",
            "20:3: claims.S000-00: the claim S000-00 stands after S000-02"),
        in(
            DOCUMENT,
            "paragraph: 1",
            "paragraph: 4",
            "11:16: claims.S000-01.paragraph: the document has no paragraph 4; allowed: a whole"
                + " number from 1 to 3"),
        in(DOCUMENT, "paragraph: 1", "paragraph: 0", "\"0\" is not the number of a paragraph"),
        in(
            DOCUMENT,
            "[2, 3]",
            "[3, 2]",
            "claims.S000-02.paragraph: the paragraphs of a claim are not in ascending order"),
        in(DOCUMENT, "[2, 3]", "[]", "the list of paragraphs is empty"),
        in(
            DOCUMENT,
            "kind: fact",
            "kind: facts",
            "13:11: claims.S000-01.kind: \"facts\" is not known here; allowed: fact, condition,"
                + " commitment, prediction, opinion, number (did you mean \"fact\"?)"),
        in(
            DOCUMENT,
            "    says: The first thing.\n",
            "",
            "claims.S000-01.says: the key \"says\" is missing"),
        in(DOCUMENT, "unused: shapes", "unuse: shapes", "(did you mean \"unused\"?)"),
        in(
            DOCUMENT,
            "unused: shapes nothing",
            "unused: \"\"",
            "claims.S000-03.unused: the text is empty"),
        in(CONFLICTS, "C1:", "K1:", "conflicts.yaml:1:1: K1: \"K1\" is not the id of a conflict"),
        in(CONFLICTS, "  title: Whether it is so\n", "", "C1.title: the key \"title\" is missing"),
        in(
            CONFLICTS,
            "treatment: switch",
            "treatment: solved",
            "6:14: C1.treatment: \"solved\" is not known here; allowed: switch, lever, rule,"
                + " merged, rejected, note"),
        in(
            CONFLICTS,
            "  parameter: some.parameter\n",
            "",
            "C1.parameter: a conflict treated as a switch names the parameter"),
        in(
            CONFLICTS,
            "[S000-01]",
            "[S000-44]",
            "4:31: C1.sides[0].claims: there is no claim S000-44; allowed: S000-01 to S000-03 of"
                + " S000"),
        in(
            CONFLICTS,
            "[S000-01]",
            "[S009-44]",
            "there is no claim S009-44, for there is no S009; allowed: claims of S000"),
        in(CONFLICTS, "[S000-01]", "[x]", "\"x\" is not the id of a claim"),
        in(CONFLICTS, "[S000-01]", "[S000-01, S000-01]", "S000-01 is cited twice on one side"),
        in(CONFLICTS, "[S000-01]", "[]", "C1.sides[0].claims: a side cites one claim or more"),
        in(
            CONFLICTS,
            "[S000-01]",
            "[S000-03]",
            "the claim S000-03 is cited here although it is marked unused (take \"unused: shapes"
                + " nothing\" away, or the citation)"),
        in(CONFLICTS, "since S000-01", "since C7", "C1.resolution: there is no conflict C7"),
        in(
            CONFLICTS,
            "C1:",
            "C2: {title: a, sides: [{claims: [S000-01], says: b}],"
                + " treatment: note, resolution: c}\nC1:",
            "2:1: C1: the conflict C1 stands after C2"),
        in(
            VOICES,
            "report:",
            "Report:",
            "voices.yaml:6:1: Report: \"Report\" is not the id of a voice; allowed: lower-case words"
                + " with hyphens, such as report-s001"),
        in(
            VOICES,
            "note: one",
            "noet: one",
            "3:3: diplomats.noet: unknown key \"noet\"; allowed: name, note, speaks (did you mean"
                + " \"note\"?)"),
        in(VOICES, "  name: the report itself\n", "", "report.name: the key \"name\" is missing"),
        in(VOICES, "S000-01", "S000-44", "diplomats.note: there is no claim S000-44"),
        in(
            VOICES,
            "    S000: [the report]\n",
            "    S000: [the report]\nnobody:\n  name: nobody\n  speaks: {}\n",
            "voices.yaml:12:11: nobody.speaks: the voice makes no claim"),
        in(
            VOICES,
            "    S000: [the report]\n",
            "    S000: [the report]\nnobody:\n  name: nobody\n  speaks: { S000: [] }\n",
            "voices.yaml:12:19: nobody.speaks.S000: the voice makes no claim"),
        in(
            VOICES,
            "    S000: [the report]\n",
            "    S000: [the report]\n    S009: [the report]\n",
            "10:5: report.speaks.S009: nobody speaks in \"S009\"; allowed: S000"),
        in(
            VOICES,
            "[the report]",
            "[the report, the reprot]",
            "9:24: report.speaks.S000: no claim of S000 is made by \"the reprot\"; allowed: an"
                + " official; a diplomat; the report (did you mean \"the report\"?)"),
        in(
            VOICES,
            "[the report]",
            "[the report, an official]",
            "9:24: report.speaks.S000: \"an official\" of S000 is the voice diplomats already"),
        in(
            VOICES,
            ", a diplomat",
            "",
            "S000.yaml:17:10: \"a diplomat\" of S000 is no voice (name it under \"speaks\" of one"
                + " voice in "));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeGivesOneClearProblem(UnaryOperator<SmallRegister> spoil, String message) {
    assertThat(problem(spoil.apply(SmallRegister.in(folder)))).contains(message);
  }

  @Test
  void aMissingConflictFileIsAProblem() {
    assertThat(problem(SmallRegister.in(folder).delete(CONFLICTS)))
        .endsWith("conflicts.yaml: there is no such file");
  }

  @Test
  void aMissingFileOfVoicesIsAProblem() {
    assertThat(problem(SmallRegister.in(folder).delete(VOICES)))
        .endsWith("voices.yaml: there is no such file");
  }

  @Test
  void aMissingDocumentIsAProblem() {
    SmallRegister register = SmallRegister.in(folder).write("S002.yaml", "id: S002\n");
    assertThat(problem(register)).contains("S001.yaml is missing, while there is S002.yaml");
  }

  @Test
  void aFileThatIsNoPartOfARegisterIsAProblem() {
    SmallRegister register = SmallRegister.in(folder).write("S1.yaml", "id: S1\n");
    assertThat(problem(register)).contains("S1.yaml: this file is not part of a register");
  }

  @Test
  void anEmptyFolderIsAProblem() {
    SmallRegister register =
        SmallRegister.in(folder).delete(CONFLICTS).delete(VOICES).delete(DOCUMENT);
    assertThat(problem(register)).contains("the folder holds no document");
  }

  private static Arguments in(String file, String text, String by, String message) {
    UnaryOperator<SmallRegister> spoil = register -> register.replace(file, text, by);
    String name = (text + " → " + by).replace("\n", " ");
    return Arguments.of(Named.of(name, spoil), message);
  }

  private static String problem(SmallRegister register) {
    InvalidInputException thrown =
        catchThrowableOfType(InvalidInputException.class, register::read);
    assertThat(thrown).isNotNull();
    assertThat(thrown.problems()).hasSize(1);
    return thrown.problems().get(0).toString();
  }
}
