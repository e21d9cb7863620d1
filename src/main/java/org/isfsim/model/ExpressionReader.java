package org.isfsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/**
 * Reads expressions and finds what each part is. A part with a problem is empty; whatever it stands
 * in says nothing more about it.
 */
final class ExpressionReader {

  /** The number of a literal that stands for the week after the horizon. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final int MOST_VALUES = 100_000;
  private static final Type.Flag FLAG = new Type.Flag();
  private static final Type.Date DATE = new Type.Date();
  private static final String CONTRIBUTORS = "contributors";

  private final Catalogue catalogue;
  private final List<String> named;
  private final Function<String, Optional<Type>> typeOf;
  private final Function<String, Boolean> isKnown;
  private final Set<String> known;
  private final Problems problems;
  private boolean ofElement;

  /**
   * @param named the contributors whose ids rules may name
   * @param known every name that there is
   * @param typeOf the type of a name that there is; empty if it has problems of its own
   */
  ExpressionReader(
      Catalogue catalogue,
      List<String> named,
      Set<String> known,
      Function<String, Optional<Type>> typeOf,
      Problems problems) {
    this.catalogue = catalogue;
    this.named = named;
    this.known = known;
    this.isKnown = known::contains;
    this.typeOf = typeOf;
    this.problems = problems;
  }

  /**
   * Reads an expression.
   *
   * @param node as written
   * @param path its path in the file
   * @param isOfElement whether it is about one contributor, so that names with a star may stand in
   *     it
   */
  Optional<Expression> read(Node node, String path, boolean isOfElement) {
    boolean before = ofElement;
    ofElement = isOfElement;
    try {
      return foldOrOther(node, path);
    } finally {
      ofElement = before;
    }
  }

  /** Reads a value that a field is given: a name, or a word of the field's domain. */
  Optional<Expression> given(Node node, String path, Domain domain) {
    return literal(node, path, Optional.of(Type.of(domain)));
  }

  private Optional<Expression> foldOrOther(Node node, String path) {
    if (node instanceof Node.Mapping map) {
      Optional<FoldOperator> fold =
          Arrays.stream(FoldOperator.values())
              .filter(operator -> map.get(operator.word()) != null)
              .findFirst();
      if (fold.isPresent()) {
        return fold(fold.get(), Fields.of(map, path, problems).orElseThrow());
      }
    }
    return expression(node, path, Optional.empty());
  }

  private Optional<Expression> expression(Node node, String path, Optional<Type> wanted) {
    if (node instanceof Node.Scalar scalar) {
      return word(scalar, path, wanted);
    }
    if (!(node instanceof Node.Mapping map)) {
      problems.add(
          Problem.of(node.mark(), path, "a list is no expression")
              .advising("begin with an operator, such as all: [a, b]"));
      return Optional.empty();
    }
    Fields fields = Fields.of(map, path, problems).orElseThrow();
    if (map.get("if") != null) {
      return either(fields, wanted);
    }
    if (map.get("choose") != null) {
      return choose(fields);
    }
    if (map.get("count") != null) {
      return count(fields);
    }
    if (map.get("band") != null) {
      return band(fields);
    }
    if (map.get("used-up") != null) {
      return usedUp(fields);
    }
    if (map.entries().size() != 1) {
      problems.add(
          Problem.of(
                  map.mark(),
                  path,
                  map.entries().isEmpty()
                      ? "an operator is missing"
                      : "an expression has one operator, found " + String.join(", ", fields.keys()))
              .allowing(String.join(", ", operators())));
      return Optional.empty();
    }
    Node.Entry only = map.entries().values().iterator().next();
    String word = only.key().text();
    String inner = fields.pathOf(word);
    if (word.equals("is")) {
      return is(only.value(), inner);
    }
    if (word.equals("named")) {
      return identity(only.value(), inner);
    }
    Optional<Operator> operator = Operator.of(word);
    if (operator.isPresent()) {
      return call(operator.get(), only.value(), inner);
    }
    if (FoldOperator.of(word).isPresent()) {
      problems.add(
          Problem.of(
                  only.key().mark(),
                  inner,
                  "\"" + word + "\" over all contributors stands by itself")
              .advising("give it a name of its own and use the name here"));
      return Optional.empty();
    }
    problems.add(
        Problem.of(only.key().mark(), path, "there is no operator \"" + word + "\"")
            .allowing(String.join(", ", operators()))
            .advising(Suggestions.didYouMean(word, operators())));
    return Optional.empty();
  }

  /** Every operator, for messages. */
  private static Set<String> operators() {
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(Operator.values()).forEach(operator -> words.add(operator.word()));
    words.addAll(List.of("is", "if", "choose", "count", "band", "used-up", "named"));
    Arrays.stream(FoldOperator.values()).forEach(operator -> words.add(operator.word()));
    return words;
  }

