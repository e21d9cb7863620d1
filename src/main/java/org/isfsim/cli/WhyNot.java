package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.explanation.ChangeLists;
import org.isfsim.explanation.ChangeLists.Listing;
import org.isfsim.explanation.ChangeLists.Verified;
import org.isfsim.explanation.Obstacle;
import org.isfsim.explanation.Obstacles;
import org.isfsim.explanation.Replays;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Domain;

/**
 * Why a case does not end in an outcome, and the smallest changes that make it.
 *
 * @param caseNumber the case
 * @param actual the outcome in which it ends
 * @param wanted the outcome in question
 * @param obstacle what stood in the way; empty if nothing did
 * @param lists the smallest changes
 */
record WhyNot(
    long caseNumber,
    String actual,
    String wanted,
    Optional<Obstacle> obstacle,
    List<WhyNot.Changes> lists) {

  /**
   * A list of changes with the commands that make them.
   *
   * @param listing the list
   * @param commands for each set what to set, as written
   */
  record Changes(Listing listing, List<Map<String, String>> commands) {}

  /** The index of an outcome named on the command line. */
  static int outcome(Plan plan, String option, String name) {
    Domain outcomes = plan.outcome().domain();
    return outcomes
        .indexOf(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(
                            Mark.of(option + " " + name),
                            "",
                            "there is no outcome \"" + name + "\"")
                        .allowing(String.join(", ", outcomes.texts()))
                        .advising(Suggestions.didYouMean(name, outcomes.texts()))));
  }

  /** The answer for a case that the rules can finish. */
  static WhyNot of(
      ExplainCommandSubject.Prepared loaded, Decisions decisions, long caseNumber, int wanted) {
    Plan plan = loaded.plan();
    Replays replays = new Replays(plan, decisions, loaded.seed());
    Case row = replays.evaluate(caseNumber, Map.of());
    String actual = row.text(plan.outcome());
    String goal = plan.outcome().domain().text(wanted);
    if (row.value(plan.outcome()) == wanted) {
      return new WhyNot(caseNumber, actual, goal, Optional.empty(), List.of());
    }
    Obstacle obstacle = new Obstacles(plan, decisions, loaded.register(), replays, row).of(wanted);
    List<Changes> lists = new ArrayList<>();
    for (Listing listing : new ChangeLists(plan, decisions, replays).of(row, wanted)) {
      lists.add(asCommands(loaded, decisions, caseNumber, goal, listing));
    }
    return new WhyNot(caseNumber, actual, goal, Optional.of(obstacle), lists);
  }

  /** Keeps the sets that also lead there when they are set on the command line. */
  private static Changes asCommands(
      ExplainCommandSubject.Prepared loaded,
      Decisions decisions,
      long caseNumber,
      String goal,
      Listing listing) {
    List<Verified> kept = new ArrayList<>();
    List<Map<String, String>> commands = new ArrayList<>();
    int refused = listing.refused();
    for (Verified set : listing.sets()) {
      Map<String, String> texts = ReachCommandLine.texts(loaded.plan(), set.set());
      if (isAllowed(loaded, decisions, caseNumber, goal, texts)) {
        kept.add(set);
        commands.add(texts);
      } else {
        refused++;
      }
    }
    return new Changes(
        new Listing(listing.group(), kept, listing.isCut(), refused, listing.tooLarge()), commands);
  }

  private static boolean isAllowed(
      ExplainCommandSubject.Prepared loaded,
      Decisions decisions,
      long caseNumber,
      String goal,
      Map<String, String> texts) {
    try {
      return loaded.command().leadsTo(goal, caseNumber, texts, decisions);
    } catch (InvalidInputException e) {
      // A scenario may say nothing of how others depend on a value that cannot occur in it.
      return false;
    }
  }
}
