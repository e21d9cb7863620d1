package org.isfsim.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.isfsim.document.Mark;

/** Reads what is wrong with the rules of a decision off the table of what fires together. */
final class FlawFinder {

  private final FiringTable table;
  private final Mark file;
  private final Signature signature;
  private final List<Rule> rules;
  private final List<BitSet> patterns;
  private final long[] weights;

  FlawFinder(FiringTable table, Mark file) {
    this.table = table;
    this.file = file;
    this.signature = table.classes().signature();
    this.rules = table.rules();
    this.patterns = table.patterns();
    this.weights = table.weights();
  }

  List<Flaw> find() {
    List<Flaw> flaws = new ArrayList<>();
    gaps(flaws);
    conflicts(flaws);
    neverFiring(flaws);
    redundant(flaws);
    idleInputs(flaws);
    return flaws;
  }

  private void gaps(List<Flaw> flaws) {
    for (int r = 0; r < signature.results().size(); r++) {
      int result = r;
      IntPredicate open = p -> fired(p).noneMatch(rule -> decided(rules.get(rule), result) >= 0);
      long combinations = combinations(open);
      if (combinations > 0) {
        flaws.add(new Flaw.Gap(signature, file, result, combinations, table.example(open)));
      }
    }
  }

  private void conflicts(List<Flaw> flaws) {
    for (int r = 0; r < signature.results().size(); r++) {
      for (int b = 0; b < rules.size(); b++) {
        for (int a = 0; a < b; a++) {
          int first = a;
          int second = b;
          int firstValue = decided(rules.get(a), r);
          int secondValue = decided(rules.get(b), r);
          if (firstValue < 0 || secondValue < 0 || firstValue == secondValue) {
            continue;
          }
          IntPredicate both = p -> patterns.get(p).get(first) && patterns.get(p).get(second);
          long combinations = combinations(both);
          if (combinations > 0) {
            flaws.add(
                new Flaw.Conflict(
                    signature,
                    r,
                    rules.get(a),
                    firstValue,
                    rules.get(b),
                    secondValue,
                    combinations,
                    table.example(both)));
          }
        }
      }
    }
  }

  private void neverFiring(List<Flaw> flaws) {
    for (int rule = 0; rule < rules.size(); rule++) {
      if (combinations(firing(rule)) == 0) {
        List<Condition> parts =
            new Contradiction(table.classes()).fewestParts(rules.get(rule).condition());
        flaws.add(new Flaw.NeverFires(signature, rules.get(rule), parts));
      }
    }
  }

  /**
   * Looks at the last rule first and leaves out what it has found, so that of two rules that say
   * the same only the later is found, and all that are found could be taken away together.
   */
  private void redundant(List<Flaw> flaws) {
    BitSet kept = new BitSet();
    kept.set(0, rules.size());
    List<Flaw> found = new ArrayList<>();
    for (int rule = rules.size() - 1; rule >= 0; rule--) {
      long combinations = combinations(firing(rule));
      if (combinations == 0 || !isRedundant(rule, kept)) {
        continue;
      }
      kept.clear(rule);
      List<Integer> others = enough(rule, kept);
      int other = others.get(0);
      int self = rule;
      Example example = table.example(p -> patterns.get(p).get(self) && patterns.get(p).get(other));
      found.add(
          0,
          new Flaw.Redundant(
              signature,
              rules.get(rule),
              others.stream().map(rules::get).toList(),
              combinations,
              example));
    }
    flaws.addAll(found);
  }

  private boolean isRedundant(int rule, BitSet kept) {
    BitSet others = (BitSet) kept.clone();
    others.clear(rule);
    return patternsOf(rule).allMatch(p -> missing(rule, p, others).isEmpty());
  }

  /** The conclusions of a rule that no other rule of a pattern gives. */
  private List<Conclusion> missing(int rule, int pattern, BitSet others) {
    BitSet firing = (BitSet) patterns.get(pattern).clone();
    firing.and(others);
    return rules.get(rule).conclusions().stream()
        .filter(c -> firing.stream().noneMatch(o -> rules.get(o).conclusions().contains(c)))
        .toList();
  }

  /**
   * Some of the kept rules that give all that a rule gives, always taking the one that does most.
   */
  private List<Integer> enough(int rule, BitSet kept) {
    BitSet chosen = new BitSet();
    List<Integer> others = new ArrayList<>();
    while (true) {
      int best = -1;
      long bestGain = 0;
      for (int other = kept.nextSetBit(0); other >= 0; other = kept.nextSetBit(other + 1)) {
        int candidate = other;
        long gain =
            patternsOf(rule)
                .filter(p -> patterns.get(p).get(candidate))
                .mapToLong(
                    p ->
                        weights[p]
                            * missing(rule, p, chosen).stream()
                                .filter(rules.get(candidate).conclusions()::contains)
                                .count())
                .sum();
        if (gain > bestGain) {
          bestGain = gain;
          best = other;
        }
      }
      if (best < 0) {
        return others;
      }
      chosen.set(best);
      others.add(best);
    }
  }

  private void idleInputs(List<Flaw> flaws) {
    int[] meanings = meanings();
    ValueClasses classes = table.classes();
    for (int i = 0; i < signature.inputs().size(); i++) {
      int input = i;
      boolean isIdle =
          IntStream.range(0, (int) classes.count())
              .filter(key -> classes.classAt(key, input) > 0)
              .allMatch(
                  key ->
                      meanings[table.patternOf(key)]
                          == meanings[table.patternOf(key - classes.stride(input))]);
      if (!isIdle) {
        continue;
      }
      BitSet others = new BitSet();
      others.set(0, signature.inputs().size());
      others.clear(input);
      Example example = new Example(signature, classes.combination(0), others);
      List<Rule> reading =
          rules.stream().filter(rule -> signature.inputsRead(rule.condition()).get(input)).toList();
      flaws.add(
          new Flaw.InputNeverMatters(
              signature, file, input, reading, example, finding(table.patternOf(0))));
    }
  }

  /** For each pattern a number that tells results and reasons apart, whichever rules gave them. */
  private int[] meanings() {
    Map<List<Object>, Integer> known = new LinkedHashMap<>();
    int[] meanings = new int[patterns.size()];
    for (int p = 0; p < meanings.length; p++) {
      Finding finding = finding(p);
      List<Object> meaning = new ArrayList<>();
      for (int result : finding.results()) {
        meaning.add(result);
      }
      meaning.add(new TreeSet<>(finding.reasons()));
      meanings[p] = known.computeIfAbsent(meaning, m -> known.size());
    }
    return meanings;
  }

  private Finding finding(int pattern) {
    return Verdict.of(signature, fired(pattern).mapToObj(rules::get).toList()).finding();
  }

  private IntStream fired(int pattern) {
    return patterns.get(pattern).stream();
  }

  private IntPredicate firing(int rule) {
    return p -> patterns.get(p).get(rule);
  }

  private IntStream patternsOf(int rule) {
    return IntStream.range(0, patterns.size()).filter(firing(rule));
  }

  private long combinations(IntPredicate wanted) {
    return IntStream.range(0, weights.length).filter(wanted).mapToLong(p -> weights[p]).sum();
  }

  /** The value that a rule decides for a result, or -1. */
  private static int decided(Rule rule, int result) {
    return rule.conclusions().stream()
        .filter(Conclusion.Decide.class::isInstance)
        .map(Conclusion.Decide.class::cast)
        .filter(decide -> decide.result() == result)
        .mapToInt(Conclusion.Decide::value)
        .findFirst()
        .orElse(-1);
  }
}
