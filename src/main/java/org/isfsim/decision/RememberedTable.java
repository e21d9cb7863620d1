package org.isfsim.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * A decision that fires its rules once for each distinct input and remembers the finding.
 *
 * <p>Sound because rules are pure: nothing but the inputs reaches them. Two threads that miss the
 * same input at once both fire and store the same code.
 */
final class RememberedTable implements DecisionTable {

  private final Signature signature;
  private final List<Rule> rules;
  private final Firing firing;
  private final CodeStore store;
  private final Optional<Firings> firings;
  private final Findings findings = new Findings();
  private final LongAdder fired = new LongAdder();

  /**
   * @param signature the decision
   * @param rules its rules
   * @param firing fires them
   * @param firings what is known from earlier runs, to be added to; empty if nothing is kept
   */
  RememberedTable(Signature signature, List<Rule> rules, Firing firing, Optional<Firings> firings) {
    this.signature = signature;
    this.rules = rules;
    this.firing = firing;
    this.firings = firings;
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
    int code = findings.code(verdict(key).finding());
    store.put(key, code);
    return code;
  }

  @Override
  public Verdict verdict(long key) {
    if (firings.isPresent()) {
      BitSet known = firings.get().get((int) key);
      if (known != null) {
        List<Rule> inOrder = new ArrayList<>();
        known.stream().forEach(place -> inOrder.add(rules.get(place)));
        return Verdict.of(signature, inOrder);
      }
    }
    fired.increment();
    Verdict verdict = firing.fire(signature.decision(), signature.combination(key));
    firings.ifPresent(f -> f.put((int) key, RuleCache.places(rules, verdict.fired())));
    return verdict;
  }

  /** What is known of the rules that fire together. */
  Optional<Firings> known() {
    return firings;
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
    return fired.sum();
  }
}
