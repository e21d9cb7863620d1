package org.isfsim.analysis;

/**
 * What a sample says of a region.
 *
 * @param cases how many cases lie in the region
 * @param hits how many of them hit the target
 * @param allCases how many cases there are
 * @param allHits how many of them hit the target
 */
public record BoxStatistics(int cases, int hits, int allCases, int allHits) {

  /** The share of all cases that lie in the region. */
  public double mass() {
    return (double) cases / allCases;
  }

  /** The share of the region's cases that hit the target; 0 for an empty region. */
  public double density() {
    return cases == 0 ? 0 : (double) hits / cases;
  }

  /** The share of the cases that hit the target that lie in the region. */
  public double coverage() {
    return allHits == 0 ? 0 : (double) hits / allHits;
  }

  /** The harmonic mean of coverage and density. */
  public double balance() {
    return hits == 0 ? 0 : 2 * coverage() * density() / (coverage() + density());
  }
}
