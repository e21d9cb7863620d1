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

  private static final Type.Flag FLAG = new Type.Flag();
  private static final Type.Date DATE = new Type.Date();
  private final Function<String, Optional<Type>> typeOf;
  private final Function<String, Boolean> isKnown;
  private final Set<String> known;
  private final Problems problems;
  private final FormReader forms;
  private final FoldReader folds;
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
    this.known = known;
    this.isKnown = known::contains;
    this.typeOf = typeOf;
    this.problems = problems;
    this.forms = new FormReader(this, catalogue, named, problems);
    this.folds = new FoldReader(this, problems);
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

  /** Whether there is a parameter, quantity or result of this name. */
  boolean isName(String text) {
    return isKnown.apply(text);
  }

  /** Reads a value that a field is given: a name, or a word of the field's domain. */
  Optional<Expression> given(Node node, String path, Domain domain) {
    return literal(node, path, Optional.of(Type.of(domain)));
  }

  /** Whether what is being read is about one contributor. */
  boolean isOfElement() {
    return ofElement;
  }

  private Optional<Expression> foldOrOther(Node node, String path) {
    if (node instanceof Node.Mapping map) {
      Optional<FoldOperator> fold =
          Arrays.stream(FoldOperator.values())
              .filter(operator -> map.get(operator.word()) != null)
              .findFirst();
      if (fold.isPresent()) {
        return folds.fold(fold.get(), Fields.of(map, path, problems).orElseThrow());
      }
    }
    return expression(node, path, Optional.empty());
  }

  /**
   * Reads an expression inside another one.
   *
   * @param wanted what it should be, where that is known
   */
  Optional<Expression> expression(Node node, String path, Optional<Type> wanted) {
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
      return forms.either(fields, wanted);
    }
    if (map.get("choose") != null) {
      return forms.choose(fields);
    }
    if (map.get("count") != null) {
      return forms.count(fields);
    }
    if (map.get("band") != null) {
      return forms.band(fields);
    }
    if (map.get("used-up") != null) {
      return forms.usedUp(fields);
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
      return forms.identity(only.value(), inner);
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
  Optional<Expression> of(Node node, String path, Type wanted) {
    return expression(node, path, Optional.of(wanted))
        .filter(found -> fits(node, path, found.type(), wanted));
  }

  private boolean fits(Node node, String path, Type found, Type wanted) {
    boolean fits =
        wanted.isNumber()
            ? OperatorTypes.isNumberFor(found, wanted)
            : wanted instanceof Type.Choice
                ? found.equals(wanted)
                : found.getClass() == wanted.getClass();
    if (!fits) {
      problems.add(
          node.mark(),
          path,
          (wanted.equals(OperatorTypes.ANY_NUMBER) ? "a number" : wanted.described())
              + " is wanted here, found "
              + found.described());
    }
    return fits;
  }

  /** The arguments: those of a list, or the one that stands alone. */
  static List<Node> list(Node node) {
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
      Optional<Expression> part = of(nodes.get(i), path, OperatorTypes.argument(operator, i));
      part.ifPresent(parts::add);
    }
    if (parts.size() < nodes.size()) {
      return Optional.empty();
    }
    Optional<String> mixed = OperatorTypes.mixed(operator, parts);
    if (mixed.isPresent()) {
      problems.add(node.mark(), path, mixed.get());
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Expression.Call(operator, parts, OperatorTypes.result(operator, parts)));
    } catch (ArithmeticException e) {
      problems.add(node.mark(), path, "the numbers grow too large");
      return Optional.empty();
    }
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
          nodes.get(0).mark(),
          path,
          "\"is\" is for named values and small numbers, found " + type.described());
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

  /** A value of a domain, or a problem. */
  Optional<String> value(Node node, String path, Domain domain) {
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
}
