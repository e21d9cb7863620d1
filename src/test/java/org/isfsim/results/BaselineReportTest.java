package org.isfsim.results;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.TextStyle;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.report.Circumstances;
import org.isfsim.report.ExactFigures;
import org.isfsim.report.MilestoneRow;
import org.isfsim.report.OutcomeRow;
import org.isfsim.report.RunArticle;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.study.Observation;
import org.junit.jupiter.api.Test;

/** The shipped baseline from file to report. */
class BaselineReportTest {

  @Test
  void theBaselineGivesAReportAndATableThatAgree() throws Exception {
    Scenario scenario =
        new ScenarioLoader(org.isfsim.Shipped.model().catalogue(), claim -> true)
            .load(Path.of("scenarios", "baseline.yaml"));
    Plan plan = org.isfsim.Shipped.model().plan(scenario);
    RuleSet rules = RuleSet.read(Path.of("rules"), org.isfsim.Shipped.model().signatures());
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    RunReport report;
    try (Decisions decisions = Decisions.remembering(rules)) {
      ExperimentsCsv experiments =
          new ExperimentsCsv(plan, Rows.layout(plan), CasesAs.CSV, table::writeBytes);
      experiments.writeHeader();
      RunResult result =
          new MonteCarlo(plan, decisions, new MonteCarlo.Settings(200, 1, 1, null))
              .run(experiments, done -> {});
      report =
          RunReport.of(
              result,
              new Circumstances(
                  "0.1.0",
                  rules.sha256(),
                  Optional.empty(),
                  Map.of(),
                  Circumstances.Sides.UNKNOWN,
                  List.of()),
              ExactFigures.NONE,
              Observation.NONE,
              List.of());
    }

    List<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(table.toString()).stream().toList();
    assertThat(rows).hasSize(200);
    for (OutcomeRow row : report.outcomes()) {
      List<NamedCsvRecord> cases =
          rows.stream().filter(r -> r.getField("outcome").equals(row.outcome())).toList();
      assertThat(cases).hasSize((int) row.sampled().count());
      row.firstCase()
          .ifPresent(first -> assertThat(cases.get(0).getField("case")).isEqualTo("" + first));
    }
    for (MilestoneRow milestone : report.milestones()) {
      assertThat(rows.stream().filter(r -> !r.getField(milestone.name()).isEmpty()).count())
          .isEqualTo(milestone.reached().count());
    }
    for (OutcomeRow row : report.outcomes()) {
      if (row.firstCase().isPresent()) {
        NamedCsvRecord first = rows.get((int) row.firstCase().getAsLong() - 1);
        List<String> dates =
            report.milestones().stream().map(m -> first.getField(m.name())).toList();
        assertThat(row.dates())
            .extracting(date -> date.map(Object::toString).orElse(""))
            .isEqualTo(dates);
      }
    }
    for (int width : new int[] {80, 120}) {
      assertThat(RunArticle.of(report).text(new TextStyle(width, true, false)).lines())
          .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width));
    }
    assertThat(RunArticle.of(report).text(TextStyle.PLAIN)).contains("Contributors: Indonesia;");
  }
}
