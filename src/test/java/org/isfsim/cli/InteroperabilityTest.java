package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines of docs/interoperability.md that load results, run by the tools that they are for. Left
 * out, with a message, where a tool is not there; {@code .ci/run} has both.
 */
final class InteroperabilityTest {

  private static final int CASES = 20;

  @TempDir private static Path folder;

  @BeforeAll
  static void run() {
    for (String form : List.of("csv", "csv.gz")) {
      Ran ran = Ran.allScenarios(CASES, folder.resolve(form), "--cases-as", form);
      assertThat(ran.code()).as(ran.err()).isZero();
    }
  }

  /** The lines of the table for a tool, for the results of this test. */
  private static List<String> lines(String tool, String form) throws IOException {
    Pattern row = Pattern.compile("\\| " + tool + ".*?\\| `(.*)` \\|");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Ran.HOME.resolve("docs/interoperability.md"))) {
      var found = row.matcher(line);
      if (found.matches()) {
        lines.add(
            found
                .group(1)
                .replace("DIR/", folder.resolve(form) + "/")
                .replace("experiments.csv", "experiments." + form));
      }
    }
    assertThat(lines).as(tool).isNotEmpty();
    return lines;
  }

  private static Optional<String> tried(List<String> command, String program) {
    try {
      Path script = Files.writeString(Files.createTempFile(folder, "script", ""), program);
      Path said = Files.createTempFile(folder, "said", "");
      List<String> words = new ArrayList<>(command);
      words.add(script.toString());
      int code =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start()
              .waitFor();
      String text = Files.readString(said, StandardCharsets.UTF_8).strip();
      return code == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String program(List<String> begin, List<String> lines, List<String> end) {
    List<String> all = new ArrayList<>(begin);
    all.addAll(lines);
    all.addAll(end);
    return String.join("\n", all) + "\n";
  }

  /** How many rows and scenarios the plain table has. */
  private static String expected() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("csv/experiments.csv"));
    int scenario = List.of(rows.get(0).split(",")).indexOf("scenario");
    long scenarios =
        rows.stream().skip(1).map(row -> row.split(",", -1)[scenario]).distinct().count();
    return (rows.size() - 1) + " " + scenarios;
  }

  @Test
  void pandasAndTheWorkbenchsLineReadEveryScenarioOfABatch() throws IOException {
    Optional<String> python =
        List.of("python3", "/usr/bin/python3").stream()
            .filter(name -> tried(List.of(name), "import pandas\n").isPresent())
            .findFirst();
    assumeTrue(python.isPresent(), "left out: there is no python3 with pandas");
    for (String form : List.of("csv", "csv.gz")) {
      List<String> lines = lines("pandas", form);
      lines.addAll(lines("EMA Workbench", form));
      String program =
          program(
              List.of("import pandas"),
              lines,
              List.of(
                  "assert str(cases['vote'].dtype).startswith('datetime64'), cases['vote'].dtype",
                  "assert len(whole) == len(cases) and 'text.tasks' in whole",
                  "assert len(x) == len(y['outcome']) and 'outcome' not in x",
                  "print(len(cases), cases['scenario'].nunique())"));
      assertThat(tried(List.of(python.orElseThrow()), program)).hasValue(expected());
    }
  }

  @Test
  void rReadsEveryScenarioOfABatch() throws IOException {
    assumeTrue(tried(List.of("Rscript"), "1\n").isPresent(), "left out: there is no R");
    for (String form : List.of("csv", "csv.gz")) {
      String program =
          program(
              List.of(),
              lines("R", form),
              List.of(
                  "stopifnot(nrow(whole) == nrow(cases), is.factor(cases$outcome))",
                  "cat(nrow(cases), length(unique(cases$scenario)))"));
      assertThat(tried(List.of("Rscript"), program)).hasValue(expected());
    }
  }
}
