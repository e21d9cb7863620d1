package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.Test;

/** The classification tree on cases with planted regions. Seeds are fixed. */
final class CartTest {

  private static final int CASES = 4000;

  private static int depth(TreeNode node) {
    return node.isLeaf()
        ? 0
        : 1 + node.children().stream().mapToInt(CartTest::depth).max().orElse(0);
  }

  @Test
  void aPlantedRegionIsALeafInTheUsersTerms() {
    CaseColumns data = PlantedCases.of(CASES, 1, of -> of[2] == 1 && of[1] >= 260 && of[3] == 1, 0);
    TreeNode tree = Cart.grow(data, 4, 20);
    List<TreeNode> dense =
        tree.leaves().stream().filter(l -> l.region().sampled().density() > 0.5).toList();
    assertThat(dense).hasSize(1);
    Region region = dense.get(0).region();
    assertThat(region.sampled().density()).isEqualTo(1);
    assertThat(region.sampled().coverage()).isEqualTo(1);
    assertThat(region.limits())
        .extracting(limit -> limit.address() + " " + limit.inWords())
        .contains("vote abstain", "access true")
        .anyMatch(words -> words.startsWith("weeks at least 2"));
  }

  @Test
  void leavesDivideAllCases() {
    CaseColumns data = PlantedCases.of(CASES, 2, of -> of[0] > 40 || of[2] == 2, 0.3);
    TreeNode tree = Cart.grow(data, 3, 50);
    assertThat(depth(tree)).isBetween(1, 3);
    assertThat(tree.leaves().stream().mapToInt(l -> l.region().sampled().cases()).sum())
        .isEqualTo(CASES);
    assertThat(tree.leaves().stream().mapToInt(l -> l.region().sampled().hits()).sum())
        .isEqualTo(data.hitCount());
    assertThat(tree.leaves()).hasSize(3);
  }

  @Test
  void whatDoesNothingIsNotAskedFor() {
    for (long seed = 1; seed <= 5; seed++) {
      CaseColumns data = PlantedCases.of(CASES, seed, of -> of[0] > 40, 0.4);
      assertThat(Cart.grow(data, 4, 50).leaves())
          .flatExtracting(leaf -> leaf.region().limits())
          .extracting(Restriction::address)
          .containsOnly("share");
    }
  }

  @Test
  void itIsTheSameTreeEveryTime() {
    CaseColumns data = PlantedCases.of(CASES, 3, of -> of[0] > 40, 0.4);
    assertThat(Cart.grow(data, 4, 20)).isEqualTo(Cart.grow(data, 4, 20));
  }

  @Test
  void nothingIsSaidOfWhatCannotOccur() {
    BitSet abstain = new BitSet();
    abstain.set(1);
    CaseColumns data = PlantedCases.of(CASES, 4, of -> of[2] == 0, 0.1, abstain);
    List<Restriction> asked = new ArrayList<>();
    Cart.grow(data, 3, 50).leaves().forEach(leaf -> asked.addAll(leaf.region().limits()));
    new BoxFinder(data, new Prim.Options(0.05, 0.05, 20), 20)
        .find(1, OptionalInt.empty())
        .forEach(box -> asked.addAll(box.region().limits()));

    assertThat(asked)
        .filteredOn(limit -> limit.address().equals("vote"))
        .extracting(Restriction::inWords)
        .contains("no", "yes")
        .containsOnly("no", "yes");
  }

  @Test
  void whatReachesToTheLastValueThatCanOccurIsAtLeast() {
    Domain weeks = PlantedCases.DOMAINS.get(1);
    BitSet possible = BitSet.valueOf(new long[] {0b111100});
    BitSet upper = BitSet.valueOf(new long[] {0b11110000});

    assertThat(new Restriction("weeks", weeks, possible, upper).inWords()).isEqualTo("at least 4");
    upper.flip(0, 9);
    assertThat(new Restriction("weeks", weeks, possible, upper).inWords()).isEqualTo("at most 3");
  }
}
