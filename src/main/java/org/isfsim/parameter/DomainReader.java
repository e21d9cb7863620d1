package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;

/** Reads the domains of parameters and of results. */
public final class DomainReader {

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");

  /** The largest number of values of a domain. */
  public static final int MAX_VALUES = 10_000;

  private final Problems problems;
  private final Map<String, Unit> units;

  /**
   * A reader.
   *
   * @param units the units of numbers beside percent, by name
   */
  public DomainReader(Problems problems, Map<String, Unit> units) {
    this.problems = problems;
    this.units = units;
  }

  /**
   * Reads {@code flag}, {@code share}, {@code {choice: [a, b]}}, or a unit with its grid: {@code
   * {weeks: {min: 0, max: 104}}}.
   */
  public Optional<Domain> read(Node node, String path) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals("flag")) {
      return Optional.of(Domain.Flag.FLAG);
    }
    if (node instanceof Node.Scalar scalar && scalar.text().equals("share")) {
      return Optional.of(Domain.Numbers.percent());
    }
    if (node instanceof Node.Mapping map && map.entries().size() == 1) {
      Node.Entry entry = map.entries().values().iterator().next();
      String form = entry.key().text();
      if (form.equals("choice")) {
        return choice(entry.value(), path + ".choice");
      }
      Unit unit = units.get(form);
      if (unit != null) {
        return Fields.of(entry.value(), path + "." + form, problems).flatMap(f -> grid(f, unit));
      }
    }
    String found = node.written();
    List<String> forms = new ArrayList<>(List.of("flag", "share", "choice"));
    forms.addAll(units.keySet());
    problems.add(
        Problem.of(node.mark(), path, found + " is no domain")
            .allowing(String.join(", ", forms))
            .advising(Suggestions.didYouMean(found, forms)));
    return Optional.empty();
  }

  private Optional<Domain> choice(Node node, String path) {
    List<Node.Scalar> scalars = Fields.scalars(node, path, problems);
    List<String> names = scalars.stream().map(Node.Scalar::text).toList();
    for (Node.Scalar scalar : scalars) {
      if (!VALUE.matcher(scalar.text()).matches() || scalar.text().equals("else")) {
        problems.add(
            Problem.of(scalar.mark(), path, scalar.described() + " is no name of a value")
                .allowing(
                    "letters and digits in words joined by \"-\" or \".\", but not \"else\""));
      }
    }
    if (names.size() < 2 || names.stream().distinct().count() != names.size()) {
      problems.add(node.mark(), path, "a choice needs two or more different names");
      return Optional.empty();
    }
    if (names.size() > MAX_VALUES) {
      problems.add(
          Problem.of(node.mark(), path, "a choice of " + names.size() + " values is too large")
              .allowing("at most " + MAX_VALUES));
      return Optional.empty();
    }
    return Optional.of(new Domain.Choice(names));
  }

  private Optional<Domain> grid(Fields fields, Unit unit) {
    int before = problems.size();
    fields.allow(List.of("min", "max", "step"));
    int min = whole(fields, "min", 0);
    fields.require("max");
    int max = whole(fields, "max", min);
    int step = whole(fields, "step", unit.step());
    if (problems.size() > before) {
      return Optional.empty();
    }
    if (step < 1 || max < min || (max - min) % step != 0 || (max - min) / step >= MAX_VALUES) {
      problems.add(
          fields.map().mark(),
          fields.pathOf("max"),
          min + " to " + max + " in steps of " + step + " is no grid of at most 10000 values");
      return Optional.empty();
    }
    return Optional.of(new Domain.Numbers(unit, min, max, step));
  }

  private int whole(Fields fields, String key, int otherwise) {
    return fields
        .find(key)
        .map(
            node -> {
              OptionalInt index =
                  Values.read(
                      node, fields.pathOf(key), Domain.Numbers.count(0, 100_000_000), problems);
              return index.orElse(otherwise);
            })
        .orElse(otherwise);
  }
}
