package org.isfsim.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Definition;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/**
 * Finds out which cases can be done with little: after a vote that adopts nothing, say, most of the
 * rest follows and need not be worked out.
 *
 * <p>Nothing is known here of what a decision means. A lane is what some kind of cases have to work
 * out: what is asked for, unless it is the same in all of them, what that depends on, and whatever
 * may fail. Lanes part at a decision of which some result leaves at most half of the work; the
 * cases that are finished with little so drop out of the long loops. Randomness is keyed, so that
 * leaving out a draw changes no other.
 */
final class LanePlanner {

  /** Cases do not part for less than this, in units of about one look-up. */
  private static final int LEAST = 24;

  private static final int DRAW = 2;
  private static final int LOOK_UP = 1;

  /** There are at most so many forks, whatever they would save. */
  private static final int MOST_FORKS = 32;

  private final BitSet wanted = new BitSet();
  private final FunctionTables tables = new FunctionTables();
  private int forks;

  private LanePlanner(Collection<Variable> wanted) {
    wanted.forEach(variable -> this.wanted.set(variable.slot()));
  }

  /**
   * The lanes of a plan.
   *
   * @param wanted the variables that will be counted
   */
  static LanePlan plan(Plan plan, Decisions decisions, Collection<Variable> wanted) {
    ValueSets sets = ValueSets.of(Definition.of(plan, decisions));
    return new LanePlanner(wanted).lane(sets, new BitSet());
  }

  /**
   * @param known the slots of what was worked out before
   */
  private LanePlan lane(ValueSets sets, BitSet known) {
    BitSet open = open(sets, known, wanted, true);
    for (int slot = open.nextSetBit(0); slot >= 0; slot = open.nextSetBit(slot + 1)) {
      if (sets.definition(slot) instanceof Definition.Derived derived
          && derived.decided()
          && !sets.isConstant(slot)) {
        Optional<LanePlan> parted = parted(sets, known, slot);
        if (parted.isPresent()) {
          return parted.get();
        }
      }
    }
    return new LanePlan(sets, open, LanePlan.Fork.NONE, tables);
  }

  /** A lane that ends with a variable; empty if parting by its values saves too little. */
  private Optional<LanePlan> parted(ValueSets sets, BitSet known, int slot) {
    BitSet before = open(sets, known, bits(slot), false);
    BitSet after = (BitSet) known.clone();
    after.or(before);
    int rest = cost(sets, open(sets, after, wanted, true));
    if (rest < LEAST || forks == MOST_FORKS) {
      return Optional.empty();
    }
    List<BitSet> groups = groups(sets, after, slot, rest);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    forks++;
    int[] branchOf = new int[sets.definition(slot).output().domain().size()];
    Arrays.fill(branchOf, -1);
    List<LanePlan> branches = new ArrayList<>();
    for (BitSet group : groups) {
      group.stream().forEach(value -> branchOf[value] = branches.size());
      branches.add(lane(sets.where(slot, group).orElse(sets), after));
    }
    LanePlan.Fork fork = new LanePlan.Fork(slot, branchOf, branches);
    return Optional.of(new LanePlan(sets, before, fork, tables));
  }

  /** Which values go on together; none if no value leaves at most half of what is to do. */
  private List<BitSet> groups(ValueSets sets, BitSet known, int slot, int all) {
    BitSet light = new BitSet();
    BitSet heavy = new BitSet();
    int most = 0;
    for (int value : sets.values(slot).stream().toArray()) {
      int left = rest(sets, known, slot, bits(value));
      if (2 * left <= all) {
        light.set(value);
        most = Math.max(most, left);
      } else {
        heavy.set(value);
      }
    }
    List<BitSet> groups = new ArrayList<>();
    if (light.isEmpty()) {
      return groups;
    }
    // Values that leave about the same go on together.
    if (2 * rest(sets, known, slot, light) <= 3 * most) {
      groups.add(light);
    } else {
      light.stream().forEach(value -> groups.add(bits(value)));
    }
    if (!heavy.isEmpty()) {
      groups.add(heavy);
    }
    return groups;
  }

  /** What is left to do where a variable has one of some values; everything if it never has. */
  private int rest(ValueSets sets, BitSet known, int slot, BitSet values) {
    ValueSets there = sets.where(slot, values).orElse(sets);
    return cost(there, open(there, known, wanted, true));
  }

  /**
   * The slots of what must be worked out.
   *
   * @param targets what is asked for
   * @param failures whether decisions that may fail are asked for too
   */
  private static BitSet open(ValueSets sets, BitSet known, BitSet targets, boolean failures) {
    BitSet asked = (BitSet) targets.clone();
    BitSet open = new BitSet();
    for (int slot = sets.size() - 1; slot >= 0; slot--) {
      if (known.get(slot)) {
        continue;
      }
      if (asked.get(slot) && !sets.isConstant(slot) || failures && !sets.isTotal(slot)) {
        open.set(slot);
        for (int read : sets.reads(slot)) {
          asked.set(read);
        }
      }
    }
    return open;
  }

  private static int cost(ValueSets sets, BitSet open) {
    return open.stream()
        .map(slot -> sets.definition(slot) instanceof Definition.Drawn ? DRAW : LOOK_UP)
        .sum();
  }

  private static BitSet bits(int bit) {
    BitSet bits = new BitSet();
    bits.set(bit);
    return bits;
  }
}
