package org.isfsim.decision;

/**
 * Compiled rules, ready to fire. Thread-safe; each thread fires through an evaluator of its own.
 */
public final class RuleEngine implements AutoCloseable {

  private final RuleSet rules;
  private final CompiledRules compiled;

  private RuleEngine(RuleSet rules, CompiledRules compiled) {
    this.rules = rules;
    this.compiled = compiled;
  }

  /**
   * Compiles rules, or takes them from the cache of compiled rules. Compiling takes some seconds.
   */
  public static RuleEngine compile(RuleSet rules) {
    return new RuleEngine(rules, rules.cache().compiled(rules));
  }

  /** A new evaluator; close it. */
  public Evaluator newEvaluator() {
    return new Evaluator(rules, compiled.base());
  }

  /** Gives the compiled rules back; evaluators must be closed before. */
  @Override
  public void close() {
    compiled.close();
  }
}
