package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isfsim.Shipped;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {

  @TempDir private Path folder;

  @Test
  void aNewScenarioHasNoProblem() throws IOException {
    String file = folder.resolve("My plan.yaml").toString();
    Ran ran = Ran.isfsim("new", file);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(Path.of(file))).contains("id: my-plan");
    assertThat(Ran.isfsim("check", file).code()).isZero();
  }

  @Test
  void aDashPrintsItAndNothingElse() {
    Ran ran = Ran.isfsim("new", "-");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("format: 1", "id: my-scenario");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void whatIsThereIsWrittenOverOnlyByForce() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "mine\n");
    Ran refused = Ran.isfsim("new", file.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains("a.yaml: is there already (--force writes over it)");
    assertThat(Files.readString(file)).isEqualTo("mine\n");
    assertThat(Ran.isfsim("new", file.toString(), "--force").code()).isZero();
    assertThat(Files.readString(file)).contains("id: a");
  }

  @Test
  void aFileThatCannotBeWrittenIsAProblem() {
    Ran ran = Ran.isfsim("new", folder.resolve("no/such/a.yaml").toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("cannot be written");
    assertThat(Ran.isfsim("new", folder.toString()).err()).contains("is a folder");
  }

  @Test
  void aScenarioInItsFolderIsExtendedAndChangesNothingYet() throws IOException {
    for (String name : List.of("baseline.yaml", "hostile-council.yaml")) {
      Files.copy(Ran.HOME.resolve("scenarios").resolve(name), folder.resolve(name));
    }
    String base = folder.resolve("hostile-council.yaml").toString();
    String file = folder.resolve("mine.yaml").toString();
    assertThat(Ran.isfsim("new", file, "--from", base).code()).isZero();
    assertThat(Files.readString(Path.of(file)))
        .contains("extends: hostile-council.yaml\nid: mine\n", "  # council.china.vote: no\n");
    assertThat(settings(file)).isEqualTo(settings(base));
  }

  @Test
  void aShippedScenarioIsWrittenOutInAnyOtherFolder() throws IOException {
    for (Path shipped : shipped()) {
      String file = folder.resolve("mine.yaml").toString();
      Ran ran = Ran.isfsim("new", file, "--from", shipped.toString(), "--force");
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.err()).contains("\"extends\" could reach it: all that it says is written out");
      assertThat(Files.readString(Path.of(file))).doesNotContain("\nextends:");
      assertThat(settings(file)).isEqualTo(settings(shipped.toString()));
    }
  }

  @Test
  void aScenarioIsNotWrittenOverTheOneThatItStartsFrom() throws IOException {
    String file = folder.resolve("a.yaml").toString();
    assertThat(Ran.isfsim("new", file).code()).isZero();
    Ran ran = Ran.isfsim("new", file, "--from", file, "--force");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("is the scenario to start from (name another file)");
  }

  @Test
  void whatIsWrongWithTheScenarioToStartFromIsTold() throws IOException {
    Path base = Files.writeString(folder.resolve("b.yaml"), "format: 1\nid: b\n");
    Ran ran = Ran.isfsim("new", folder.resolve("a.yaml").toString(), "--from", base.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("b.yaml:1:1: title:");
    assertThat(folder.resolve("a.yaml")).doesNotExist();
  }

  private static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Ran.HOME.resolve("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** What a file says, but for what it is called. */
  private static List<Object> settings(String file) {
    Scenario scenario =
        new ScenarioLoader(Shipped.model().catalogue(), claim -> true).load(Path.of(file));
    List<Object> said = new ArrayList<>();
    scenario
        .settings()
        .values()
        .forEach(s -> said.add(List.of(s.address(), s.written(), s.basis(), s.claims())));
    scenario.bands().forEach((id, band) -> said.add(List.of(id, band.cuts())));
    said.addAll(
        List.of(
            scenario.question(),
            scenario.start(),
            scenario.horizon(),
            scenario.run(),
            scenario.claims(),
            scenario.contributors(),
            scenario.policies()));
    scenario.observed().forEach(statement -> said.add(statement.text()));
    scenario.questions().forEach(statement -> said.add(statement.text()));
    return said;
  }
}
