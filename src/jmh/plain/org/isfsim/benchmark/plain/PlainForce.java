package org.isfsim.benchmark.plain;

import static org.isfsim.benchmark.plain.Draws.ONE_THIRD;

/** The force that the contributors make up, in units of 500 troops. */
final class PlainForce {

  /** The ceiling, which is the strength tabled too. */
  private static final int CEILING = 40;

  private static final int SUBSTANTIAL = 20;

  private final Draws draws;
  private int troops;
  private int freeToDisarm;
  private boolean allUneasy;

  PlainForce(Draws draws) {
    this.draws = draws;
  }

  /** What the contributors send, up to the ceiling. */
  void pool() {
    boolean quiet = draws.uniform(Keys.OPERATIONS) < 0.25;
    boolean someoneAtEase = false;
    int sum = 0;
    int free = 0;
    for (Keys.Contributor contributor : Keys.CONTRIBUTORS) {
      if (draws.flag(contributor.willing(), ONE_THIRD)) {
        boolean atEase = draws.flag(contributor.acceptsParallel(), 0.5);
        if (atEase || quiet) {
          int offered = draws.among(contributor.troops(), 1, 40);
          sum += offered;
          if (contributor.mayDisarm() && draws.flag(contributor.willDisarm(), 0.5)) {
            free += offered;
          }
          someoneAtEase |= atEase;
        }
      }
    }
    troops = Math.min(sum, CEILING);
    freeToDisarm = Math.min(free, CEILING);
    allUneasy = sum > 0 && !someoneAtEase;
  }

  /** Twenty troops and police for every 1,000 of 1.9 to 2.2 million people. */
  boolean reachesRatio() {
    // At most 40 units of police for at least 76.
    if (troops < 36) {
      return false;
    }
    int police = draws.among(Keys.POLICE_STRENGTH, 0, 40);
    int people = draws.among(Keys.POPULATION, 19, 22);
    return troops + police >= 4 * people;
  }

  boolean isPresent() {
    return troops > 0;
  }

  boolean isSymbolic() {
    return troops < SUBSTANTIAL;
  }

  boolean isAtStrength() {
    return troops >= CEILING;
  }

  boolean isFreeToDisarm() {
    return freeToDisarm > 0;
  }

  boolean canCompel() {
    return freeToDisarm >= SUBSTANTIAL;
  }

  /** Whether there are troops and none of them accept operations beside theirs. */
  boolean allUneasy() {
    return allUneasy;
  }
}
