package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule folder whose parameters and bands have hundreds of values is worked with, or told to be
 * too large with what is too many, within the time that a user waits.
 */
final class ManyValuesTest {

  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final String TOWN = SECOND.resolve("scenarios/town.yaml").toString();

  /** A user waits some seconds; a machine that does much else may take longer. */
  private static final Duration MOST = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.list(SECOND.resolve("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void replace(String name, String text, String by) throws IOException {
    Path file = folder.resolve(name);
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, by));
  }

  private static String numbered(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i).collect(Collectors.joining(", "));
  }

  private Ran soon(String... words) {
    String[] args =
        Stream.concat(Stream.of(words), Stream.of("--rules", folder.toString()))
            .toArray(String[]::new);
    long start = System.nanoTime();
    Ran ran = Ran.isfsim(args);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(ran.err()).isLessThan(MOST);
    return ran;
  }

  @Test
  void aBandOfHundredsOfNamesIsWorkedWith() throws IOException {
    replace(
        "parameters.yaml",
        "    names: [none, few, most]\n    cuts: [1, 9]\n",
        "    names: [none, few, %s, most]\n    cuts: [1, %s, 450]\n"
            .formatted(
                numbered("more-", 400),
                IntStream.range(2, 402)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "))));
    replace("parameters.yaml", "gates: { min: 0, max: 20 }", "gates: { min: 0, max: 500 }");
    replace("model.yaml", "up-to: 20", "up-to: 500");
    Ran check = soon("check", folder.toString());
    assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.INVALID);
    assertThat(check.out()).contains("38,718 combinations", "no rule decides barrier in 19,200 of");
    Ran run = soon("run", TOWN, "--cases", "500");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.out()).contains("The rules give no outcome for 60.0 % of all cases");
  }

  @Test
  void moreValuesThanAreAllowedAreToldWithTheirPlace() throws IOException {
    replace(
        "parameters.yaml",
        "choice: [none, sample, every-gate]",
        "choice: [none, sample, every-gate, " + numbered("other-", 60_000) + "]");
    for (Ran ran : List.of(soon("check", folder.toString()), soon("run", TOWN, "--cases", "5"))) {
      assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ran.out() + ran.err())
          .contains(
              "parameters.yaml:22:23: parameters.order.inspection.domain.choice: a choice of 60003"
                  + " values is too large; allowed: at most 10000");
    }
  }

  @Test
  void moreResultsThanAreAllowedAreToldWithTheirPlace() throws IOException {
    replace(
        "model.yaml",
        "[open, leaking, closed]",
        "[open, leaking, closed, " + numbered("r-", 60_000) + "]");
    Ran ran = soon("check", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .contains("60003 values are too many for a result; allowed: at most 10000");
  }

  @Test
  void millionsOfCombinationsAreLookedAt() throws IOException {
    replace(
        "parameters.yaml",
        "choice: [none, sample, every-gate]",
        "choice: [none, sample, every-gate, " + numbered("other-", 9_000) + "]");
    replace(
        "parameters.yaml",
        "names: [none, few, most]",
        "names: [none, few, " + numbered("more-", 13) + ", most]");
    replace(
        "parameters.yaml",
        "cuts: [1, 9]",
        "cuts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]");
    Ran ran = soon("check", folder.toString());
    assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out())
        .contains("no rule decides barrier in 1,872,624 of 4,609,536 combinations");
  }
}
