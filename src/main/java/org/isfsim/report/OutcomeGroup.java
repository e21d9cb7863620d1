package org.isfsim.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Outcomes that a combined report adds up, in the order of the outcomes. */
enum OutcomeGroup {
  NO_ADOPTION("no adoption", "no-vote", "not-adopted-insufficient", "not-adopted-veto"),
  WITHOUT_MANDATE("without mandate", "deployed-without-mandate"),
  NOT_DEPLOYED("not deployed", "no-contingents", "not-deployed"),
  ENDED_EARLY("ended early", "ended-early"),
  LIGHTER_MANDATE("lighter mandate", "observation", "peacekeeping"),
  ENFORCEMENT(
      "enforcement",
      "enforcement-dual-command",
      "enforcement-partial-area",
      "enforcement-below-yardstick",
      "enforcement-at-yardstick");

  private final String title;
  private final List<String> outcomes;

  OutcomeGroup(String title, String... outcomes) {
    this.title = title;
    this.outcomes = List.of(outcomes);
  }

  /** The title in texts. */
  String title() {
    return title;
  }

  /** The name of its column. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> outcomes() {
    return outcomes;
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
