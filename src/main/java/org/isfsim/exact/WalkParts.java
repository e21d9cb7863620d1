package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.isfsim.model.Variable;

/**
 * The parts in which a walk is best done: one over all cases or, where that would be long, one for
 * each value of a variable under which it is much shorter, and so on inside (conditioning: J.
 * Pearl, Probabilistic Reasoning in Intelligent Systems, 1988, section 4.3; A. Darwiche, Recursive
 * Conditioning, Artificial Intelligence 126, 2001). What the parts weigh adds up to what all cases
 * do. Which parts they are depends on the question alone.
 */
final class WalkParts {

  /** What a walk must cost for a split to be looked for, in combinations that it loops over. */
  static final double LONG = 6e7;

  /** The largest share of a walk's cost that its parts may have together. */
  private static final double WORTH = 0.75;

  /** A share that is small enough for no other variable to be tried. */
  private static final double WELL_WORTH = 0.3;

  /** How many times less is spent on an estimate than on an order that a walk goes by. */
  private static final double HASTE = 20;

  /** How many variables are tried at a time. */
  private static final int TRIED = 4;

  private final Question question;
  private final double tooLong;
  private final Part whole;
  private final List<Part> parts = new ArrayList<>();

  /**
   * What a walk is asked.
   *
   * @param kept the variables that are kept to the end
   * @param apart the variables whose every value is kept apart
   * @param weighting what values weigh
   * @param answers whether messages are answered; then one variable is kept
   */
  record Question(
      List<Variable> kept, List<Variable> apart, FactorGraph.Weighting weighting, boolean answers) {

    /** Whether parents rule values out: nothing but probability weighs, and nothing is set. */
    private boolean asksParents() {
      return weighting == FactorGraph.PROBABILITY && !answers;
    }
  }

  /**
   * Some of the cases.
   *
   * @param values the values that variables have there, in the order in which they were split by
   */
  record Part(
      List<Fixed> values, Supports supports, FactorGraph graph, Eliminations.Estimate estimate) {}

  /** A variable that has one value. */
  private record Fixed(int slot, int value) {}

  /** How a part was chosen; the same for every graph of one structure. */
  private record Chosen(List<Fixed> values, Eliminations.Estimate estimate) {}

  /**
   * The parts of a walk.
   *
   * @param all the values that can occur
   * @param tooLong what a walk must cost for a split to be looked for
   */
  WalkParts(Supports all, Question question, double tooLong) {
    this.question = question;
    this.tooLong = tooLong;
    List<Variable> asked = new ArrayList<>(question.apart());
    asked.addAll(question.kept());
    this.whole = part(List.of(), all.only(asked), List.of(), HASTE);
  }

  /** All cases as one part, whether they are walked through so or not. */
  Part whole() {
    return whole;
  }

  /** The parts, at least one; found when they are first asked for. */
  List<Part> parts() {
    if (parts.isEmpty()) {
      Object structure = whole.graph().structure();
      List<Chosen> chosen =
          structure == null
              ? choose()
              : whole
                  .graph()
                  .memory()
                  .of(
                      List.of(
                          "parts",
                          structure,
                          Variable.slots(question.kept()),
                          question.answers(),
                          tooLong),
                      this::choose,
                      made -> made.size() * whole.graph().nodes().size());
      if (parts.isEmpty()) {
        chosen.forEach(of -> parts.add(part(of)));
      }
    }
    return parts;
  }

  private List<Chosen> choose() {
    split(whole);
    return parts.stream().map(part -> new Chosen(part.values(), part.estimate())).toList();
  }

  private Part part(Chosen chosen) {
    if (chosen.values().isEmpty()) {
      return whole;
    }
    Supports supports = whole.supports();
    for (Fixed fixed : chosen.values()) {
      Variable by = supports.plan().variables().get(fixed.slot());
      supports = supports.within(by, fixed.value(), question.asksParents());
    }
    return new Part(chosen.values(), supports, graph(supports), chosen.estimate());
  }

  /**
   * Finds the steps of all parts, before anything is worked out.
   *
   * @throws TooLargeException if they would loop over or keep too much
   */
  void check() throws TooLargeException {
    double most = question.answers() ? JoinTree.MOST_WITH_ANSWERS : JoinTree.MOST_COMBINATIONS;
    double cost = 0;
    for (Part part : parts()) {
      BitSet kept = JoinTree.nodes(part.graph(), question.kept());
      int root = question.answers() ? kept.nextSetBit(0) : -1;
      cost +=
          Eliminations.of(
                  part.graph(), kept, question.answers(), root, most, part.estimate().order())
              .cost();
      if (cost > most) {
        throw Eliminations.tooLarge(cost);
      }
    }
  }

  private FactorGraph graph(Supports supports) {
    return FactorGraph.of(supports, question.apart(), question.weighting(), Algebra.SUM_PRODUCT);
  }

  private Part part(List<Fixed> values, Supports supports, List<Variable> order, double haste) {
    FactorGraph graph = graph(supports);
    int root = question.answers() ? graph.node(question.kept().get(0)) : -1;
    return new Part(
        values,
        supports,
        graph,
        Eliminations.estimate(graph, JoinTree.nodes(graph, question.kept()), root, order, haste));
  }

  private void split(Part part) {
    List<Part> best = List.of(part);
    double least = WORTH * part.estimate().cost();
    if (part.estimate().cost() > tooLong) {
      List<Variable> candidates =
          Splits.best(part.supports(), part.graph(), part.estimate().shares());
      candidates.removeAll(question.kept());
      for (Variable by : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
        List<Part> made = parts(part, by);
        double cost = made.stream().mapToDouble(of -> of.estimate().cost()).sum();
        if (cost < least && !made.isEmpty()) {
          best = made;
          least = cost;
        }
        if (cost < Math.max(tooLong, WELL_WORTH * part.estimate().cost())) {
          break;
        }
      }
    }
    if (best.get(0) == part) {
      parts.add(part);
      return;
    }
    for (Part of : best) {
      boolean isLong = of.estimate().cost() > tooLong;
      split(isLong ? part(of.values(), of.supports(), of.estimate().order(), HASTE) : of);
    }
  }

  /** The parts of a walk in which a variable has one value each, without those of no case. */
  private List<Part> parts(Part part, Variable by) {
    return Arrays.stream(part.supports().supports()[by.slot()])
        .mapToObj(
            value ->
                part(
                    with(part.values(), new Fixed(by.slot(), value)),
                    part.supports().within(by, value, question.asksParents()),
                    part.estimate().order(),
                    Double.POSITIVE_INFINITY))
        .filter(made -> !made.graph().isEmpty())
        .toList();
  }

  private static List<Fixed> with(List<Fixed> values, Fixed more) {
    return Stream.concat(values.stream(), Stream.of(more)).toList();
  }
}
