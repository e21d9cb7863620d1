package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the regions of parameter space that lead to a target: boxes by PRIM and a classification
 * tree over sampled cases, each with its exact probability beside it (B. P. Bryant and R. J.
 * Lempert, Thinking inside the box: a participatory, computer-assisted approach to scenario
 * discovery, Technological Forecasting and Social Change 77, 2010).
 */
public final class ScenarioDiscovery {

  /** With fewer hits there is nothing to find that chance would not explain. */
  public static final int FEWEST_HITS = 20;

  private final Plan plan;
  private final Decisions decisions;
  private final Target target;
  private final Consumer<String> progress;
  private final Set<String> notes = new LinkedHashSet<>();

  /**
   * How to look.
   *
   * @param cases how many cases to sample, at least 1
   * @param seed the seed of the cases
   * @param boxes how many boxes to find at most, at least 0
   * @param step the step of the first box's trajectory to choose; empty for the best balanced one
   * @param peel the share of a box that a peel removes at most, above 0 and below 1
   * @param paste the share of a box that a paste adds at most, above 0 and below 1
   * @param depth how many questions of the tree may follow one another; 0 for no tree
   */
  public record Options(
      int cases, long seed, int boxes, OptionalInt step, double peel, double paste, int depth) {}

  /**
   * @param plan the plan of a scenario
   * @param decisions what decides
   * @param progress is told what is being done
   */
  public ScenarioDiscovery(
      Plan plan, Decisions decisions, Target target, Consumer<String> progress) {
    this.plan = plan;
    this.decisions = decisions;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Looks for regions.
   *
   * @throws InvalidInputException if too few cases hit the target, or all do, or there is no such
   *     step; with what to do about it
   */
  public Discovery discover(Options options) {
    progress.accept("sampled cases");
    CaseColumns data = CaseColumns.sample(plan, decisions, target, options.cases(), options.seed());
    int hits = data.hitCount();
    OptionalDouble probability = probability();
    requireBothKinds(data, hits, probability);
    progress.accept("boxes");
    List<DiscoveredBox> boxes = boxes(data, options);
    progress.accept("exact figures of boxes");
    boxes = boxes.stream().map(box -> exactly(box, probability)).toList();
    Optional<TreeNode> tree = Optional.empty();
    if (options.depth() > 0) {
      progress.accept("the tree");
      int smallest = Math.max(FEWEST_HITS, data.cases() / 1000);
      tree =
          Optional.of(
              Cart.grow(data, options.depth(), smallest)
                  .withLeaves(region -> exactly(region, probability)));
    }
    return new Discovery(
        plan,
        target,
        data.cases(),
        data.apart(),
        data.failed(),
        hits,
        probability,
        boxes,
        together(data, boxes),
        tree,
        new ArrayList<>(notes));
  }

  private List<DiscoveredBox> boxes(CaseColumns data, Options options) {
    try {
      return new BoxFinder(
              data, new Prim.Options(options.peel(), options.paste(), FEWEST_HITS), FEWEST_HITS)
          .find(options.boxes(), options.step());
    } catch (BoxFinder.StepOutOfRangeException e) {
      throw new InvalidInputException(
          Problem.of(
                  Mark.of("--step " + options.step().orElse(0)),
                  "",
                  "the trajectory has no such step")
              .allowing("0 to " + (e.steps() - 1)));
    }
  }

  private OptionalDouble probability() {
    try {
      double[] byValue = new ExactWalk(plan, decisions).marginal(target.variable());
      return OptionalDouble.of(Math.min(1, target.probability(byValue)));
    } catch (TooLargeException e) {
      notes.add(String.valueOf(e.getMessage()));
      return OptionalDouble.empty();
    }
  }

  private void requireBothKinds(CaseColumns data, int hits, OptionalDouble probability) {
    int misses = data.cases() - hits;
    if (hits >= FEWEST_HITS && misses >= FEWEST_HITS) {
      return;
    }
    boolean isRare = hits < FEWEST_HITS;
    String name = target.name();
    String drawn = String.format(Locale.ROOT, "%,d", data.cases());
    String sampled =
        " cases sampled"
            + (plan.evidence().isNone()
                ? ""
                : String.format(
                    Locale.ROOT,
                    " that agree with what was observed, of %,d",
                    data.cases() + data.apart()));
    String found =
        isRare
            ? (hits == 0 ? "none" : "only " + hits) + " of the " + drawn + sampled
            : "all but " + misses + " of the " + drawn + sampled;
    Problem problem =
        Problem.of(
            Mark.of(plan.scenario().file()),
            "",
            found
                + (isRare && hits != 1 ? " have " : " has ")
                + name
                + "; at least "
                + FEWEST_HITS
                + " with it and "
                + FEWEST_HITS
                + " without are needed to find a region");
    double p = probability.orElse(Double.NaN);
    double rarer = isRare ? p : 1 - p;
    String advice;
    if (Double.isNaN(p)) {
      advice = "try more with --cases";
    } else if (p == 0) {
      advice =
          "the scenario excludes it, by exhaustion; \"isfsim reach\" with the same settings"
              + (target.variable().equals(plan.outcome())
                  ? " and --outcome " + plan.outcome().domain().text(target.values().nextSetBit(0))
                  : "")
              + " tells what does";
    } else if (!(rarer > 1e-12)) {
      advice = "every case has it, by exhaustion";
    } else {
      // Twice the expectation, so that chance leaves too few in very few samples only.
      double agreeing = (double) Math.max(1, data.cases()) / (data.cases() + data.apart());
      double needed = Math.ceil(2 * FEWEST_HITS / rarer / agreeing);
      advice =
          String.format(
              Locale.ROOT,
              "its exact probability is %.2g, so about %,.0f cases are needed%s",
              p,
              needed,
              needed > 5e6
                  ? ", too many to sample; \"isfsim sensitivity\" and \"isfsim reach\" tell what"
                      + " leads to it without sampling"
                  : String.format(Locale.ROOT, ": --cases %.0f", needed));
    }
    throw new InvalidInputException(problem.advising(advice));
  }

  private DiscoveredBox exactly(DiscoveredBox box, OptionalDouble probability) {
    return new DiscoveredBox(
        exactly(box.region(), probability),
        box.limits(),
        box.trajectory(),
        box.chosen(),
        box.dropped());
  }

  private Region exactly(Region region, OptionalDouble probability) {
    if (probability.isEmpty()) {
      return region;
    }
    Map<String, BitSet> box = new HashMap<>();
    region.limits().forEach(limit -> box.put(limit.address(), limit.allowed()));
    try {
      double[] inside = new ExactWalk(plan, decisions).within(box, target.variable());
      double mass = 0;
      for (double weight : inside) {
        mass += weight;
      }
      double hit = target.probability(inside);
      ExactRegion exact =
          new ExactRegion(
              Math.min(1, mass),
              mass > 0 ? Math.min(1, hit / mass) : 0,
              Math.min(1, hit / probability.getAsDouble()));
      return new Region(region.limits(), region.sampled(), Optional.of(exact));
    } catch (TooLargeException e) {
      notes.add(String.valueOf(e.getMessage()));
      return region;
    }
  }

  private static BoxStatistics together(CaseColumns data, List<DiscoveredBox> boxes) {
    Map<String, CaseColumns.Column> columns = new HashMap<>();
    data.columns().forEach(column -> columns.put(column.address(), column));
    int cases = 0;
    int hits = 0;
    for (int row = 0; row < data.cases(); row++) {
      int at = row;
      boolean inside =
          boxes.stream()
              .anyMatch(
                  box ->
                      box.region().limits().stream()
                          .allMatch(limit -> holds(limit, columns.get(limit.address()), at)));
      cases += inside ? 1 : 0;
      hits += inside && data.hits()[row] ? 1 : 0;
    }
    return new BoxStatistics(cases, hits, data.cases(), data.hitCount());
  }

  private static boolean holds(Restriction limit, CaseColumns.@Nullable Column column, int row) {
    return column != null && limit.allowed().get(column.values()[row]);
  }
}
