package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.document.Mark;

/**
 * What is wrong with a rule set as a whole, found by firing the rules on every combination of
 * inputs that they tell apart.
 *
 * @param decisions every decision, in order
 */
public record RuleAnalysis(List<Analysed> decisions) {

  /**
   * How many combinations of one decision are tried at most. Drools fires some hundred thousand in
   * a second, so that a decision takes half a minute at worst.
   */
  public static final long LIMIT = 1L << 22;

  /**
   * One decision.
   *
   * @param signature the decision
   * @param rules how many rules it has
   * @param classes how many combinations were tried; each stands for all that the rules do not tell
   *     from it
   * @param flaws what was found: gaps, then conflicts, rules that never fire, redundant rules and
   *     inputs that never matter
   */
  public record Analysed(Signature signature, int rules, long classes, List<Flaw> flaws) {
    /** Copies the list. */
    public Analysed {
      flaws = List.copyOf(flaws);
    }
  }

  /** Copies the list. */
  public RuleAnalysis {
    decisions = List.copyOf(decisions);
  }

  /** Analyses every decision; takes a few seconds for the rules that come with the program. */
  public static RuleAnalysis of(Decisions decisions) {
    return of(decisions, LIMIT);
  }

  /** The same with another limit on the combinations that are tried. */
  static RuleAnalysis of(Decisions decisions, long limit) {
    RuleSet rules = decisions.rules();
    List<Analysed> analysed = new ArrayList<>();
    for (Signature signature : rules.signatures()) {
      List<Rule> own = rules.rulesOf(signature.decision());
      Mark file = Mark.of(rules.folder().resolve(signature.fileName()).toString());
      ValueClasses classes = ValueClasses.of(signature, own);
      List<Flaw> flaws =
          classes.count() > limit
              ? List.of(new Flaw.TooLarge(signature, file, classes.count(), limit))
              : new FlawFinder(FiringTable.of(decisions, classes), file).find();
      analysed.add(new Analysed(signature, own.size(), classes.count(), flaws));
    }
    return new RuleAnalysis(analysed);
  }

  /** Everything that was found, by decision. */
  public List<Flaw> flaws() {
    return decisions.stream().flatMap(decision -> decision.flaws().stream()).toList();
  }

  /** How many combinations of inputs the decisions have together. */
  public long combinations() {
    return decisions.stream().mapToLong(decision -> decision.signature().combinations()).sum();
  }
}
