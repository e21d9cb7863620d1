package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Figures;
import org.isfsim.article.Share;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Change;

/** The sentences of a report, the same in every form. */
final class Briefing {

  private static final int SHOWN_VALUES = 4;

  private final RunReport report;

  Briefing(RunReport report) {
    this.report = report;
  }

  /** What was run: scenario, policy, time, cases. */
  String subject() {
    StringBuilder text =
        new StringBuilder("Scenario ")
            .append(report.scenario().id())
            .append(", policy ")
            .append(report.policy())
            .append(", ")
            .append(report.scenario().start())
            .append(" to ")
            .append(report.scenario().horizon());
    if (report.requested() > 0) {
      text.append(", ")
          .append(Figures.count(report.cases(), "case"))
          .append(
              report.observation().isNone()
                  ? ""
                  : " of " + Figures.count(report.looked()) + " that agree with what was observed")
          .append(", seed ")
          .append(report.seed());
    }
    return text.append('.').toString();
  }

  /** What was set beside the scenario's file; empty if nothing was. */
  Optional<String> changed() {
    List<String> set = report.changes().stream().map(c -> Differences.inWords(c) + by(c)).toList();
    return set.isEmpty()
        ? Optional.empty()
        : Optional.of("Changed beside the file: " + String.join("; ", set) + ".");
  }

  /** What a run changes against another one, in words. */
  String differing(RunReport base) {
    return Differences.inWords(BatchReport.name(base), base.scenario(), report.scenario());
  }

  private static String by(Change change) {
    return " (" + change.by() + ")";
  }

  /** What is taken as known; empty if nothing is. */
  Optional<String> observed() {
    return report.observation().isNone()
        ? Optional.empty()
        : Optional.of(Known.inWords(report.observation()));
  }

  /** The answer in two sentences: what can happen, and what cannot or was not seen. */
  String answer() {
    return report.isExact() ? exactAnswer() : sampledAnswer();
  }

  private String sampledAnswer() {
    if (report.cases() == 0) {
      return "No case has an outcome, so nothing can be said.";
    }
    List<OutcomeRow> seen = report.byProbability();
    List<String> unseen = names(Reachable.UNKNOWN);
    String first =
        "Under these assumptions "
            + number(seen.size())
            + (seen.size() == 1 ? " occurs" : " occur")
            + " in the sample, most often "
            + leaders(seen)
            + ".";
    if (unseen.isEmpty()) {
      return first;
    }
    return first
        + " Not seen "
        + (unseen.size() == 1 ? "is " : "are ")
        + list(unseen)
        + "; a sample cannot tell whether "
        + (unseen.size() == 1 ? "it is" : "they are")
        + " out of reach.";
  }

  private String exactAnswer() {
    List<OutcomeRow> reachable = report.byProbability();
    String first =
        "Under these assumptions "
            + number(reachable.size())
            + (reachable.size() == 1 ? " is" : " are")
            + " reachable, most likely "
            + leaders(reachable)
            + ".";
    List<String> excluded = names(Reachable.NO);
    return excluded.isEmpty() ? first : first + " Not reachable: " + list(excluded) + ".";
  }

  private String number(int some) {
    int all = report.outcomes().size();
    return some == all ? "all " + all + " outcomes" : some + " of the " + all + " outcomes";
  }

  private static String leaders(List<OutcomeRow> rows) {
    return list(
        rows.stream()
            .limit(3)
            .map(row -> row.outcome() + " (" + Figures.percent(row.probability()) + ")")
            .toList());
  }

  private List<String> names(Reachable reachable) {
    return report.outcomes().stream()
        .filter(row -> row.reachable() == reachable)
        .map(OutcomeRow::outcome)
        .toList();
  }

  /** What kept the run from being whole, a sentence each; empty if nothing did. */
  List<String> shortfalls() {
    List<String> sentences = new ArrayList<>();
    if (!report.stopped().equals("cases")) {
      sentences.add(
          "The run was stopped ("
              + report.stopped()
              + ") after "
              + Figures.count(report.looked())
              + " of "
              + Figures.count(report.requested(), "case")
              + "; what was counted is valid.");
    }
    if (report.noResult().isSome()) {
      sentences.add(
          "The rules give no outcome for "
              + report.noResult().inWords()
              + "; every other figure is of the cases for which they give a result.");
    }
    if (report.failed() > 0) {
      sentences.add(
          "In "
              + Figures.count(report.failed(), "sampled case")
              + " some decision has no result; what depends on it leaves "
              + (report.failed() == 1 ? "it" : "them")
              + " out.");
    }
    return sentences;
  }

