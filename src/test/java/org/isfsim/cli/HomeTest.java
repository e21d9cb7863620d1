package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isfsim.document.Suggestions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes with the program is found by name. */
final class HomeTest {

  @TempDir private Path folder;

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "format: 1\n");
  }

  @Test
  void aScenarioThatComesWithTheProgramIsFoundByNameFromAnywhere() throws IOException {
    Path first = write("scenarios/first.yaml");
    Path old = write("scenarios/old/second.yaml");
    write("other.yaml");
    Home home = Home.of(folder);

    assertThat(home.find(Path.of("first"))).isEqualTo(first);
    assertThat(home.find(Path.of("first.yaml"))).isEqualTo(first);
    assertThat(home.find(Path.of("scenarios/first.yaml"))).isEqualTo(first);
    assertThat(home.find(Path.of("old/second"))).isEqualTo(old);
  }

  @Test
  void whatIsThereIsTakenAndWhatIsNowhereKeepsItsName() throws IOException {
    write("scenarios/pom.xml.yaml");
    write("other.yaml");
    Home home = Home.of(folder);

    for (String name : List.of("pom.xml", "nowhere", "../other", "other.yaml")) {
      assertThat(home.find(Path.of(name))).isEqualTo(Path.of(name));
    }
  }

  @Test
  void aMisspeltNameIsTakenForAFileBesideTheScenarioThatWasMeant() throws IOException {
    Path first = write("scenarios/first.yaml");
    Home home = Home.of(folder);

    Path missing = home.find(Path.of("frist"));
    assertThat(missing).isEqualTo(first.resolveSibling("frist.yaml"));
    assertThat(Suggestions.otherFile(missing.toString())).endsWith("first.yaml\"?");
    assertThat(home.find(Path.of("frist.yaml"))).isEqualTo(Path.of("frist.yaml"));
    assertThat(home.find(Path.of("quite-another"))).isEqualTo(Path.of("quite-another"));
  }
}