  private Optional<Expression> word(Node.Scalar scalar, String path, Optional<Type> wanted) {
    String text = scalar.text();
    if (!isKnown.apply(text)) {
      return literal(scalar, path, wanted);
    }
    if (Names.isOfElement(text) && !ofElement) {
      problems.add(
          Problem.of(
                  scalar.mark(),
                  path,
                  "\"" + text + "\" is of each contributor, and this is of all of them")
              .advising("put them together, such as { for-any: " + text + " }"));
      return Optional.empty();
    }
    return typeOf.apply(text).map(type -> new Expression.Name(scalar.mark(), text, type));
  }

  private Optional<Expression> literal(Node node, String path, Optional<Type> expected) {
    if (!(node instanceof Node.Scalar scalar)) {
      problems.add(node.mark(), path, "a value is wanted here, found " + node.described());
      return Optional.empty();
    }
    String text = scalar.text();
    boolean isOpen = expected.isEmpty();
    Type wanted = expected.orElse(FLAG);
    if (text.equals("start") || text.equals("never")) {
      if (isOpen || wanted instanceof Type.Date) {
        return Optional.of(new Expression.Literal(text, text.equals("start") ? 0 : NEVER, DATE));
      }
    }
    if (text.matches("\\d{1,9}") && (isOpen || wanted.isNumber())) {
      int number = Integer.parseInt(text);
      Unit unit = wanted instanceof Type.Number of ? of.unit() : Unit.COUNT;
      return Optional.of(
          new Expression.Literal(text, number, new Type.Number(unit, number, number, 1)));
    }
    if (text.equals("true") || text.equals("false")) {
      if (isOpen || wanted instanceof Type.Flag) {
        return Optional.of(new Expression.Literal(text, text.equals("true") ? 1 : 0, FLAG));
      }
    }
    if (wanted instanceof Type.Choice choice && choice.values().contains(text)) {
      return Optional.of(new Expression.Literal(text, choice.values().indexOf(text), choice));
    }
    Problem problem =
        Problem.of(
            scalar.mark(),
            path,
            wanted instanceof Type.Choice
                ? "\"" + text + "\" is not one of the values"
                : "there is no parameter, quantity or result \"" + text + "\"");
    if (wanted instanceof Type.Choice choice) {
      problem =
          problem
              .allowing(String.join(", ", choice.values()))
              .advising(Suggestions.didYouMean(text, choice.values()));
    } else {
      problem = problem.advising(Suggestions.didYouMean(text, known));
    }
    problems.add(problem);
    return Optional.empty();
  }

  /** An expression of a type, or a problem. */
  private Optional<Expression> of(Node node, String path, Type wanted) {
    return expression(node, path, Optional.of(wanted))
        .filter(found -> fits(node, path, found.type(), wanted));
  }

  private boolean fits(Node node, String path, Type found, Type wanted) {
    boolean fits =
        wanted.isNumber()
            ? found.isNumber()
            : wanted instanceof Type.Choice
                ? found.equals(wanted)
                : found.getClass() == wanted.getClass();
    if (!fits) {
      problems.add(
          node.mark(), path, wanted.described() + " is wanted here, found " + found.described());
    }
    return fits;
  }

  private List<Node> list(Node node) {
    return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
  }

