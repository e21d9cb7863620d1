package org.isfsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTemplateTest {

  @TempDir Path folder;

  private final String template = ScenarioTemplate.write(TestScenarios.CATALOGUE, "starter");

  private Scenario load(String text) throws IOException {
    Path file = folder.resolve("starter.yaml");
    Files.writeString(file, text);
    return TestScenarios.load(file, Selection.NONE);
  }

  @Test
  void theStarterFileLoads() throws IOException {
    Scenario scenario = load(template);
    assertThat(scenario.id()).isEqualTo("starter");
    assertThat(scenario.contributors()).extracting(Contributor::id).containsExactly("EXAMPLE");
    assertThat(scenario.settings().values())
        .allSatisfy(setting -> assertThat(setting.origin()).isEqualTo(Origin.CATALOGUE));
  }

  @Test
  void takingAwayTheCommentSignsGivesEveryParameterItsDefault() throws IOException {
    String uncommented =
        template
            .lines()
            .map(line -> line.replaceFirst("^( +)# ([a-z.-]+: .*)$", "$1$2"))
            .collect(Collectors.joining("\n"));
    Scenario scenario = load(uncommented);
    assertThat(scenario.settings().values())
        .allSatisfy(
            setting -> {
              assertThat(setting.origin()).isEqualTo(Origin.FILE);
              assertThat(setting.basis()).isEqualTo(setting.parameter().basis());
              assertThat(setting.written()).isEqualTo(setting.parameter().defaultText());
            });
  }

  @Test
  void theStarterFileOfTheShippedCatalogueLoads() throws IOException {
    Path file = folder.resolve("new.yaml");
    Files.writeString(file, ScenarioTemplate.write(org.isfsim.Shipped.model().catalogue(), "new"));
    assertThat(
            new ScenarioLoader(org.isfsim.Shipped.model().catalogue(), claim -> true)
                .load(file)
                .id())
        .isEqualTo("new");
  }
}
