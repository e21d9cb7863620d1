package org.isfsim.benchmark.plain;

import static org.isfsim.benchmark.plain.Draws.ONE_THIRD;
import static org.isfsim.benchmark.plain.Draws.TWO_THIRDS;

/**
 * The cases of the baseline, all rules in plain Java: what follows from the baseline's levers and
 * switches is folded in, values are the program's indices, and nothing is drawn that cannot matter
 * to what is reported. One per thread.
 */
public final class PlainBaseline {

  /** Stands for "not by the horizon", which is week 112. */
  static final int NEVER = 113;

  static final int TARGET_WEEK = 12;

  private final Draws draws;
  private final Tables tables = Tables.ofBaseline();
  private final PlainForce force;
  private final PlainDeployment deployment;
  private int contributions;

  /** The cases of a seed. */
  public PlainBaseline(long seed) {
    draws = new Draws(seed);
    force = new PlainForce(draws);
    deployment = new PlainDeployment(draws, tables, force);
  }

  /** Evaluates and tallies the cases from the first to the last. */
  public void run(long first, long last, PlainTally tally) {
    int[] row = new int[Reported.NAMES.size()];
    for (long number = first; number <= last; number++) {
      evaluate(number, row);
      tally.add(number, row);
    }
  }

  /** Evaluates a case; the row gets the index of each value, in the order of {@link Reported}. */
  public void evaluate(long caseNumber, int[] row) {
    draws.begin(caseNumber);
    int ending = vote(row);
    boolean adopted = ending == Ending.ADOPTED;
    row[Reported.BOARD] = draws.among(Keys.BOARD_WEEK, 1, 52);
    int planned = dates(row, adopted);
    governance(row);
    nothingDeployed(row);
    if (adopted) {
      underMandate(row, planned);
    } else {
      withoutMandate(row, ending);
    }
    aid(row);
    politics(row, adopted);
  }

  /** The result of the vote, which is the case's outcome unless the text is adopted. */
  private int vote(int[] row) {
    int china = draws.choice(Keys.CHINA, 0.4, 0.8);
    int france = draws.choice(Keys.FRANCE, 1.0 / 7, 3.0 / 7);
    int russia = draws.choice(Keys.RUSSIA, 0.4, 0.8);
    int unitedKingdom = draws.choice(Keys.UNITED_KINGDOM, 1.0 / 7, 3.0 / 7);
    int elected = tables.electedYes().sample(draws.uniform(Keys.ELECTED_YES));
    // No, abstain, yes; the United States vote yes.
    int yes = 1 + elected + (china >> 1) + (france >> 1) + (russia >> 1) + (unitedKingdom >> 1);
    row[Reported.COUNCIL_TALLY] = yes;
    if (yes < 9) {
      return Ending.INSUFFICIENT;
    }
    boolean veto = china == 0 || france == 0 || russia == 0 || unitedKingdom == 0;
    return veto ? Ending.VETOED : Ending.ADOPTED;
  }

  /** When the first troops would come: in week 26 + 60 + 26 = 112 at the latest. */
  private int dates(int[] row, boolean adopted) {
    row[Reported.VOTE] = draws.among(Keys.VOTE_WEEK, 1, 26);
    contributions = row[Reported.VOTE] + draws.among(Keys.GENERATION_WEEKS, 4, 60);
    int ready = contributions;
    if (adopted) {
      ready =
          Math.max(ready, Math.max(row[Reported.BOARD], draws.among(Keys.PHASE_ONE_WEEK, 1, 52)));
    }
    int planned = ready + draws.among(Keys.DEPLOYMENT_WEEKS, 1, 26);
    int hazard = draws.choice(Keys.WEEKLY_HAZARD, ONE_THIRD, TWO_THIRDS);
    double u = draws.uniform(Keys.CEASEFIRE_LASTS);
    int strength = 1 + tables.ceasefireLasts().get(hazard).sample(u);
    int late = Math.max(0, planned - TARGET_WEEK);
    int end = strength;
    if (strength > TARGET_WEEK) {
      end =
          strength <= TARGET_WEEK + 2 * late
              ? TARGET_WEEK + (strength - TARGET_WEEK + 1) / 2
              : strength - late;
    }
    row[Reported.END_OF_CEASEFIRE] = Math.min(end, NEVER);
    return planned;
  }

  /** The Board is always there by the horizon. */
  private void governance(int[] row) {
    int reform = draws.among(Keys.REFORM_WEEK, 26, 208);
    if (reform < NEVER && draws.flag(Keys.PA_ACCEPTS, ONE_THIRD)) {
      row[Reported.GOVERNANCE] = 3;
      row[Reported.HANDOVER] = Math.max(row[Reported.BOARD], reform);
    } else {
      row[Reported.GOVERNANCE] = draws.flag(Keys.COMMITTEE_SEATED, 0.5) ? 2 : 1;
      row[Reported.HANDOVER] = NEVER;
    }
  }

