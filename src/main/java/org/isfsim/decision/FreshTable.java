package org.isfsim.decision;

import java.util.concurrent.atomic.LongAdder;

/** A decision whose rules are fired at every look-up: the reference that memory must agree with. */
final class FreshTable implements DecisionTable {

  private final Signature signature;
  private final Firing firing;
  private final Findings findings = new Findings();
  private final LongAdder firings = new LongAdder();

  FreshTable(Signature signature, Firing firing) {
    this.signature = signature;
    this.firing = firing;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public int lookup(long key) {
    return findings.code(verdict(key).finding());
  }

  @Override
  public Verdict verdict(long key) {
    firings.increment();
    return firing.fire(signature.decision(), signature.combination(key));
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
