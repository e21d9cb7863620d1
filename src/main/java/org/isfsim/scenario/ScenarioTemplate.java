package org.isfsim.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.NewScenario;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.jspecify.annotations.Nullable;

/** Writes the commented scenario file that a new scenario starts from. */
public final class ScenarioTemplate {

  private static final int WIDTH = 96;
  private static final String NEW = "A new scenario";
  private static final String BEGIN =
      """
      # yaml-language-server: $schema=scenario.schema.json
      #
      """;

  private final Catalogue catalogue;
  private final StringBuilder text = new StringBuilder(BEGIN);

  /** What stands in the file, or is inherited. */
  private final Node.Mapping said;

  /** Whether it is inherited: then it stands there as a comment, and so do heads of sections. */
  private final boolean inherits;

  private ScenarioTemplate(Catalogue catalogue, Node.Mapping said, boolean inherits) {
    this.catalogue = catalogue;
    this.said = said;
    this.inherits = inherits;
  }

  /**
   * A scenario file in which every parameter of a catalogue stands as a comment with its default
   * and what it may be, and the other parts are shown by example. It loads without problems.
   *
   * @param id the scenario's id, kebab-case
   */
  public static String write(Catalogue catalogue, String id) {
    return new ScenarioTemplate(
            catalogue, new Node.Mapping(Mark.of(""), Collections.emptyMap()), false)
        .whole(
            id,
            NEW,
            "A scenario says what is fixed, what is uncertain and which side of a disputed point is"
                + " taken. Whatever it leaves out keeps the default of the catalogue, which"
                + " \"isfsim parameters\" lists. Take away a \"#\" to set a value; \"isfsim check\""
                + " reads the file and reports every problem.");
  }

  /**
   * A scenario file that extends another and changes nothing yet: every parameter stands as a
   * comment with the value that it inherits.
   *
   * @param base a scenario file without problems
   * @param name its path from the new file
   */
  public static String extending(Catalogue catalogue, Path base, String name, String id) {
    return new ScenarioTemplate(catalogue, merged(base), true).extending(name, id);
  }

  /**
   * A scenario file that says all that another says, with what it extends.
   *
   * @param base a scenario file without problems
   * @param from what it is called in the file
   */
  public static String copying(Catalogue catalogue, Path base, String from, String id) {
    return new ScenarioTemplate(catalogue, merged(base), false)
        .whole(
            id,
            "A scenario from " + from,
            "All that "
                + from
                + " says, with what it extends, as it was when this file was written: \"extends\""
                + " reaches files in a scenario's own folder only. What stands behind a \"#\" has the"
                + " default of the catalogue. \"isfsim check\" reads the file and reports every"
                + " problem.");
  }

  private static Node.Mapping merged(Path base) {
    Problems problems = new Problems();
    Optional<SourceFiles.Merged> merged = new SourceFiles(problems).read(base);
    problems.throwIfAny();
    return merged.orElseThrow().root();
  }

  private String whole(String id, String title, String about) {
    NewScenario begin = catalogue.newScenario();
    comment("# ", about);
    text.append("format: 1\n");
    line("id", id);
    line("title", title);
    line("question", said("question", begin.question()));
    line("start", said("start", begin.start() + "          # the first day of week 0"));
    line("horizon", said("horizon", begin.horizon().toString()));
    line("run", said("run", run()));
    find("claims").ifPresent(claims -> line("claims", claims.written()));
    sections();
    contributors();
    head("policies", "Named combinations of levers, for --policy NAME.");
    entries("policies").forEach((name, policy) -> value("  ", name, policy.value()));
    if (said.entries().isEmpty()) {
      text.append("  as-it-stands: {}\n");
    }
    for (String key : List.of(Statements.OBSERVED, Statements.QUESTIONS)) {
      find(key).ifPresent(node -> value("", key, node));
    }
    return text.toString();
  }

  private String extending(String name, String id) {
    comment(
        "# ",
        "A scenario that differs from "
            + name
            + " in what stands here. What is behind a \"#\" is inherited: take it away, there and"
            + " before the name of the section, to set a value; \"isfsim check\" reads the file and"
            + " reports every problem.");
    text.append("format: 1\n");
    line("extends", new Node.Scalar(Mark.of(""), name, false).written());
    line("id", id);
    line("title", NEW);
    for (String key : List.of("question", "start", "horizon", "run")) {
      find(key).ifPresent(node -> line("# " + key, node.written()));
    }
    sections();
    List<String> ids = List.copyOf(entries("contributors").keySet());
    text.append("\n# ").append(catalogue.newScenario().contributors());
    text.append(" \"null\" takes one away.\n# contributors:\n");
    ids.forEach(contributor -> text.append("  # ").append(contributor).append(": null\n"));
    text.append("\n# Named combinations of levers, for --policy NAME.\n# policies:\n");
    entries("policies").forEach((of, policy) -> line("  # " + of, policy.value().written()));
    return text.toString();
  }

