package org.isfsim.study;

import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;

/** Finds the case that is to be explained: one that agrees with what is known. */
public final class AgreeingCase {

  /** So many cases are looked at for one that agrees. */
  private static final long MOST = 2_000_000;

  private final Plan plan;
  private final CaseEvaluator evaluator;
  private final int[] given;
  private final Case row;

  /** Cases of a study. */
  public AgreeingCase(Study study, Decisions decisions) {
    this.plan = study.plan();
    this.evaluator = new CaseEvaluator(plan, decisions, study.seed());
    this.given = CaseEvaluator.nothingGiven(plan);
    this.row = new Case(plan);
  }

  /**
   * The number of the case.
   *
   * @param wanted the number that was asked for
   * @throws InvalidInputException if that case does not agree with what is known, or none is found
   *     that does
   */
  public long number(Optional<Long> wanted) {
    if (plan.evidence().isNone()) {
      return wanted.orElse(1L);
    }
    if (wanted.filter(number -> !agrees(number)).isPresent()) {
      throw new InvalidInputException(
          Problem.of(
                  Mark.of("--case " + wanted.get()),
                  "",
                  "the case does not turn out as was observed")
              .advising(
                  first()
                      .map(number -> "the first that does is --case " + number)
                      .orElse("leave out --observed")));
    }
    return wanted
        .or(this::first)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.of(
                            Mark.of("--observed"),
                            "",
                            "none of the first " + MOST + " cases turns out so")
                        .advising("set values that lead there with --set")));
  }

  private Optional<Long> first() {
    for (long number = 1; number <= MOST; number++) {
      if (agrees(number)) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  private boolean agrees(long number) {
    evaluator.evaluate(number, given, row);
    return row.failure() == null && plan.evidence().holdsIn(row.values());
  }
}
