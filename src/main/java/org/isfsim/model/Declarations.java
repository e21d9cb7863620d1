package org.isfsim.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.isfsim.decision.Result;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.DomainReader;

/**
 * The names that a model file declares: its quantities, its decisions and their results. All are
 * known before any is read, so that the order of the file is free; a decision that is asked again
 * comes after the one that it asks.
 */
final class Declarations {

  private final Catalogue catalogue;
  private final Problems problems;
  private final Map<String, Node.Entry> quantities = new LinkedHashMap<>();
  private final Map<String, Domain> results = new LinkedHashMap<>();
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Set<String> unreadable = new LinkedHashSet<>();

  /** A decision before its fields are known; without results if it asks another one again. */
  record Decision(String name, Node.Entry entry, List<Result> results) {
    /** Copies the list. */
    Decision {
      results = List.copyOf(results);
    }
  }

  private Declarations(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /** What a file declares. */
  static Declarations of(Fields root, Catalogue catalogue, Problems problems) {
    Declarations declared = new Declarations(catalogue, problems);
    Section.forEach(root, "quantities", problems, declared::declareQuantity);
    Section.forEach(root, "decisions", problems, declared::declareDecision);
    return declared;
  }

  /** The quantities as they are written, by name. */
  Map<String, Node.Entry> quantities() {
    return Collections.unmodifiableMap(quantities);
  }

  /** The values of the results, by name. */
  Map<String, Domain> results() {
    return Collections.unmodifiableMap(results);
  }

  /** The decisions, by name. */
  Map<String, Decision> decisions() {
    return Collections.unmodifiableMap(decisions);
  }

  /** Whether a result of this name is written, but its values cannot be read. */
  boolean isUnreadable(String result) {
    return unreadable.contains(result);
  }

  /** Every name that an expression may hold. */
  Set<String> known() {
    Set<String> known = new LinkedHashSet<>();
    catalogue.parameters().forEach(parameter -> known.add(parameter.id()));
    known.addAll(catalogue.unsound());
    known.addAll(quantities.keySet());
    known.addAll(results.keySet());
    known.addAll(unreadable);
    return known;
  }

  private void declareQuantity(String name, String path, Node.Entry entry) {
    if (isNewName(name, path, entry.key(), Names.FORM, "dotted kebab-case, such as time.ready")) {
      quantities.put(name, entry);
    }
  }

  private boolean isNewName(
      String name, String path, Node.Scalar key, Pattern form, String allowed) {
    if (!form.matcher(name).matches()) {
      problems.add(Problem.of(key.mark(), path, key.described() + " is no name").allowing(allowed));
      return false;
    }
    String taken =
        catalogue.parameter(name).isPresent()
            ? "a parameter"
            : quantities.containsKey(name)
                ? "a quantity"
                : results.containsKey(name) ? "a result of a decision" : "";
    if (!taken.isEmpty()) {
      problems.add(key.mark(), path, "there is " + taken + " \"" + name + "\" already");
      return false;
    }
    return true;
  }

  private void declareDecision(String name, String path, Node.Entry entry) {
    if (!isNewName(
        name, path, entry.key(), Names.FORM, "kebab-case, such as first-step or first-step.*")) {
      return;
    }
    String plain = Names.isOfElement(name) ? name.substring(0, name.length() - 2) : name;
    if (!Names.KEBAB.matcher(plain).matches()) {
      problems.add(
          Problem.of(
                  entry.key().mark(), path, entry.key().described() + " is no name of a decision")
              .allowing("kebab-case, such as first-step or first-step.*"));
      return;
    }
    Optional<Fields> fields = Fields.of(entry.value(), path, problems);
    if (fields.isEmpty()) {
      return;
    }
    if (fields.get().find("asks").isPresent()) {
      decisions.put(name, new Decision(name, entry, List.of()));
      unreadable.add(name);
      askedAgain(name, fields.get());
      return;
    }
    fields.get().allow(List.of("decides", "and", "reads", "asks", "but"));
    unreadable.add(name);
    List<Result> own = new ArrayList<>();
    fields
        .get()
        .require("decides")
        .flatMap(node -> domain(node, path + ".decides"))
        .ifPresent(domain -> own.add(new Result("", domain)));
    fields
        .get()
        .find("and")
        .flatMap(node -> Fields.of(node, path + ".and", problems))
        .ifPresent(
            more ->
                more.forEach(
                    (result, value) -> {
                      unreadable.add(name + "." + result);
                      if (isNewName(
                          name + "." + result,
                          more.pathOf(result),
                          value.key(),
                          Names.FORM,
                          "kebab-case")) {
                        if (Names.KEBAB.matcher(result).matches()) {
                          domain(value.value(), more.pathOf(result))
                              .ifPresent(domain -> own.add(new Result(result, domain)));
                        } else {
                          problems.add(
                              Problem.of(
                                      value.key().mark(),
                                      more.pathOf(result),
                                      value.key().described() + " is no name of a result")
                                  .allowing("kebab-case"));
                        }
                      }
                    }));
    if (!own.isEmpty() && own.get(0).name().isEmpty()) {
      decisions.put(name, new Decision(name, entry, own));
      own.forEach(result -> declare(name, result));
    }
  }

  private Optional<Domain> domain(Node node, String path) {
    if (!(node instanceof Node.Sequence)) {
      return new DomainReader(problems, catalogue.units()).read(node, path);
    }
    List<String> values =
        Fields.scalars(node, path, problems).stream().map(Node.Scalar::text).toList();
    if (values.size() < 2 || values.stream().distinct().count() != values.size()) {
      problems.add(node.mark(), path, "a result needs two or more different values");
      return Optional.empty();
    }
    if (values.size() > DomainReader.MAX_VALUES) {
      problems.add(
          Problem.of(node.mark(), path, values.size() + " values are too many for a result")
              .allowing("at most " + DomainReader.MAX_VALUES));
      return Optional.empty();
    }
    return Optional.of(new Domain.Choice(values));
  }

  /** A decision that is asked again has the results of the other one, declared before it. */
  private void askedAgain(String name, Fields fields) {
    fields.allow(List.of("asks", "but"));
    Optional<String> asks = fields.text("asks");
    if (asks.isEmpty()) {
      return;
    }
    if (unreadable.contains(asks.get()) && !asks.get().equals(name)) {
      return;
    }
    Decision other = decisions.get(asks.get());
    if (other == null || other.results().isEmpty()) {
      List<String> above =
          decisions.keySet().stream().filter(known -> !known.equals(name)).toList();
      problems.add(
          Problem.of(
                  fields.find("asks").orElseThrow().mark(),
                  fields.pathOf("asks"),
                  "there is no decision \"" + asks.get() + "\" above")
              .allowing(String.join(", ", above))
              .advising(Suggestions.didYouMean(asks.get(), above)));
      return;
    }
    other.results().forEach(result -> declare(name, result));
  }

  private void declare(String decision, Result result) {
    String name = result.name().isEmpty() ? decision : decision + "." + result.name();
    results.put(name, result.domain());
    unreadable.remove(name);
  }
}
