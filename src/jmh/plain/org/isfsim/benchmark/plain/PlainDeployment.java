package org.isfsim.benchmark.plain;

import static org.isfsim.benchmark.plain.Draws.ONE_THIRD;
import static org.isfsim.benchmark.plain.Draws.TWO_THIRDS;
import static org.isfsim.benchmark.plain.PlainBaseline.NEVER;
import static org.isfsim.benchmark.plain.PlainBaseline.TARGET_WEEK;

/** What becomes of a force with a mandate to enforce once it deploys. */
final class PlainDeployment {

  private final Draws draws;
  private final Tables tables;
  private final PlainForce force;
  private int firstTroops;
  private int presenceWeeks;

  PlainDeployment(Draws draws, Tables tables, PlainForce force) {
    this.draws = draws;
    this.tables = tables;
    this.force = force;
  }

  void deploy(int[] row, int planned, boolean accepts, boolean visible) {
    firstTroops = planned;
    row[Reported.FIRST_TROOPS] = planned;
    row[Reported.ON_TIME] = planned <= TARGET_WEEK ? 1 : 0;
    int operations = draws.choice(Keys.OPERATIONS_BESIDE, 1.0 / 7, 3.0 / 7);
    boolean intense = operations == 2;
    int consent = draws.choice(Keys.CONSENT, ONE_THIRD, TWO_THIRDS);
    row[Reported.AREA] = area(accepts, intense, visible, consent);
    boolean dual =
        intense || !draws.flag(Keys.RULES_SHARED, 0.5) || !draws.flag(Keys.DEFINED_SPACE, 0.5);
    int stage = dual ? Ending.DUAL_COMMAND : Ending.enforcement(row[Reported.AREA], force);
    endurance(row, operations != 0);
    row[Reported.STAGE] = stage;
    row[Reported.OUTCOME] = row[Reported.ENDURANCE] == Ending.STAYS ? stage : Ending.ENDED_EARLY;
    int buildUp = draws.among(Keys.BUILD_UP_WEEKS, 4, 52);
    if (buildUp < presenceWeeks) {
      row[Reported.FORCE_AT_STRENGTH] = firstTroops + buildUp;
    }
    if (!intense) {
      disarmament(row, consent, dual);
    }
    police(row);
  }

  private int area(boolean accepts, boolean intense, boolean visible, int consent) {
    if (accepts && !intense && !force.isSymbolic() || visible && !intense && consent != 0) {
      return Ending.WHOLE_AREA;
    }
    return !visible && intense && consent == 0 ? 1 : 2;
  }

  private void endurance(int[] row, boolean operations) {
    row[Reported.BEYOND_MANDATE] = row[Reported.GOVERNANCE] == 3 ? 0 : 1;
    boolean strained =
        force.allUneasy() && operations || row[Reported.LEGITIMACY] == 0 && spoilers();
    int withdrawal = NEVER;
    if (strained && draws.flag(Keys.CONTRIBUTORS_LEAVE, 0.5)) {
      withdrawal = Math.min(firstTroops + draws.among(Keys.WITHDRAWAL_WEEKS, 4, 104), NEVER);
    }
    int end = NEVER;
    row[Reported.ENDURANCE] = Ending.STAYS;
    // A ceasefire that ends in the week of the withdrawal counts as ended before it.
    if (row[Reported.END_OF_CEASEFIRE] < NEVER
        && row[Reported.END_OF_CEASEFIRE] <= withdrawal
        && !draws.flag(Keys.OUTLASTS_CEASEFIRE, 0.5)) {
      row[Reported.ENDURANCE] = Ending.BROKEN_OFF;
      end = row[Reported.END_OF_CEASEFIRE];
    } else if (withdrawal < NEVER) {
      row[Reported.ENDURANCE] = Ending.WITHDRAWN;
      end = withdrawal;
    }
    row[Reported.END_OF_PRESENCE] = end;
    presenceWeeks = end - firstTroops;
  }

  /** Whether attacks are heavy: 2 : 1, or 4 : 1 with regional opposition. */
  private boolean spoilers() {
    return draws.flag(Keys.SPOILERS, draws.flag(Keys.OPPOSITION, 0.5) ? 0.2 : ONE_THIRD);
  }

  /** Under a mandate to enforce, after high-intensity operations. */
  private void disarmament(int[] row, int consent, boolean dual) {
    int until = draws.among(Keys.DISARMAMENT_BEGINS, 1, 26);
    if (until >= presenceWeeks || consent == 0 && !force.canCompel()) {
      return;
    }
    row[Reported.DISARMAMENT] = 1;
    row[Reported.DISARMAMENT_BEGUN] = firstTroops + until;
    int whole = until + draws.among(Keys.DISARMAMENT_TAKES, 13, 130);
    int verification = draws.choice(Keys.VERIFICATION, 33.0 / 101, 67.0 / 101);
    if (whole >= presenceWeeks || verification == 0) {
      return;
    }
    boolean fully =
        verification == 2
            && !dual
            && row[Reported.SMUGGLING] != 0
            && (consent == 2 || force.canCompel());
    row[Reported.DISARMAMENT] = fully ? 3 : 2;
    if (fully) {
      row[Reported.DISARMAMENT_VERIFIED] = firstTroops + whole;
    }
  }

  /** The force trains them. */
  private void police(int[] row) {
    if (!draws.flag(Keys.VETTED, ONE_THIRD)) {
      return;
    }
    int course = draws.among(Keys.COURSE_WEEKS, 0, 40);
    double u = draws.uniform(Keys.TRAINING_WEEKS);
    int trained = firstTroops + 1 + tables.trainingWeeks().get(course).sample(u);
    if (trained >= NEVER) {
      row[Reported.POLICE] = 1;
    } else if (!draws.flag(Keys.MENTORING_WEEKS, 104.0 / 209)) {
      row[Reported.POLICE] = 2;
    } else {
      row[Reported.POLICE] = 3;
      row[Reported.POLICE_OPERATING] = trained;
      if (draws.flag(Keys.PROFESSIONAL, TWO_THIRDS)) {
        boolean full =
            draws.flag(Keys.ACCEPTED, TWO_THIRDS) && draws.flag(Keys.NEUTRAL, TWO_THIRDS);
        row[Reported.SECURITY_TRANSFER] = full ? 2 : 1;
      }
    }
  }
}
