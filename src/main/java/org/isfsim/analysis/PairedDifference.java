package org.isfsim.analysis;

import java.util.Optional;
import org.isfsim.montecarlo.Interval;

/**
 * How much likelier something is under one alternative than under the first, from cases that both
 * have in common: the same number of a case means the same chance in both.
 *
 * @param cases the number of common cases, at least 1; of those that agree with what is known under
 *     both, if something is
 * @param gained cases that have it under this alternative and not under the first
 * @param lost cases that have it under the first and not under this alternative
 * @param given how often it is had by the cases that agree with what is known; empty if nothing is
 */
public record PairedDifference(long cases, long gained, long lost, Optional<Given> given) {

  /** The two-sided 95 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * Two shares of cases that agree with what is known, which other cases may do under one
   * alternative than under the other.
   *
   * @param cases the cases that agree under this alternative, at least 1
   * @param hits those of them that have it
   * @param firstCases the cases that agree under the first alternative, at least 1
   * @param firstHits those of them that have it
   * @param hitsInBoth the cases that have it under this alternative and agree under both
   * @param firstHitsInBoth the cases that have it under the first and agree under both
   */
  public record Given(
      long cases,
      long hits,
      long firstCases,
      long firstHits,
      long hitsInBoth,
      long firstHitsInBoth) {

    double difference() {
      return (double) hits / cases - (double) firstHits / firstCases;
    }

    /** Linear in what each case adds to either share; the shares as if each were met once more. */
    Interval interval(long both, long gained) {
      double n = cases + 2.0;
      double m = firstCases + 2.0;
      double here = (hits + 1) / n;
      double first = (firstHits + 1) / m;
      double together =
          (hitsInBoth - gained) - first * hitsInBoth - here * firstHitsInBoth + here * first * both;
      double variance = here * (1 - here) / n + first * (1 - first) / m - 2 * together / (n * m);
      double half = Z * Math.sqrt(Math.max(0, variance));
      double middle = here - first;
      return new Interval(Math.max(-1, middle - half), Math.min(1, middle + half));
    }
  }

  /** Checks the counts. */
  public PairedDifference {
    if (cases < (given.isPresent() ? 0 : 1) || gained < 0 || lost < 0 || gained + lost > cases) {
      throw new IllegalArgumentException(gained + " gained and " + lost + " lost of " + cases);
    }
  }

  /** The difference where nothing is known. */
  public PairedDifference(long cases, long gained, long lost) {
    this(cases, gained, lost, Optional.empty());
  }

  /** Whether no case tells the alternatives apart. */
  public boolean isNothing() {
    return given.map(g -> g.difference() == 0).orElse(gained == lost);
  }

  /** The difference of the two shares, -1 to 1. */
  public double difference() {
    if (given.isPresent()) {
      return given.get().difference();
    }
    return (double) (gained - lost) / cases;
  }

  /**
   * The 95 % confidence interval of the difference, -1 to 1: the adjusted Wald interval for paired
   * proportions, which adds one case to both kinds of discordant cases (D. G. Bonett and R. M.
   * Price, "Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on
   * Paired Data", Journal of Educational and Behavioral Statistics 37(4), 2012). Of shares of cases
   * that agree with what is known: the Wald interval of the difference of two ratios over common
   * cases (W. G. Cochran, Sampling Techniques, 3rd edition, 1977, section 6.12), with one case
   * added to both sides of each share (A. Agresti and B. Caffo, The American Statistician 54,
   * 2000).
   */
  public Interval interval() {
    if (given.isPresent()) {
      return given.get().interval(cases, gained);
    }
    double n = cases + 2.0;
    double more = (gained + 1) / n;
    double less = (lost + 1) / n;
    double difference = more - less;
    double half = Z * Math.sqrt(Math.max(0, more + less - difference * difference) / n);
    return new Interval(Math.max(-1, difference - half), Math.min(1, difference + half));
  }
}
