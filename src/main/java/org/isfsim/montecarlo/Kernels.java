package org.isfsim.montecarlo;

import java.util.Arrays;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Signature;
import org.isfsim.model.Operation;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.Columns.Kernel;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.sampling.KeyedRandom;
import org.jspecify.annotations.Nullable;

/** The loops that carry out steps on columns. */
final class Kernels {

  /** Up to this many combinations an operation is kept as a table. */
  private static final int LARGEST_TABLE = 1 << 15;

  private Kernels() {}

  /** Draws from one distribution. */
  static final class Drawing implements Kernel {
    private final Distribution distribution;
    private final long key;
    private final long[] caseKeys;
    private final short[] to;

    Drawing(Step.Draw draw, long[] caseKeys, short[] to) {
      this.distribution = draw.distribution().at();
      this.key = KeyedRandom.parameterKey(draw.variable().name());
      this.caseKeys = caseKeys;
      this.to = to;
    }

    @Override
    public void run(int cases) {
      for (int i = 0; i < cases; i++) {
        to[i] = (short) distribution.sample(KeyedRandom.uniform(caseKeys[i], key));
      }
    }
  }

  /** Draws from the distribution that the parents' values give. */
  static final class DrawingGiven implements Kernel {
    private final ConditionalDistribution distribution;
    private final long key;
    private final long[] caseKeys;
    private final short[][] parents;
    private final short[] to;
    private final int[] sizes;
    private final int[] strides;
    private final int[] places = new int[Columns.WIDTH];

    /** The distributions met so far, by the place of the parents' values. */
    private final @Nullable Distribution[] met;

    DrawingGiven(Step.Draw draw, long[] caseKeys, short[][] parents, short[] to) {
      this.distribution = draw.distribution();
      this.key = KeyedRandom.parameterKey(draw.variable().name());
      this.caseKeys = caseKeys;
      this.parents = parents;
      this.to = to;
      this.sizes = draw.parents().stream().mapToInt(v -> v.domain().size()).toArray();
      this.strides = strides(sizes);
      this.met = new Distribution[sizes[0] * strides[0]];
    }

    @Override
    public void run(int cases) {
      findPlaces(parents, strides, places, cases);
      for (int i = 0; i < cases; i++) {
        Distribution given = met[places[i]];
        if (given == null) {
          given = meet(places[i]);
        }
        to[i] = (short) given.sample(KeyedRandom.uniform(caseKeys[i], key));
      }
    }

    private Distribution meet(int place) {
      int[] values = new int[sizes.length];
      for (int p = 0; p < values.length; p++) {
        values[p] = place / strides[p] % sizes[p];
      }
      Distribution given = distribution.at(values);
      met[place] = given;
      return given;
    }
  }

