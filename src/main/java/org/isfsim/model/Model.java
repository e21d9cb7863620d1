package org.isfsim.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isfsim.decision.Signature;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Parameter;
import org.isfsim.scenario.Scenario;

/**
 * What a rule folder says of a case, apart from the rules: its parameters, the quantities worked
 * out from them, the decisions with what they read, and what is reported. Immutable.
 *
 * <p>{@code docs/model.md} explains the format of the file.
 */
public final class Model {

  /** The name of its file in a rule folder. */
  public static final String FILE = "model.yaml";

  private final Catalogue catalogue;
  private final Parts parts;

  /**
   * What a model file holds.
   *
   * @param named the contributors whose ids rules may name
   * @param joins the attribute without which a contributor has no part, if there is one
   * @param quantities by name
   * @param questions the decisions in the order of the file
   * @param outcome the name of the result that is the outcome
   * @param outcomes in the order of the outcome's values
   * @param causes what must be there for what is shown, by name
   * @param stages in order
   * @param indicators in the order of reports
   * @param milestones in the order of reports
   */
  record Parts(
      List<String> named,
      Optional<String> joins,
      Map<String, Quantity> quantities,
      List<Question> questions,
      String outcome,
      List<Outcome> outcomes,
      Map<String, Expression> causes,
      List<Shown> stages,
      List<Shown> indicators,
      List<Shown> milestones) {
    Parts {
      named = List.copyOf(named);
      quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
      questions = List.copyOf(questions);
      outcomes = List.copyOf(outcomes);
      causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
      stages = List.copyOf(stages);
      indicators = List.copyOf(indicators);
      milestones = List.copyOf(milestones);
    }
  }

  private Model(Catalogue catalogue, Parts parts) {
    this.catalogue = catalogue;
    this.parts = parts;
  }

  /**
   * Reads {@code parameters.yaml} and {@code model.yaml} of a rule folder.
   *
   * @throws InvalidInputException with every problem of both
   */
  public static Model read(Path folder) {
    Problems problems = new Problems();
    Optional<Model> model = read(folder, problems);
    problems.throwIfAny();
    return model.orElseThrow();
  }

  private static Optional<Model> read(Path folder, Problems problems) {
    Catalogue catalogue = Catalogue.read(folder.resolve(Catalogue.FILE), problems);
    return catalogue.parameters().isEmpty() && !problems.isEmpty()
        ? Optional.empty()
        : new ModelReader(catalogue, problems)
            .read(folder.resolve(FILE))
            .map(parts -> new Model(catalogue, parts));
  }

  /**
   * The decisions of a folder that have no problem themselves, whatever else in it has, so that
   * their rules can be looked at with all else.
   */
  public static List<Signature> soundSignatures(Path folder) {
    return read(folder, new Problems()).map(Model::signatures).orElse(List.of());
  }

  /** The parameters. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Every decision with what it reads and decides, in the order of the file. */
  public List<Signature> signatures() {
    return parts.questions().stream().map(Question::signature).distinct().toList();
  }

  /** The outcomes in the order in which they are always shown. */
  public List<Outcome> outcomes() {
    return parts.outcomes();
  }

  /**
   * An outcome.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public Outcome outcome(String name) {
    return parts.outcomes().stream()
        .filter(outcome -> outcome.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No outcome \"" + name + "\""));
  }

  /**
   * Something that is shown, with what it means.
   *
   * @param name its name in results
   * @param title in words; empty if its meaning says the same
   * @param means one sentence without its full stop
   */
  public record Named(String name, String title, String means) {}

  /** The stages of the way, in order. */
  public List<Named> stages() {
    return named(parts.stages());
  }

  /** The indicators in the order of reports. */
  public List<Named> indicators() {
    return named(parts.indicators());
  }

  /** The milestones in the order of reports. */
  public List<Named> milestones() {
    return named(parts.milestones());
  }

  private static List<Named> named(List<Shown> shown) {
    return shown.stream()
        .map(s -> new Named(s.name(), s.title().equals(s.means()) ? "" : s.title(), s.means()))
        .toList();
  }

  /**
   * The id of the attribute, a flag, without which a contributor has no part; a contributor that a
   * scenario does not list is one for which it is false.
   */
  public Optional<String> joins() {
    return parts.joins();
  }

  /** The parameters that nothing reads, so that no value of theirs changes anything. */
  public List<Parameter> unread() {
    Set<String> read = new HashSet<>();
    parts.joins().ifPresent(read::add);
    Stream.of(
            parts.quantities().values().stream().map(Quantity::expression),
            parts.questions().stream().flatMap(question -> question.sources().stream()),
            parts.causes().values().stream(),
            Stream.of(parts.stages(), parts.indicators(), parts.milestones())
                .flatMap(shown -> shown.stream().map(Shown::of)))
        .flatMap(expressions -> expressions)
        .forEach(expression -> expression.names().forEach(name -> read.add(name.name())));
    catalogue.parameters().forEach(parameter -> named(parameter.written(), read));
    return catalogue.parameters().stream().filter(p -> !read.contains(p.id())).toList();
  }

  /** What a default names, such as the parameter that it is given. */
  private static void named(Node written, Set<String> names) {
    if (written instanceof Node.Scalar scalar) {
      names.add(scalar.text());
    } else if (written instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> named(item, names));
    } else if (written instanceof Node.Mapping map) {
      names.addAll(map.entries().keySet());
      map.entries().values().forEach(entry -> named(entry.value(), names));
    }
  }

  /** Everything that happens in a case of a scenario, in order. */
  public Plan plan(Scenario scenario) {
    return new PlanBuilder(this, parts, scenario).build();
  }
}
