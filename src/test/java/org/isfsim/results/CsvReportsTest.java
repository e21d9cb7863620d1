package org.isfsim.results;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;
import org.isfsim.montecarlo.RowBytes;
import org.isfsim.report.BatchEntry;
import org.isfsim.report.BatchReport;
import org.isfsim.report.FakeRuns;
import org.isfsim.report.RunReport;
import org.isfsim.report.RunTables;
import org.isfsim.scenario.Origin;
import org.junit.jupiter.api.Test;

class CsvReportsTest {

  private static List<NamedCsvRecord> read(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  @Test
  void outcomesHaveARowEachAndEmptyFieldsForWhatIsNotKnown() {
    List<NamedCsvRecord> sampled = read(table("outcomes", FakeRuns.report()));
    assertThat(sampled).hasSize(14);
    assertThat(sampled.get(13).getFields()).contains("(no result)", "2");
    assertThat(sampled.get(0).getHeader())
        .containsExactly(
            "scenario",
            "policy",
            "outcome",
            "reachable",
            "exact",
            "range_low",
            "range_low_by",
            "range_high",
            "range_high_by",
            "count",
            "probability",
            "low",
            "high");
    assertThat(sampled.get(2).getFields())
        .startsWith(
            "fake", "as-documented", "not-adopted-veto", "yes", "", "", "", "", "", "60", "0.6");

    List<NamedCsvRecord> exact = read(table("outcomes", FakeRuns.exactReport()));
    assertThat(exact.get(2).getFields())
        .containsSequence(
            "yes", "0.6", "0.1", "council.china.vote=yes", "0.9", "council.china.vote=no", "60");
  }

  private static String table(String name, RunReport report) {
    return new Article().data(RunTables.of(List.of(report))).csv(name);
  }

  @Test
  void everyTableOfARunHasARowForEachThing() {
    assertThat(read(table("indicators", FakeRuns.exactReport())).get(0).getHeader())
        .startsWith("scenario", "policy", "indicator", "value", "exact");
    assertThat(read(table("milestones", FakeRuns.report())))
        .extracting(row -> row.getField("milestone"))
        .contains("vote", "troops");
    assertThat(table("funnel", FakeRuns.exactReport())).startsWith("scenario,policy,stage,");
  }

  @Test
  void experimentsHaveWhatVariesThenTheCaseThenResults() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Plan plan =
        FakeRuns.plan(FakeRuns.scenario(Optional.of("amended"), Origin.CATALOGUE, "turkey-only"));
    ExperimentsCsv csv = new ExperimentsCsv(plan, Rows.layout(plan), CasesAs.CSV, out::writeBytes);
    csv.writeHeader();
    RowBytes rows = new RowBytes();
    int[] values = FakeRuns.row(plan, "not-deployed", 3);
    values[1] = 2;
    Rows.add(csv, 4711, values, rows);
    Rows.add(csv, 4712, FakeRuns.row(plan, "no-vote", FakeRuns.HORIZON + 1), rows);
    csv.write(Rows.taken(rows));

    assertThat(out.toString()).doesNotContain("\r").startsWith("\"a, \"\"quoted\"\" chance\",");
    List<NamedCsvRecord> records = read(out.toString());
    assertThat(records).hasSize(2);
    assertThat(records.get(0).getHeader())
        .containsExactly(
            "a, \"quoted\" chance",
            "contributors.IDN.willing",
            "contributors.IDN.troops",
            "case",
            "policy",
            "scenario",
            "outcome",
            "on-time",
            "council-tally",
            "authority",
            "precedent",
            "vote",
            "troops");
    assertThat(records.get(0).getFields())
        .containsExactly(
            "false",
            "false",
            "false",
            "4711",
            "amended",
            "fake",
            "not-deployed",
            "false",
            "3",
            "none",
            "none",
            "2025-11-25",
            "");
    assertThat(records.get(1).getField("vote")).isEmpty();
  }

  @Test
  void aBatchHasARowForEveryEntry() {
    List<NamedCsvRecord> records =
        read(
            RunTables.scenarios(
                    new BatchReport(
                        org.isfsim.Shipped.model().outcomes(),
                        List.of(
                            new BatchEntry.Done(FakeRuns.report()),
                            new BatchEntry.Invalid(
                                "bad.yaml",
                                List.of(
                                    Problem.of(Mark.of("bad.yaml"), "", "one, \"quoted\""),
                                    Problem.of(Mark.of("bad.yaml"), "", "two"))),
                            new BatchEntry.Failed("sad.yaml", "the disk is full"))))
                .csv());
    assertThat(records)
        .extracting(r -> r.getField("status"))
        .containsExactly("done", "invalid", "failed");
    assertThat(records.get(0).getField("most_likely")).isEqualTo("not-adopted-veto");
    assertThat(records.get(0).getField("no_adoption")).isEqualTo("0.6");
    assertThat(records.get(0).getField("enforcement")).isEqualTo("0.01");
    assertThat(records.get(0).getField("failed")).isEqualTo("2");
    assertThat(records.get(1).getField("problems"))
        .isEqualTo("bad.yaml: one, \"quoted\"\nbad.yaml: two");
  }
}
