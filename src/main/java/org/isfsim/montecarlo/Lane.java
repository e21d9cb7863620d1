package org.isfsim.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.isfsim.model.Definition;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.ColumnLoops.ColumnLoop;
import org.isfsim.sampling.KeyedRandom;

/**
 * Works out cases of one kind, a column for each variable, and passes them on to its branches. One
 * set of lanes per thread.
 *
 * <p>Each variable is worked out in all cases before the next one is, so that a loop is short and
 * does one thing.
 */
final class Lane {

  /** How many cases at a time: so few that all columns stay close to the processor. */
  static final int WIDTH = 512;

  private final LanePlan plan;
  private final Room room;
  private final long[] keys = new long[WIDTH];

  /** The places of the cases in the whole batch. */
  private final int[] places = new int[WIDTH];

  private final short[][] columns;
  private final int[] takesOver;
  private final ColumnLoop[] kernels;
  private final Lane[] branches;
  private final Counted[] counted;

  /** How many of what is wanted is counted; it comes first. */
  private final int tallied;

  private int cases;

  /** Room for one loop, shared by the lanes of a thread, which never run at the same time. */
  private record Room(long[] numbers, int[] indices) {
    Room() {
      this(new long[WIDTH], new int[WIDTH]);
    }
  }

  /**
   * A variable that is wanted and known here.
   *
   * @param place its place among what is wanted
   * @param column its values; empty if there is only one
   * @param value that one
   */
  private record Counted(int place, short[] column, int value) {}

  /**
   * The lanes of a thread.
   *
   * @param wanted the variables whose values are asked for
   * @param tallied how many of them are counted, the first ones
   */
  static Lane of(LanePlan plan, List<Variable> wanted, int tallied) {
    List<Integer> all = IntStream.range(0, wanted.size()).boxed().toList();
    return new Lane(plan, new Room(), wanted, tallied, all);
  }

  private Lane(
      LanePlan plan, Room room, List<Variable> variables, int tallied, List<Integer> counted) {
    this.plan = plan;
    this.tallied = tallied;
    this.room = room;
    this.takesOver = plan.takesOver();
    this.columns = new short[plan.sets().size()][];
    for (int slot : takesOver) {
      columns[slot] = new short[WIDTH];
    }
    int[] worksOut = plan.worksOut();
    this.kernels = new ColumnLoop[worksOut.length];
    for (int i = 0; i < kernels.length; i++) {
      columns[worksOut[i]] = new short[WIDTH];
      kernels[i] = kernel(worksOut[i]);
    }
    List<Counted> here = new ArrayList<>();
    List<Integer> later = new ArrayList<>();
    boolean ends = plan.fork().branches().isEmpty();
    for (int place : counted) {
      int slot = variables.get(place).slot();
      if (Arrays.binarySearch(worksOut, slot) >= 0) {
        here.add(new Counted(place, columns[slot], 0));
      } else if (ends) {
        here.add(new Counted(place, new short[0], plan.sets().someValue(slot)));
      } else {
        later.add(place);
      }
    }
    this.counted = here.toArray(Counted[]::new);
    this.branches =
        plan.fork().branches().stream()
            .map(branch -> new Lane(branch, room, variables, tallied, later))
            .toArray(Lane[]::new);
  }

  private ColumnLoop kernel(int slot) {
    ValueSets sets = plan.sets();
    short[] to = columns[slot];
    short[][] inputs =
        Arrays.stream(sets.reads(slot)).mapToObj(read -> columns[read]).toArray(short[][]::new);
    if (sets.definition(slot) instanceof Definition.Derived derived) {
      FunctionTable table = plan.tables().get(slot);
      return table != null
          ? new ColumnLoops.LookingUp(table, inputs, room.indices, to)
          : new ColumnLoops.Applying(
              derived.operation(), sets.someInputs(slot), sets.places(slot), inputs, to);
    }
    Definition.Drawn drawn = (Definition.Drawn) sets.definition(slot);
    return inputs.length == 0
        ? new ColumnLoops.Drawing(
            drawn.distribution().at(sets.someInputs(slot)),
            KeyedRandom.parameterKey(drawn.output().name()),
            keys,
            room.numbers,
            to)
        : new ColumnLoops.DrawingGiven(sets, drawn, keys, inputs, to);
  }

  /**
   * Works out some cases, one after the other by number.
   *
   * @param random the randomness of the run
   * @param first the number of the first, from 1
   * @param count how many, up to {@link #WIDTH}
   * @return whether all of them have an outcome
   */
  boolean run(KeyedRandom random, long first, int count) {
    for (int i = 0; i < count; i++) {
      keys[i] = random.caseKey(first + i);
      places[i] = i;
    }
    cases = count;
    return run();
  }

  private boolean run() {
    for (ColumnLoop kernel : kernels) {
      if (!kernel.run(cases)) {
        return false;
      }
    }
    int parted = 0;
    for (int branch = 0; branch < branches.length; branch++) {
      branches[branch].takeOver(this, branch);
      parted += branches[branch].cases;
      if (branches[branch].cases > 0 && !branches[branch].run()) {
        return false;
      }
    }
    if (branches.length > 0 && parted < cases) {
      String name = plan.sets().definition(plan.fork().slot()).output().name();
      throw new IllegalStateException("A value of " + name + " was not foreseen");
    }
    return true;
  }

  private void takeOver(Lane from, int branch) {
    int[] taken = room.indices;
    short[] fork = from.columns[from.plan.fork().slot()];
    int[] branchOf = from.plan.fork().branchOf();
    cases = 0;
    for (int i = 0; i < from.cases; i++) {
      taken[cases] = i;
      cases += branchOf[fork[i]] == branch ? 1 : 0;
    }
    for (int i = 0; i < cases; i++) {
      keys[i] = from.keys[taken[i]];
      places[i] = from.places[taken[i]];
    }
    for (int slot : takesOver) {
      short[] values = from.columns[slot];
      short[] to = columns[slot];
      for (int i = 0; i < cases; i++) {
        to[i] = values[taken[i]];
      }
    }
  }

  /**
   * Counts the cases that were worked out last, all of which must have an outcome.
   *
   * @param first the number of the first
   */
  void count(Tally tally, long first) {
    if (cases == 0) {
      return;
    }
    for (Counted variable : counted) {
      boolean same = variable.column.length == 0;
      if (variable.place >= tallied) {
        continue;
      }
      if (same) {
        tally.count(variable.place, variable.value, cases);
      } else {
        tally.count(variable.place, variable.column, cases);
      }
      if (variable.place == Tally.OUTCOME) {
        for (int i = 0; i < (same ? 1 : cases); i++) {
          tally.meet(same ? variable.value : variable.column[i], first + places[i]);
        }
      }
    }
    for (Lane branch : branches) {
      branch.count(tally, first);
    }
  }

  /**
   * Puts the values of the cases that were worked out last where rows are made of them.
   *
   * @param columns by the place of what is wanted; empty where it is not needed
   */
  void gather(short[][] columns) {
    if (cases == 0) {
      // What is further on is that of another batch.
      return;
    }
    for (Counted variable : counted) {
      short[] to = columns[variable.place];
      if (to.length == 0) {
        continue;
      }
      boolean same = variable.column.length == 0;
      for (int i = 0; i < cases; i++) {
        to[places[i]] = same ? (short) variable.value : variable.column[i];
      }
    }
    for (Lane branch : branches) {
      branch.gather(columns);
    }
  }
}
