package org.isfsim.analysis;

import java.util.Optional;

/**
 * The probability of one thing under one alternative.
 *
 * @param item what it is the probability of
 * @param alternative the place of the alternative, 0 for the first
 * @param exact the exact probability; empty if too large
 * @param exactDifference the difference of the exact probability to the first alternative's
 * @param range how far the exact probability moves with single assumptions; empty where nothing
 *     moves it, and for indicators and milestones
 * @param standing what can be said whatever the weights; only of outcomes
 * @param count how many common cases have it; empty without cases
 * @param paired the difference to the first alternative on common cases
 */
public record Figure(
    Item item,
    int alternative,
    Optional<Double> exact,
    Optional<Double> exactDifference,
    Optional<Span> range,
    Optional<Standing> standing,
    Optional<Long> count,
    Optional<PairedDifference> paired) {

  /** What kind of thing it is. */
  public enum ItemKind {
    /** An outcome. */
    OUTCOME,
    /** A value of an indicator. */
    INDICATOR,
    /** That a milestone is reached by the horizon. */
    MILESTONE,
    /** That an objective is met. */
    OBJECTIVE
  }

  /**
   * What a probability is of.
   *
   * @param kind its kind
   * @param name the outcome's column, the indicator, the milestone, or the objective
   * @param value the value, as written
   * @param index the index of the value
   */
  public record Item(ItemKind kind, String name, String value, int index) {}

  /** What holds whatever weights the assumptions have. */
  public enum Standing {
    /** It happens in every case. */
    CERTAIN("certain"),
    /** It can happen with every positive weights of the values that the scenario allows. */
    POSSIBLE("possible"),
    /** It can happen only if an assumption gets a value that the scenario excludes. */
    OTHERWISE("only otherwise"),
    /** It cannot happen whatever values the assumptions have. */
    IMPOSSIBLE("impossible");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    /** The word in results. */
    public String word() {
      return word;
    }
  }
}
