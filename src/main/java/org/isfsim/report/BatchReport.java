package org.isfsim.report;

import java.util.List;

/**
 * Several runs together: a folder, several files, or several policies.
 *
 * @param entries in the order in which they were asked for
 */
public record BatchReport(List<BatchEntry> entries) {

  /** Copies the list. */
  public BatchReport {
    entries = List.copyOf(entries);
  }

  /** The runs that were done. */
  public List<RunReport> runs() {
    return only(BatchEntry.Done.class).stream().map(BatchEntry.Done::report).toList();
  }

  /** The files that cannot be used. */
  public List<BatchEntry.Invalid> invalid() {
    return only(BatchEntry.Invalid.class);
  }

  /** The runs that could not be done. */
  public List<BatchEntry.Failed> failed() {
    return only(BatchEntry.Failed.class);
  }

  /** Whether every run was done and every case has an outcome. */
  public boolean isWhole() {
    return entries.stream()
        .allMatch(entry -> entry instanceof BatchEntry.Done done && done.report().failed() == 0);
  }

  private <T extends BatchEntry> List<T> only(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** How many runs were done and how many were not, in one sentence. */
  String summary() {
    StringBuilder text = new StringBuilder(Figures.count(runs().size(), "run", "runs"));
    if (!invalid().isEmpty()) {
      text.append(", ").append(Figures.count(invalid().size(), "invalid file", "invalid files"));
    }
    if (!failed().isEmpty()) {
      text.append(", ").append(Figures.count(failed().size(), "failed run", "failed runs"));
    }
    return text.append('.').toString();
  }
}
