package org.isfsim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Field;
import org.isfsim.decision.Result;
import org.isfsim.decision.Signature;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Domain;

/** Reads what decisions read: their fields and where these come from. */
final class QuestionReader {

  private static final long MOST_COMBINATIONS = 50_000_000;

  private final ExpressionReader expressions;
  private final Map<String, List<Expression.Name>> reads;
  private final Problems problems;
  private final List<Question> questions = new ArrayList<>();

  /**
   * @param reads where what each result reads is written down
   */
  QuestionReader(
      ExpressionReader expressions, Map<String, List<Expression.Name>> reads, Problems problems) {
    this.expressions = expressions;
    this.reads = reads;
    this.problems = problems;
  }

  /** Every decision without problems, in the order of the file. */
  List<Question> all(Declarations declared) {
    declared.decisions().values().forEach(decision -> question(decision, new Fieldset(decision)));
    return questions;
  }

  /** The fields of a decision while they are read. */
  private final class Fieldset {
    private final Declarations.Decision decision;
    private final Fields fields;
    private final List<Field> inputs = new ArrayList<>();
    private final List<Expression> sources = new ArrayList<>();
    private boolean isWhole = true;

    Fieldset(Declarations.Decision decision) {
      this.decision = decision;
      this.fields =
          Fields.of(decision.entry().value(), "decisions." + decision.name(), problems)
              .orElseThrow();
    }

    boolean isOfElement() {
      return Names.isOfElement(decision.name());
    }

    void add(String field, Node.Entry entry, String path) {
      if (!Field.isName(field)) {
        problems.add(
            Problem.of(entry.key().mark(), path, entry.key().described() + " is no name of a field")
                .allowing("camelCase, such as voteHeld; no word of the rule language"));
        return;
      }
      Optional<Expression> source = source(entry.value(), path);
      isWhole &= source.isPresent();
      source.ifPresent(
          found -> {
            inputs.add(new Field(field, found.type().domain(0)));
            sources.add(found);
          });
    }

    private Optional<Expression> source(Node node, String path) {
      if (node instanceof Node.Scalar scalar && scalar.isNull()) {
        problems.add(
            Problem.of(node.mark(), path, "the field has no source")
                .advising("name a parameter, a quantity or a result here"));
        return Optional.empty();
      }
      if (!(node instanceof Node.Scalar)) {
        problems.add(
            Problem.of(node.mark(), path, "a field is read from a name, found " + node.described())
                .advising("declare a quantity and name it here"));
        return Optional.empty();
      }
      Optional<Expression> source = expressions.read(node, path, isOfElement());
      Optional<Type> type = source.map(Expression::type);
      if (type.isPresent()
          && (type.get() instanceof Type.Date || type.get() instanceof Type.Span)) {
        problems.add(
            Problem.of(node.mark(), path, "a rule cannot read " + type.get().described())
                .advising("read a comparison or a band of it"));
        return Optional.empty();
      }
      if (source.isPresent() && !(source.get() instanceof Expression.Name)) {
        problems.add(node.mark(), path, node.described() + " is the same in every case");
        return Optional.empty();
      }
      return source;
    }
  }

  private void question(Declarations.Decision decision, Fieldset set) {
    if (set.fields.find("asks").isPresent()) {
      asking(decision, set);
      return;
    }
    int before = problems.size();
    set.fields
        .require("reads")
        .flatMap(node -> Fields.of(node, set.fields.pathOf("reads"), problems))
        .ifPresent(
            reading -> {
              if (reading.keys().isEmpty()) {
                problems.add(
                    reading.map().mark(), set.fields.pathOf("reads"), "a decision reads something");
              }
              reading.forEach((field, entry) -> set.add(field, entry, reading.pathOf(field)));
            });
    if (problems.size() > before || !set.isWhole || set.inputs.isEmpty() || !isSmall(set)) {
      readBy(decision, decision.results(), set.sources);
      return;
    }
    String plain =
        set.isOfElement()
            ? decision.name().substring(0, decision.name().length() - 2)
            : decision.name();
    Signature signature = new Signature(plain, set.inputs, List.of(), decision.results());
    questions.add(
        new Question(decision.name(), decision.entry().key().mark(), signature, set.sources));
    readBy(decision, decision.results(), set.sources);
  }

  private boolean isSmall(Fieldset set) {
    double combinations = 1;
    for (Field field : set.inputs) {
      combinations *= field.domain().size();
    }
    if (combinations > MOST_COMBINATIONS) {
      problems.add(
          Problem.of(
                  set.decision.entry().key().mark(),
                  "decisions." + set.decision.name(),
                  String.format(
                      java.util.Locale.ROOT,
                      "the fields have %.0f combinations, too many to look at",
                      combinations))
              .allowing("at most " + MOST_COMBINATIONS)
              .advising("read bands or flags in place of numbers"));
      return false;
    }
    return true;
  }

  private void readBy(Declarations.Decision decision, List<Result> of, List<Expression> sources) {
    List<Expression.Name> names = sources.stream().flatMap(s -> s.names().stream()).toList();
    for (Result result : of) {
      reads.put(
          result.name().isEmpty() ? decision.name() : decision.name() + "." + result.name(), names);
    }
  }

  private void asking(Declarations.Decision decision, Fieldset set) {
    Optional<Question> other =
        questions.stream()
            .filter(q -> set.fields.text("asks").filter(q.name()::equals).isPresent())
            .findFirst();
    if (other.isEmpty()) {
      return;
    }
    if (other.get().isForEach() != set.isOfElement()) {
      problems.add(
          set.fields.map().mark(),
          set.fields.pathOf("asks"),
          "one of the two decisions is asked for every contributor and the other is not");
      return;
    }
    Signature signature = other.get().signature();
    List<Expression> sources = new ArrayList<>(other.get().sources());
    set.fields
        .require("but")
        .flatMap(node -> Fields.of(node, set.fields.pathOf("but"), problems))
        .ifPresent(
            but ->
                but.forEach(
                    (field, entry) -> {
                      int place = signature.indexOf(field);
                      if (place < 0) {
                        List<String> names = signature.inputs().stream().map(Field::name).toList();
                        problems.add(
                            Problem.of(
                                    entry.key().mark(),
                                    but.pathOf(field),
                                    "the decision has no field \"" + field + "\"")
                                .allowing(String.join(", ", names))
                                .advising(Suggestions.didYouMean(field, names)));
                        return;
                      }
                      Domain domain = signature.inputs().get(place).domain();
                      boolean isName =
                          entry.value() instanceof Node.Scalar scalar
                              && domain.indexOf(scalar.text()).isEmpty()
                              && expressions.isName(scalar.text());
                      Optional<Expression> source =
                          isName
                              ? set.source(entry.value(), but.pathOf(field))
                                  .filter(s -> hasDomain(s, domain, entry, but.pathOf(field)))
                              : expressions.given(entry.value(), but.pathOf(field), domain);
                      source.ifPresent(s -> sources.set(place, s));
                    }));
    questions.add(new Question(decision.name(), decision.entry().key().mark(), signature, sources));
    readBy(decision, signature.results(), sources);
  }

  private boolean hasDomain(Expression source, Domain domain, Node.Entry entry, String path) {
    if (source.type().domain(0).equals(domain)) {
      return true;
    }
    problems.add(
        Problem.of(entry.value().mark(), path, "this has other values than the field")
            .allowing(domain.described()));
    return false;
  }
}
