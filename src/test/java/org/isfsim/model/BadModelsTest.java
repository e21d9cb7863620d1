package org.isfsim.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.document.Fields;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file for each kind of mistake in a rule folder: which text of the small folder {@code base}
 * is replaced by which, and the whole message. Without a text, the file is not there.
 */
class BadModelsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("isfsim.home")).resolve("src/test/resources/org/isfsim/model/bad");

  @TempDir Path folder;

  static List<String> mistakes() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachMistakeInAFolderHasItsOwnMessage(String name) throws IOException {
    Fields mistake = mistake(name);

    assertThat(found(mistake, folder)).isEqualTo(written(mistake, "says").strip());
  }

  @Test
  void theFolderWithoutAMistakeIsRead() {
    assertThatCode(() -> Model.read(FOLDER.resolve("base"))).doesNotThrowAnyException();
  }

  @Test
  void everyMessageNamesALineAndAColumnUnlessAFileIsMissing() throws IOException {
    for (String name : mistakes()) {
      if (!List.of("model-missing.yaml", "parameters-missing.yaml").contains(name)) {
        assertThat(written(mistake(name), "says").strip().lines())
            .as(name)
            .allSatisfy(line -> assertThat(line).matches("[a-z]+\\.yaml:\\d+:\\d+: .*"));
      }
    }
  }

  private static Fields mistake(String name) {
    Problems problems = new Problems();
    Fields mistake =
        YamlReader.read(FOLDER.resolve(name), problems)
            .flatMap(document -> Fields.of(document.root(), "", problems))
            .orElseThrow();
    problems.throwIfAny();
    return mistake;
  }

  private static String written(Fields mistake, String key) {
    return ((Node.Scalar) mistake.find(key).orElseThrow()).text();
  }

  /** What is said of the folder with the mistake. */
  private static String found(Fields mistake, Path folder) throws IOException {
    String wrong = mistake.requiredText("in").orElseThrow();
    for (String file : List.of("parameters.yaml", "model.yaml")) {
      String text = Files.readString(FOLDER.resolve("base").resolve(file));
      if (!file.equals(wrong)) {
        Files.writeString(folder.resolve(file), text);
      } else if (mistake.find("instead-of").isPresent()) {
        String before = written(mistake, "instead-of");
        assertThat(text.split(Pattern.quote(before), -1)).as(before).hasSize(2);
        Files.writeString(folder.resolve(file), text.replace(before, written(mistake, "stands")));
      }
    }
    try {
      Model.read(folder);
      return "nothing";
    } catch (InvalidInputException e) {
      return e.problems().stream()
          .map(problem -> problem.toString().replace(folder + "/", ""))
          .collect(joining("\n"));
    }
  }
}
