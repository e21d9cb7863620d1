package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isfsim.exact.FuturesWalk.Futures;

/**
 * How alternatives stand up to futures, for one objective. No weights of the parameters that are
 * set are needed: every future counts.
 *
 * <p>With P(a, f) the probability that the objective is met under an alternative a in a future f:
 *
 * <ul>
 *   <li>maximin: an alternative is as good as its worst future, min over f of P(a, f) (A. Wald,
 *       Statistical Decision Functions, 1950);
 *   <li>minimax regret: an alternative is as bad as what it forgoes at most, max over f of (max
 *       over b of P(b, f)) - P(a, f) (L. J. Savage, "The Theory of Statistical Decision", JASA
 *       46(253), 1951);
 *   <li>satisficing: the share of futures in which P(a, f) is at least a stated level, or above
 *       zero if none is stated (M. K. Starr, Product Design and Decision Theory, 1963, the domain
 *       criterion; J. D. Herman et al., "How Should Robustness Be Defined for Water Systems
 *       Planning under Change?", Journal of Water Resources Planning and Management 141(10), 2015).
 * </ul>
 *
 * @param objective what is to be met
 * @param level the probability that is enough; 0 if any above zero is
 * @param futures the common futures, first everything as assumed
 * @param rows how each alternative stands up to them
 * @param leftOut the parameters that have no common futures, because an alternative sets them or
 *     lacks them
 */
public record Robustness(
    Objective objective, double level, List<Future> futures, List<Row> rows, List<String> leftOut) {

  /** What rounding alone may move. */
  private static final double ROUNDING = 1e-12;

  /** The value of a flag that says that an objective is met. */
  private static final int MET = 1;

  /** Copies the lists. */
  public Robustness {
    futures = List.copyOf(futures);
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * How an alternative stands up to the futures.
   *
   * @param alternative its place
   * @param worst its lowest probability
   * @param worstIn the future of its lowest probability
   * @param regret the most by which another alternative is likelier to meet the objective
   * @param regretIn the future of the greatest regret
   * @param failing the futures in which it fails
   */
  public record Row(
      int alternative,
      double worst,
      Future worstIn,
      double regret,
      Future regretIn,
      List<Future> failing) {
    /** Copies the list. */
    public Row {
      failing = List.copyOf(failing);
    }
  }

  /**
   * The robustness of alternatives.
   *
   * @param comparison the alternatives and what the walks say of them
   * @param place the objective's place
   * @param level the probability that is enough; 0 if any above zero is
   * @return empty if some alternative's walk was too large
   */
  public static Optional<Robustness> of(Comparison comparison, int place, double level) {
    List<Futures> byAlternative = new ArrayList<>();
    comparison.exact().forEach(e -> e.objectives().get(place).ifPresent(byAlternative::add));
    if (byAlternative.size() < comparison.alternatives().size()) {
      return Optional.empty();
    }
    List<Future> futures =
        Future.common(
            byAlternative, p -> comparison.alternatives().stream().allMatch(a -> a.isOpen(p)));
    List<Row> rows = new ArrayList<>();
    for (int a = 0; a < byAlternative.size(); a++) {
      rows.add(row(a, futures, level));
    }
    List<String> leftOut =
        byAlternative.stream()
            .flatMap(of -> of.effects().stream())
            .map(effect -> effect.parameter().name())
            .distinct()
            .filter(name -> futures.stream().noneMatch(f -> f.parameter().equals(name)))
            .toList();
    return Optional.of(
        new Robustness(comparison.objectives().get(place), level, futures, rows, leftOut));
  }

  private static Row row(int alternative, List<Future> futures, double level) {
    Future worst = futures.get(0);
    Future regretted = futures.get(0);
    List<Future> failing = new ArrayList<>();
    for (Future future : futures) {
      double p = future.probability(alternative, MET);
      if (p < worst.probability(alternative, MET) - ROUNDING) {
        worst = future;
      }
      if (regret(alternative, future) > regret(alternative, regretted) + ROUNDING) {
        regretted = future;
      }
      if (level == 0 ? p <= 0 : p < level - ROUNDING) {
        failing.add(future);
      }
    }
    return new Row(
        alternative,
        worst.probability(alternative, MET),
        worst,
        regret(alternative, regretted),
        regretted,
        failing);
  }

  /** By how much the best alternative in a future is likelier to meet the objective. */
  public static double regret(int alternative, Future future) {
    double best = 0;
    for (int other = 0; other < future.probability().size(); other++) {
      best = Math.max(best, future.probability(other, MET));
    }
    return best - future.probability(alternative, MET);
  }

  /** The share of the futures in which an alternative does not fail. */
  public double satisficed(Row row) {
    return 1 - (double) row.failing().size() / futures.size();
  }
}
