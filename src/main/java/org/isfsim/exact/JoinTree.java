package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Sums a graph of factors out towards one node, the root, and back: a join tree with messages in
 * both directions (P. P. Shenoy and G. Shafer, Axioms for Probability and Belief-Function
 * Propagation, UAI 1988; R. Dechter, Bucket Elimination, Artificial Intelligence 113, 1999).
 *
 * <p>Upwards, every elimination multiplies its factors and the messages it has received and sums
 * its node out. Downwards, every message is answered with what all the rest of the graph says of
 * its nodes, kept apart by the root's value. So one pass each way gives, for every factor, the
 * joint weight of its nodes and the root without that factor: what would be if it were replaced.
 */
final class JoinTree {

  /** The largest number of combinations that all steps upwards may loop over together. */
  static final double MOST_COMBINATIONS = 1e9;

  /** The same of all steps upwards and of all answers. */
  static final double MOST_WITH_ANSWERS = 4e9;

  /** How many cells a table may have that several marginals are taken from. */
  private static final int MOST_SHARED = 1 << 14;

  /** About how much room it takes to remember how a step is laid out, for each of its nodes. */
  private static final int CELLS_OF_LAYOUT = 32;

  private final FactorGraph graph;
  private final int[] sizes;
  private final GivenNodes given;
  private final int root;
  private final List<Elimination> eliminations;
  private final WalkMemory memory;
  private final Algebra algebra;
  private final Eliminations order;
  private final boolean isAnswered;
  private final double[] @Nullable [] up;
  private final double[] @Nullable [] down;
  private final Object[] locks;
  private final LongAdder edges = new LongAdder();
  private final long[] edgesOf;
  private final long[] statesOf;

  /**
   * The tree of a graph, for a pass upwards.
   *
   * @param root the variable that is kept to the end, or null for none
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  JoinTree(FactorGraph graph, @Nullable Variable rootVariable, Algebra algebra)
      throws TooLargeException {
    this(
        graph,
        nodes(graph, rootVariable == null ? List.of() : List.of(rootVariable)),
        algebra,
        false,
        MOST_COMBINATIONS,
        List.of());
  }

  /**
   * The tree of a graph whose messages are answered, for {@link #without} and {@link #marginal}.
   *
   * @param root the variable that is kept to the end, and apart in every answer
   * @param known an order that is good for a graph like this one; empty if none is known
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree answered(FactorGraph graph, Variable root, Algebra algebra, List<Variable> known)
      throws TooLargeException {
    return new JoinTree(
        graph, nodes(graph, List.of(root)), algebra, true, MOST_WITH_ANSWERS, known);
  }

  /**
   * The tree of a graph that keeps some variables to the end: {@link #total} is then the joint
   * weight of their nodes, laid out over {@link #kept}. Only with one of them is there a root.
   *
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree keeping(FactorGraph graph, List<Variable> variables, Algebra algebra)
      throws TooLargeException {
    return keeping(graph, variables, algebra, List.of());
  }

  /**
   * The same.
   *
   * @param known an order that is good for a graph like this one; empty if none is known
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree keeping(
      FactorGraph graph, List<Variable> variables, Algebra algebra, List<Variable> known)
      throws TooLargeException {
    return new JoinTree(graph, nodes(graph, variables), algebra, false, MOST_COMBINATIONS, known);
  }

  private JoinTree(
      FactorGraph graph,
      BitSet nodes,
      Algebra algebra,
      boolean answers,
      double most,
      List<Variable> known)
      throws TooLargeException {
    this.graph = graph;
    this.sizes = graph.sizes();
    this.given = new GivenNodes(sizes, graph.factors());
    this.root = nodes.cardinality() == 1 ? nodes.nextSetBit(0) : -1;
    this.algebra = algebra;
    this.memory = graph.memory();
    this.isAnswered = answers;
    this.order = Eliminations.of(graph, nodes, answers, root, most, known);
    this.eliminations = order.steps();
    this.up = new double[eliminations.size()][];
    this.down = new double[eliminations.size()][];
    this.locks = Stream.generate(Object::new).limit(down.length).toArray();
    this.edgesOf = new long[eliminations.size()];
    this.statesOf = new long[eliminations.size()];
    collect();
  }

  /** The nodes of some variables, of those that are nodes. */
  static BitSet nodes(FactorGraph graph, List<Variable> variables) {
    BitSet nodes = new BitSet();
    variables.stream().mapToInt(graph::node).filter(n -> n >= 0).forEach(nodes::set);
    return nodes;
  }

