package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One bad file for each kind of mistake in {@code refused/}. Its first lines, {@code //!
 * line:column: …}, are the problems that it must give, all of them and no others.
 *
 * <p>With {@code -Disfsim.reset=true} the files are rewritten with the problems found; review the
 * difference.
 */
final class RefusedRulesTest {

  private static final String EXPECTED = "//! ";

  @TempDir Path folder;

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Samples.folder("refused"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyMistakeIsRefusedWithItsPlace(String file) throws IOException {
    List<String> lines = Files.readAllLines(Samples.folder("refused").resolve(file));
    List<String> expected = lines.stream().filter(line -> line.startsWith(EXPECTED)).toList();
    List<String> content = lines.stream().filter(line -> !line.startsWith("//!")).toList();

    List<String> found = problems(content).stream().map(problem -> EXPECTED + problem).toList();

    if (Boolean.getBoolean("isfsim.reset")) {
      Path source = Path.of("src/test/resources/org/isfsim/decision/refused", file);
      Files.write(source, Stream.concat(found.stream(), content.stream()).toList());
    } else {
      assertThat(found).isEqualTo(expected).isNotEmpty();
    }
  }

  /** Problems of a file without its name; lines count from the first line of the content. */
  private List<String> problems(List<String> content) throws IOException {
    Path file = Files.write(folder.resolve("council.drl"), content);
    try {
      RuleSet.read(folder, List.of(Samples.COUNCIL));
      return fail("read without a problem");
    } catch (InvalidInputException e) {
      return e.problems().stream()
          .map(problem -> problem.toString().replace(file + ":", "").strip())
          .toList();
    }
  }

  @Test
  void eachMistakeHasAFileOfItsOwn() throws IOException {
    assertThat(files()).hasSizeGreaterThan(100);
  }
}
