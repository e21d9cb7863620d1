package org.isfsim.benchmark.plain;

/** Indices of the values that decide how a case ends, in the program's order. */
final class Ending {

  // Outcomes.
  static final int INSUFFICIENT = 1;
  static final int VETOED = 2;
  static final int NO_CONTINGENTS = 4;
  static final int NOT_DEPLOYED = 5;
  static final int ENDED_EARLY = 6;
  static final int DUAL_COMMAND = 9;
  static final int PARTIAL_AREA = 10;
  static final int BELOW_YARDSTICK = 11;
  static final int AT_YARDSTICK = 12;

  /** No outcome: the case goes on. */
  static final int ADOPTED = -1;

  // Endurance.
  static final int BROKEN_OFF = 1;
  static final int WITHDRAWN = 2;
  static final int STAYS = 3;

  // Area.
  static final int WHOLE_AREA = 3;

  private Ending() {}

  /** What a force under one command comes to. */
  static int enforcement(int area, PlainForce force) {
    if (area != WHOLE_AREA) {
      return PARTIAL_AREA;
    }
    return force.isAtStrength() && force.isFreeToDisarm() ? AT_YARDSTICK : BELOW_YARDSTICK;
  }
}
