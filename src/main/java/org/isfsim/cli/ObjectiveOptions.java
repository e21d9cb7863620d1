package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.analysis.Objective;
import org.isfsim.analysis.StatementParser;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problems;
import org.isfsim.model.Plan;
import picocli.CommandLine.Option;

/** What is to be made likely or unlikely. */
final class ObjectiveOptions {

  @Option(
      names = "--require",
      paramLabel = "STATEMENT",
      description =
          "Something to be made likely, such as \"disarmament >= verified-in-part and endurance ="
              + " stays\"; may be given several times.")
  private List<String> required = new ArrayList<>();

  @Option(
      names = "--avoid",
      paramLabel = "STATEMENT",
      description = "Something to be made unlikely; may be given several times.")
  private List<String> avoided = new ArrayList<>();

  @Option(
      names = "--at-least",
      paramLabel = "P",
      converter = Level.class,
      description =
          "The probability of an objective that is enough in a future, such as 20%% (default: any"
              + " above zero).")
  private double level;

  /** The probability that is enough; 0 if any above zero is. */
  double level() {
    return level;
  }

  /**
   * The objectives, those to be made likely first.
   *
   * @throws InvalidInputException with the problems of all of them
   */
  List<Objective> read(Plan plan) {
    Problems problems = new Problems();
    List<Objective> objectives = new ArrayList<>();
    for (String text : required) {
      problems
          .attempt(() -> StatementParser.parse("--require", text, plan))
          .ifPresent(statement -> objectives.add(Objective.likely(statement)));
    }
    for (String text : avoided) {
      problems
          .attempt(() -> StatementParser.parse("--avoid", text, plan))
          .ifPresent(statement -> objectives.add(Objective.unlikely(statement)));
    }
    List<String> texts = objectives.stream().map(Objective::text).toList();
    texts.stream()
        .filter(text -> texts.indexOf(text) != texts.lastIndexOf(text))
        .distinct()
        .forEach(
            text ->
                problems.add(Mark.of("--require"), "", "\"" + text + "\" is given more than once"));
    problems.throwIfAny();
    return objectives;
  }
}
