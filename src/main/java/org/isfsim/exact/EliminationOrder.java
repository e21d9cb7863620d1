package org.isfsim.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.isfsim.parameter.PortableMath;
import org.jspecify.annotations.Nullable;

/**
 * Finds an order in which the nodes of a graph can be summed out cheaply.
 *
 * <p>The best order is hard to find (S. Arnborg, D. Corneil and A. Proskurowski, Complexity of
 * Finding Embeddings in a k-Tree, SIAM J. Alg. Disc. Meth. 8(2), 1987), a good one is not: several
 * greedy attempts, some of them disturbed at random, of which the cheapest is taken (D. Koller and
 * N. Friedman, Probabilistic Graphical Models, 2009, section 9.4.3; V. Gogate and R. Dechter, A
 * Complete Anytime Algorithm for Treewidth, UAI 2004). The random numbers are the same in every
 * run.
 */
final class EliminationOrder {

  /** Which nodes an attempt may choose from at a time: those that are done with first. */
  private static final int[] WINDOWS = {Integer.MAX_VALUE, 3, 12};

  /** How many attempts disturb the choice at random, at most. */
  private static final int DISTURBED = 400;

  /** The same of an order that is only an estimate of what the walk will cost. */
  private static final int DISTURBED_IN_HASTE = 4;

  /** What an attempt costs for each node, in combinations that a walk loops over. */
  private static final double ATTEMPT = 2e4;

  /** The same of a walk in both directions, where the root's values are counted and go as one. */
  private static final double ATTEMPT_ANSWERED = 4e4;

  /** By what factor a disturbed attempt may misjudge a choice, as the span of a logarithm. */
  private static final double DISTURBANCE = 0.7;

  /** After how many attempts a cost so many times too large is taken for hopeless. */
  private static final int ENOUGH = 30;

  private static final double HOPELESS = 100;

  /** How many attempts, each by the square of the nodes, are spent on what stays too large. */
  private static final double EFFORT = 6e7;

  /** What a walk may cost for no further attempt to be worth its time. */
  private static final double CHEAP = 5e5;

  private final int[] sizes;
  private final List<Factor> factors;
  private final BitSet kept;
  private final int answered;
  private final GivenNodes functions;

  /**
   * @param sizes the number of values of every node
   * @param factors the factors of the graph
   * @param kept the nodes that are not summed out
   * @param answered the root of a walk in both directions, else -1; see {@link EliminationSteps#of}
   */
  EliminationOrder(int[] sizes, List<Factor> factors, BitSet kept, int answered) {
    this.sizes = sizes;
    this.factors = factors;
    this.kept = kept;
    this.answered = answered;
    this.functions = new GivenNodes(sizes, factors);
  }

  /**
   * An order and what follows from it.
   *
   * @param nodes the nodes in the order in which they are summed out
   */
  record Found(List<Integer> nodes, EliminationSteps steps) {}

  /**
   * The cheapest order that was found.
   *
   * @param known an order that is known, of the same nodes; empty if none is
   * @param most the largest cost that is of use
   * @param haste how many times less than is worth it for the walk itself is spent on attempts; if
   *     it is infinite, none but the order that is known
   */
  Found find(List<Integer> known, double most, double haste) {
    List<Integer> waiting = lastUse();
    SplittableRandom random = new SplittableRandom(1);
    Found best = known.isEmpty() ? null : found(known);
    int disturbedAttempts = haste > 1 ? DISTURBED_IN_HASTE : DISTURBED;
    for (int i = 0; i < 2 * WINDOWS.length + disturbedAttempts; i++) {
      // What was spent on attempts should be worth it.
      double attempt = haste * (answered < 0 ? ATTEMPT : ATTEMPT_ANSWERED);
      if (best != null) {
        double cost = best.steps().cost();
        boolean isGood =
            haste == Double.POSITIVE_INFINITY
                || cost < Math.max(CHEAP, Math.max(0, i - 1) * attempt * sizes.length);
        boolean isHopeless =
            i - 1 > ENOUGH && cost > HOPELESS * most
                || cost > most && (i - 1.0) * sizes.length * sizes.length > EFFORT;
        if (isGood || isHopeless) {
          break;
        }
      }
      Judgement judgement = i % 2 == 0 ? Judgement.WEIGHT : Judgement.GROWTH;
      int window = WINDOWS[i / 2 % WINDOWS.length];
      boolean disturbed = i >= 2 * WINDOWS.length;
      Found made = found(new Attempt(waiting).run(judgement, window, disturbed ? random : null));
      if (best == null || made.steps().cost() < best.steps().cost()) {
        best = made;
      }
    }
    return Objects.requireNonNull(best);
  }

