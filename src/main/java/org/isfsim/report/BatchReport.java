package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import org.isfsim.article.Figures;
import org.isfsim.model.Outcome;

/**
 * Several runs together: a folder, several files, or several policies.
 *
 * @param groups what outcomes are added up to
 * @param entries in the order in which they were asked for
 * @param base the run that the others are compared with, if one was named
 */
public record BatchReport(
    List<OutcomeGroup> groups, List<BatchEntry> entries, Optional<RunReport> base) {

  /** Copies the list. */
  public BatchReport {
    groups = List.copyOf(groups);
    entries = List.copyOf(entries);
  }

  /**
   * Several runs that are compared with none of them.
   *
   * @param outcomes the outcomes in their order
   */
  public BatchReport(List<Outcome> outcomes, List<BatchEntry> entries) {
    this(OutcomeGroup.of(outcomes), entries, Optional.empty());
  }

  /**
   * The same with a run to compare the others with.
   *
   * @param name the id of its scenario, its policy, or both with a blank between
   * @throws IllegalArgumentException if no run that was done, or more than one, has this name; the
   *     message says so
   */
  public BatchReport comparedWith(String name) {
    List<RunReport> found = runs().stream().filter(run -> namesOf(run).contains(name)).toList();
    if (found.size() == 1) {
      return new BatchReport(groups, entries, Optional.of(found.get(0)));
    }
    String known = String.join(", ", runs().stream().map(BatchReport::name).toList());
    throw new IllegalArgumentException(
        found.isEmpty()
            ? "no run is named \"" + name + "\"; the runs are: " + known
            : "\"" + name + "\" names " + found.size() + " runs; the runs are: " + known);
  }

  private static List<String> namesOf(RunReport run) {
    return List.of(run.scenario().id(), run.policy(), name(run));
  }

  /** The scenario and policy of a run. */
  static String name(RunReport run) {
    return run.scenario().id() + " " + run.policy();
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
        .allMatch(entry -> entry instanceof BatchEntry.Done done && done.report().isWhole());
  }

  private <T extends BatchEntry> List<T> only(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** How many runs were done and how many were not, in one sentence. */
  String summary() {
    StringBuilder text = new StringBuilder(Figures.count(runs().size(), "run"));
    if (!invalid().isEmpty()) {
      text.append(", ").append(Figures.count(invalid().size(), "invalid file"));
    }
    if (!failed().isEmpty()) {
      text.append(", ").append(Figures.count(failed().size(), "failed run"));
    }
    return text.append('.').toString();
  }
}
