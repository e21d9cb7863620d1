package org.isfsim.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every decision of a rule set, ready to be asked. Thread-safe; close it when done.
 *
 * <p>Drools is woken by the first question that nothing remembered can answer.
 */
public final class Decisions implements AutoCloseable {

  private final RuleSet rules;
  private final Runnable release;
  private final Map<String, DecisionTable> tables = new LinkedHashMap<>();

  private Decisions(RuleSet rules, Runnable release, Function<Signature, DecisionTable> tableOf) {
    this.rules = rules;
    this.release = release;
    rules.signatures().forEach(s -> tables.put(s.decision(), tableOf.apply(s)));
  }

  /** Decisions that fire the rules once for each distinct input. */
  public static Decisions remembering(RuleSet rules) {
    EvaluatorPool pool = new EvaluatorPool(rules);
    return new Decisions(
        rules,
        pool::close,
        signature -> {
          List<Rule> own = rules.rulesOf(signature.decision());
          return new RememberedTable(
              signature,
              own,
              pool::fire,
              rules.cache().firings(rules.key(signature.decision()), signature, own.size()));
        });
  }

  /** Decisions that fire the rules afresh at every look-up. */
  public static Decisions reference(RuleSet rules) {
    EvaluatorPool pool = new EvaluatorPool(rules);
    return new Decisions(rules, pool::close, signature -> new FreshTable(signature, pool::fire));
  }

  /** Decisions of rules that were fired on every combination; nothing is fired any more. */
  static Decisions fired(RuleSet rules, Map<String, Firings> firings) {
    return new Decisions(
        rules,
        () -> {},
        signature ->
            new RememberedTable(
                signature,
                rules.rulesOf(signature.decision()),
                (decision, combination) -> {
                  throw new IllegalStateException("Not fired: " + decision);
                },
                Optional.ofNullable(firings.get(signature.decision()))));
  }

  /** The rules that decide. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * One decision.
   *
   * @throws IllegalArgumentException if there is no such decision
   */
  public DecisionTable table(String decision) {
    DecisionTable table = tables.get(decision);
    if (table == null) {
      throw new IllegalArgumentException("No decision \"" + decision + "\"");
    }
    return table;
  }

  /** The finding for a combination and the rules that fired; for explanations. */
  public Verdict trace(String decision, int... combination) {
    DecisionTable table = table(decision);
    return table.verdict(table.signature().key(combination));
  }

  /** How often rules were fired, over all decisions. */
  public long firings() {
    return tables.values().stream().mapToLong(DecisionTable::firings).sum();
  }

  /**
   * Gives everything back to Drools, and what was learnt to the cache of the rules; look-ups of
   * remembered inputs still work.
   */
  @Override
  public void close() {
    for (DecisionTable table : tables.values()) {
      if (table instanceof RememberedTable remembered) {
        remembered
            .known()
            .filter(Firings::hasGrown)
            .ifPresent(f -> rules.cache().keep(rules.key(table.signature().decision()), f));
      }
    }
    release.run();
  }
}
