package org.isfsim.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.isfsim.document.Dates;
import org.isfsim.document.Fields;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/**
 * What a scenario of this catalogue begins with.
 *
 * @param question what it asks
 * @param start the first day of week 0, also of a scenario file that names none
 * @param horizon the last day that it looks at
 * @param contributors who the repeated elements are, for a comment
 */
public record NewScenario(
    String question, LocalDate start, LocalDate horizon, String contributors) {

  /** Where nothing is said. */
  static final NewScenario NONE =
      new NewScenario(
          "Which outcomes are reachable?",
          LocalDate.of(2000, 1, 1),
          LocalDate.of(2002, 1, 1),
          "The repeated elements.");

  static NewScenario read(Fields root, Problems problems) {
    Optional<Fields> said =
        root.find("scenario")
            .flatMap(node -> Fields.of(node, "scenario", problems))
            .map(f -> f.allow(List.of("question", "start", "horizon", "contributors")));
    if (said.isEmpty()) {
      return NONE;
    }
    Fields fields = said.get();
    return new NewScenario(
        fields.text("question").orElse(NONE.question),
        date(fields, "start", problems).orElse(NONE.start),
        date(fields, "horizon", problems).orElse(NONE.horizon),
        fields.text("contributors").orElse(NONE.contributors));
  }

  private static Optional<LocalDate> date(Fields fields, String key, Problems problems) {
    return fields
        .requiredText(key)
        .flatMap(
            text -> {
              Optional<LocalDate> date = Dates.read(text);
              if (date.isEmpty()) {
                problems.add(
                    Problem.of(
                            fields.find(key).orElseThrow().mark(),
                            fields.pathOf(key),
                            "\"" + text + "\" is no date")
                        .allowing("a date such as 2027-12-31"));
              }
              return date;
            });
  }
}
