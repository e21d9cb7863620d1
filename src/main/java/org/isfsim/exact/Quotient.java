package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the values of a variable that nothing later can tell apart into one class: two values are
 * equivalent if every reader gives equivalent results for them, whatever its other inputs are. That
 * is the coarsest lumping that keeps every answer (R. Paige and R. E. Tarjan, Three Partition
 * Refinement Algorithms, SIAM J. Comput. 16(6), 1987; here the plan is acyclic, so one backward
 * pass is enough).
 */
final class Quotient {

  private final List<View> readers;
  private final List<long[]> hashes;
  private final int values;

  /**
   * What a reader shows of a variable: the classes of its results, laid out as before, times and
   * after.
   *
   * @param results the reader's result for every combination of its inputs; -1 for none
   * @param classes the class of each result
   * @param values how many values the variable has in the layout
   * @param stride how far apart neighbouring values of the variable lie
   */
  record View(int[] results, int[] classes, int values, int stride) {

    private int at(int place) {
      int result = results[place];
      return result < 0 ? -1 : classes[result];
    }

    boolean same(int a, int b) {
      int block = values * stride;
      for (int start = 0; start < results.length; start += block) {
        for (int i = 0; i < stride; i++) {
          if (at(start + a * stride + i) != at(start + b * stride + i)) {
            return false;
          }
        }
      }
      return true;
    }

    long[] hashes() {
      long[] hashes = new long[values];
      int block = values * stride;
      for (int v = 0; v < values; v++) {
        long hash = 17;
        for (int start = v * stride; start < results.length; start += block) {
          for (int i = 0; i < stride; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + at(start + i) + 1;
            hash ^= hash >>> 29;
          }
        }
        hashes[v] = hash;
      }
      return hashes;
    }
  }

  private Quotient(List<View> readers, int values) {
    this.readers = readers;
    this.hashes = readers.stream().map(View::hashes).toList();
    this.values = values;
  }

  /**
   * The class of each value, numbered from 0 in the order of the values.
   *
   * @param readers what every reader shows
   * @param values the number of values
   */
  static int[] classes(List<View> readers, int values) {
    return new Quotient(readers, values).partition();
  }

  private int[] partition() {
    int[] classOf = new int[values];
    Map<Long, List<Integer>> firsts = new HashMap<>();
    List<Integer> representative = new ArrayList<>();
    for (int v = 0; v < values; v++) {
      long hash = 1;
      for (long[] h : hashes) {
        hash = hash * 31 + h[v];
      }
      int found = -1;
      List<Integer> candidates = firsts.computeIfAbsent(hash, h -> new ArrayList<>());
      for (int candidate : candidates) {
        if (equivalent(representative.get(candidate), v)) {
          found = candidate;
          break;
        }
      }
      if (found < 0) {
        found = representative.size();
        representative.add(v);
        candidates.add(found);
      }
      classOf[v] = found;
    }
    return classOf;
  }

  private boolean equivalent(int a, int b) {
    return readers.stream().allMatch(view -> view.same(a, b));
  }

  /** Every value in a class of its own. */
  static int[] identity(int values) {
    int[] classes = new int[values];
    Arrays.setAll(classes, i -> i);
    return classes;
  }
}
