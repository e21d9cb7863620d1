package org.isfsim.model;

import java.util.List;
import java.util.Map;
import org.isfsim.model.ContributorStage.Pool;
import org.isfsim.model.CouncilStage.Mandate;
import org.isfsim.model.DeploymentStage.Deploying;
import org.isfsim.parameter.Domain.Choice;

/** Whether a deployed force is rightful in people's eyes, is relieved by a handover, and stays. */
record EnduranceStage(PlanBuilder plan) {

  /**
   * Who governs.
   *
   * @param governance the arrangement reached
   * @param handover when the Palestinian Authority takes over
   */
  record Governing(Variable governance, Variable handover) {}

  /**
   * Whether the force stays.
   *
   * @param endurance stays or how it ends
   * @param beyondMandate whether it is needed beyond the mandate
   * @param presenceEnd when the presence ends, if it does by the horizon
   * @param lasts for how many weeks after the first troops there is a presence; one that goes on
   *     lasts to the week after the horizon, so that what takes less than this is done by then
   */
  record Enduring(
      Variable endurance, Variable beyondMandate, Variable presenceEnd, Variable lasts) {}

  Variable legitimacy(Mandate mandate) {
    return plan.decide(
            Signatures.LEGITIMACY_OF_FORCE,
            "legitimacy",
            Map.of(
                "authority", mandate.authority(),
                "localAcceptance", plan.parameter("local.acceptance"),
                "visibleResults", plan.parameter("results.visible"),
                "perceivedOccupation", plan.parameter("local.perceived-occupation"),
                "disinformation", plan.parameter("local.disinformation")))
        .get(0);
  }

  Governing governance(Deploying deploying) {
    Variable handover =
        plan.later(
            "time.handover-possible",
            deploying.board(),
            plan.date("time.reform", plan.parameter("pa.reform-week")));
    Variable governance =
        plan.decide(
                Signatures.GOVERNING,
                "governance",
                Map.of(
                    "boardInTime", plan.reached("governance.board-in-time", deploying.board()),
                    "committeeSeated", plan.parameter("governance.committee-seated"),
                    "handoverInTime", plan.reached("governance.handover-in-time", handover),
                    "paAccepts", plan.parameter("pa.accepts"),
                    "handoverRule", plan.parameter("governance.handover-rule"),
                    "boardApproves", plan.parameter("governance.board-approves"),
                    "israelAccepts", plan.parameter("israel.accepts-pa")))
            .get(0);
    return new Governing(
        governance, plan.dateIf("time.handover", handover, governance, "handover"));
  }

  Enduring endurance(Deploying deploying, Pool pool, Variable legitimacy, Variable handover) {
    Variable firstTroops = deploying.firstTroops();
    Variable ceasefireEnd = deploying.ceasefireEnd();
    Variable withdrawal =
        plan.after("time.withdrawal", firstTroops, plan.parameter("endurance.withdrawal-weeks"));
    Variable ends =
        plan.compute(
            "ceasefire.ends",
            Choice.of("not-during", "before-withdrawal", "after-withdrawal"),
            List.of(firstTroops, ceasefireEnd, withdrawal),
            in -> in[1] == plan.never() || in[1] <= in[0] ? 0 : in[1] <= in[2] ? 1 : 2,
            "time.ceasefire-end against time.first-troops and time.withdrawal");
    Variable mandateEnd = plan.date("time.mandate-end", plan.parameter("mandate.end-week"));
    List<Variable> results =
        plan.decide(
            Signatures.ENDURING,
            "endurance",
            Map.of(
                "deployment", deploying.deployment(),
                "ceasefireEnds", ends,
                "outlastsCeasefire", plan.parameter("endurance.outlasts-ceasefire"),
                "operations", plan.parameter("idf.operations-beside"),
                "spoilers", plan.parameter("spoilers.activity"),
                "allUneasy", pool.allUneasy(),
                "contributorsLeave", plan.parameter("endurance.contributors-leave"),
                "withdrawalInTime", plan.reached("time.withdrawal-in-time", withdrawal),
                "legitimacy", legitimacy,
                "handoverByMandateEnd",
                    plan.notAfter("governance.handover-by-mandate-end", handover, mandateEnd)));
    Variable presenceEnd =
        plan.dateBy(
            "time.presence-end",
            results.get(0),
            Map.of("broken-off", ceasefireEnd, "withdrawn", withdrawal));
    Variable lasts = plan.between("weeks.presence-lasts", firstTroops, presenceEnd);
    return new Enduring(results.get(0), results.get(1), presenceEnd, lasts);
  }
}
