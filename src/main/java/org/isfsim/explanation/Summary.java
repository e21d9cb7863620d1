package org.isfsim.explanation;

import java.util.List;
import org.isfsim.model.Model;
import org.isfsim.model.Outcome;
import org.isfsim.model.Told;

/**
 * How a case ends, in one sentence.
 *
 * @param decisions the decisions that the case took
 */
record Summary(List<ExplainedDecision> decisions) {

  String of(Model model, Ending ending) {
    if (ending instanceof Ending.Stopped stopped) {
      return "The rules cannot finish this case: "
          + stopped.decision()
          + ": "
          + String.join("; ", stopped.problems())
          + ".";
    }
    Outcome outcome = model.outcome(((Ending.Reached) ending).outcome());
    return outcome.means() + Told.of(outcome.told(), this::told) + ".";
  }

  private String told(String word, String name) {
    return switch (word) {
      case "reasons" -> reasons(name);
      case "words" -> value(name).replace('-', ' ');
      default -> value(name);
    };
  }

  private String value(String column) {
    return decisions.stream()
        .flatMap(decision -> decision.results().stream())
        .filter(result -> result.column().equals(column))
        .map(ExplainedDecision.ResultValue::value)
        .findFirst()
        .orElse("");
  }

  private String reasons(String column) {
    List<String> reasons =
        decisions.stream()
            .filter(decision -> decision.column().equals(column))
            .flatMap(decision -> decision.reasons().stream())
            .map(reason -> reason.replace('-', ' '))
            .toList();
    return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
  }
}