  /** What stands for a figure that is not known. */
  String unknown() {
    return report.looked() == 0 ? "not worked out: too large for an exact answer" : "no cases";
  }

  /** An indicator's values on one line. */
  String values(IndicatorRow row) {
    if (row.exact().isPresent()) {
      return exactly(row.domain(), row.exact().get());
    }
    List<Share> shares = row.shares();
    if (shares.get(0).cases() == 0) {
      return unknown();
    }
    if (row.domain() instanceof Domain.Flag) {
      return Figures.share(shares.get(1));
    }
    if (row.domain() instanceof Domain.Numbers) {
      return quantiles(row);
    }
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).isSeen()) {
        seen.add(i);
      }
    }
    if (seen.size() <= SHOWN_VALUES) {
      return String.join(", ", seen.stream().map(i -> value(row, i)).toList());
    }
    List<Integer> largest =
        seen.stream()
            .sorted((a, b) -> Long.compare(shares.get(b).count(), shares.get(a).count()))
            .limit(SHOWN_VALUES - 1L)
            .toList();
    long rest =
        seen.stream().filter(i -> !largest.contains(i)).mapToLong(i -> shares.get(i).count()).sum();
    Share others = new Share(rest, shares.get(0).cases());
    return String.join(", ", largest.stream().sorted().map(i -> value(row, i)).toList())
        + ", "
        + (seen.size() - largest.size())
        + " others "
        + Figures.percent(others.probability());
  }

  private static String exactly(Domain domain, Marginal marginal) {
    if (domain instanceof Domain.Flag) {
      return Figures.percent(marginal.at(1));
    }
    if (domain instanceof Domain.Numbers) {
      return "median "
          + domain.text(marginal.quantile(domain.size(), 0.5))
          + ", nine in ten "
          + domain.text(marginal.quantile(domain.size(), 0.05))
          + " to "
          + domain.text(marginal.quantile(domain.size(), 0.95));
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < domain.size(); i++) {
      if (marginal.at(i) > 0) {
        values.add(domain.text(i) + " " + Figures.percent(marginal.at(i)));
      }
    }
    return String.join(", ", values);
  }

  private static String value(IndicatorRow row, int index) {
    return row.domain().text(index) + " " + Figures.percent(row.shares().get(index).probability());
  }

  private static String quantiles(IndicatorRow row) {
    long[] counts = row.shares().stream().mapToLong(Share::count).toArray();
    long cases = row.shares().get(0).cases();
    return "median "
        + row.domain().text(ReportBuilder.quantile(counts, cases, 50))
        + ", nine in ten "
        + row.domain().text(ReportBuilder.quantile(counts, cases, 5))
        + " to "
        + row.domain().text(ReportBuilder.quantile(counts, cases, 95));
  }

  /** An indicator's title; opinions are labelled with the documents that hold them. */
  static String title(IndicatorRow row) {
    if (!row.opinion()) {
      return row.title();
    }
    String whose = row.documents().isEmpty() ? "" : " of " + String.join(", ", row.documents());
    return row.title() + " (opinion" + whose + ")";
  }

  /** What the run rests on, and who contributes. */
  String grounds() {
    Grounds grounds = report.grounds();
    Map<String, Integer> kinds = new LinkedHashMap<>();
    grounds.assumptions().forEach(a -> kinds.merge(a.kind(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    kinds.forEach((kind, count) -> parts.add(Figures.count(count, kind, plural(kind))));
    int assumed = grounds.assumptions().size();
    String text =
        Figures.count(assumed, "assumption")
            + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")")
            + ", "
            + Figures.count(grounds.count(Basis.SWITCH), "side taken", "sides taken")
            + ", "
            + Figures.count(grounds.count(Basis.DOCUMENTED), "documented value")
            + " and "
            + Figures.count(grounds.count(Basis.NORM), "outside norm")
            + ".";
    if (!grounds.contributors().isEmpty()) {
      text +=
          " Contributors: "
              + String.join("; ", grounds.contributors())
              + ". Of their "
              + Figures.count(grounds.attributes(), "attribute")
              + ", "
              + Figures.count(grounds.defaultAttributes(), "stands", "stand")
              + " at the default.";
    }
    return text;
  }

  private static String plural(String kind) {
    return switch (kind) {
      case "switch" -> "switches";
      case "uncertainty" -> "uncertainties";
      default -> kind + "s";
    };
  }

  /** Words in a row: {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