  private static int[] strides(int[] sizes) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride = Math.multiplyExact(stride, sizes[i]);
    }
    return strides;
  }

  private static void findPlaces(short[][] inputs, int[] strides, int[] places, int cases) {
    Arrays.fill(places, 0, cases, 0);
    for (int input = 0; input < inputs.length; input++) {
      short[] values = inputs[input];
      int stride = strides[input];
      for (int i = 0; i < cases; i++) {
        places[i] += values[i] * stride;
      }
    }
  }

  /** Works a quantity out: from a table if it is small. */
  static Kernel computing(Step.Compute compute, short[][] inputs, short[] to) {
    long combinations = 1;
    for (Variable input : compute.inputs()) {
      combinations = Math.min(combinations * input.domain().size(), LARGEST_TABLE + 1);
    }
    return combinations <= LARGEST_TABLE
        ? new Tabled(compute, (int) combinations, inputs, to)
        : new Computing(compute.operation(), inputs, to);
  }

  /** Looks an operation up. */
  private static final class Tabled implements Kernel {
    private final short[] table;
    private final short[][] inputs;
    private final int[] strides;
    private final short[] to;
    private final int[] places = new int[Columns.WIDTH];

    Tabled(Step.Compute compute, int combinations, short[][] inputs, short[] to) {
      this.inputs = inputs;
      this.to = to;
      int arity = inputs.length;
      strides = strides(compute.inputs().stream().mapToInt(v -> v.domain().size()).toArray());
      table = new short[combinations];
      int[] values = new int[arity];
      for (int place = 0; place < combinations; place++) {
        for (int i = 0; i < arity; i++) {
          values[i] = place / strides[i] % compute.inputs().get(i).domain().size();
        }
        table[place] = (short) compute.operation().apply(values);
      }
    }

    @Override
    public void run(int cases) {
      if (inputs.length == 1) {
        short[] only = inputs[0];
        for (int i = 0; i < cases; i++) {
          to[i] = table[only[i]];
        }
        return;
      }
      findPlaces(inputs, strides, places, cases);
      for (int i = 0; i < cases; i++) {
        to[i] = table[places[i]];
      }
    }
  }

  /** Applies an operation. */
  private static final class Computing implements Kernel {
    private final Operation operation;
    private final short[][] inputs;
    private final short[] to;
    private final int[] values;

    Computing(Operation operation, short[][] inputs, short[] to) {
      this.operation = operation;
      this.inputs = inputs;
      this.to = to;
      this.values = new int[inputs.length];
    }

    @Override
    public void run(int cases) {
      for (int i = 0; i < cases; i++) {
        for (int input = 0; input < inputs.length; input++) {
          values[input] = inputs[input][i];
        }
        to[i] = (short) operation.apply(values);
      }
    }
  }

  /** Looks a decision up. */
  static final class Deciding implements Kernel {
    private final DecisionTable table;
    private final short[][] inputs;
    private final long[] strides;
    private final short[][] results;
    private final boolean[] failed;
    private final long[] keys = new long[Columns.WIDTH];
    private final int[] codes = new int[Columns.WIDTH];
    private final boolean[] varies;

    /** The results of each code, by result; -1 for a code not seen yet. */
    private short[][] known;

    private boolean[] soundCode = new boolean[0];
    private int seen;

    Deciding(
        DecisionTable table,
        short[][] inputs,
        boolean[] varies,
        short[][] results,
        boolean[] failed) {
      Signature signature = table.signature();
      this.table = table;
      this.inputs = inputs;
      this.varies = varies;
      this.results = results;
      this.failed = failed;
      this.strides = signature.strides();
      this.known = new short[results.length][0];
    }

    @Override
    public void run(int cases) {
      long base = 0;
      for (int input = 0; input < inputs.length; input++) {
        base += varies[input] ? 0 : strides[input] * inputs[input][0];
      }
      Arrays.fill(keys, 0, cases, base);
      for (int input = 0; input < inputs.length; input++) {
        if (varies[input]) {
          add(inputs[input], strides[input], cases);
        }
      }
      int highest = 0;
      for (int i = 0; i < cases; i++) {
        codes[i] = table.lookup(keys[i]);
        highest = Math.max(highest, codes[i]);
      }
      if (highest >= seen) {
        learn(highest + 1);
      }
      for (int result = 0; result < results.length; result++) {
        short[] to = results[result];
        short[] of = known[result];
        for (int i = 0; i < cases; i++) {
          to[i] = of[codes[i]];
        }
      }
      for (int i = 0; i < cases; i++) {
        failed[i] |= !soundCode[codes[i]];
      }
    }

    private void add(short[] values, long stride, int cases) {
      for (int i = 0; i < cases; i++) {
        keys[i] += values[i] * stride;
      }
    }

    private void learn(int codesNow) {
      soundCode = Arrays.copyOf(soundCode, codesNow);
      for (int result = 0; result < results.length; result++) {
        known[result] = Arrays.copyOf(known[result], codesNow);
      }
      for (int code = seen; code < codesNow; code++) {
        Finding finding = table.finding(code);
        soundCode[code] = true;
        for (int result = 0; result < results.length; result++) {
          int value = finding.result(result);
          // A failed case goes on with any value; nothing of it is counted.
          soundCode[code] &= value != Finding.NONE;
          known[result][code] = (short) Math.max(value, 0);
        }
      }
      seen = codesNow;
    }
  }
}
