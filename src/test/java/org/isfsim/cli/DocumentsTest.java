package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the pages show is what the program prints. A command of which a page shows no output is not
 * run; such as change files, {@code cp}, {@code sed -i} and {@code cat}, are done in a folder of
 * the test's own.
 *
 * <p>After a change that is meant, cut the new outputs as the pages cut the old with {@code
 * -Dtest=DocumentsTest -Ddocuments.write=true}, look at the difference, and see that the words
 * around them still hold.
 */
@Tag("slow")
final class DocumentsTest {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern COLUMNS = Pattern.compile(" \\| cut -d, -f1-(\\d+)$");
  private static final Pattern SUBSTITUTION = Pattern.compile("s/([^/]*)/([^/]*)/");

  @TempDir private Path folder;
  private final Set<String> made = new HashSet<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/questions.md",
        "docs/precedents.md",
        "docs/findings.md",
        "docs/tutorial.md",
        "docs/teaching/lesson-1-solutions.md",
        "docs/teaching/lesson-2-solutions.md",
        "docs/teaching/lesson-3-solutions.md",
        "docs/teaching/lesson-4-solutions.md"
      })
  void everyPageShowsWhatTheProgramPrints(String name) throws IOException {
    ConsolePage page = ConsolePage.read(Ran.HOME.resolve(name));
    List<String> differences = new ArrayList<>();
    List<List<String>> outputs = new ArrayList<>();
    for (ConsolePage.Shown shown : page.commands()) {
      List<String> printed = run(shown);
      if (!shown.hasOutput() || shown.command().startsWith("cat ")) {
        outputs.add(shown.lines());
        continue;
      }
      outputs.add(ConsolePage.cut(shown.lines(), printed));
      String difference = ConsolePage.difference(shown.lines(), printed);
      if (!difference.isEmpty()) {
        differences.add("%s:%d: %s%n%s".formatted(name, shown.from(), shown.command(), difference));
      }
    }
    assertThat(page.commands()).isNotEmpty();
    if (Boolean.getBoolean("documents.write")) {
      page.write(outputs);
      return;
    }
    assertThat(differences)
        .as("if the output was meant to change, write it anew; see the class comment")
        .isEmpty();
  }

  @Test
  void aPageMayLeaveOutLinesAndNothingElse() {
    List<String> printed = List.of("a", "b 1", "c", "b 2", "d");
    assertThat(ConsolePage.difference(List.of("a", "…", "b 2", "d"), printed)).isEmpty();
    assertThat(ConsolePage.difference(List.of("…", "c", "b 2", "…"), printed)).isEmpty();
    assertThat(ConsolePage.difference(List.of("a", "c", "…"), printed)).contains("not printed");
    assertThat(ConsolePage.difference(List.of("b 1", "…"), printed)).contains("not printed");
    assertThat(ConsolePage.difference(List.of("…", "b 2"), printed)).contains("not printed");
    assertThat(ConsolePage.difference(List.of("…", "b 3", "…"), printed)).contains("not printed");
    assertThat(ConsolePage.difference(List.of("…", "d", "…", "c", "…"), printed))
        .contains("not printed");
    assertThat(ConsolePage.difference(List.of("a", "b 1"), printed)).contains("not shown: c");
  }

  @Test
  void anOutputIsCutWhereThePageCutsItsOwn() {
    List<String> printed = List.of("x", "b 7", "new", "c 8", "y", "d 9");
    assertThat(ConsolePage.cut(List.of("…", "b 1", "c 2", "…", "d 3"), printed))
        .containsExactly("…", "b 7", "new", "c 8", "…", "d 9");
  }

  /** What a command prints on standard output and then on standard error. */
  private List<String> run(ConsolePage.Shown shown) throws IOException {
    String command = shown.command().replaceFirst("\\s+#.*$", "");
    Matcher columns = COLUMNS.matcher(command);
    int kept = columns.find() ? Integer.parseInt(columns.group(1)) : 0;
    List<String> words = words(columns.replaceFirst(""));
    String program = words.get(0);
    List<String> given = words.subList(1, words.size());
    switch (program) {
      case "cat" -> Files.write(make(given.get(0)), shown.lines());
      case "cp" -> copy(Ran.HOME.resolve(given.get(1)), make(given.get(2)));
      case "sed" -> substitute(given.get(1), folder.resolve(given.get(2)));
      case "isfsim", "./isfsim" -> {
        return shown.hasOutput() ? isfsim(given, kept) : List.of();
      }
      default -> throw new IllegalArgumentException("no command of a page: " + command);
    }
    return List.of();
  }

  private List<String> isfsim(List<String> given, int columns) {
    if (given.get(0).equals("new")) {
      make(given.get(1));
    }
    String[] args =
        given.stream()
            .map(word -> made.contains(word) ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    Ran ran = Ran.isfsim(args);
    return (ran.out() + ran.err())
        .replace(folder + "/", "")
        .lines()
        .map(line -> columns > 0 ? firstFields(line, columns) : line.stripTrailing())
        .toList();
  }

  private Path make(String name) {
    made.add(name);
    return folder.resolve(name);
  }

  private static void substitute(String script, Path file) throws IOException {
    String text = Files.readString(file);
    Matcher substitution = SUBSTITUTION.matcher(script);
    while (substitution.find()) {
      assertThat(text).contains(substitution.group(1));
      text = text.replace(substitution.group(1), substitution.group(2));
    }
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static String firstFields(String line, int columns) {
    String[] fields = line.split(",", -1);
    return String.join(",", List.of(fields).subList(0, Math.min(columns, fields.length)));
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words;
  }
}
