package org.isfsim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/** Reads the operators that have a form of their own, with keys in place of a list of arguments. */
final class FormReader {

  private static final Type.Flag FLAG = new Type.Flag();
  private static final Type.Date DATE = new Type.Date();
  private static final String CONTRIBUTORS = "contributors";

  private final ExpressionReader reader;
  private final Catalogue catalogue;
  private final List<String> named;
  private final Problems problems;

  /**
   * @param reader reads the expressions inside
   * @param named the contributors whose ids rules may name
   */
  FormReader(ExpressionReader reader, Catalogue catalogue, List<String> named, Problems problems) {
    this.reader = reader;
    this.catalogue = catalogue;
    this.named = List.copyOf(named);
    this.problems = problems;
  }

  Optional<Expression> count(Fields fields) {
    fields.allow(List.of("count", "being"));
    Optional<Node> being = fields.require("being");
    Node node = fields.find("count").orElseThrow();
    String path = fields.pathOf("count");
    List<Expression> parts = new ArrayList<>();
    List<Node> nodes = ExpressionReader.list(node);
    for (Node one : nodes) {
      Optional<Expression> part = reader.expression(one, path, Optional.empty());
      boolean hasValue =
          part.isPresent()
              && being.isPresent()
              && !(part.get().type() instanceof Type.Date)
              && !(part.get().type() instanceof Type.Span)
              && reader
                  .value(being.get(), fields.pathOf("being"), part.get().type().domain(0))
                  .isPresent();
      if (hasValue) {
        parts.add(part.get());
      } else if (part.isPresent() && part.get().type() instanceof Type.Date) {
        problems.add(one.mark(), path, "named values are counted, found a date");
      }
    }
    if (parts.size() < nodes.size() || being.isEmpty()) {
      return Optional.empty();
    }
    String value = ((Node.Scalar) being.get()).text();
    Type type = new Type.Number(Unit.COUNT, 0, parts.size(), 1);
    return Optional.of(new Expression.Count(parts, value, type));
  }

  Optional<Expression> band(Fields fields) {
    fields.allow(List.of("band", "by"));
    Optional<Expression> subject =
        reader.of(
            fields.find("band").orElseThrow(), fields.pathOf("band"), OperatorTypes.ANY_NUMBER);
    Optional<String> id = fields.requiredText("by");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Band> band = catalogue.band(id.get());
    if (catalogue.unsound().contains(id.get())) {
      return Optional.empty();
    }
    if (band.isEmpty()) {
      List<String> ids = catalogue.bands().stream().map(Band::id).toList();
      problems.add(
          Problem.of(
                  fields.find("by").orElseThrow().mark(),
                  fields.pathOf("by"),
                  "there is no band \"" + id.get() + "\"")
              .allowing(String.join(", ", ids))
              .advising(Suggestions.didYouMean(id.get(), ids)));
      return Optional.empty();
    }
    if (subject.isPresent() && !subject.get().type().equals(Type.of(band.get().domain()))) {
      problems.add(
          Problem.of(
                  fields.map().mark(),
                  fields.pathOf("band"),
                  "what is sorted into the band has other values than the band")
              .allowing(band.get().domain().described()));
      return Optional.empty();
    }
    return subject.map(
        of -> new Expression.Banded(of, band.get(), new Type.Choice(band.get().names())));
  }