  private static void nothingDeployed(int[] row) {
    row[Reported.ON_TIME] = 0;
    row[Reported.DISARMAMENT] = 0;
    row[Reported.POLICE] = 0;
    row[Reported.SECURITY_TRANSFER] = 0;
    row[Reported.AREA] = 0;
    row[Reported.ENDURANCE] = 0;
    row[Reported.BEYOND_MANDATE] = 0;
    row[Reported.AT_PRECEDENT_NUMBERS] = 0;
    row[Reported.FIRST_TROOPS] = NEVER;
    row[Reported.FORCE_AT_STRENGTH] = NEVER;
    row[Reported.DISARMAMENT_BEGUN] = NEVER;
    row[Reported.DISARMAMENT_VERIFIED] = NEVER;
    row[Reported.POLICE_OPERATING] = NEVER;
    row[Reported.END_OF_PRESENCE] = NEVER;
  }

  /** Every contributor requires a mandate, so nobody comes. */
  private void withoutMandate(int[] row, int ending) {
    row[Reported.OUTCOME] = ending;
    row[Reported.STAGE] = ending;
    row[Reported.AUTHORITY] = 0;
    row[Reported.LEGITIMACY] = 0;
    row[Reported.AT_TABLED_STRENGTH] = 0;
    row[Reported.AT_RATIO_PER_1000] = 0;
    row[Reported.PRECEDENT] = 0;
    row[Reported.CONTRIBUTIONS_COMPLETE] = NEVER;
    row[Reported.SMUGGLING] = bordersWorkedOn() == 2 ? 1 : 0;
  }

  private void underMandate(int[] row, int planned) {
    force.pool();
    boolean atStrength = force.isAtStrength();
    row[Reported.AUTHORITY] = 3;
    row[Reported.AT_TABLED_STRENGTH] = atStrength ? 1 : 0;
    row[Reported.AT_RATIO_PER_1000] = force.reachesRatio() ? 1 : 0;
    row[Reported.PRECEDENT] = atStrength ? 2 : 1;
    row[Reported.CONTRIBUTIONS_COMPLETE] = force.isPresent() ? contributions : NEVER;
    boolean visible = draws.flag(Keys.VISIBLE_RESULTS, 0.5);
    row[Reported.LEGITIMACY] = legitimacy(visible);
    boolean accepts = draws.flag(Keys.ACCEPTS_TEXT, ONE_THIRD);
    boolean deployed =
        force.isPresent()
            && (row[Reported.END_OF_CEASEFIRE] == NEVER || row[Reported.END_OF_CEASEFIRE] > planned)
            && draws.flag(Keys.GRANTS_ACCESS, accepts ? ONE_THIRD : 0.5);
    if (deployed) {
      row[Reported.SMUGGLING] = bordersWorkedOn();
      deployment.deploy(row, planned, accepts, visible);
    } else {
      row[Reported.SMUGGLING] = bordersWorkedOn() == 2 ? 1 : 0;
      row[Reported.OUTCOME] = force.isPresent() ? Ending.NOT_DEPLOYED : Ending.NO_CONTINGENTS;
      row[Reported.STAGE] = row[Reported.OUTCOME];
    }
  }

  private int legitimacy(boolean visible) {
    int acceptance = draws.choice(Keys.LOCAL_ACCEPTANCE, ONE_THIRD, TWO_THIRDS);
    boolean occupation = draws.flag(Keys.PERCEIVED_OCCUPATION, 0.5);
    if (visible) {
      return acceptance == 2 && !occupation ? 2 : 1;
    }
    boolean disinformation = draws.flag(Keys.DISINFORMATION, ONE_THIRD);
    if (acceptance == 0 || occupation && disinformation) {
      return 0;
    }
    return acceptance == 2 && !occupation && !disinformation ? 2 : 1;
  }

  /** How many of Egypt and Israel work on the borders with the force. */
  private int bordersWorkedOn() {
    return (draws.flag(Keys.EGYPT_BORDER, ONE_THIRD) ? 1 : 0)
        + (draws.flag(Keys.ISRAEL_BORDER, ONE_THIRD) ? 1 : 0);
  }

  /** Reconstruction waits for verified disarmament. */
  private void aid(int[] row) {
    int access = draws.choice(Keys.AID_ACCESS, 0.25, 0.75);
    if (access == 0) {
      row[Reported.AID] = 0;
      return;
    }
    row[Reported.AID] = 1;
    if (access == 2 && draws.flag(Keys.DIVERSION_CONTROLLED, 0.5)) {
      int throughput = draws.choice(Keys.TRUCKS, 29.0 / 130, 79.0 / 130);
      if (throughput > 0) {
        row[Reported.AID] = throughput == 2 && row[Reported.DISARMAMENT] == 3 ? 3 : 2;
      }
    }
  }

  /** The text has no political benchmarks; once adopted, it has periodic reports. */
  private void politics(int[] row, boolean adopted) {
    boolean horizon =
        draws.flag(Keys.TWO_STATE_HORIZON, 0.5) && draws.flag(Keys.WEST_BANK_LINK, 0.5);
    row[Reported.POLITICS] = horizon ? 2 : 0;
    row[Reported.REPORTING_FLASHPOINT] =
        adopted && draws.flag(Keys.REPORTING_CONTESTED, 0.5) ? 1 : 0;
  }
}