  private Found found(List<Integer> nodes) {
    EliminationSteps steps = EliminationSteps.of(sizes, factors, functions, nodes, answered);
    steps.join();
    return new Found(nodes, steps);
  }

  /** The nodes to be summed out, those first whose last factor in the plan comes first. */
  private List<Integer> lastUse() {
    int[] last = new int[sizes.length];
    for (int i = 0; i < factors.size(); i++) {
      for (int node : factors.get(i).scope()) {
        last[node] = i;
      }
    }
    List<Integer> waiting = new ArrayList<>();
    for (int node = 0; node < sizes.length; node++) {
      if (!kept.get(node)) {
        waiting.add(node);
      }
    }
    waiting.sort(Comparator.comparingInt(node -> last[node]));
    return waiting;
  }

  /** What an attempt takes for a good choice; the smaller the better. */
  private enum Judgement {
    /** The combinations that the step loops over and the cells that it fills. */
    WEIGHT {
      @Override
      double of(double loops, double out, double in) {
        return loops + out;
      }
    },
    /** How much larger its result is than all that goes into it. */
    GROWTH {
      @Override
      double of(double loops, double out, double in) {
        return out / in;
      }
    };

    abstract double of(double loops, double out, double in);
  }

  /** A factor of the graph or the result of an elimination, while an order is being found. */
  private record Piece(BitSet scope, double cells) {}

  /** One greedy attempt. */
  private final class Attempt {
    private final List<List<Piece>> piecesOf = new ArrayList<>();
    private final List<Integer> waiting;
    private final double[] score = new double[sizes.length];

    Attempt(List<Integer> waiting) {
      this.waiting = new ArrayList<>(waiting);
      for (int node = 0; node < sizes.length; node++) {
        piecesOf.add(new ArrayList<>());
      }
      for (Factor factor : factors) {
        BitSet scope = EliminationSteps.set(factor.scope());
        add(new Piece(scope, functions.loops(scope)));
      }
    }

    private void add(Piece piece) {
      BitSet scope = piece.scope();
      for (int node = scope.nextSetBit(0); node >= 0; node = scope.nextSetBit(node + 1)) {
        piecesOf.get(node).add(piece);
      }
    }

    /** The nodes in the order found. */
    List<Integer> run(Judgement judgement, int window, @Nullable SplittableRandom random) {
      waiting.forEach(node -> judge(node, judgement, random));
      List<Integer> order = new ArrayList<>();
      while (!waiting.isEmpty()) {
        int best = 0;
        for (int i = 1; i < Math.min(window, waiting.size()); i++) {
          if (score[waiting.get(i)] < score[waiting.get(best)]) {
            best = i;
          }
        }
        int node = waiting.remove(best);
        order.add(node);
        BitSet changed = eliminate(node);
        for (int n : waiting) {
          if (changed.get(n)) {
            judge(n, judgement, random);
          }
        }
      }
      return order;
    }

    private void judge(int node, Judgement judgement, @Nullable SplittableRandom random) {
      BitSet union = new BitSet();
      double in = 1;
      for (Piece piece : piecesOf.get(node)) {
        union.or(piece.scope());
        in += piece.cells();
      }
      double out = EliminationSteps.cells(union, node, sizes);
      double loops = functions.loops(union);
      double disturbance =
          random == null ? 1 : PortableMath.exp(DISTURBANCE * (2 * random.nextDouble() - 1));
      score[node] = judgement.of(loops, out, in) * disturbance;
    }

    /** Puts the pieces of a node together; the nodes that they have. */
    private BitSet eliminate(int node) {
      BitSet union = new BitSet();
      for (Piece piece : piecesOf.get(node)) {
        union.or(piece.scope());
      }
      for (int n = union.nextSetBit(0); n >= 0; n = union.nextSetBit(n + 1)) {
        piecesOf.get(n).removeIf(piece -> piece.scope().get(node));
      }
      union.clear(node);
      add(new Piece(union, EliminationSteps.cells(union, -1, sizes)));
      return union;
    }
  }
}
