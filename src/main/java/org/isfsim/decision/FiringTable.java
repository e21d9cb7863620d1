package org.isfsim.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rules of a decision fire together, for every combination that the rules tell apart, as
 * Drools fires them.
 */
final class FiringTable {

  private final ValueClasses classes;
  private final List<Rule> rules;
  private final int[] patternOf;
  private final List<BitSet> patterns;

  private FiringTable(
      ValueClasses classes, List<Rule> rules, int[] patternOf, List<BitSet> patterns) {
    this.classes = classes;
    this.rules = rules;
    this.patternOf = patternOf;
    this.patterns = patterns;
  }

  /** Fires the rules on one combination of each class; on all processors. */
  static FiringTable of(Decisions decisions, ValueClasses classes) {
    String decision = classes.signature().decision();
    List<Rule> rules = decisions.rules().rulesOf(decision);
    Map<Rule, Integer> numbers = new IdentityHashMap<>();
    rules.forEach(rule -> numbers.put(rule, numbers.size()));
    Map<BitSet, BitSet> shared = new ConcurrentHashMap<>();
    BitSet[] fired = new BitSet[Math.toIntExact(classes.count())];
    IntStream.range(0, fired.length)
        .parallel()
        .forEach(
            key -> {
              BitSet pattern = new BitSet(rules.size());
              for (Rule rule : decisions.trace(decision, classes.combination(key)).fired()) {
                pattern.set(numbers.getOrDefault(rule, -1));
              }
              BitSet known = shared.putIfAbsent(pattern, pattern);
              fired[key] = known == null ? pattern : known;
            });
    Map<BitSet, Integer> codes = new HashMap<>();
    List<BitSet> patterns = new ArrayList<>();
    int[] patternOf = new int[fired.length];
    for (int key = 0; key < fired.length; key++) {
      BitSet pattern = fired[key];
      patternOf[key] =
          codes.computeIfAbsent(
              pattern,
              p -> {
                patterns.add(p);
                return patterns.size() - 1;
              });
    }
    return new FiringTable(classes, rules, patternOf, patterns);
  }

  ValueClasses classes() {
    return classes;
  }

  /** The rules of the decision; the place in the list is the bit in a pattern. */
  List<Rule> rules() {
    return rules;
  }

  /** The sets of rules that fire together, in the order in which they are first met. */
  List<BitSet> patterns() {
    return patterns;
  }

  /** The number of the pattern of a key. */
  int patternOf(int key) {
    return patternOf[key];
  }

  /** How many combinations of values have each pattern. */
  long[] weights() {
    long[] weights = new long[patterns.size()];
    for (int key = 0; key < patternOf.length; key++) {
      weights[patternOf[key]] += classes.weight(key);
    }
    return weights;
  }

  /**
   * An example of some patterns, with the fewest inputs that must be said: whatever the others are,
   * the pattern is one of these.
   *
   * @param wanted which numbers of patterns; at least one
   */
  Example example(IntPredicate wanted) {
    int key =
        IntStream.range(0, patternOf.length)
            .filter(k -> wanted.test(patternOf[k]))
            .findFirst()
            .orElseThrow();
    int inputs = classes.signature().inputs().size();
    BitSet said = new BitSet();
    said.set(0, inputs);
    int[] block = {key};
    for (int i = inputs - 1; i >= 0; i--) {
      int[] wider = widened(block, i);
      if (Arrays.stream(wider).allMatch(k -> wanted.test(patternOf[k]))) {
        said.clear(i);
        block = wider;
      }
    }
    return new Example(classes.signature(), classes.combination(key), said);
  }

  /** The keys with every class of an input. */
  private int[] widened(int[] keys, int input) {
    int size = classes.classes(input);
    int[] wider = new int[keys.length * size];
    for (int k = 0; k < keys.length; k++) {
      int base = keys[k] - classes.classAt(keys[k], input) * classes.stride(input);
      for (int c = 0; c < size; c++) {
        wider[k * size + c] = base + c * classes.stride(input);
      }
    }
    return wider;
  }
}
