package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.article.Figures;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.WrittenStatement;

/** What a scenario changes against another one, in words. */
public final class Differences {

  private static final int SHOWN = 12;

  /** A value that is no longer is told in a sentence; JSON tells all. */
  private static final int LONGEST_VALUE = 40;

  private Differences() {}

  /**
   * A sentence about values, dates, contributors and what is taken as known.
   *
   * @param name the name of the other scenario
   * @param base the other scenario
   * @param scenario the scenario that is told about
   */
  public static String inWords(String name, Scenario base, Scenario scenario) {
    List<String> parts = new ArrayList<>();
    dated("start", base.start(), scenario.start(), parts);
    dated("horizon", base.horizon(), scenario.horizon(), parts);
    List<Change> changes = Change.between(base, scenario);
    changes.stream().limit(SHOWN).map(Differences::inWords).forEach(parts::add);
    int more = changes.size() - SHOWN;
    if (more > 0) {
      parts.add("and " + Figures.count(more, "more value"));
    }
    List<String> ids = scenario.contributors().stream().map(Contributor::id).toList();
    base.contributors().stream()
        .map(Contributor::id)
        .filter(id -> !ids.contains(id))
        .forEach(id -> parts.add("without the contributor " + id));
    List<String> before = texts(base.observed());
    List<String> now = texts(scenario.observed());
    now.stream().filter(text -> !before.contains(text)).forEach(t -> parts.add("observed " + t));
    before.stream().filter(text -> !now.contains(text)).forEach(t -> parts.add("not known " + t));
    return "Against "
        + name
        + (parts.isEmpty() ? " nothing differs" : ": " + String.join("; ", parts))
        + ".";
  }

  private static void dated(String what, Object before, Object now, List<String> parts) {
    if (!before.equals(now)) {
      parts.add(what + " = " + now + " instead of " + before);
    }
  }

  private static List<String> texts(List<WrittenStatement> statements) {
    return statements.stream().map(WrittenStatement::text).toList();
  }

  /** A value with the one that it had, if that is told. */
  static String inWords(Change change) {
    String from = change.from();
    return change.address()
        + " = "
        + change.to()
        + (from.isEmpty()
            ? ""
            : " instead of " + (from.length() > LONGEST_VALUE ? "a distribution" : from));
  }
}
