package org.isfsim.benchmark.plain;

import org.isfsim.sampling.KeyedRandom;

/**
 * The draws of the case under way. Random numbers are the program's own. A flat distribution is
 * inverted by a product, which rounds: it could differ from the program's table for about one
 * number in 10^14.
 */
final class Draws {

  static final double ONE_THIRD = 1.0 / 3;
  static final double TWO_THIRDS = 2.0 / 3;

  private final KeyedRandom random;
  private long key;

  Draws(long seed) {
    random = new KeyedRandom(seed);
  }

  void begin(long caseNumber) {
    key = random.caseKey(caseNumber);
  }

  /** The uniform number of a parameter. */
  double uniform(long parameterKey) {
    return KeyedRandom.uniform(key, parameterKey);
  }

  /** Whether a flag is true that is false with a probability. */
  boolean flag(long parameterKey, double probabilityOfFalse) {
    return uniform(parameterKey) >= probabilityOfFalse;
  }

  /** One of three values, given the cumulative probabilities of the first two. */
  int choice(long parameterKey, double first, double second) {
    double u = uniform(parameterKey);
    return (u < first ? 0 : 1) + (u < second ? 0 : 1);
  }

  /** A whole number from min to max, each as likely. */
  int among(long parameterKey, int min, int max) {
    return min + (int) (uniform(parameterKey) * (max - min + 1));
  }
}
