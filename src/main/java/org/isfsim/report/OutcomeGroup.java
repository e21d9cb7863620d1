package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.isfsim.article.Figures;
import org.isfsim.article.Share;
import org.isfsim.model.Outcome;

/**
 * Outcomes that a combined report adds up, in the order of the outcomes.
 *
 * @param title the title in texts
 * @param outcomes the names of the outcomes
 */
record OutcomeGroup(String title, List<String> outcomes) {

  OutcomeGroup {
    outcomes = List.copyOf(outcomes);
  }

  /** The groups that outcomes belong to, in the order of their first outcomes. */
  static List<OutcomeGroup> of(List<Outcome> outcomes) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    outcomes.forEach(
        outcome ->
            groups
                .computeIfAbsent(outcome.group(), title -> new ArrayList<>())
                .add(outcome.name()));
    return groups.entrySet().stream()
        .map(group -> new OutcomeGroup(group.getKey(), group.getValue()))
        .toList();
  }

  /** The name of its column. */
  String column() {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /** Its probability: exact if the report is, else sampled; 0 without cases. */
  double probability(RunReport report) {
    if (report.isExact()) {
      return Math.min(1, rows(report).mapToDouble(OutcomeRow::probability).sum());
    }
    Share share = sampled(report);
    return share.isKnown() ? share.probability() : 0;
  }

  private Share sampled(RunReport report) {
    return new Share(rows(report).mapToLong(row -> row.sampled().count()).sum(), report.cases());
  }

  private Stream<OutcomeRow> rows(RunReport report) {
    return report.outcomes().stream().filter(row -> outcomes.contains(row.outcome()));
  }

  /** By how many percentage points it is likelier than in another run, for a table. */
  String difference(RunReport report, RunReport base) {
    double points = 100 * (probability(report) - probability(base));
    return points == 0 ? "-" : String.format(Locale.ROOT, "%+.1f", points);
  }

  /** Its probability for a table; a dash if no case is known to end so. */
  String cell(RunReport report) {
    double probability = probability(report);
    return probability == 0 ? "-" : Figures.percent(probability);
  }
}
