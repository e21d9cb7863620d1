package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sets that have something in common with every set of a collection. */
final class HittingSets {

  private HittingSets() {}

  /**
   * The inclusion-minimal hitting sets, built up one set after the other (C. Berge, Hypergraphs,
   * 1989, chapter 2): every partial hitting set that misses a set is extended by each of its
   * members.
   *
   * @param sets the sets to hit, none empty
   * @param largest the largest size that is looked for
   */
  static List<Set<String>> minimal(Collection<Set<String>> sets, int largest) {
    List<Set<String>> partial = new ArrayList<>();
    partial.add(new TreeSet<>());
    for (Set<String> set : sets) {
      Set<Set<String>> next = new LinkedHashSet<>();
      for (Set<String> candidate : partial) {
        if (candidate.stream().anyMatch(set::contains)) {
          next.add(candidate);
          continue;
        }
        for (String member : set) {
          Set<String> extended = new TreeSet<>(candidate);
          extended.add(member);
          if (extended.size() <= largest) {
            next.add(extended);
          }
        }
      }
      partial = next.stream().filter(a -> next.stream().noneMatch(b -> isLess(b, a))).toList();
    }
    return partial;
  }

  private static boolean isLess(Set<String> a, Set<String> b) {
    return a.size() < b.size() && b.containsAll(a);
  }
}
