package org.isfsim.scenario;

/**
 * How a scenario is to be run unless the command line says otherwise.
 *
 * @param cases the number of sampled cases, 0 to 1,000,000,000
 * @param seed the seed of the random numbers
 */
public record RunSettings(int cases, long seed) {

  /** The most cases that can be asked for. */
  public static final int MAX_CASES = 1_000_000_000;

  /** What holds for a scenario that says nothing. */
  public static final RunSettings DEFAULT = new RunSettings(100_000, 1);
}
