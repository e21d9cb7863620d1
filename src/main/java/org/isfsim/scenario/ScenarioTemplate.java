package org.isfsim.scenario;

import java.util.Locale;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.NewScenario;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;

/** Writes the commented scenario file that a new scenario starts from. */
public final class ScenarioTemplate {

  private static final int WIDTH = 96;

  private ScenarioTemplate() {}

  /**
   * A scenario file in which every lever and switch of a catalogue stands with its default and what
   * it may be, and the other parts are shown by example. It loads without problems.
   *
   * @param id the scenario's id, kebab-case
   */
  public static String write(Catalogue catalogue, String id) {
    NewScenario begin = catalogue.newScenario();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            # yaml-language-server: $schema=scenario.schema.json
            #
            # A scenario says what is fixed, what is uncertain and which side of a disputed point is
            # taken. Whatever it leaves out keeps the default of the catalogue, which
            # "isfsim parameters" lists. Take away a "#" to set a value; "isfsim check" reads the file
            # and reports every problem.
            format: 1
            id: %s
            title: A new scenario
            question: %s
            start: %s          # the first day of week 0
            horizon: %s
            run: { cases: %d, seed: %d }
            """,
            id,
            begin.question(),
            begin.start(),
            begin.horizon(),
            RunSettings.DEFAULT.cases(),
            RunSettings.DEFAULT.seed()));
    section(text, catalogue, ParameterKind.LEVER, "What someone chooses.");
    section(
        text,
        catalogue,
        ParameterKind.SWITCH,
        "Which side is taken where documents disagree, or how something is modelled.");
    section(
        text,
        catalogue,
        ParameterKind.UNCERTAINTY,
        "What nobody controls. A value fixes it; a distribution leaves it open, such as\n"
            + "# { chance: 2/3 }, { choice: { yes: 1, no: 2 } }, { uniform: { min: 4, max: 60 } }.");
    section(text, catalogue, ParameterKind.CONSTANT, "Figures that are taken as they are.");
    bands(text, catalogue);
    contributors(text, catalogue);
    text.append("\n# Named combinations of levers, for --policy NAME.\npolicies:\n");
    text.append("  as-it-stands: {}\n");
    return text.toString();
  }

  private static void section(
      StringBuilder text, Catalogue catalogue, ParameterKind kind, String explanation) {
    text.append("\n# ").append(explanation).append('\n').append(kind.section()).append(":\n");
    for (Parameter parameter : catalogue.global()) {
      if (parameter.kind() == kind) {
        comment(text, "  # ", described(parameter));
        text.append("  # ").append(parameter.id()).append(": ");
        text.append(parameter.defaultText()).append('\n');
      }
    }
  }

  private static String described(Parameter parameter) {
    Domain domain = parameter.domain();
    return parameter.description() + ": " + domain.described();
  }

  private static void bands(StringBuilder text, Catalogue catalogue) {
    text.append("\n# Where one range of a quantity ends and the next begins.\nbands:\n");
    catalogue
        .bands()
        .forEach(
            band -> {
              comment(text, "  # ", band.description() + ": " + String.join(", ", band.names()));
              text.append("  # ").append(band.id()).append(": ");
              text.append(band.defaultText()).append('\n');
            });
  }

  private static void contributors(StringBuilder text, Catalogue catalogue) {
    text.append("\n# ").append(catalogue.newScenario().contributors()).append("\ncontributors:\n");
    text.append("  EXAMPLE:\n    name: A contributor\n");
    for (Parameter attribute : catalogue.attributes()) {
      comment(text, "    # ", described(attribute));
      text.append("    # ").append(attribute.attribute()).append(": ");
      text.append(attribute.defaultText()).append('\n');
    }
  }

  /** A comment, broken at spaces into lines of at most {@link #WIDTH} characters. */
  private static void comment(StringBuilder text, String start, String comment) {
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
