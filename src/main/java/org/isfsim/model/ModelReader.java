package org.isfsim.model;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.document.YamlReader;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;

/**
 * Reads a model file and checks that it holds together: that everything named is there, has the
 * values that are asked of it, is read by something, and needs nothing that needs it.
 */
final class ModelReader {

  private static final List<String> KEYS =
      List.of(
          "format",
          "contributors",
          "quantities",
          "decisions",
          "causes",
          "stages",
          "outcome",
          "outcomes",
          "indicators",
          "milestones");
  private static final Pattern CONTRIBUTOR = Pattern.compile("[A-Z0-9-]{2,12}");

  private final Catalogue catalogue;
  private final Problems problems;

  ModelReader(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  Optional<Model.Parts> read(Path file) {
    return YamlReader.read(file, problems)
        .flatMap(document -> Fields.of(document.root(), "", problems))
        .flatMap(this::read);
  }

  private Optional<Model.Parts> read(Fields root) {
    root.allow(KEYS);
    root.word("format", List.of("1"));
    Optional<Fields> contributors = section(root, "contributors", List.of("named", "joins"));
    List<String> named =
        contributors
            .map(f -> f.matching("named", CONTRIBUTOR, "ids such as IDN"))
            .orElse(List.of())
            .stream()
            .distinct()
            .toList();
    contributors.flatMap(f -> f.find("named")).ifPresent(this::requireDifferent);
    Map<String, List<Expression.Name>> reads = new LinkedHashMap<>();
    Declarations declared = Declarations.of(root, catalogue, problems);
    QuantityReader reader = new QuantityReader(catalogue, declared, named, reads, problems);
    Map<String, Quantity> quantities = reader.all();
    List<Question> questions =
        new QuestionReader(reader.expressions(), reads, problems).all(declared);
    Optional<String> joins = contributors.flatMap(this::joins);
    ShownReader shown = new ShownReader(declared, reader.expressions(), reads, problems);
    Map<String, Expression> causes = shown.causes(root);
    List<Shown> stages = shown.shown(root, "stages", "when", Optional.of(new Type.Flag()));
    List<Shown> indicators = shown.shown(root, "indicators", "of", Optional.empty());
    List<Shown> milestones = shown.shown(root, "milestones", "date", Optional.of(new Type.Date()));
    OutcomeReader outcomeReader = new OutcomeReader(declared, problems);
    Optional<String> outcome = outcomeReader.outcome(root);
    List<Outcome> outcomes =
        outcome.map(name -> outcomeReader.outcomes(root, name)).orElse(List.of());
    new ReadingOrder(reads, problems).check(reads.keySet());
    unread(declared, problems.isEmpty() ? read(reads) : texts(root.map()));
    return outcome.map(
        name ->
            new Model.Parts(
                named,
                joins,
                quantities,
                questions,
                name,
                outcomes,
                causes,
                stages,
                indicators,
                milestones));
  }

  private Optional<Fields> section(Fields root, String name, List<String> keys) {
    return root.find(name)
        .flatMap(node -> Fields.of(node, name, problems))
        .map(fields -> fields.allow(keys));
  }

  /** A contributor that is named again would be two values of one name. */
  private void requireDifferent(Node names) {
    Set<String> seen = new HashSet<>();
    if (names instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Node.Scalar scalar && !seen.add(scalar.text())) {
          problems.add(
              item.mark(), "contributors.named", "\"" + scalar.text() + "\" is named twice");
        }
      }
    }
  }

  private Optional<String> joins(Fields contributors) {
    Optional<String> joins = contributors.text("joins");
    if (joins.isEmpty()) {
      return joins;
    }
    boolean isFlag =
        catalogue
            .parameter(joins.get())
            .filter(p -> p.isAttribute() && p.domain() instanceof Domain.Flag)
            .isPresent();
    if (isFlag) {
      return joins;
    }
    List<String> flags =
        catalogue.attributes().stream()
            .filter(p -> p.domain() instanceof Domain.Flag)
            .map(Parameter::id)
            .toList();
    problems.add(
        Problem.of(
                contributors.find("joins").orElseThrow().mark(),
                "contributors.joins",
                "\"" + joins.get() + "\" is no flag of each contributor")
            .allowing(String.join(", ", flags))
            .advising(Suggestions.didYouMean(joins.get(), flags)));
    return Optional.empty();
  }

  private static Set<String> read(Map<String, List<Expression.Name>> reads) {
    Set<String> read = new HashSet<>();
    reads.values().forEach(names -> names.forEach(name -> read.add(name.name())));
    return read;
  }

  /** Every text that stands somewhere; what stands in a part with a problem may be read there. */
  private static Set<String> texts(Node node) {
    Set<String> texts = new HashSet<>();
    if (node instanceof Node.Scalar scalar) {
      texts.add(scalar.text());
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> texts.addAll(texts(item)));
    } else if (node instanceof Node.Mapping map) {
      map.entries().values().forEach(entry -> texts.addAll(texts(entry.value())));
    }
    return texts;
  }

  /** A quantity that nothing reads is a mistake, or a line that was left over. */
  private void unread(Declarations declared, Set<String> read) {
    declared
        .quantities()
        .forEach(
            (name, entry) -> {
              if (!read.contains(name)) {
                problems.add(
                    Problem.of(
                            entry.key().mark(), "quantities." + name, "nothing reads this quantity")
                        .advising(
                            "take it away, or read it in a decision, an indicator or a milestone"));
              }
            });
  }
}
