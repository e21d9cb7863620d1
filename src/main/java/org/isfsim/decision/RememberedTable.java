package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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

  /** The code of the finding by the number of the set of rules that fire. */
  private final ConcurrentMap<Integer, Integer> codeOfSet = new ConcurrentHashMap<>();

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
    int set = setOf(key);
    int code =
        set < 0
            ? findings.code(fire(key).finding())
            : codeOfSet.computeIfAbsent(set, s -> findings.code(verdictOf(s).finding()));
    store.put(key, code);
    return code;
  }

  @Override
  public Verdict verdict(long key) {
    int set = setOf(key);
    return set < 0 ? fire(key) : verdictOf(set);
  }

  /** The number of the set of rules that are known to fire for a key, or -1. */
  private int setOf(long key) {
    return firings.isPresent() ? firings.get().setOf((int) key) : -1;
  }

  private Verdict verdictOf(int set) {
    List<Rule> inOrder = new ArrayList<>();
    firings.orElseThrow().set(set).stream().forEach(place -> inOrder.add(rules.get(place)));
    return Verdict.of(signature, inOrder);
  }

  private Verdict fire(long key) {
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
