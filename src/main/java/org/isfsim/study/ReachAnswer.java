package org.isfsim.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.exact.Exclusion;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.SettingSets;
import org.isfsim.explanation.Witness;

/** What is to be said of one outcome. */
public sealed interface ReachAnswer {

  /** The outcome. */
  String outcome();

  /**
   * It can be reached.
   *
   * @param outcome the outcome
   * @param probability its probability
   * @param drawn the number of a case that reaches it, the first of those drawn; empty if none of
   *     the first thousands does
   * @param witness the most likely case that reaches it
   * @param set what to set in the first case to see it, as written
   * @param typical what was so in most of the cases that end in it, the most telling first
   * @param conditions what is enough for it; only if it was asked for
   */
  record Reached(
      String outcome,
      double probability,
      Optional<Long> drawn,
      Witness witness,
      Map<String, String> set,
      List<Typical> typical,
      Optional<Conditions> conditions)
      implements ReachAnswer {
    /** Copies the list. */
    public Reached {
      typical = List.copyOf(typical);
    }
  }

  /**
   * What a parameter was in most of the cases that end in an outcome.
   *
   * @param address the parameter
   * @param value the value, or several neighbouring ones
   * @param given how likely it is in those cases, above a half
   * @param before how likely it is in all cases
   */
  record Typical(String address, String value, double given, double before) {}

  /**
   * What is enough for an outcome.
   *
   * @param enough values of the witness that are enough, none of which can be done without; empty
   *     with a reason in {@code tooLarge}
   * @param tooLarge why they could not be worked out, if so
   * @param way the decisions on the way to the outcome
   */
  record Conditions(
      List<Witness.Value> enough, Optional<String> tooLarge, List<ExplainedDecision> way) {
    /** Copies the lists. */
    public Conditions {
      enough = List.copyOf(enough);
      way = List.copyOf(way);
    }
  }

  /**
   * It cannot be reached.
   *
   * @param outcome the outcome
   * @param exclusion what excludes it
   * @param byObserved whether what was observed excludes it whatever the settings
   * @param blocking the sets of settings that exclude it, written shorter
   * @param relaxations the sets of settings that would have to change, written shorter
   */
  record Excluded(
      String outcome,
      Exclusion exclusion,
      boolean byObserved,
      List<List<SettingSets.Place>> blocking,
      List<List<SettingSets.Place>> relaxations)
      implements ReachAnswer {

    static Excluded of(String outcome, Exclusion exclusion, boolean byObserved) {
      return new Excluded(
          outcome,
          exclusion,
          byObserved,
          SettingSets.of(exclusion.blocking()),
          SettingSets.of(exclusion.relaxations()));
    }
  }

  /**
   * It cannot be reached, and what excludes it could not be worked out.
   *
   * @param outcome the outcome
   * @param tooLarge why not
   */
  record Unexplained(String outcome, String tooLarge) implements ReachAnswer {}
}
