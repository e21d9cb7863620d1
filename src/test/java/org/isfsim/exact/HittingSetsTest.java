package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The smallest hitting sets are those that trying every set of members finds. */
final class HittingSetsTest {

  private static final List<String> MEMBERS = List.of("a", "b", "c", "d", "e", "f");

  @Test
  void theMinimalHittingSetsAreThoseThatTryingAllFinds() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      List<Set<String>> family = new ArrayList<>();
      for (int sets = random.nextInt(6); sets > 0; sets--) {
        family.add(members(1 + random.nextInt(63)));
      }
      for (int largest = 0; largest <= MEMBERS.size(); largest++) {
        assertThat(HittingSets.minimal(family, largest))
            .as("%s, up to %s", family, largest)
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(tried(family, largest));
      }
    }
  }

  private static Set<String> members(int bits) {
    Set<String> set = new TreeSet<>();
    for (int i = 0; i < MEMBERS.size(); i++) {
      if ((bits >> i & 1) == 1) {
        set.add(MEMBERS.get(i));
      }
    }
    return set;
  }

  private static Set<Set<String>> tried(List<Set<String>> family, int largest) {
    Set<Set<String>> minimal = new HashSet<>();
    for (int bits = 0; bits < 1 << MEMBERS.size(); bits++) {
      int tried = bits;
      if (Integer.bitCount(bits) <= largest
          && hits(bits, family)
          && MEMBERS.stream()
              .mapToInt(member -> 1 << MEMBERS.indexOf(member))
              .noneMatch(member -> (tried & member) != 0 && hits(tried & ~member, family))) {
        minimal.add(members(bits));
      }
    }
    return minimal;
  }

  private static boolean hits(int bits, List<Set<String>> family) {
    Set<String> chosen = members(bits);
    return family.stream().allMatch(set -> set.stream().anyMatch(chosen::contains));
  }
}
