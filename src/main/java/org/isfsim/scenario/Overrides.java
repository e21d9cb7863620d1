package org.isfsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.document.YamlReader;
import org.isfsim.parameter.Catalogue;

/** Puts a policy's values and those of the command line in the place of what the file says. */
final class Overrides {

  private final Catalogue catalogue;
  private final Body body;
  private final Problems problems;

  Overrides(Catalogue catalogue, Body body, Problems problems) {
    this.catalogue = catalogue;
    this.body = body;
    this.problems = problems;
  }

  void apply(Selection selection) {
    selection.policy().ifPresent(this::policy);
    selection.sets().forEach(this::set);
  }

  private void policy(String name) {
    var values = body.policies.get(name);
    if (values == null) {
      String known = String.join(", ", body.policies.keySet());
      problems.add(
          Problem.of(Mark.of("--policy " + name), "", "the scenario has no policy \"" + name + "\"")
              .allowing(known.isEmpty() ? "it has none" : known)
              .advising(Suggestions.didYouMean(name, body.policies.keySet())));
      return;
    }
    values.forEach(
        (address, node) ->
            body.written.put(
                address, new Raw(node, "policies." + name + "." + address, Origin.POLICY)));
  }

  private void set(String address, String text) {
    Mark mark = Mark.of("--set " + address);
    boolean band = address.startsWith(Body.BANDS);
    String yaml = band && !text.strip().startsWith("[") ? "[" + text + "]" : text;
    Optional<Node> value = parse(yaml, mark);
    if (value.isEmpty()) {
      return;
    }
    boolean known =
        band
            ? catalogue.band(address.substring(Body.BANDS.length())).isPresent()
            : body.parameters.containsKey(address);
    if (known) {
      body.written.put(address, new Raw(value.get(), "", Origin.COMMAND_LINE));
      return;
    }
    Optional<String> parameter =
        body.parameters.keySet().stream().filter(a -> address.startsWith(a + ".")).findFirst();
    if (parameter.isPresent()) {
      String rest = address.substring(parameter.get().length() + 1);
      number(parameter.get(), rest, value.get(), mark);
      return;
    }
    List<String> addresses = new ArrayList<>(body.parameters.keySet());
    catalogue.bands().forEach(b -> addresses.add(Body.BANDS + b.id()));
    problems.add(Scenario.unknownAddress(address, mark, addresses));
  }

  private Optional<Node> parse(String yaml, Mark mark) {
    Problems found = new Problems();
    Optional<Node> value = YamlReader.parse(yaml, mark.file(), found);
    for (Problem problem : found.all()) {
      String message =
          problem.message().replace("the file is empty", "a value is missing after \"=\"");
      problems.add(new Problem(mark, "", message, problem.allowed(), problem.advice()));
    }
    return found.isEmpty() ? value.map(node -> node.at(mark)) : Optional.empty();
  }

  /** Replaces one number of a distribution that depends on nothing but its shifts. */
  private void number(String address, String rest, Node value, Mark mark) {
    Node current = current(address);
    if (!(current instanceof Node.Mapping map)) {
      problems.add(
          mark, "", address + " is the single value " + current.written() + ", it has no numbers");
      return;
    }
    if (map.get("given") != null) {
      problems.add(
          Problem.of(mark, "", address + " depends on other parameters")
              .advising("set " + address + " as a whole"));
      return;
    }
    int dot = rest.indexOf('.');
    String form = dot < 0 ? rest : rest.substring(0, dot);
    Node.Entry entry = map.get(form);
    boolean isNumbers =
        entry != null
            && !form.equals("shift")
            && !form.equals("claims")
            && (dot < 0) == (entry.value() instanceof Node.Scalar);
    if (entry == null || !isNumbers) {
      problems.add(
          Problem.of(mark, "", address + " has no number \"" + rest + "\"")
              .allowing(String.join(", ", numbers(address, map))));
      return;
    }
    Node changed = value;
    if (dot >= 0) {
      Node.Scalar key = new Node.Scalar(mark, rest.substring(dot + 1), false);
      changed = ((Node.Mapping) entry.value()).with(key, value);
    }
    body.written.put(
        address, new Raw(map.with(entry.key(), changed), address, Origin.COMMAND_LINE));
  }

  private Node current(String address) {
    Raw raw = body.written.get(address);
    if (raw != null) {
      return raw.node();
    }
    return Optional.ofNullable(body.parameters.get(address)).orElseThrow().written();
  }

  private static List<String> numbers(String address, Node.Mapping map) {
    List<String> numbers = new ArrayList<>();
    map.entries()
        .forEach(
            (form, entry) -> {
              if (form.equals("shift") || form.equals("claims")) {
                return;
              }
              if (entry.value() instanceof Node.Mapping inner) {
                inner.entries().keySet().forEach(k -> numbers.add(address + "." + form + "." + k));
              } else {
                numbers.add(address + "." + form);
              }
            });
    return numbers;
  }
}
