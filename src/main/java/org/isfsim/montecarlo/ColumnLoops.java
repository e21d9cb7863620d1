package org.isfsim.montecarlo;

import java.util.Arrays;
import org.isfsim.model.Definition;
import org.isfsim.model.Operation;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.sampling.KeyedRandom;
import org.jspecify.annotations.Nullable;

/** The loops that give a variable its value in many cases at once. */
final class ColumnLoops {

  private ColumnLoops() {}

  /** Gives a variable its value in the first cases of a lane. */
  interface ColumnLoop {

    /** False if some of the cases cannot go on. */
    boolean run(int cases);
  }

  /** Draws from one distribution. */
  record Drawing(Distribution distribution, long key, long[] caseKeys, long[] numbers, short[] to)
      implements ColumnLoop {
    @Override
    public boolean run(int cases) {
      KeyedRandom.numbers(caseKeys, cases, key, numbers);
      distribution.sample(numbers, cases, to);
      return true;
    }
  }

  /** Draws from the distribution that the parents' values give. */
  static final class DrawingGiven implements ColumnLoop {
    private final ConditionalDistribution distribution;
    private final int[] fixed;
    private final int[] places;
    private final int[] sizes;
    private final int[] strides;
    private final long key;
    private final long[] caseKeys;
    private final short[][] parents;
    private final short[] to;

    /** The distributions met so far, by the place of the parents' values. */
    private final @Nullable Distribution[] met;

    /**
     * @param sets the values that variables can have
     * @param drawn what is drawn, of which some parents vary
     * @param caseKeys the keys of the cases
     * @param parents the columns of those parents
     * @param to receives the values
     */
    DrawingGiven(
        ValueSets sets, Definition.Drawn drawn, long[] caseKeys, short[][] parents, short[] to) {
      int slot = drawn.output().slot();
      this.distribution = drawn.distribution();
      this.fixed = sets.someInputs(slot);
      this.places = sets.places(slot);
      this.sizes = sets.sizes(slot);
      this.strides = FunctionTable.strides(sizes);
      this.key = KeyedRandom.parameterKey(drawn.output().name());
      this.caseKeys = caseKeys;
      this.parents = parents;
      this.to = to;
      this.met = new Distribution[sizes[0] * strides[0]];
    }

    @Override
    public boolean run(int cases) {
      for (int i = 0; i < cases; i++) {
        int place = 0;
        for (int parent = 0; parent < parents.length; parent++) {
          place += parents[parent][i] * strides[parent];
        }
        Distribution given = met[place];
        if (given == null) {
          given = meet(place);
        }
        to[i] = (short) given.sample(KeyedRandom.uniform(caseKeys[i], key));
      }
      return true;
    }

    private Distribution meet(int place) {
      int[] values = fixed.clone();
      for (int p = 0; p < places.length; p++) {
        values[places[p]] = place / strides[p] % sizes[p];
      }
      Distribution given = distribution.at(values);
      met[place] = given;
      return given;
    }
  }

  /** Looks a function up. */
  static final class LookingUp implements ColumnLoop {
    private final FunctionTable table;
    private final short[] known;
    private final int[] strides;
    private final short[][] inputs;
    private final short[] to;
    private final int[] places;

    /**
     * @param inputs the columns of the inputs of the table
     * @param scratch room for as many numbers as there are cases
     */
    LookingUp(FunctionTable table, short[][] inputs, int[] scratch, short[] to) {
      this.table = table;
      this.known = table.known();
      this.strides = table.strides();
      this.inputs = inputs;
      this.places = scratch;
      this.to = to;
    }

    @Override
    public boolean run(int cases) {
      switch (inputs.length) {
        case 0 -> Arrays.fill(places, 0, cases, 0);
        case 1 -> place(inputs[0], cases);
        case 2 -> place(inputs[0], strides[0], inputs[1], cases);
        default -> {
          int last = inputs.length - 1;
          place(inputs[last - 1], strides[last - 1], inputs[last], cases);
          for (int input = 0; input < last - 1; input++) {
            add(inputs[input], strides[input], cases);
          }
        }
      }
      return lookUp(cases);
    }

    private void place(short[] only, int cases) {
      for (int i = 0; i < cases; i++) {
        places[i] = only[i];
      }
    }

    private void place(short[] a, int stride, short[] b, int cases) {
      for (int i = 0; i < cases; i++) {
        places[i] = a[i] * stride + b[i];
      }
    }

    private void add(short[] values, int stride, int cases) {
      for (int i = 0; i < cases; i++) {
        places[i] += values[i] * stride;
      }
    }

    private boolean lookUp(int cases) {
      for (int i = 0; i < cases; i++) {
        short value = known[places[i]];
        if (value < 0) {
          value = table.find(places[i]);
          if (value < 0) {
            return false;
          }
        }
        to[i] = value;
      }
      return true;
    }
  }

  /** Applies a function that is too large for a table. */
  static final class Applying implements ColumnLoop {
    private final Operation operation;
    private final int[] values;
    private final int[] places;
    private final short[][] inputs;
    private final short[] to;

    /**
     * @param fixed a value for each input
     * @param places the inputs that vary
     * @param inputs their columns
     */
    Applying(Operation operation, int[] fixed, int[] places, short[][] inputs, short[] to) {
      this.operation = operation;
      this.values = fixed.clone();
      this.places = places.clone();
      this.inputs = inputs;
      this.to = to;
    }

    @Override
    public boolean run(int cases) {
      for (int i = 0; i < cases; i++) {
        for (int input = 0; input < inputs.length; input++) {
          values[places[input]] = inputs[input][i];
        }
        int value = operation.apply(values);
        if (value < 0) {
          return false;
        }
        to[i] = (short) value;
      }
      return true;
    }
  }
}