  private static String run() {
    return String.format(
        Locale.ROOT,
        "{ cases: %d, seed: %d }",
        RunSettings.DEFAULT.cases(),
        RunSettings.DEFAULT.seed());
  }

  private Optional<Node> find(String key) {
    return Optional.ofNullable(said.get(key)).map(Node.Entry::value);
  }

  private String said(String key, String otherwise) {
    return find(key).map(Node::written).orElse(otherwise);
  }

  private Map<String, Node.Entry> entries(String section) {
    return find(section).orElse(said) instanceof Node.Mapping map && map != said
        ? map.entries()
        : Map.of();
  }

  private void line(String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private void sections() {
    section(ParameterKind.LEVER, "What someone chooses.");
    section(
        ParameterKind.SWITCH,
        "Which side is taken where documents disagree, or how something is modelled.");
    section(
        ParameterKind.UNCERTAINTY,
        "What nobody controls. A value fixes it; a distribution leaves it open, such as\n"
            + "# { chance: 2/3 }, { choice: { yes: 1, no: 2 } }, { uniform: { min: 4, max: 60 } }.");
    section(ParameterKind.CONSTANT, "Figures that are taken as they are.");
    head("bands", "Where one range of a quantity ends and the next begins.");
    Map<String, Node.Entry> bands = entries("bands");
    for (Band band : catalogue.bands()) {
      String about = band.description() + ": " + String.join(", ", band.names());
      entry("  ", about, band.id(), bands, band.defaultText());
    }
  }

  private void section(ParameterKind kind, String explanation) {
    head(kind.section(), explanation);
    Map<String, Node.Entry> entries = entries(kind.section());
    for (Parameter parameter : catalogue.global()) {
      if (parameter.kind() == kind) {
        entry("  ", described(parameter), parameter.id(), entries, parameter.defaultText());
      }
    }
  }

  private void head(String section, String explanation) {
    text.append("\n# ").append(explanation).append('\n');
    text.append(inherits ? "# " : "").append(section).append(":\n");
  }

  /** A value with what it is: as it is said, else its default as a comment. */
  private void entry(
      String indent, String about, String id, Map<String, Node.Entry> said, String otherwise) {
    comment(indent + "# ", about);
    Node.@Nullable Entry entry = said.get(id);
    if (entry != null && !inherits) {
      value(indent, id, entry.value());
    } else {
      line(indent + "# " + id, entry == null ? otherwise : entry.value().written());
    }
  }

  private static String described(Parameter parameter) {
    Domain domain = parameter.domain();
    return parameter.description() + ": " + domain.described();
  }

  private void contributors() {
    head("contributors", catalogue.newScenario().contributors());
    Map<String, Node.Entry> contributors = entries("contributors");
    contributors.forEach((id, entry) -> value("  ", id, entry.value()));
    if (said.entries().isEmpty()) {
      text.append("  EXAMPLE:\n    name: A contributor\n");
      for (Parameter attribute : catalogue.attributes()) {
        entry(
            "    ", described(attribute), attribute.attribute(), Map.of(), attribute.defaultText());
      }
    }
  }

  /** A key with its value: on one line if it fits, else a line for each part. */
  private void value(String indent, String key, Node node) {
    String line = indent + key + ": " + node.written();
    if (line.length() <= WIDTH || node instanceof Node.Scalar) {
      text.append(line).append('\n');
      return;
    }
    text.append(indent).append(key).append(":\n");
    if (node instanceof Node.Mapping map) {
      map.entries()
          .values()
          .forEach(entry -> value(indent + "  ", entry.key().written(), entry.value()));
    } else {
      ((Node.Sequence) node)
          .items()
          .forEach(item -> text.append(indent).append("  - ").append(item.written()).append('\n'));
    }
  }

  /** A comment, broken at spaces into lines of at most {@link #WIDTH} characters. */
  private void comment(String start, String comment) {
    StringBuilder line = new StringBuilder(start);
    for (String word : comment.split("\\s+")) {
      if (line.length() > start.length() && line.length() + word.length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.append(start);
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
