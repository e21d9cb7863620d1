package org.isfsim.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;

/** Reads quantities, each when it is first asked for, and tells the type of every name. */
final class QuantityReader {

  private final Catalogue catalogue;
  private final Declarations declared;
  private final Map<String, List<Expression.Name>> reads;
  private final Problems problems;
  private final ExpressionReader expressions;
  private final Map<String, Quantity> quantities = new HashMap<>();
  private final Set<String> tried = new HashSet<>();

  /**
   * @param named the contributors whose ids rules may name
   * @param reads where what each quantity reads is written down
   */
  QuantityReader(
      Catalogue catalogue,
      Declarations declared,
      List<String> named,
      Map<String, List<Expression.Name>> reads,
      Problems problems) {
    this.catalogue = catalogue;
    this.declared = declared;
    this.reads = reads;
    this.problems = problems;
    this.expressions =
        new ExpressionReader(catalogue, named, declared.known(), this::type, problems);
  }

  /** Reads expressions in which these quantities may stand. */
  ExpressionReader expressions() {
    return expressions;
  }

  /** Every quantity without problems, in the order of the file. */
  Map<String, Quantity> all() {
    Map<String, Quantity> all = new LinkedHashMap<>();
    declared
        .quantities()
        .keySet()
        .forEach(name -> quantity(name).ifPresent(quantity -> all.put(name, quantity)));
    return all;
  }

  private Optional<Type> type(String name) {
    Optional<Parameter> parameter = catalogue.parameter(name);
    if (parameter.isPresent()) {
      return Optional.of(Type.of(parameter.get().domain()));
    }
    Domain result = declared.results().get(name);
    return result != null
        ? Optional.of(Type.of(result))
        : quantity(name).map(quantity -> quantity.expression().type());
  }

  /** A quantity; empty if it has problems, and while it is being read, as in a cycle. */
  private Optional<Quantity> quantity(String name) {
    Node.Entry entry = declared.quantities().get(name);
    if (entry != null && tried.add(name)) {
      String path = "quantities." + name;
      Optional<String> title = Optional.empty();
      Node node = entry.value();
      if (node instanceof Node.Mapping map && map.get("title") != null) {
        title = Fields.of(map, path, problems).flatMap(fields -> fields.text("title"));
        Map<String, Node.Entry> rest = new LinkedHashMap<>(map.entries());
        rest.remove("title");
        node = new Node.Mapping(map.mark(), rest);
      }
      reads.put(name, namesIn(node));
      Optional<Expression> expression = expressions.read(node, path, Names.isOfElement(name));
      if (expression.isPresent()) {
        Type type = expression.get().type();
        if (title.isPresent() && !(type instanceof Type.Date)) {
          problems.add(
              titleOf(entry).mark(),
              path + ".title",
              "only a date has a title, found " + type.described());
        }
        if (isFinite(type, entry, path)) {
          reads.put(name, expression.get().names());
          quantities.put(name, new Quantity(name, entry.key().mark(), expression.get(), title));
        }
      }
    }
    return Optional.ofNullable(quantities.get(name));
  }

  private static Node titleOf(Node.Entry entry) {
    Node.Entry title = entry.value() instanceof Node.Mapping map ? map.get("title") : null;
    return title == null ? entry.value() : title.value();
  }

  /** Whatever in a node may be a name, for cycles in what could not be read. */
  private List<Expression.Name> namesIn(Node node) {
    List<Expression.Name> names = new ArrayList<>();
    if (node instanceof Node.Scalar scalar) {
      boolean isName =
          declared.quantities().containsKey(scalar.text())
              || declared.results().containsKey(scalar.text());
      if (isName) {
        names.add(new Expression.Name(scalar.mark(), scalar.text(), new Type.Flag()));
      }
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> names.addAll(namesIn(item)));
    } else if (node instanceof Node.Mapping map) {
      map.entries().values().forEach(entry -> names.addAll(namesIn(entry.value())));
    }
    return names;
  }

  private boolean isFinite(Type type, Node.Entry entry, String path) {
    if (type instanceof Type.Number number
        && (number.max() - number.min()) / number.step() >= 100_000) {
      problems.add(
          entry.value().mark(), path, "the quantity has more values than can be told apart");
      return false;
    }
    return true;
  }
}
