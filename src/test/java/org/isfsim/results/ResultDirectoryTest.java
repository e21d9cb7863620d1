package org.isfsim.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isfsim.document.InvalidInputException;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.RowBytes;
import org.isfsim.report.FakeRuns;
import org.isfsim.scenario.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultDirectoryTest {

  private static final Metadata METADATA =
      new Metadata(
          List.of("isfsim", "run", "fake.yaml"),
          "17",
          Instant.parse("2025-11-04T10:00:00Z"),
          Instant.parse("2025-11-04T10:00:01.5Z"));

  @TempDir Path folder;

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void write(Path directory, boolean force) throws IOException {
    Plan plan = FakeRuns.plan(FakeRuns.scenario());
    try (ResultDirectory results =
        ResultDirectory.open(directory, force, Requests.PLAIN, Map.of())) {
      ExperimentsCsv experiments = results.experiments(plan, Rows.layout(plan), CasesAs.CSV);
      RowBytes rows = new RowBytes();
      Rows.add(experiments, 1, FakeRuns.row(plan, "no-vote", 3), rows);
      experiments.write(Rows.taken(rows));
      results.finish(FakeRuns.report(), METADATA);
    }
  }

  @Test
  void aFinishedDirectoryHoldsCasesTablesReportsAndWhatEachIs() throws IOException {
    Path directory = folder.resolve("a/b");
    write(directory, false);
    assertThat(names(directory))
        .containsExactly(
            "constants.csv",
            "experiments.csv",
            "funnel.csv",
            "indicators.csv",
            "metadata.json",
            "milestones.csv",
            "outcomes.csv",
            "report.html",
            "report.md");
    assertThat(directory.resolve("experiments.csv")).content().hasLineCount(2);
    assertThat(directory.resolve("report.md")).content().startsWith("# A small plan\n");
  }

  @Test
  void onlyTheMetadataHaveTimes() throws IOException {
    write(folder, false);
    JsonNode json =
        JsonMapper.builder().build().readTree(Files.readString(folder.resolve("metadata.json")));
    assertThat(json.get("start").asString()).isEqualTo("2025-11-04T10:00:00Z");
    assertThat(json.get("seconds").asDouble()).isEqualTo(1.5);
    assertThat(json.get("command").get(2).asString()).isEqualTo("fake.yaml");
    assertThat(json.get("files").propertyNames())
        .contains("experiments.csv", "outcomes.csv", "report.html")
        .hasSize(9);
    JsonNode run = json.get("runs").get(0);
    assertThat(run.get("requested").asLong()).isEqualTo(102);
    assertThat(run.get("failed").asLong()).isEqualTo(2);
    assertThat(run.get("rules").get("sha256").asString()).hasSize(64);
    for (String name : List.of("outcomes.csv", "report.md", "report.html", "experiments.csv")) {
      assertThat(folder.resolve(name)).content().doesNotContain("10:00");
    }
  }

  @Test
  void resultsThatAreThereAreNotOverwrittenUnlessForced() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> write(folder, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not empty")
        .hasMessageContaining("--force");
    assertThat(names(folder)).containsExactly("notes.txt");

    write(folder, true);
    assertThat(names(folder)).hasSize(10).contains("notes.txt");
    write(folder, true);
    assertThat(names(folder)).hasSize(10);
  }

  @Test
  void linksInTheirPlaceAreRefusedAndWhereTheyLeadStays() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
    for (String name :
        List.of("experiments.csv.part", "outcomes.csv", "checkpoint.part", "lock.part")) {
      Path directory = Files.createDirectory(folder.resolve("of-" + name));
      Files.createSymbolicLink(directory.resolve(name), elsewhere);
      assertThatThrownBy(() -> write(directory, true))
          .as(name)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("this is a link");
    }
    assertThat(elsewhere).hasContent("mine");
  }

  @Test
  void whatIsNotFinishedLeavesNothingBehind() throws IOException {
    Path directory = folder.resolve("new");
    try (ResultDirectory results =
        ResultDirectory.open(directory, false, Requests.PLAIN, Map.of())) {
      begin(results);
      assertThat(names(directory))
          .containsExactly("checkpoint", "experiments.csv.part", "lock.part");
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  void anAbandonedNewRunLeavesOlderResultsAsTheyWere() throws IOException {
    write(folder, false);
    String before = Files.readString(folder.resolve("experiments.csv"));
    try (ResultDirectory results = ResultDirectory.open(folder, true, Requests.PLAIN, Map.of())) {
      begin(results);
    }
    assertThat(names(folder)).hasSize(9);
    assertThat(folder.resolve("experiments.csv")).hasContent(before);
  }

  @Test
  void partsOfAnInterruptedRunDoNotCountAsContent() throws IOException {
    Files.writeString(folder.resolve("experiments.csv.part"), "half");
    write(folder, false);
    assertThat(names(folder)).hasSize(9);
  }

  @Test
  void standardOutputAndFilesAreNoDirectories() throws IOException {
    assertThatThrownBy(() -> ResultDirectory.open(Path.of("-"), false, Requests.PLAIN, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("standard output");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> ResultDirectory.open(file, true, Requests.PLAIN, Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a directory");
  }

  @Test
  void aRunWithoutATableOfCasesTakesAwayAnOlderOne() throws IOException {
    write(folder, false);
    try (ResultDirectory results = ResultDirectory.open(folder, true, Requests.PLAIN, Map.of())) {
      results.finish(FakeRuns.report(), METADATA);
    }
    assertThat(names(folder))
        .containsExactly(
            "funnel.csv",
            "indicators.csv",
            "metadata.json",
            "milestones.csv",
            "outcomes.csv",
            "report.html",
            "report.md");
  }

  private static void begin(ResultDirectory results) throws IOException {
    Plan plan = FakeRuns.plan(FakeRuns.scenario());
    results.experiments(plan, Rows.layout(plan), CasesAs.CSV);
  }

  @Test
  void allPlansShareOneTableAndWhatIsConstantStandsApart() throws IOException {
    Plan plan = FakeRuns.plan(FakeRuns.scenario());
    Plan amended =
        FakeRuns.plan(FakeRuns.scenario(Optional.of("amended"), Origin.CATALOGUE, "turkey-only"));
    CaseLayout layout = new CaseLayout(List.of(plan.scenario(), amended.scenario()));
    try (ResultDirectory results = ResultDirectory.open(folder, false, Requests.PLAIN, Map.of())) {
      for (Plan each : List.of(plan, amended)) {
        RowBytes rows = new RowBytes();
        ExperimentsCsv experiments = results.experiments(each, layout, CasesAs.CSV);
        Rows.add(experiments, 1, FakeRuns.row(each, "no-vote", 3), rows);
        experiments.write(Rows.taken(rows));
      }
      results.finish(FakeRuns.report(), METADATA);
    }
    assertThat(folder.resolve("experiments.csv")).content().hasLineCount(3);
    assertThat(folder.resolve("constants.csv"))
        .content()
        .startsWith("policy,scenario,")
        .contains("\namended,fake,")
        .hasLineCount(3);
  }

  @Test
  void ofAnotherFormOneTableIsLeft() throws IOException {
    write(folder, false);
    Plan plan = FakeRuns.plan(FakeRuns.scenario());
    try (ResultDirectory results = ResultDirectory.open(folder, true, Requests.PLAIN, Map.of())) {
      results.experiments(plan, Rows.layout(plan), CasesAs.GZIP);
      results.finish(FakeRuns.report(), METADATA);
    }
    assertThat(names(folder)).contains("experiments.csv.gz").doesNotContain("experiments.csv");
  }
}
