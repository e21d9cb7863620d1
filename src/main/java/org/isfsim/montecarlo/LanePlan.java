package org.isfsim.montecarlo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What cases of one kind go through together, and how they part afterwards. Shared by the threads
 * of a run.
 */
final class LanePlan {

  private final ValueSets sets;
  private final BitSet worksOut;
  private final BitSet takesOver;
  private final Fork fork;
  private final Map<Integer, FunctionTable> tables = new HashMap<>();

  /**
   * How cases part.
   *
   * @param slot the slot of the variable whose value tells, or -1 if the cases end here
   * @param branchOf the place of the branch by that value, -1 for a value that cannot occur
   * @param branches what the cases go on with
   */
  record Fork(int slot, int[] branchOf, List<LanePlan> branches) {
    /** The cases end here. */
    static final Fork NONE = new Fork(-1, new int[0], List.of());
  }

  /**
   * @param sets the values that variables can have in these cases
   * @param worksOut the slots of the variables that get their value here
   * @param fork how the cases part
   * @param known the tables of functions, shared by all lanes
   */
  LanePlan(ValueSets sets, BitSet worksOut, Fork fork, FunctionTables known) {
    this.sets = sets;
    this.worksOut = worksOut;
    this.fork = fork;
    this.takesOver = new BitSet();
    worksOut.stream().forEach(this::readers);
    fork.branches().forEach(branch -> takesOver.or(branch.takesOver));
    takesOver.andNot(worksOut);
    worksOut.stream()
        .forEach(slot -> known.of(sets, slot).ifPresent(table -> tables.put(slot, table)));
  }

  private void readers(int slot) {
    for (int read : sets.reads(slot)) {
      takesOver.set(read);
    }
  }

  /** The values that variables can have in these cases. */
  ValueSets sets() {
    return sets;
  }

  /** The slots of the variables that get their value here, in this order. */
  int[] worksOut() {
    return worksOut.stream().toArray();
  }

  /** The slots of those variables whose values are needed here or later and are known before. */
  int[] takesOver() {
    return takesOver.stream().toArray();
  }

  /** How the cases part. */
  Fork fork() {
    return fork;
  }

  /** The functions that are small enough for a table, by slot. */
  Map<Integer, FunctionTable> tables() {
    return tables;
  }
}
