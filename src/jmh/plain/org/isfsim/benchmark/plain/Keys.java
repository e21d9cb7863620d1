package org.isfsim.benchmark.plain;

import static org.isfsim.sampling.KeyedRandom.parameterKey;

/** The keys of the parameters that can bear on what is reported of a case of the baseline. */
final class Keys {

  static final long VOTE_WEEK = parameterKey("council.vote-week");
  static final long CHINA = parameterKey("council.china.vote");
  static final long FRANCE = parameterKey("council.france.vote");
  static final long RUSSIA = parameterKey("council.russia.vote");
  static final long UNITED_KINGDOM = parameterKey("council.united-kingdom.vote");
  static final long ELECTED_YES = parameterKey("council.elected-yes");

  static final long OPERATIONS = parameterKey("idf.operations");
  static final long OPERATIONS_BESIDE = parameterKey("idf.operations-beside");
  static final long POLICE_STRENGTH = parameterKey("police.strength");
  static final long POPULATION = parameterKey("population");

  static final long GENERATION_WEEKS = parameterKey("force.generation-weeks");
  static final long DEPLOYMENT_WEEKS = parameterKey("force.deployment-weeks");
  static final long BUILD_UP_WEEKS = parameterKey("force.build-up-weeks");
  static final long BOARD_WEEK = parameterKey("board.established-week");
  static final long PHASE_ONE_WEEK = parameterKey("phase-one.complete-week");
  static final long WEEKLY_HAZARD = parameterKey("ceasefire.weekly-hazard");
  static final long CEASEFIRE_LASTS = parameterKey("ceasefire.lasts-weeks");
  static final long ACCEPTS_TEXT = parameterKey("israel.accepts-text");
  static final long GRANTS_ACCESS = parameterKey("israel.grants-access");

  static final long RULES_SHARED = parameterKey("command.rules-shared");
  static final long DEFINED_SPACE = parameterKey("command.defined-space");
  static final long VISIBLE_RESULTS = parameterKey("results.visible");
  static final long CONSENT = parameterKey("armed-group.consent");

  static final long LOCAL_ACCEPTANCE = parameterKey("local.acceptance");
  static final long PERCEIVED_OCCUPATION = parameterKey("local.perceived-occupation");
  static final long DISINFORMATION = parameterKey("local.disinformation");

  static final long REFORM_WEEK = parameterKey("pa.reform-week");
  static final long PA_ACCEPTS = parameterKey("pa.accepts");
  static final long COMMITTEE_SEATED = parameterKey("governance.committee-seated");

  static final long WITHDRAWAL_WEEKS = parameterKey("endurance.withdrawal-weeks");
  static final long OUTLASTS_CEASEFIRE = parameterKey("endurance.outlasts-ceasefire");
  static final long CONTRIBUTORS_LEAVE = parameterKey("endurance.contributors-leave");
  static final long SPOILERS = parameterKey("spoilers.activity");
  static final long OPPOSITION = parameterKey("region.opposition");

  static final long EGYPT_BORDER = parameterKey("egypt.border-coordination");
  static final long ISRAEL_BORDER = parameterKey("israel.border-coordination");
  static final long DISARMAMENT_BEGINS = parameterKey("disarmament.begin-weeks");
  static final long DISARMAMENT_TAKES = parameterKey("disarmament.duration-weeks");
  static final long VERIFICATION = parameterKey("disarmament.verification-capability");

  static final long DIVERSION_CONTROLLED = parameterKey("aid.diversion-controlled");
  static final long AID_ACCESS = parameterKey("aid.access");
  static final long TRUCKS = parameterKey("aid.trucks");

  static final long VETTED = parameterKey("police.vetted");
  static final long COURSE_WEEKS = parameterKey("police.course-weeks");
  static final long TRAINING_WEEKS = parameterKey("police.training-weeks");
  static final long MENTORING_WEEKS = parameterKey("police.mentoring-weeks");
  static final long PROFESSIONAL = parameterKey("police.professional");
  static final long ACCEPTED = parameterKey("police.accepted");
  static final long NEUTRAL = parameterKey("police.neutral");

  static final long WEST_BANK_LINK = parameterKey("politics.west-bank-link");
  static final long TWO_STATE_HORIZON = parameterKey("politics.two-state-horizon");
  static final long REPORTING_CONTESTED = parameterKey("politics.reporting-contested");

  /** Turkey is not among them: its troops are barred in every case. */
  static final Contributor[] CONTRIBUTORS = {
    Contributor.of("IDN", true),
    Contributor.of("AZE", true),
    Contributor.of("EGY", false),
    Contributor.of("ARE", false),
    Contributor.of("OTHER", true)
  };

  /**
   * The keys of a contributor of troops.
   *
   * @param mayDisarm whether it may take part in disarming; Egypt and the Emirates never do
   */
  record Contributor(
      long willing, long acceptsParallel, long willDisarm, long troops, boolean mayDisarm) {

    static Contributor of(String id, boolean mayDisarm) {
      String prefix = "contributors." + id + ".";
      return new Contributor(
          parameterKey(prefix + "willing"),
          parameterKey(prefix + "accepts-parallel-operations"),
          parameterKey(prefix + "will-disarm"),
          parameterKey(prefix + "troops"),
          mayDisarm);
    }
  }

  private Keys() {}
}
