package org.isfsim.rules;

import org.isfsim.decision.RuleCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one state sends, and every obstacle that keeps it. */
final class ContingentRulesTest extends RulesOfDecision {

  ContingentRulesTest() {
    super("contingent");
  }

  private RuleCheck troopsOf(String state) {
    return when("state", state).and("gives", "troops");
  }

  /** Troops that neither Israel nor Washington keeps away, of a state that would disarm. */
  private RuleCheck eager() {
    return troopsOf("other")
        .and("muslimMajority", false)
        .and("willing", true)
        .and("acceptsParallel", true)
        .and("willDisarm", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turkey-only", "all-muslim-majority"})
  void turkishTroopsAreBarredWhileIsraelBarsAnybody(String scope) {
    troopsOf("TUR")
        .and("vetoScope", scope)
        .decides("barred-by-israel")
        .givesReason("barred-turkish-troops")
        .by("Israel bars armed Turkish contingents");
  }

  @Test
  void turkishTrainersAndTroopsOfOthersAreNotBarredAsTurkishTroops() {
    String rule = "Israel bars armed Turkish contingents";
    when("state", "TUR")
        .and("gives", "trainers")
        .withoutReason("barred-turkish-troops")
        .notBy(rule);
    troopsOf("IDN").withoutReason("barred-turkish-troops").notBy(rule);
    troopsOf("TUR").and("vetoScope", "none").withoutReason("barred-turkish-troops").notBy(rule);
  }

  @Test
  void theWideBarHoldsArmedContingentsOfEveryMuslimMajorityState() {
    String rule = "Israel bars armed contingents of every Muslim-majority state";
    when("gives", "troops")
        .and("muslimMajority", true)
        .and("vetoScope", "all-muslim-majority")
        .decides("barred-by-israel")
        .givesReason("barred-muslim-majority")
        .by(rule);
    when("muslimMajority", false).notBy(rule);
    when("gives", "trainers").notBy(rule);
    when("vetoScope", "turkey-only").notBy(rule);
  }

  @Test
  void theUnitedStatesSendNoCombatTroopsHoweverWilling() {
    String rule = "The United States sends no combat troops";
    troopsOf("USA")
        .and("muslimMajority", false)
        .decides("withheld")
        .givesReason("no-us-combat-troops")
        .by(rule);
    troopsOf("other").withoutReason("no-us-combat-troops").notBy(rule);
    when("state", "USA").and("gives", "trainers").notBy(rule);
  }

  @Test
  void anUnwillingStateSendsNothing() {
    String rule = "A state that is not willing sends nothing";
    when("willing", false)
        .and("vetoScope", "none")
        .decides("withheld")
        .givesReason("not-willing")
        .by(rule)
        .by("Unwillingness is an obstacle");
    when("willing", true)
        .withoutReason("not-willing")
        .notBy(rule)
        .notBy("Unwillingness is an obstacle");
  }

  @Test
  void unwillingnessIsAnObstacleBesideABar() {
    troopsOf("TUR")
        .and("willing", false)
        .and("vetoScope", "turkey-only")
        .decides("barred-by-israel")
        .givesReason("barred-turkish-troops")
        .givesReason("not-willing");
  }

  @Test
  void aStateThatRequiresAMandateSendsNothingWithoutOne() {
    String rule = "A state that requires a mandate sends nothing without one";
    when("requiresMandate", true)
        .and("authority", "none")
        .and("vetoScope", "none")
        .decides("withheld")
        .givesReason("no-mandate")
        .by(rule)
        .by("A missing mandate is an obstacle");
    when("requiresMandate", false)
        .withoutReason("no-mandate")
        .notBy(rule)
        .notBy("A missing mandate is an obstacle");
    when("authority", "observe")
        .withoutReason("no-mandate")
        .notBy(rule)
        .notBy("A missing mandate is an obstacle");
  }

  @Test
  void aStateThatRequiresNoMandateMaySendTroopsWithoutOne() {
    eager().and("requiresMandate", false).and("authority", "none").decides("available");
  }

  @ParameterizedTest
  @ValueSource(strings = {"strikes", "high-intensity"})
  void troopsUneasyAboutParallelOperationsStayAwayFromThem(String operations) {
    when("acceptsParallel", false)
        .and("gives", "troops")
        .and("operations", operations)
        .and("vetoScope", "none")
        .decides("withheld")
        .givesReason("parallel-operations")
        .by("A state that does not accept parallel operations stays away from them")
        .by("Parallel operations are an obstacle");
  }

  @Test
  void withoutOperationsUneaseKeepsNobody() {
    when("operations", "none")
        .withoutReason("parallel-operations")
        .notBy("A state that does not accept parallel operations stays away from them")
        .notBy("Parallel operations are an obstacle");
    when("acceptsParallel", true)
        .notBy("A state that does not accept parallel operations stays away from them")
        .notBy("Parallel operations are an obstacle");
  }

  @Test
  void aRefusalToDisarmKeepsTroopsFromAnEnforcementMandateOrBringsACaveat() {
    String withholds =
        "A state that will not disarm groups withholds its troops from an enforcement mandate";
    String caveat = "A state that will not disarm groups sends troops with a caveat";
    String obstacle = "The disarming task is an obstacle";
    when("willDisarm", false)
        .and("authority", "enforce")
        .and("gives", "troops")
        .and("refusal", "withhold")
        .and("vetoScope", "none")
        .decides("withheld")
        .givesReason("disarming-task")
        .by(withholds)
        .by(obstacle)
        .notBy(caveat);
    troopsOf("EGY")
        .and("willDisarm", false)
        .and("authority", "enforce")
        .and("refusal", "caveat")
        .and("vetoScope", "turkey-only")
        .and("willing", true)
        .and("acceptsParallel", true)
        .decides("available-with-caveat")
        .givesReasons("disarming-task")
        .by(caveat)
        .by(obstacle)
        .notBy(withholds);
  }

  @Test
  void thoseThatRefuseToDisarmAreAtEaseWithAMandateToProtect() {
    when("authority", "protect")
        .and("willDisarm", false)
        .withoutReason("disarming-task")
        .notBy(
            "A state that will not disarm groups withholds its troops from an enforcement mandate")
        .notBy("A state that will not disarm groups sends troops with a caveat")
        .notBy("The disarming task is an obstacle");
    troopsOf("EGY")
        .and("willDisarm", false)
        .and("authority", "protect")
        .and("vetoScope", "turkey-only")
        .and("willing", true)
        .and("acceptsParallel", true)
        .decides("available")
        .givesReasons();
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "protect", "enforce"})
  void aWillingStateWhoseConditionsAreMetSendsItsTroops(String authority) {
    eager()
        .and("authority", authority)
        .decides("available")
        .givesReasons()
        .by("A willing state whose conditions are met sends its troops");
  }

  @Test
  void troopsStayAwayWhereOneConditionIsNotMet() {
    String rule = "A willing state whose conditions are met sends its troops";
    when("willing", false).notBy(rule);
    when("requiresMandate", true).and("authority", "none").notBy(rule);
    when("acceptsParallel", false).and("operations", "strikes").notBy(rule);
    when("willDisarm", false).and("authority", "enforce").notBy(rule);
    troopsOf("USA").notBy(rule);
    troopsOf("TUR").and("vetoScope", "turkey-only").notBy(rule);
  }

  @Test
  void trainersComeWhereAWillingStateHasItsMandateWhateverIsraelBars() {
    String rule = "A willing state whose conditions are met sends trainers";
    when("gives", "trainers")
        .and("willing", true)
        .and("requiresMandate", true)
        .and("authority", "protect")
        .decides("available")
        .givesReasons()
        .by(rule);
    when("gives", "trainers")
        .and("willing", true)
        .and("requiresMandate", true)
        .and("authority", "none")
        .decides("withheld")
        .notBy(rule);
    when("gives", "troops").notBy(rule);
  }
}
