package org.isfsim.browser;

/**
 * Stands in for {@link java.util.SplittableRandom}, with its numbers (G. L. Steele, D. Lea and C.
 * H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
 */
final class SplittableRandomStandIn {

  private long seed;

  /** The numbers of a seed. */
  public SplittableRandomStandIn(long seed) {
    this.seed = seed;
  }

  public long nextLong() {
    seed += 0x9e3779b97f4a7c15L;
    long z = seed;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }
}