  Optional<Expression> usedUp(Fields fields) {
    fields.allow(List.of("used-up", "from", "until", "times"));
    List<Expression> parts = new ArrayList<>();
    List<String> keys = List.of("used-up", "from", "until", "times");
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      Type wanted = OperatorTypes.argument(Operator.USED_UP, i);
      fields
          .require(key)
          .flatMap(node -> reader.of(node, fields.pathOf(key), wanted))
          .ifPresent(parts::add);
    }
    if (parts.size() < keys.size()) {
      return Optional.empty();
    }
    if (parts.get(3).type() instanceof Type.Number times && times.min() < 1) {
      problems.add(
          fields.find("times").orElseThrow().mark(),
          fields.pathOf("times"),
          "a week counts at least once");
      return Optional.empty();
    }
    return Optional.of(new Expression.Call(Operator.USED_UP, parts, DATE));
  }

  Optional<Expression> either(Fields fields, Optional<Type> wanted) {
    fields.allow(List.of("if", "then", "else"));
    Optional<Expression> condition =
        reader.of(fields.find("if").orElseThrow(), fields.pathOf("if"), FLAG);
    Optional<Expression> then =
        fields
            .require("then")
            .flatMap(node -> reader.expression(node, fields.pathOf("then"), wanted));
    if (condition.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    Type type = then.get().type();
    Optional<Node> node = fields.find("else");
    Optional<Expression> otherwise;
    if (node.isPresent()) {
      otherwise = reader.of(node.get(), fields.pathOf("else"), type);
    } else if (type instanceof Type.Date) {
      otherwise = Optional.of(new Expression.Literal("never", ExpressionReader.NEVER, DATE));
    } else {
      fields.require("else");
      return Optional.empty();
    }
    return otherwise.map(
        other -> new Expression.If(condition.get(), then.get(), other, both(type, other.type())));
  }

  private static Type both(Type a, Type b) {
    if (a instanceof Type.Number first && b instanceof Type.Number second) {
      return first.with(
          second, Math.min(first.min(), second.min()), Math.max(first.max(), second.max()));
    }
    return a instanceof Type.Span ? a : b instanceof Type.Span ? b : a;
  }

  Optional<Expression> choose(Fields fields) {
    fields.allow(List.of("choose", "when", "else"));
    int before = problems.size();
    List<String> values = fields.scalars("choose").stream().map(Node.Scalar::text).toList();
    if (values.size() < 2 || values.stream().distinct().count() != values.size()) {
      problems.add(
          fields.find("choose").orElseThrow().mark(),
          fields.pathOf("choose"),
          "two or more different values are wanted");
    }
    Domain.Choice domain =
        new Domain.Choice(values.isEmpty() ? List.of("-") : values.stream().distinct().toList());
    List<Expression> conditions = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    fields
        .require("when")
        .flatMap(node -> Fields.of(node, fields.pathOf("when"), problems))
        .ifPresent(
            when ->
                when.forEach(
                    (value, entry) -> {
                      reader
                          .value(entry.key(), when.pathOf(value), domain)
                          .ifPresent(known -> places.add(values.indexOf(known)));
                      reader.of(entry.value(), when.pathOf(value), FLAG).ifPresent(conditions::add);
                    }));
    Optional<String> otherwise =
        fields.require("else").flatMap(node -> reader.value(node, fields.pathOf("else"), domain));
    if (otherwise.isPresent() && problems.size() == before) {
      for (int i = 0; i < values.size(); i++) {
        if (!places.contains(i) && !values.get(i).equals(otherwise.get())) {
          problems.add(
              fields.map().mark(),
              fields.pathOf("when"),
              "nothing chooses the value \"" + values.get(i) + "\"");
        }
      }
    }
    if (problems.size() > before || otherwise.isEmpty() || conditions.size() < places.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Expression.Choose(
            conditions, places, values.indexOf(otherwise.get()), new Type.Choice(values)));
  }

  Optional<Expression> identity(Node node, String path) {
    if (!(node instanceof Node.Scalar scalar) || !scalar.text().equals(CONTRIBUTORS)) {
      problems.add(
          Problem.of(node.mark(), path, node.described() + " is not a repeated element")
              .allowing(CONTRIBUTORS));
      return Optional.empty();
    }
    if (!reader.isOfElement()) {
      problems.add(node.mark(), path, "only a quantity of each contributor has an id");
      return Optional.empty();
    }
    List<String> ids = new ArrayList<>(List.of(Expression.Identity.OTHER));
    ids.addAll(named);
    if (ids.size() < 2) {
      problems.add(
          node.mark(), path, "no contributor may be named: \"contributors.named\" is empty");
      return Optional.empty();
    }
    return Optional.of(new Expression.Identity(new Type.Choice(ids)));
  }
}
