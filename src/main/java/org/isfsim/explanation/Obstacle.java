package org.isfsim.explanation;

import java.util.List;
import java.util.Optional;
import org.isfsim.decision.RuleKind;

/** Something in a case that is not as an outcome would need it. */
public sealed interface Obstacle {

  /** What it is about: a column, an address, or the name of a quantity. */
  String name();

  /** What is needed in its place, in words. */
  String wanted();

  /**
   * A decision that came out otherwise.
   *
   * @param name the column of its result
   * @param subject the contributor, or ""
   * @param actual what it came to
   * @param wanted what is needed, in words
   * @param because the rules that decided so
   * @param ways the rules that would have decided as needed, without those that ask for more than
   *     another
   */
  record Decided(
      String name,
      String subject,
      String actual,
      String wanted,
      List<BlockingRule> because,
      List<Attempt> ways)
      implements Obstacle {
    /** Copies the lists. */
    public Decided {
      because = List.copyOf(because);
      ways = List.copyOf(ways);
    }
  }

  /**
   * A parameter with another value.
   *
   * @param name its address
   * @param actual its value
   * @param wanted what is needed, all else as it is, in words
   */
  record Valued(String name, String actual, String wanted) implements Obstacle {}

  /**
   * A quantity that is worked out, with another value.
   *
   * @param name its name
   * @param actual its value; a date as a date
   * @param wanted what is needed, in words
   * @param how how it is worked out
   * @param from what it is worked out from
   * @param through what among that would have to be otherwise; each alone is enough
   * @param isAloneEnough whether that is so; otherwise several must change together, and these are
   *     the decisions behind it
   */
  record Quantity(
      String name,
      String actual,
      String wanted,
      String how,
      List<Provenance.Operand> from,
      List<Obstacle> through,
      boolean isAloneEnough)
      implements Obstacle {
    /** Copies the lists. */
    public Quantity {
      from = List.copyOf(from);
      through = List.copyOf(through);
    }
  }

  /**
   * Something that has been told before.
   *
   * @param name what it is about
   * @param wanted what is needed
   */
  record Told(String name, String wanted) implements Obstacle {}

  /**
   * A rule that stands in the way, or that would have led there.
   *
   * @param name the sentence that names it
   * @param kind what it rests on
   * @param condition what it asks for, in words
   * @param claims the claims behind it
   * @param file the file in which it is written
   * @param line the line of its name
   */
  record BlockingRule(
      String name,
      RuleKind kind,
      String condition,
      List<CitedClaim> claims,
      String file,
      int line) {
    /** Copies the list. */
    public BlockingRule {
      claims = List.copyOf(claims);
    }
  }

  /**
   * A rule that would have decided as needed, and what it lacked.
   *
   * @param rule the rule
   * @param unmet the conditions that failed
   */
  record Attempt(BlockingRule rule, List<Unmet> unmet) {
    /** Copies the list. */
    public Attempt {
      unmet = List.copyOf(unmet);
    }
  }

  /**
   * A condition that failed.
   *
   * @param field the field in words
   * @param actual what it was
   * @param required what it had to be
   * @param behind what lies behind it, if more is to be said than that
   */
  record Unmet(String field, String actual, String required, Optional<Obstacle> behind) {}
}
