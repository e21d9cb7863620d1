package org.isfsim.decision;

/**
 * One decision as a function of its inputs. Thread-safe.
 *
 * <p>A look-up gives a code, a small number from 0 that stands for a {@link Finding}. Equal
 * findings have one code. Codes depend on the order of look-ups: compare and sort by findings,
 * never by codes, where the outcome must be the same in every run.
 */
public sealed interface DecisionTable permits RememberedTable, FreshTable {

  /** What goes in and comes out; it has the strides of the keys. */
  Signature signature();

  /**
   * The code of the finding for a combination.
   *
   * @param key the key of the combination, see {@link Signature#key}; not checked beyond its range
   */
  int lookup(long key);

  /** The code of the finding for a combination; for loops that do not keep a key. */
  default int lookup(int... combination) {
    return lookup(signature().key(combination));
  }

  /** The finding for the combination of a key and the rules that fired. */
  Verdict verdict(long key);

  /** The finding of a code that a look-up gave. */
  Finding finding(int code);

  /** The finding for a combination. */
  default Finding find(int... combination) {
    return finding(lookup(combination));
  }

  /** How many codes have been given so far; they are 0 to this number less one. */
  int codes();

  /** How often the rules were fired for this decision so far. */
  long firings();
}
