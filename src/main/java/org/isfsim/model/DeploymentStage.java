package org.isfsim.model;

import java.util.List;
import java.util.Map;
import org.isfsim.model.ContributorStage.Force;
import org.isfsim.model.CouncilStage.Mandate;
import org.isfsim.model.CouncilStage.Vote;
import org.isfsim.parameter.Domain.Choice;
import org.isfsim.parameter.Domain.Flag;

/** When the first troops would come, whether they do, and in which area. */
record DeploymentStage(PlanBuilder plan) {

  /**
   * The deployment.
   *
   * @param deployment to which area, if at all
   * @param timing on time or late
   * @param contributions when contributions are complete
   * @param board when the Board of Peace is established
   * @param firstTroops when the first troops come
   * @param ceasefireEnd when the ceasefire ends
   */
  record Deploying(
      Variable deployment,
      Variable timing,
      Variable contributions,
      Variable board,
      Variable firstTroops,
      Variable ceasefireEnd) {}

  Deploying deployment(Vote vote, Mandate mandate, Force force) {
    Variable contributions =
        plan.after("time.contributions", vote.due(), plan.parameter("force.generation-weeks"));
    Variable board = plan.date("time.board", plan.parameter("board.established-week"));
    Variable phaseOne = plan.date("time.phase-one", plan.parameter("phase-one.complete-week"));
    Variable ready =
        plan.laterIf(
            "time.ready",
            plan.laterIf("time.board-awaited", contributions, mandate.waitsForBoard(), board),
            mandate.waitsForPhaseOne(),
            phaseOne);
    Variable planned = plan.after("time.planned", ready, plan.parameter("force.deployment-weeks"));
    Variable target = plan.date("time.target", plan.parameter("deployment.target-week"));
    Variable ceasefireEnd = ceasefireEnd(planned, target);
    List<Variable> results =
        plan.decide(
            Signatures.DEPLOYING,
            "deployment",
            Map.ofEntries(
                Map.entry("force", force.force()),
                Map.entry("authority", mandate.authority()),
                Map.entry("textAccepted", plan.parameter("israel.accepts-text")),
                Map.entry("accessGranted", plan.parameter("israel.grants-access")),
                Map.entry("timing", timing(planned, target)),
                Map.entry("ceasefireHolds", holds(ceasefireEnd, planned)),
                Map.entry("operations", plan.parameter("idf.operations-beside")),
                Map.entry("sequence", plan.parameter("deployment.sequence")),
                Map.entry("waitsForBoard", mandate.waitsForBoard()),
                Map.entry("boardInTime", plan.reached("time.board-in-time", board)),
                Map.entry("waitsForPhaseOne", mandate.waitsForPhaseOne()),
                Map.entry("phaseOneInTime", plan.reached("time.phase-one-in-time", phaseOne))));
    Variable firstTroops =
        plan.dateIf("time.first-troops", planned, results.get(0), "partial-area", "whole-area");
    return new Deploying(
        results.get(0), results.get(1), contributions, board, firstTroops, ceasefireEnd);
  }

  Variable command(Mandate mandate) {
    return plan.decide(
            Signatures.COMMAND_STRUCTURE,
            "command",
            Map.of(
                "ultimateSecurity", plan.parameter("israel.ultimate-security"),
                "freedomOfAction", plan.parameter("idf.freedom-of-action"),
                "operations", plan.parameter("idf.operations-beside"),
                "coordination", mandate.coordination(),
                "rulesShared", plan.parameter("command.rules-shared"),
                "definedSpace", plan.parameter("command.defined-space")))
        .get(0);
  }

  Variable area(Variable deployment) {
    return plan.decide(
            Signatures.AREA_HELD,
            "area",
            Map.of(
                "deployment", deployment,
                "rollout", plan.parameter("deployment.rollout"),
                "visibleResults", plan.parameter("results.visible"),
                "operations", plan.parameter("idf.operations-beside"),
                "consent", plan.parameter("armed-group.consent")))
        .get(0);
  }

  /**
   * When the ceasefire ends: in the week in which the strain it bears is used up. A week counts
   * once; between the target date and the first troops it counts twice if delay strains it. With an
   * exponential length this is a hazard that doubles while the deployment is late: one sampled
   * quantity inverts a piecewise-constant hazard (L. Devroye, Non-Uniform Random Variate
   * Generation, 1986, chapter VI.2).
   */
  private Variable ceasefireEnd(Variable planned, Variable target) {
    Variable lasts = plan.parameter("ceasefire.lasts-weeks");
    Variable strains = plan.parameter("ceasefire.delay-strains");
    return plan.compute(
        "time.ceasefire-end",
        plan.weeks(),
        List.of(lasts, planned, target, strains),
        in -> {
          int strength = PlanBuilder.number(lasts, in[0]);
          int late = in[3] == 1 ? Math.max(0, in[1] - in[2]) : 0;
          int week;
          if (strength <= in[2] || late == 0) {
            week = strength;
          } else if (strength <= in[2] + 2 * late) {
            week = in[2] + (strength - in[2] + 1) / 2;
          } else {
            week = strength - late;
          }
          return Math.min(week, plan.never());
        },
        "ceasefire.lasts-weeks, weeks of delay counted twice if ceasefire.delay-strains");
  }

  private Variable timing(Variable planned, Variable target) {
    return plan.compute(
        "deployment.timing-band",
        Choice.of("on-time", "late", "not-by-horizon"),
        List.of(planned, target),
        in -> in[0] == plan.never() ? 2 : in[0] <= in[1] ? 0 : 1,
        "time.planned against time.target and the horizon");
  }

  private Variable holds(Variable ceasefireEnd, Variable planned) {
    return plan.compute(
        "ceasefire.holds-at-start",
        Flag.FLAG,
        List.of(ceasefireEnd, planned),
        in -> in[0] == plan.never() || in[0] > in[1] ? 1 : 0,
        "time.ceasefire-end after time.planned");
  }
}
