package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.SmallScenario;
import org.isfsim.model.Plan;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code run DIR --out} with all cases of all runs. */
final class BatchCasesTest {

  private static final int CASES = 7;

  @TempDir private Path folder;

  @Test
  void everyValueOfEveryCaseOfEveryScenarioStandsInOneOfTwoTables() throws IOException {
    Ran ran = Ran.allScenarios(CASES, folder);
    assertThat(ran.code()).as(ran.err()).isZero();
    Map<String, NamedCsvRecord> constants = new HashMap<>();
    read("constants.csv").forEach(row -> constants.put(row.getField("scenario"), row));
    Map<String, Plan> plans = plans();
    assertThat(constants.keySet()).isEqualTo(plans.keySet());
    List<NamedCsvRecord> rows = read("experiments.csv");
    // Of those that do not agree with what was observed there are no rows.
    long whole = plans.values().stream().filter(p -> p.scenario().observed().isEmpty()).count();
    assertThat(rows).hasSizeBetween((int) (CASES * whole), CASES * plans.size() - 1);
    for (NamedCsvRecord row : rows) {
      Map<String, String> both = new LinkedHashMap<>();
      Objects.requireNonNull(constants.get(row.getField("scenario")))
          .getFieldsAsMap()
          .forEach(both::put);
      row.getFieldsAsMap().forEach(both::put);
      Plan plan = Objects.requireNonNull(plans.get(row.getField("scenario")));
      long number = Long.parseLong(row.getField("case"));
      Replay replay = new Replay(plan, plan.scenario().run().seed()).at(number);
      plan.scenario()
          .settings()
          .keySet()
          .forEach(address -> assertThat(both).containsEntry(address, replay.text(address)));
      assertThat(both)
          .containsEntry("outcome", replay.row().text(plan.outcome()))
          .containsEntry("police", replay.text("police"));
    }
    // A contributor of one scenario is none of another.
    assertThat(rows)
        .filteredOn(row -> row.getField("scenario").equals("bosnia-1995"))
        .extracting(row -> row.getField("contributors.IDN.willing"))
        .containsOnly("");
    assertThat(rows.get(0).getHeader())
        .containsSubsequence("case", "policy", "scenario", "outcome", "on-time", "vote");
  }

  @Test
  void withoutATableOfCasesTheOthersAreThere() {
    Ran ran =
        Ran.isfsim(
            "run",
            "baseline",
            "--cases",
            "100",
            "--exact",
            "none",
            "--cases-as",
            "none",
            "--out",
            folder.resolve("r").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(folder.resolve("r"))
        .isDirectoryContaining("glob:**/outcomes.csv")
        .isDirectoryNotContaining("glob:**/experiments*")
        .isDirectoryNotContaining("glob:**/constants.csv");
  }

  @Test
  void aWorkbookHoldsASheetForEachTableAndNoTimes() throws IOException {
    List<byte[]> books = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      Path results = folder.resolve(name);
      String[] run = {
        "run", "baseline", "--cases", "100", "--exact", "none", "--format", "xlsx", "--out"
      };
      String[] words = Arrays.copyOf(run, run.length + 1);
      words[run.length] = results.toString();
      Ran ran = Ran.isfsim(words);
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).isEmpty();
      books.add(Files.readAllBytes(results.resolve("results.xlsx")));
      try (ZipFile zip = new ZipFile(results.resolve("results.xlsx").toFile())) {
        String sheets =
            new String(
                zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(sheets)
            .contains("outcomes", "indicators", "milestones", "funnel", "assumptions");
      }
    }
    assertThat(books.get(0)).isEqualTo(books.get(1));
    Ran printed = Ran.isfsim("run", "baseline", "--format", "xlsx");
    assertThat(printed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(printed.err()).contains("it goes with --out DIR");
  }

  private List<NamedCsvRecord> read(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
      return rows.stream().toList();
    }
  }

  private static Map<String, Plan> plans() throws IOException {
    ScenarioLoader loader = new ScenarioLoader(Shipped.model().catalogue(), claim -> true);
    Map<String, Plan> plans = new HashMap<>();
    try (var files = Files.walk(Ran.HOME.resolve("scenarios"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Scenario scenario = loader.load(file);
        plans.put(scenario.id(), Shipped.model().plan(scenario));
      }
    }
    return plans;
  }

  @Test
  void severalPoliciesOfOneScenarioAreABatch() {
    String small = SmallScenario.TIMED.toString();
    String policies = "as-documented,heavily-amended";
    Ran ran = Ran.isfsim("run", small, "--policy", policies, "--cases", "50", "--exact", "none");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("2 runs")
        .contains("  as-documented; most often ", "  heavily-amended; most often ");
    Ran wrong = Ran.isfsim("run", small, "--policy", "as-documented,none-such", "--cases", "50");
    assertThat(wrong.err()).contains("none-such");
  }
}
