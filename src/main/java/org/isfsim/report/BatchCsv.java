package org.isfsim.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.article.Csv;
import org.isfsim.document.Problem;

/** Several runs as CSV: a row for each, also for those that could not be done. */
public final class BatchCsv {

  private BatchCsv() {}

  /**
   * The rows below a header: scenario, policy, file, status ({@code done}, {@code invalid} or
   * {@code failed}), cases, failed cases, the most likely outcome with its probability, the
   * probability of each group of outcomes and of each outcome, by how much each outcome is likelier
   * than in the base, if there is one, and what was wrong.
   */
  public static String of(BatchReport batch) {
    StringBuilder text = new StringBuilder();
    Csv.line(text, header(batch));
    for (BatchEntry entry : batch.entries()) {
      Csv.line(text, fields(entry, batch));
    }
    return text.toString();
  }

  private static List<String> header(BatchReport batch) {
    List<String> header =
        new ArrayList<>(
            List.of(
                "scenario",
                "policy",
                "file",
                "status",
                "cases",
                "failed",
                "most_likely",
                "most_likely_probability"));
    for (OutcomeGroup group : batch.groups()) {
      header.add(group.column());
    }
    List<String> outcomes =
        batch.groups().stream().flatMap(group -> group.outcomes().stream()).toList();
    header.addAll(outcomes);
    if (batch.base().isPresent()) {
      outcomes.forEach(outcome -> header.add("difference_" + outcome));
    }
    header.add("problems");
    return header;
  }

  private static List<String> fields(BatchEntry entry, BatchReport batch) {
    if (entry instanceof BatchEntry.Done done) {
      return fields(done.report(), batch);
    }
    if (entry instanceof BatchEntry.Invalid invalid) {
      String problems =
          invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
      return notRun(batch, entry.file(), "invalid", problems);
    }
    return notRun(batch, entry.file(), "failed", ((BatchEntry.Failed) entry).reason());
  }

  private static List<String> fields(RunReport run, BatchReport batch) {
    List<String> fields = new ArrayList<>();
    fields.add(run.scenario().id());
    fields.add(run.policy());
    fields.add(run.scenario().file());
    fields.add("done");
    fields.add(String.valueOf(run.cases()));
    fields.add(String.valueOf(run.failed()));
    List<OutcomeRow> likely = run.byProbability();
    fields.add(likely.isEmpty() ? "" : likely.get(0).outcome());
    fields.add(likely.isEmpty() ? "" : String.valueOf(likely.get(0).probability()));
    boolean known = run.isExact() || run.cases() > 0;
    for (OutcomeGroup group : batch.groups()) {
      fields.add(known ? String.valueOf(group.probability(run)) : "");
    }
    for (OutcomeRow row : run.outcomes()) {
      fields.add(known ? String.valueOf(row.probability()) : "");
    }
    batch
        .base()
        .ifPresent(
            base -> {
              for (int i = 0; i < run.outcomes().size(); i++) {
                double here = run.outcomes().get(i).probability();
                double there = base.outcomes().get(i).probability();
                fields.add(known ? String.valueOf(here - there) : "");
              }
            });
    fields.add("");
    return fields;
  }

  private static List<String> notRun(
      BatchReport batch, String file, String status, String problems) {
    List<String> fields = new ArrayList<>(List.of("", "", file, status));
    fields.addAll(Collections.nCopies(header(batch).size() - 5, ""));
    fields.add(problems);
    return fields;
  }
}
