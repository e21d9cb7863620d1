package org.isfsim.decision;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Lends evaluators, each to one thread at a time, and compiles the rules when the first is needed.
 *
 * <p>Evaluators are lent, not bound to threads, so that none is left behind when a thread ends.
 */
final class EvaluatorPool implements AutoCloseable {

  private final RuleSet rules;
  private final ConcurrentLinkedDeque<Evaluator> idle = new ConcurrentLinkedDeque<>();
  private @Nullable RuleEngine engine;
  private boolean closed;

  EvaluatorPool(RuleSet rules) {
    this.rules = rules;
  }

  Verdict fire(String decision, int[] combination) {
    Evaluator evaluator = borrow();
    boolean sound = false;
    try {
      Verdict verdict = evaluator.fire(decision, combination);
      sound = true;
      return verdict;
    } finally {
      // A session that failed may still hold its fact.
      if (!sound || !giveBack(evaluator)) {
        evaluator.close();
      }
    }
  }

  private Evaluator borrow() {
    Evaluator evaluator = idle.pollFirst();
    return evaluator != null ? evaluator : newEvaluator();
  }

  private synchronized Evaluator newEvaluator() {
    if (closed) {
      throw new IllegalStateException("The decisions are closed");
    }
    if (engine == null) {
      engine = RuleEngine.compile(rules);
    }
    return engine.newEvaluator();
  }

  private synchronized boolean giveBack(Evaluator evaluator) {
    return !closed && idle.offerFirst(evaluator);
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (Evaluator e = idle.pollFirst(); e != null; e = idle.pollFirst()) {
      e.close();
    }
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