  /** The weight of each value of the root, by class; without a root, one cell with the total. */
  double[] total() {
    synchronized (locks[last()]) {
      if (up[last()] == null) {
        collect(last());
      }
      return up[last()];
    }
  }

  /** The nodes of {@link #total}, ascending; the last varies fastest. */
  int[] kept() {
    return eliminations.get(last()).out();
  }

  /** How many products were added up so far; those of the total once it has been asked for. */
  long edges() {
    return edges.sum();
  }

  /** How many cells of messages are not zero. */
  long states() {
    total();
    return Arrays.stream(statesOf).sum();
  }

  private void collect() {
    // What answers are for can do without the total.
    int needed = isAnswered ? last() : eliminations.size();
    for (int i = 0; i < needed; i++) {
      collect(i);
    }
  }

  private void collect(int step) {
    long before = edges.sum();
    double[] message = contract(step, eliminations.get(step).out(), -1, -1, false);
    up[step] = message;
    edgesOf[step] = edges.sum() - before;
    for (double weight : message) {
      if (weight != algebra.zero()) {
        statesOf[step]++;
      }
    }
  }

  /**
   * What all the rest of the graph says of the nodes of a step's message. Worked out when it is
   * first asked for, after those of the steps that the message goes to.
   */
  private double[] answer(int step) {
    if (!isAnswered) {
      throw new IllegalStateException("a tree whose messages are not answered");
    }
    synchronized (locks[step]) {
      double[] known = down[step];
      if (known == null) {
        int above = above(step);
        int[] out = withRoot(eliminations.get(step).out());
        known = contract(above, out, -1, step, above != last());
        down[step] = known;
      }
      return known;
    }
  }

