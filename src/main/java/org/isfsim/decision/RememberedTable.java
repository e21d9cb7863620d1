package org.isfsim.decision;

import java.util.concurrent.atomic.LongAdder;

/**
 * A decision that fires its rules once for each distinct input and remembers the finding.
 *
 * <p>Sound because rules are pure: nothing but the inputs reaches them. Two threads that miss the
 * same input at once both fire and store the same code.
 */
final class RememberedTable implements DecisionTable {

  private final Signature signature;
  private final Firing firing;
  private final CodeStore store;
  private final Findings findings = new Findings();
  private final LongAdder firings = new LongAdder();

  RememberedTable(Signature signature, Firing firing) {
    this.signature = signature;
    this.firing = firing;
    this.store = CodeStore.of(signature.combinations());
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public int lookup(long key) {
    int code = store.get(key);
    return code >= 0 ? code : miss(key);
  }

  private int miss(long key) {
    firings.increment();
    Verdict verdict = firing.fire(signature.decision(), signature.combination(key));
    int code = findings.code(verdict.finding());
    store.put(key, code);
    return code;
  }

  @Override
  public Finding finding(int code) {
    return findings.get(code);
  }

  @Override
  public int codes() {
    return findings.size();
  }

  @Override
  public long firings() {
    return firings.sum();
  }
}
