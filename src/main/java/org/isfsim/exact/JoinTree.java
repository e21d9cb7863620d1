package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
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

  /** The largest table that a walk may make, in cells of eight bytes. */
  static final int LARGEST_MESSAGE = 1 << 25;

  /** The largest number of combinations that all steps upwards may loop over together. */
  private static final double MOST_COMBINATIONS = 1e9;

  /** The same of all steps upwards and of all answers. */
  private static final double MOST_WITH_ANSWERS = 4e9;

  private final FactorGraph graph;
  private final int[] sizes;
  private final GivenNodes given;
  private final int root;
  private final List<Elimination> eliminations;
  private final Algebra algebra;
  private final double cost;
  private final double[][] up;
  private final double[] @Nullable [] down;
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
        MOST_COMBINATIONS);
  }

  /**
   * The tree of a graph whose messages are answered, for {@link #without} and {@link #marginal}.
   *
   * @param root the variable that is kept to the end, and apart in every answer
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree answered(FactorGraph graph, Variable root, Algebra algebra)
      throws TooLargeException {
    return answered(graph, root, algebra, MOST_WITH_ANSWERS);
  }

  /**
   * The same tree before its messages are answered: its total is that of {@link #answered}, bit for
   * bit, and nothing else is known of it.
   *
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree answerable(FactorGraph graph, Variable root, Algebra algebra)
      throws TooLargeException {
    return new JoinTree(graph, nodes(graph, List.of(root)), algebra, true, MOST_WITH_ANSWERS);
  }

  /**
   * The tree of a graph without a root whose messages are answered, for {@link #marginal}.
   *
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree answered(FactorGraph graph, Algebra algebra) throws TooLargeException {
    JoinTree tree = new JoinTree(graph, new BitSet(), algebra, true, MOST_COMBINATIONS);
    tree.distribute(tree.last());
    return tree;
  }

  /**
   * The same, if it is cheap enough.
   *
   * @param most the largest number of combinations that all steps and all answers may loop over
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree answered(FactorGraph graph, Variable root, Algebra algebra, double most)
      throws TooLargeException {
    JoinTree tree = new JoinTree(graph, nodes(graph, List.of(root)), algebra, true, most);
    tree.distribute(tree.last());
    return tree;
  }

  /**
   * The tree of a graph that keeps some variables to the end: {@link #total} is then the joint
   * weight of their nodes, laid out over {@link #kept}. Only with one of them is there a root.
   *
   * @throws TooLargeException if a step would loop over or keep too much, naming the step
   */
  static JoinTree keeping(FactorGraph graph, List<Variable> variables, Algebra algebra)
      throws TooLargeException {
    return new JoinTree(graph, nodes(graph, variables), algebra, false, MOST_COMBINATIONS);
  }

  private JoinTree(FactorGraph graph, BitSet nodes, Algebra algebra, boolean answers, double most)
      throws TooLargeException {
    this.graph = graph;
    this.sizes = graph.sizes();
    this.given = new GivenNodes(sizes, graph.factors());
    this.root = nodes.cardinality() == 1 ? nodes.nextSetBit(0) : -1;
    this.algebra = algebra;
    EliminationSteps order =
        new EliminationOrder(sizes, graph.factors(), nodes, answers ? root : -1).find(most);
    this.cost = order.cost();
    this.eliminations = order.eliminations();
    this.up = new double[eliminations.size()][];
    this.down = new double[eliminations.size()][];
    this.edgesOf = new long[eliminations.size()];
    this.statesOf = new long[eliminations.size()];
    // Told before anything is worked out, so that a walk that cannot be done costs no time.
    for (Elimination elimination : eliminations) {
      limit(elimination, answers ? withRoot(elimination.out()) : elimination.out());
    }
    if (cost > most) {
      throw new TooLargeException(
          String.format(Locale.ROOT, "the walk would go through %.1e combinations", cost));
    }
    collect();
  }

  private static BitSet nodes(FactorGraph graph, List<Variable> variables) {
    BitSet nodes = new BitSet();
    variables.stream().mapToInt(graph::node).filter(n -> n >= 0).forEach(nodes::set);
    return nodes;
  }

  /** The weight of each value of the root, by class; without a root, one cell with the total. */
  double[] total() {
    return up[last()];
  }

  /** The nodes of {@link #total}, ascending; the last varies fastest. */
  int[] kept() {
    return eliminations.get(last()).out();
  }

  /** How many combinations its steps were expected to loop over. */
  double cost() {
    return cost;
  }

  /** How many products were added up so far. */
  long edges() {
    return edges.sum();
  }

  /** How many cells of messages are not zero. */
  long states() {
    return Arrays.stream(statesOf).sum();
  }

  private void collect() {
    for (int i = 0; i < eliminations.size(); i++) {
      Elimination elimination = eliminations.get(i);
      long before = edges.sum();
      up[i] = contract(i, elimination.out(), -1, -1, false);
      edgesOf[i] = edges.sum() - before;
      for (double weight : up[i]) {
        if (weight != algebra.zero()) {
          statesOf[i]++;
        }
      }
    }
  }

  /** Answers the messages of a step and all before it; no answer needs another step's answers. */
  private void distribute(int step) {
    eliminations.get(step).messages().stream()
        .parallel()
        .forEach(
            message -> {
              int[] out = withRoot(eliminations.get(message).out());
              down[message] = contract(step, out, -1, message, step != last());
              distribute(message);
            });
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

  /**
   * The classes of all nodes along the best way to a value of the root, in an algebra that chooses
   * and from weights that are nowhere better than nothing done.
   *
   * @param rootClass the root's class; its weight must not be zero
   */
  int[] decode(int rootClass) {
    int[] classes = new int[sizes.length];
    if (root >= 0) {
      classes[root] = rootClass;
    }
    for (int i = eliminations.size() - 1; i >= 0; i--) {
      int[] nodes = eliminations.get(i).nodes();
      int[] best = new int[nodes.length];
      Completions completions = completions(eliminations.get(i));
      completions.forEach(
          classes,
          weight -> {
            completions.onlyBetterThan(weight);
            Arrays.setAll(best, n -> classes[nodes[n]]);
            return true;
          });
      for (int n = 0; n < nodes.length; n++) {
        classes[nodes[n]] = best[n];
      }
    }
    return classes;
  }

  /** Is told the classes of all nodes of one way; answers whether to look for more. */
  interface Ways {
    boolean accept(int[] classes);
  }

  /** Finds all equally good ways to a value of the root, in an algebra that chooses. */
  void ways(int rootClass, Ways ways) {
    int[] classes = new int[sizes.length];
    if (root >= 0) {
      classes[root] = rootClass;
    }
    Completions[] completions = new Completions[eliminations.size()];
    Arrays.setAll(completions, i -> completions(eliminations.get(i)));
    ways(eliminations.size() - 1, classes, completions, ways);
  }

  private boolean ways(int number, int[] classes, Completions[] completions, Ways ways) {
    if (number < 0) {
      return ways.accept(classes.clone());
    }
    double best = up[number][cell(eliminations.get(number).out(), classes)];
    completions[number].onlyAsGoodAs(best);
    return completions[number].forEach(
        classes, weight -> weight != best || ways(number - 1, classes, completions, ways));
  }

  /** All ways to give the nodes of an elimination their classes. */
  private Completions completions(Elimination elimination) {
    List<int[]> scopes = new ArrayList<>();
    List<double[]> tables = new ArrayList<>();
    BitSet nodes = nodes(elimination);
    for (int f : elimination.factors()) {
      if (graph.factors().get(f) instanceof Factor.Weights weights) {
        scopes.add(weights.scope());
        tables.add(weights.weights());
      }
    }
    for (int message : elimination.messages()) {
      scopes.add(eliminations.get(message).out());
      tables.add(up[message]);
    }
    return new Completions(
        sizes, algebra, given.among(nodes), scopes, tables, elimination.out(), elimination.nodes());
  }

  private int cell(int[] scope, int[] classes) {
    int cell = 0;
    for (int node : scope) {
      cell = cell * sizes[node] + classes[node];
    }
    return cell;
  }

  /** The weight of each class of a node. */
  double[] marginal(int node) {
    return contract(smallestWith(node), new int[] {node});
  }

  /** The weight of each class of a node together with each of the root, which varies fastest. */
  double[] joint(int node) {
    return contract(smallestWith(node), withRoot(new int[] {node}));
  }

  private double[] contract(int step, int[] out) {
    return contract(step, out, -1, -1, step != last());
  }

  /** The step with the fewest combinations of those in which a node is. */
  private int smallestWith(int node) {
    int best = -1;
    double fewest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < eliminations.size(); i++) {
      BitSet nodes = nodes(eliminations.get(i));
      double combinations = EliminationSteps.cells(nodes, -1, sizes);
      if (nodes.get(node) && combinations < fewest) {
        best = i;
        fewest = combinations;
      }
    }
    return best;
  }

  /** All nodes of a step's factors and messages. */
  private BitSet nodes(Elimination elimination) {
    BitSet nodes = EliminationSteps.set(elimination.out());
    Arrays.stream(elimination.nodes()).forEach(nodes::set);
    return nodes;
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
      double[] above = down[step];
      if (above == null) {
        throw new IllegalStateException("a tree whose messages are not answered");
      }
      scopes.add(withRoot(elimination.out()));
      tables.add(above);
    }
    List<Factor.Function> functions = given.among(nodes);
    Contraction contraction = new Contraction(sizes, functions, scopes, out);
    double[] result = contraction.run(algebra, tables.toArray(double[][]::new));
    edges.add(contraction.edges());
    return result;
  }

  private void limit(Elimination elimination, int[] out) throws TooLargeException {
    double cells = 1;
    for (int node : out) {
      cells *= sizes[node];
    }
    if (cells > LARGEST_MESSAGE) {
      throw tooLarge(elimination, String.format(Locale.ROOT, "%.0f states", cells));
    }
  }

  private TooLargeException tooLarge(Elimination elimination, String what) {
    List<String> alive = new ArrayList<>();
    for (int node : elimination.out()) {
      alive.add(graph.nodes().get(node).name() + " (" + sizes[node] + ")");
    }
    String step =
        elimination.nodes().length == 0
            ? "the end"
            : graph.nodes().get(elimination.nodes()[0]).name();
    return new TooLargeException(
        "at the step "
            + step
            + " the walk would have "
            + what
            + "; alive there: "
            + String.join(", ", alive));
  }

  /** What each step upwards did. */
  List<WalkStep> steps() {
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
