package org.isfsim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.explanation.ChangeLists;
import org.isfsim.explanation.ChangeLists.Listing;
import org.isfsim.explanation.ChangeLists.Verified;
import org.isfsim.explanation.Obstacle;
import org.isfsim.explanation.Obstacles;
import org.isfsim.explanation.Replays;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;

/**
 * Why a case does not end in an outcome, and the smallest changes that make it.
 *
 * @param caseNumber the case
 * @param actual the outcome in which it ends
 * @param wanted the outcome in question
 * @param obstacle what stood in the way; empty if nothing did
 * @param lists the smallest changes
 */
public record WhyNot(
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
  public record Changes(Listing listing, List<Map<String, String>> commands) {}

  /** The answer for a case that the rules can finish. */
  public static WhyNot of(Study study, Decisions decisions, long caseNumber, int wanted) {
    Plan plan = study.plan();
    Replays replays = new Replays(plan, decisions, study.seed());
    Case row = replays.evaluate(caseNumber, Map.of());
    String actual = row.text(plan.outcome());
    String goal = plan.outcome().domain().text(wanted);
    if (row.value(plan.outcome()) == wanted) {
      return new WhyNot(caseNumber, actual, goal, Optional.empty(), List.of());
    }
    Obstacle obstacle = new Obstacles(plan, decisions, study.register(), replays, row).of(wanted);
    List<Changes> lists = new ArrayList<>();
    for (Listing listing : new ChangeLists(plan, decisions, replays).of(row, wanted)) {
      lists.add(asCommands(study, decisions, caseNumber, goal, listing));
    }
    return new WhyNot(caseNumber, actual, goal, Optional.of(obstacle), lists);
  }

  /** Keeps the sets that also lead there when they are set on the command line. */
  private static Changes asCommands(
      Study study, Decisions decisions, long caseNumber, String goal, Listing listing) {
    List<Verified> kept = new ArrayList<>();
    List<Map<String, String>> commands = new ArrayList<>();
    int refused = listing.refused();
    for (Verified set : listing.sets()) {
      Map<String, String> texts = study.texts(set.set());
      if (isAllowed(study, decisions, caseNumber, goal, texts)) {
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
      Study study, Decisions decisions, long caseNumber, String goal, Map<String, String> texts) {
    try {
      return study.leadsTo(goal, caseNumber, texts, decisions);
    } catch (InvalidInputException e) {
      // A scenario may say nothing of how others depend on a value that cannot occur in it.
      return false;
    }
  }
}