  /** The step that uses a step's result. */
  private int above(int step) {
    for (int i = step + 1; i < eliminations.size(); i++) {
      if (eliminations.get(i).messages().contains(step)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Nothing uses the result of step " + step);
  }

  private int last() {
    return eliminations.size() - 1;
  }

  /**
   * The weight of all the rest of the graph for each combination of a factor's nodes and of the
   * root's value.
   *
   * @return laid out over the factor's scope and then, unless it is in the scope, the root
   */
  double[] without(int factor) {
    for (int i = 0; i < eliminations.size(); i++) {
      if (eliminations.get(i).factors().contains(factor)) {
        int[] out = withRoot(graph.factors().get(factor).scope());
        return contract(i, out, factor, -1, i != last());
      }
    }
    throw new IllegalArgumentException("No such factor: " + factor);
  }

  /** The best ways through the graph, in an algebra that chooses. */
  BestWays best() {
    total();
    return new BestWays(graph, algebra, given, root, eliminations, up);
  }

  /**
   * The weight of each class of some nodes, by node; with a root together with each of its classes,
   * which vary fastest. Nodes that one step sums out share a pass over it as long as their table
   * stays small.
   */
  Map<Integer, double[]> marginals(Collection<Integer> nodes) {
    Map<Integer, double[]> marginals = new ConcurrentHashMap<>();
    shared(nodes).stream()
        .parallel()
        .forEach(
            together -> {
              int[] out = withRoot(together.stream().mapToInt(Integer::intValue).toArray());
              double[] table = contract(lastWith(together.get(0)), out);
              for (int node : together) {
                marginals.put(node, of(table, out, node));
              }
            });
    return marginals;
  }

  /** Nodes of one step each, few enough for a table of them all. */
  private List<List<Integer>> shared(Collection<Integer> nodes) {
    List<List<Integer>> groups = new ArrayList<>();
    Map<Integer, List<Integer>> open = new HashMap<>();
    Map<Integer, Integer> cells = new HashMap<>();
    for (int node : nodes.stream().sorted().toList()) {
      int step = lastWith(node);
      int before = cells.getOrDefault(step, MOST_SHARED);
      if (before * sizes[node] > MOST_SHARED) {
        List<Integer> group = new ArrayList<>();
        groups.add(group);
        open.put(step, group);
        before = 1;
      }
      Objects.requireNonNull(open.get(step)).add(node);
      cells.put(step, before * sizes[node]);
    }
    return groups;
  }

  /** Sums a table over some nodes out to one of them and the root. */
  private double[] of(double[] table, int[] scope, int node) {
    int ofNode = Cells.stride(scope, node, sizes);
    int roots = root < 0 || root == node ? 1 : sizes[root];
    int ofRoot = roots == 1 ? 0 : Cells.stride(scope, root, sizes);
    double[] marginal = new double[sizes[node] * roots];
    Arrays.fill(marginal, algebra.zero());
    for (int i = 0; i < table.length; i++) {
      int at = i / ofNode % sizes[node] * roots + (roots == 1 ? 0 : i / ofRoot % roots);
      marginal[at] = algebra.plus(marginal[at], table[i]);
    }
    return marginal;
  }

  private double[] contract(int step, int[] out) {
    return contract(step, out, -1, -1, step != last());
  }

  /** The step that sums a node out: of those in which it is, the one that needs fewest answers. */
  private int lastWith(int node) {
    for (int i = last(); i > 0; i--) {
      if (eliminations.get(i).allNodes().get(node)) {
        return i;
      }
    }
    return 0;
  }

  private int[] withRoot(int[] scope) {
    if (root < 0 || contains(scope, root)) {
      return scope;
    }
    int[] extended = Arrays.copyOf(scope, scope.length + 1);
    extended[scope.length] = root;
    return extended;
  }

  private static boolean contains(int[] scope, int node) {
    for (int n : scope) {
      if (n == node) {
        return true;
      }
    }
    return false;
  }

  /**
   * Contracts the factors and messages of a step to some nodes.
   *
   * @param withoutFactor a factor to leave out, or -1
   * @param withoutMessage a message to leave out, or -1
   * @param withDown whether what comes from above is multiplied in
   */
  private double[] contract(
      int step, int[] out, int withoutFactor, int withoutMessage, boolean withDown) {
    Elimination elimination = eliminations.get(step);
    List<int[]> scopes = new ArrayList<>();
    List<double[]> tables = new ArrayList<>();
    BitSet nodes = EliminationSteps.set(out);
    for (int f : elimination.factors()) {
      Factor factor = graph.factors().get(f);
      nodes.or(EliminationSteps.set(factor.scope()));
      if (f != withoutFactor && factor instanceof Factor.Weights weights) {
        scopes.add(weights.scope());
        tables.add(weights.weights());
      }
    }
    for (int message : elimination.messages()) {
      nodes.or(EliminationSteps.set(eliminations.get(message).out()));
      if (message != withoutMessage) {
        scopes.add(eliminations.get(message).out());
        tables.add(up[message]);
      }
    }
    if (withDown) {
      scopes.add(withRoot(elimination.out()));
      tables.add(answer(step));
    }
    List<Factor.Function> functions = given.among(nodes);
    List<Object> shape =
        new ArrayList<>(List.of(order, step, withoutFactor, withoutMessage, withDown));
    shape.add(memory.one(out));
    functions.forEach(function -> shape.add(function.table()));
    List<Object> parts = new ArrayList<>(List.of("table", algebra, shape));
    parts.addAll(tables);
    Contraction.Contracted contracted =
        memory.of(
            parts,
            () ->
                memory
                    .of(
                        shape,
                        () -> new Contraction(sizes, functions, scopes, out),
                        made -> out.length * CELLS_OF_LAYOUT)
                    .run(algebra, tables.toArray(double[][]::new)),
            made -> made.weights().length);
    edges.add(contracted.edges());
    return contracted.weights();
  }

  /** What each step upwards did. */
  List<WalkStep> steps() {
    total();
    List<WalkStep> steps = new ArrayList<>();
    for (int i = 0; i < eliminations.size(); i++) {
      Elimination elimination = eliminations.get(i);
      steps.add(
          new WalkStep(
              names(elimination.nodes()), names(elimination.out()), edgesOf[i], statesOf[i]));
    }
    return steps;
  }

  private List<String> names(int[] of) {
    return Arrays.stream(of).mapToObj(node -> graph.nodes().get(node).name()).toList();
  }
}
