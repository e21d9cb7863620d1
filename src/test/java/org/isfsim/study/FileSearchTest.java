package org.isfsim.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders are searched in one way, whatever the command. */
final class FileSearchTest {

  @TempDir private Path folder;

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "format: 1\n");
  }

  private void bothFind(Path named, Path... files) {
    assertThat(FileSearch.of(List.of(named)).scenarios()).containsExactly(files);
    assertThat(ScenarioFiles.of(List.of(named))).containsExactly(files);
  }

  @Test
  void endingsAreTakenInCapitalsToo() throws IOException {
    bothFind(folder, write("A.YAML"), write("b.Yml"), write("c.yaml"));
  }

  @Test
  void hiddenFilesAndFoldersOfABuildAreLeftOut() throws IOException {
    Path seen = write("a.yaml");
    write(".a.yaml");
    write(".old/b.yaml");
    write("target/c.yaml");
    write("src/d.yaml");

    bothFind(folder, seen);
  }

  @Test
  void whatIsNamedIsTakenThoughItIsHidden() throws IOException {
    bothFind(write(".a.yaml"), folder.resolve(".a.yaml"));
    Path old = write(".old/b.yaml");
    bothFind(folder.resolve(".old"), old);
  }

  @Test
  void aLinkToAFolderIsFollowed() throws IOException {
    write("there/a.yaml");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("there"));

    bothFind(link, link.resolve("a.yaml"));
  }

  @Test
  void nothingIsTakenTwiceInALoopOfLinksOrUnderTwoNames() throws IOException {
    Path only = write("a.yaml");
    Files.createSymbolicLink(folder.resolve("b.yaml"), only);
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    bothFind(folder, only);
    assertThat(ScenarioFiles.of(List.of(only, folder.resolve("b.yaml"), folder)))
        .containsExactly(only);
    FileSearch twice = FileSearch.of(List.of(only, only, folder));
    assertThat(twice.scenarios()).containsExactly(only);
    assertThat(twice.problems()).isEmpty();
  }

  @Test
  void rulesAndRegistersAreNoScenarios() throws IOException {
    Path scenario = write("mine/a.yaml");
    write("rules/model.yaml");
    write("rules/parameters.yaml");
    write("seeds/S000.yaml");

    bothFind(folder, scenario);
    FileSearch search = FileSearch.of(List.of(folder));
    assertThat(search.ruleFolders()).containsExactly(folder.resolve("rules"));
    assertThat(search.registers()).containsExactly(folder.resolve("seeds"));
  }

  @Test
  void lessonsAreToldFromScenariosByTheirKeys() throws IOException {
    Path scenario = write("a.yaml");
    Path lesson = folder.resolve("lesson.yaml");
    Files.writeString(lesson, "format: 1\ntitle: A\nscenario: a.yaml\nquestions: []\n");
    Path asks = Files.writeString(folder.resolve("unfinished.yaml"), "asks: { a: b = c }\n");
    Path other = Files.writeString(folder.resolve("z.yaml"), "extends: a.yaml\nsettings: {}\n");
    FileSearch search = FileSearch.of(List.of(folder));
    assertThat(search.lessons()).containsExactly(lesson, asks);
    assertThat(search.scenarios()).containsExactly(scenario, other);
    assertThat(ScenarioFiles.of(List.of(folder))).containsExactly(scenario, other);
  }

  @Test
  void whatIsNotThereAndWhatHoldsNothingIsSaid() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(FileSearch.of(List.of(empty, folder.resolve("none"))).problems())
        .extracting(Object::toString)
        .satisfiesExactly(
            first -> assertThat(first).contains("there is nothing to check here"),
            second -> assertThat(second).contains("there is no such file or folder"));
  }
}
