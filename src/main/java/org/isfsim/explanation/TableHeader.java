package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Scenario;

/** The first row of a table of given cases: the addresses of what is given. */
final class TableHeader {

  private static final Pattern LABEL = Pattern.compile("[\\w -]+");

  private static final String BANDS = "bands.";

  /**
   * A column.
   *
   * @param address the parameter's address
   * @param domain its values
   * @param slot where a case holds it
   */
  record Column(String address, Domain domain, int slot) {}

  private final Plan plan;
  private final TableProblems problems;
  private final Set<String> computed;

  TableHeader(Plan plan, TableColumns computed, TableProblems problems) {
    this.plan = plan;
    this.problems = problems;
    this.computed = new HashSet<>(computed.all());
    plan.indicators().forEach(indicator -> this.computed.add(indicator.name()));
  }

  /** The columns of a header, in order; those with problems are empty. */
  List<Optional<Column>> read(long line, List<String> fields) {
    List<Optional<Column>> columns = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i);
      Integer earlier = name.isBlank() ? null : first.putIfAbsent(name, i + 1);
      Optional<Problem> problem =
          earlier == null
              ? problem(name)
              : Optional.of(
                  problems.ofFile("there is a column \"" + name + "\" already: field " + earlier));
      if (problem.isPresent()) {
        Problem p = problem.get();
        problems.add(
            new Problem(
                problems.mark(line, i + 1),
                TableProblems.path(i + 1, ""),
                p.message(),
                p.allowed(),
                p.advice()));
        columns.add(Optional.empty());
      } else if (isLabel(name)) {
        columns.add(Optional.empty());
      } else {
        columns.add(
            Optional.of(
                new Column(
                    name, plan.scenario().setting(name).domain(), plan.variable(name).slot())));
      }
    }
    return columns;
  }

  /** A name that is no address and like none, such as {@code id} or {@code note}: it passes. */
  private boolean isLabel(String name) {
    Set<String> addresses = plan.scenario().settings().keySet();
    return LABEL.matcher(name).matches()
        && !computed.contains(name)
        && !addresses.contains(name)
        && Suggestions.didYouMean(name, addresses) == null;
  }

  private Optional<Problem> problem(String name) {
    Scenario scenario = plan.scenario();
    if (scenario.settings().containsKey(name)) {
      return Optional.empty();
    }
    if (name.isBlank()) {
      return Optional.of(
          problems
              .ofFile("a column without a name")
              .allowing("the address of a parameter or of a contributor's attribute"));
    }
    if (computed.contains(name)) {
      return Optional.of(
          problems
              .ofFile("\"" + name + "\" is a result")
              .advising("results are computed; leave the column out"));
    }
    if (name.startsWith(BANDS) && scenario.bands().containsKey(name.substring(BANDS.length()))) {
      return Optional.of(
          problems
              .ofFile("\"" + name + "\" is a band, which cannot differ from row to row")
              .advising("--set " + name + "=… sets it for all rows"));
    }
    Optional<String> parameter =
        scenario.settings().keySet().stream().filter(a -> name.startsWith(a + ".")).findFirst();
    if (parameter.isPresent()) {
      return Optional.of(
          problems
              .ofFile("\"" + name + "\" is a number of a distribution, which rows cannot give")
              .advising("a column \"" + parameter.get() + "\" gives its value"));
    }
    if (isLabel(name)) {
      return Optional.empty();
    }
    return Optional.of(
        problems
            .ofFile("there is no parameter \"" + name + "\"")
            .advising(
                name.indexOf(';') >= 0 || name.indexOf('\t') >= 0
                    ? "fields are separated by commas; save the table with them"
                    : Suggestions.didYouMean(name, scenario.settings().keySet())));
  }
}
