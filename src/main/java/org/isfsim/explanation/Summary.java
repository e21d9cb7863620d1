package org.isfsim.explanation;

import java.util.List;
import java.util.Map;

/** How a case ends, in one sentence. */
final class Summary {

  private static final String NOT_ADOPTED = ", so the text is not adopted and no force deploys";

  /** What each outcome says, without its full stop. */
  static final Map<String, String> OUTCOMES =
      Map.ofEntries(
          Map.entry("no-vote", "No vote on the text is held, and no force deploys"),
          Map.entry(
              "not-adopted-insufficient",
              "Fewer than nine members of the Council vote yes" + NOT_ADOPTED),
          Map.entry(
              "not-adopted-veto",
              "Nine or more members of the Council vote yes and a permanent member votes no"
                  + NOT_ADOPTED),
          Map.entry(
              "deployed-without-mandate",
              "The Council adopts no text, and contributors that need no mandate deploy a force"),
          Map.entry("no-contingents", "The text is adopted, and nobody makes troops available"),
          Map.entry(
              "not-deployed",
              "The text is adopted and troops are available, but the force does not deploy"),
          Map.entry("ended-early", "A force deploys with a mandate, and its presence ends early"),
          Map.entry("observation", "A force deploys that observes"),
          Map.entry("peacekeeping", "A force deploys that protects and does not disarm"),
          Map.entry(
              "enforcement-dual-command",
              "A force with powers of enforcement deploys beside a second command"),
          Map.entry(
              "enforcement-partial-area",
              "A force with powers of enforcement holds part of the area"),
          Map.entry(
              "enforcement-below-yardstick",
              "A force with powers of enforcement holds the whole area, below the yardstick of"
                  + " adequacy or with nobody free to disarm"),
          Map.entry(
              "enforcement-at-yardstick",
              "A force with powers of enforcement holds the whole area, at the yardstick of"
                  + " adequacy"));

  private Summary() {}

  static String of(CaseExplanation explanation) {
    if (explanation.ending() instanceof Ending.Stopped stopped) {
      return "The rules cannot finish this case: "
          + stopped.decision()
          + ": "
          + String.join("; ", stopped.problems())
          + ".";
    }
    String outcome = ((Ending.Reached) explanation.ending()).outcome();
    return OUTCOMES.getOrDefault(outcome, outcome) + addition(outcome, explanation) + ".";
  }

  private static String addition(String outcome, CaseExplanation explanation) {
    return switch (outcome) {
      case "not-deployed" -> reasons("deployment", explanation);
      case "ended-early" ->
          explanation
                  .indicator("endurance")
                  .map(endurance -> ": " + endurance.value().replace('-', ' '))
                  .orElse("")
              + reasons("endurance", explanation)
              + explanation
                  .indicator("stage")
                  .map(stage -> "; otherwise it would be " + stage.value())
                  .orElse("");
      default -> "";
    };
  }

  private static String reasons(String column, CaseExplanation explanation) {
    List<String> reasons =
        explanation.decision(column).map(ExplainedDecision::reasons).orElse(List.of());
    return reasons.isEmpty()
        ? ""
        : " (" + String.join(", ", reasons.stream().map(r -> r.replace('-', ' ')).toList()) + ")";
  }
}
