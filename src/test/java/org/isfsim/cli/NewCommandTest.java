package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
