package org.isfsim.benchmark.plain;

import java.util.List;

/** What is reported of a case: the outcome, the indicators, the milestones, and their places. */
public final class Reported {

  static final int OUTCOME = 0;
  static final int ON_TIME = 1;
  static final int COUNCIL_TALLY = 2;
  static final int AUTHORITY = 3;
  static final int LEGITIMACY = 4;
  static final int DISARMAMENT = 5;
  static final int AID = 6;
  static final int SMUGGLING = 7;
  static final int POLICE = 8;
  static final int SECURITY_TRANSFER = 9;
  static final int GOVERNANCE = 10;
  static final int AREA = 11;
  static final int ENDURANCE = 12;
  static final int STAGE = 13;
  static final int BEYOND_MANDATE = 14;
  static final int POLITICS = 15;
  static final int REPORTING_FLASHPOINT = 16;
  static final int AT_TABLED_STRENGTH = 17;
  static final int AT_PRECEDENT_NUMBERS = 18;
  static final int AT_RATIO_PER_1000 = 19;
  static final int PRECEDENT = 20;
  static final int VOTE = 21;
  static final int BOARD = 22;
  static final int CONTRIBUTIONS_COMPLETE = 23;
  static final int FIRST_TROOPS = 24;
  static final int FORCE_AT_STRENGTH = 25;
  static final int DISARMAMENT_BEGUN = 26;
  static final int DISARMAMENT_VERIFIED = 27;
  static final int POLICE_OPERATING = 28;
  static final int HANDOVER = 29;
  static final int END_OF_CEASEFIRE = 30;
  static final int END_OF_PRESENCE = 31;

  /** The names as in the program's results, by place. */
  public static final List<String> NAMES =
      List.of(
          "outcome",
          "on-time",
          "council-tally",
          "authority",
          "legitimacy",
          "disarmament",
          "aid",
          "smuggling",
          "police",
          "security-transfer",
          "governance",
          "area",
          "endurance",
          "stage",
          "beyond-mandate",
          "politics",
          "reporting-flashpoint",
          "at-tabled-strength",
          "at-precedent-numbers",
          "at-ratio-per-1000",
          "precedent",
          "vote",
          "board",
          "contributions-complete",
          "first-troops",
          "force-at-strength",
          "disarmament-begun",
          "disarmament-verified",
          "police-operating",
          "handover",
          "end-of-ceasefire",
          "end-of-presence");

  /** More than the largest value of any of them: the weeks of milestones go to 113. */
  static final int VALUES = 128;

  private Reported() {}
}