  private Optional<Expression> call(Operator operator, Node node, String path) {
    List<Node> nodes = list(node);
    if (!operator.takes(nodes.size())) {
      problems.add(
          node.mark(),
          path,
          "\"" + operator.word() + "\" takes " + operator.arguments() + ", found " + nodes.size());
      return Optional.empty();
    }
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Optional<Expression> part = of(nodes.get(i), path, argument(operator, i));
      part.ifPresent(parts::add);
    }
    if (parts.size() < nodes.size() || !sameUnit(operator, parts, node, path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Expression.Call(operator, parts, result(operator, parts)));
    } catch (ArithmeticException e) {
      problems.add(node.mark(), path, "the numbers grow too large");
      return Optional.empty();
    }
  }

  private static final Type.Number ANY_NUMBER = new Type.Number(Unit.COUNT, 0, 0, 1);
  private static final Type.Number WEEKS = new Type.Number(Unit.WEEKS, 0, 0, 1);

  private static Type argument(Operator operator, int place) {
    return switch (operator) {
      case DATE, TOGETHER -> WEEKS;
      case AFTER -> place == 0 ? DATE : WEEKS;
      case LATER, EARLIER, BETWEEN, REACHED, NOT_AFTER -> DATE;
      case USED_UP -> place == 0 || place == 3 ? ANY_NUMBER : DATE;
      case SUM, PRODUCT, REST, LEAST, MOST, AT_LEAST, LESS -> ANY_NUMBER;
      case ALL, ANY, NOT -> FLAG;
    };
  }

  /** Weeks are not added to anything else, nor compared with it; a plain count is with anything. */
  private boolean sameUnit(Operator operator, List<Expression> parts, Node node, String path) {
    if (operator == Operator.PRODUCT) {
      return true;
    }
    List<Unit> units =
        parts.stream()
            .map(Expression::type)
            .filter(Type::isNumber)
            .map(type -> type instanceof Type.Number number ? number.unit() : Unit.WEEKS)
            .filter(unit -> !unit.equals(Unit.COUNT))
            .distinct()
            .toList();
    if (units.size() < 2) {
      return true;
    }
    problems.add(
        node.mark(),
        path,
        "numbers of different things: " + units.get(0).label() + " and " + units.get(1).label());
    return false;
  }

  private static Type result(Operator operator, List<Expression> parts) {
    return switch (operator) {
      case DATE, AFTER, LATER, EARLIER, USED_UP -> DATE;
      case BETWEEN, TOGETHER -> new Type.Span();
      case REACHED, NOT_AFTER, AT_LEAST, LESS, ALL, ANY, NOT -> FLAG;
      case SUM, PRODUCT, REST, LEAST, MOST -> number(operator, parts);
    };
  }

  private static Type number(Operator operator, List<Expression> parts) {
    Type result = parts.get(0).type();
    for (Expression part : parts.subList(1, parts.size())) {
      if (!(result instanceof Type.Number a) || !(part.type() instanceof Type.Number b)) {
        return new Type.Span();
      }
      result =
          switch (operator) {
            case SUM -> a.with(b, Math.addExact(a.min(), b.min()), Math.addExact(a.max(), b.max()));
            case REST -> a.with(b, 0, Math.max(0, Math.subtractExact(a.max(), b.min())));
            case LEAST -> a.with(b, Math.min(a.min(), b.min()), Math.min(a.max(), b.max()));
            case MOST -> a.with(b, Math.max(a.min(), b.min()), Math.max(a.max(), b.max()));
            default ->
                new Type.Number(
                    Unit.COUNT,
                    Math.multiplyExact(a.min(), b.min()),
                    Math.multiplyExact(a.max(), b.max()),
                    1);
          };
    }
    return result;
  }

  private Optional<Expression> is(Node node, String path) {
    List<Node> nodes = list(node);
    if (nodes.size() < 2) {
      problems.add(node.mark(), path, "\"is\" takes a name and one value or more");
      return Optional.empty();
    }
    Optional<Expression> subject = expression(nodes.get(0), path, Optional.empty());
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    Type type = subject.get().type();
    if (type instanceof Type.Date || type instanceof Type.Span) {
      problems.add(
          nodes.get(0).mark(), path, "\"is\" is for named values and small numbers, found a date");
      return Optional.empty();
    }
    Domain domain = type.domain(0);
    List<String> values = new ArrayList<>();
    for (Node value : nodes.subList(1, nodes.size())) {
      value(value, path, domain).ifPresent(values::add);
    }
    return values.size() < nodes.size() - 1
        ? Optional.empty()
        : Optional.of(new Expression.Is(subject.get(), values, FLAG));
  }

  private Optional<String> value(Node node, String path, Domain domain) {
    if (node instanceof Node.Scalar scalar && domain.indexOf(scalar.text()).isPresent()) {
      return Optional.of(scalar.text());
    }
    String found = node.written();
    problems.add(
        Problem.of(node.mark(), path, "\"" + found + "\" is not one of the values")
            .allowing(domain.described())
            .advising(
                domain instanceof Domain.Choice
                    ? Suggestions.didYouMean(found, domain.texts())
                    : null));
    return Optional.empty();
  }

  private Optional<Expression> count(Fields fields) {
    fields.allow(List.of("count", "being"));
    Optional<Node> being = fields.require("being");
    Node node = fields.find("count").orElseThrow();
    String path = fields.pathOf("count");
    List<Expression> parts = new ArrayList<>();
    List<Node> nodes = list(node);
    for (Node one : nodes) {
      Optional<Expression> part = expression(one, path, Optional.empty());
      boolean hasValue =
          part.isPresent()
              && being.isPresent()
              && !(part.get().type() instanceof Type.Date)
              && !(part.get().type() instanceof Type.Span)
              && value(being.get(), fields.pathOf("being"), part.get().type().domain(0))
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

  private Optional<Expression> band(Fields fields) {
    fields.allow(List.of("band", "by"));
    Optional<Expression> subject =
        of(fields.find("band").orElseThrow(), fields.pathOf("band"), ANY_NUMBER);
    Optional<String> id = fields.requiredText("by");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Band> band = catalogue.band(id.get());
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

  private Optional<Expression> usedUp(Fields fields) {
    fields.allow(List.of("used-up", "from", "until", "times"));
    List<Expression> parts = new ArrayList<>();
    List<String> keys = List.of("used-up", "from", "until", "times");
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      Type wanted = argument(Operator.USED_UP, i);
      fields
          .require(key)
          .flatMap(node -> of(node, fields.pathOf(key), wanted))
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

  private Optional<Expression> either(Fields fields, Optional<Type> wanted) {
    fields.allow(List.of("if", "then", "else"));
    Optional<Expression> condition = of(fields.find("if").orElseThrow(), fields.pathOf("if"), FLAG);
    Optional<Expression> then =
        fields.require("then").flatMap(node -> expression(node, fields.pathOf("then"), wanted));
    if (condition.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    Type type = then.get().type();
    Optional<Node> node = fields.find("else");
    Optional<Expression> otherwise;
    if (node.isPresent()) {
      otherwise = of(node.get(), fields.pathOf("else"), type);
    } else if (type instanceof Type.Date) {
      otherwise = Optional.of(new Expression.Literal("never", NEVER, DATE));
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

  private Optional<Expression> choose(Fields fields) {
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
                      value(entry.key(), when.pathOf(value), domain)
                          .ifPresent(known -> places.add(values.indexOf(known)));
                      of(entry.value(), when.pathOf(value), FLAG).ifPresent(conditions::add);
                    }));
    Optional<String> otherwise =
        fields.require("else").flatMap(node -> value(node, fields.pathOf("else"), domain));
    if (otherwise.isPresent()) {
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

  private Optional<Expression> identity(Node node, String path) {
    if (!(node instanceof Node.Scalar scalar) || !scalar.text().equals(CONTRIBUTORS)) {
      problems.add(
          Problem.of(node.mark(), path, node.described() + " is not a repeated element")
              .allowing(CONTRIBUTORS));
      return Optional.empty();
    }
    if (!ofElement) {
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

  private Optional<Expression> fold(FoldOperator operator, Fields fields) {
    boolean isCounted = operator == FoldOperator.TOTAL || operator == FoldOperator.NUMBER;
    fields.allow(isCounted ? List.of(operator.word(), "up-to") : List.of(operator.word()));
    Node node = fields.find(operator.word()).orElseThrow();
    String path = fields.pathOf(operator.word());
    if (ofElement) {
      problems.add(
          node.mark(), path, "what is taken over all contributors cannot be of each of them");
      return Optional.empty();
    }
    Optional<Expression> element = read(node, path, true);
    if (element.isEmpty()) {
      if (isCounted) {
        fields.require("up-to");
      }
      return Optional.empty();
    }
    Type type = element.get().type();
    if (!isFit(operator, type)) {
      problems.add(
          node.mark(),
          path,
          "\""
              + operator.word()
              + "\" is over "
              + switch (operator) {
                case TOTAL -> "numbers";
                case NUMBER, ANY, ALL -> "flags";
                case HIGHEST, LOWEST -> "named values or numbers";
              }
              + ", found "
              + type.described());
      return Optional.empty();
    }
    if (!isCounted) {
      return Optional.of(new Expression.Fold(operator, element.get(), type));
    }
    int most = fields.require("up-to").map(n -> most(n, fields.pathOf("up-to"), type)).orElse(0);
    Unit unit = type instanceof Type.Number number ? number.unit() : Unit.COUNT;
    int step = type instanceof Type.Number number ? number.step() : 1;
    return most == 0
        ? Optional.empty()
        : Optional.of(
            new Expression.Fold(operator, element.get(), new Type.Number(unit, 0, most, step)));
  }

  private static boolean isFit(FoldOperator operator, Type type) {
    return switch (operator) {
      case TOTAL -> type instanceof Type.Number;
      case NUMBER, ANY, ALL -> type instanceof Type.Flag;
      case HIGHEST, LOWEST -> type instanceof Type.Number || type instanceof Type.Choice;
    };
  }

  /** The most that is counted, 0 with a problem. */
  private int most(Node node, String path, Type type) {
    int step = type instanceof Type.Number number ? number.step() : 1;
    int least = type instanceof Type.Number number ? number.min() : 0;
    int most =
        node instanceof Node.Scalar scalar && scalar.text().matches("\\d{1,8}")
            ? Integer.parseInt(scalar.text())
            : 0;
    if (most < 1 || most % step != 0 || most / step >= MOST_VALUES || least < 0) {
      problems.add(
          Problem.of(node.mark(), path, node.described() + " is no bound of what is counted")
              .allowing(
                  "a multiple of "
                      + step
                      + ", at most "
                      + MOST_VALUES
                      + " steps; nothing below 0"));
      return 0;
    }
    return most;
  }
}
