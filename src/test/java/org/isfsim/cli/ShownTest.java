package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that somebody else wrote gives commands to a terminal, to a page or to a spreadsheet. */
final class ShownTest {

  @TempDir private Path folder;

  private static String shown(String text, boolean colours) throws IOException {
    StringWriter whole = new StringWriter();
    try (Shown shown = new Shown(whole, colours)) {
      shown.write(text);
    }
    StringWriter single = new StringWriter();
    try (Shown shown = new Shown(single, colours)) {
      for (char c : text.toCharArray()) {
        shown.write(c);
      }
    }
    assertThat(single.toString()).isEqualTo(whole.toString());
    return whole.toString();
  }

  @Test
  void whatShowsItselfPasses() throws IOException {
    assertThat(shown("a\tb\nç 漢 \ud83d\ude00", false)).isEqualTo("a\tb\nç 漢 \ud83d\ude00");
  }

  @Test
  void everythingElseIsWrittenByItsNumber() throws IOException {
    assertThat(shown("a\u202eb\u009bc\u0007\r\u2066\u001b]52;c;x\u0007", false))
        .isEqualTo("a\\u202eb\\u009bc\\u0007\\r\\u2066\\u001b]52;c;x\\u0007");
    assertThat(shown("\ud800x\udb40\udc41", false)).isEqualTo("\\ud800x\\udb40\\udc41");
  }

  @Test
  void onlyColoursPassAndOnlyWhereThereAreColours() throws IOException {
    assertThat(shown("\u001b[1;31mred\u001b[0m", true)).isEqualTo("\u001b[1;31mred\u001b[0m");
    assertThat(shown("\u001b[1mred", false)).isEqualTo("\\u001b[1mred");
    assertThat(shown("\u001b[2Jx\u001b]0;t", true)).isEqualTo("\\u001b[2Jx\\u001b]0;t");
  }

  @Test
  void wordsOfTheCommandLineAndNamesOfFilesAreShownByTheirNumbers() {
    for (List<String> words :
        List.of(
            List.of("\u001b[2J"),
            List.of("run", "--\u202eoption"),
            List.of("run", "no\u001b[2Jfile.yaml"),
            List.of("run", "x.yaml", "--cases", "\u202e1"),
            List.of("run", "x.yaml", "--set", "\u001bx=1"),
            List.of("check", "\u009b1"),
            List.of("parameters", "\u202e"))) {
      Ran ran = Ran.isfsim(words.toArray(String[]::new));
      assertThat(ran.code()).isIn(ExitCode.USAGE, ExitCode.INVALID, ExitCode.DONE);
      assertThat(ran.out() + ran.err())
          .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e]");
    }
  }

  @Test
  void aTitleIsOneLineAndANameIsNoMarkup() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(
        file,
        """
        format: 1
        id: a
        title: |
          Title
          Outcomes
        question: "Is <b>it</b> &lt;?"
        start: 2030-01-07
        horizon: 2030-12-30
        run: { cases: 50 }
        contributors:
          DYKE: { name: "<script>alert(1)</script> &amp;" }
        """);
    String rules = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second/rules").toString();
    Path out = folder.resolve("out");
    Ran ran = Ran.isfsim("run", file.toString(), "--rules", rules, "--out", out.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("Title Outcomes\n");
    assertThat(Files.readString(out.resolve("report.md")))
        .contains("\\<script", "\\&lt;")
        .doesNotContainPattern("(?<!\\\\)<[a-z/]")
        .doesNotContainPattern("(?<!\\\\)&[a-z]");
  }
}
