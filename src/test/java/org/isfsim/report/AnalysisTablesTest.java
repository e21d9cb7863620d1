package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.isfsim.Shipped;
import org.isfsim.analysis.Discovery;
import org.isfsim.analysis.ScenarioDiscovery;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SensitivityAnalysis;
import org.isfsim.analysis.Targets;
import org.isfsim.article.Article;
import org.isfsim.article.Table;
import org.isfsim.article.TextStyle;
import org.isfsim.exact.Ranges;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.source.Register;
import org.junit.jupiter.api.Test;

/** Tables and articles of analyses. */
final class AnalysisTablesTest {

  private static final Pattern FIELD = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^,]*");

  private static int fields(String line) {
    return (int) FIELD.matcher(line).results().filter(m -> m.end() > m.start()).count();
  }

  /** Every row has as many commas outside of quotes as the header. */
  private static void assertTable(String table, int rows) {
    List<String> lines = table.lines().toList();
    assertThat(lines).hasSizeGreaterThan(rows);
    long columns = commas(lines.get(0));
    assertThat(lines).allSatisfy(line -> assertThat(commas(line)).isEqualTo(columns));
    assertThat(fields(lines.get(0))).isEqualTo((int) columns + 1);
  }

  private static String sheet(List<Table> tables, String name) {
    return new Article().data(tables).csv(name);
  }

  private static long commas(String line) {
    return line.replaceAll("\"(?:[^\"]|\"\")*\"", "").chars().filter(c -> c == ',').count();
  }

  @Test
  void everyTableOfASensitivityHasRowsOfOneWidth() throws TooLargeException {
    Plan plan = Shipped.baseline(Map.of());
    Sensitivity sensitivity =
        new SensitivityAnalysis(plan, Shipped.decisions(), Ranges.SUPPORT, what -> {})
            .of(Targets.of(plan, List.of(), List.of("legitimacy")), false);
    Register register = Register.read(Shipped.HOME.resolve("seeds"));
    assertTable(sheet(SensitivityTables.of(sensitivity, register), "indices"), 3);
    assertTable(sheet(SensitivityTables.of(sensitivity, register), "values"), 6);
    assertTable(sheet(SensitivityTables.of(sensitivity, register), "overall"), 2);
    assertTable(sheet(SensitivityTables.of(sensitivity, register), "sources"), 6);
    Article article = SensitivityArticle.of(sensitivity, register, 5, "");
    assertThat(article.text(TextStyle.PLAIN).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(article.markdown()).contains("| --- | ---: | --- | ---: | --- | ---: |");
  }

  @Test
  void everyTableOfADiscoveryHasRowsOfOneWidth() {
    Plan plan = Shipped.baseline(Map.of());
    Discovery discovery =
        new ScenarioDiscovery(
                plan,
                Shipped.decisions(),
                Targets.any(plan, List.of("not-adopted-veto"), List.of()),
                what -> {})
            .discover(
                new ScenarioDiscovery.Options(3000, 1, 2, OptionalInt.empty(), 0.05, 0.05, 2));
    assertTable(sheet(DiscoveryArticle.of(discovery).tables(), "boxes"), 1);
    assertTable(sheet(DiscoveryArticle.of(discovery).tables(), "limits"), 1);
    assertTable(sheet(DiscoveryArticle.of(discovery).tables(), "trajectory"), 3);
    assertTable(sheet(DiscoveryArticle.of(discovery).tables(), "tree"), 2);
  }

  @Test
  void aTableThatIsTooWideIsBrokenAtHyphensAndKeepsItsAddresses() {
    List<String> row = new ArrayList<>(List.of("contingent.refusal-to-disarm"));
    List<String> head = new ArrayList<>(List.of("parameter"));
    for (int i = 0; i < 4; i++) {
      head.add(">precedent-numbers");
      row.add("12.5 %");
    }
    String text = new Article().table(head, List.of(row)).text(TextStyle.PLAIN);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(text).contains("contingent.refusal-to-disarm", "precedent-");
  }
}
