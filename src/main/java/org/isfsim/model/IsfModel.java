package org.isfsim.model;

import java.util.Map;
import org.isfsim.model.BesideStage.Disarming;
import org.isfsim.model.BesideStage.Policing;
import org.isfsim.model.ContributorStage.Force;
import org.isfsim.model.ContributorStage.Pool;
import org.isfsim.model.CouncilStage.Mandate;
import org.isfsim.model.CouncilStage.Vote;
import org.isfsim.model.DeploymentStage.Deploying;
import org.isfsim.model.EnduranceStage.Enduring;
import org.isfsim.model.EnduranceStage.Governing;
import org.isfsim.scenario.Scenario;

/**
 * What happens in a case, in order: the Council votes, the mandate follows, contributors decide,
 * the force is counted, commanded, deployed and kept or ended, and beside that trunk weapons, aid,
 * police, governance and politics.
 *
 * <p>Every judgement is a decision of the rules; the stages only say what each decision reads and
 * how dates, sums and bands come about. A date is a week after the scenario's start; what would
 * come after the horizon has not happened.
 */
public final class IsfModel {

  private final PlanBuilder plan;

  private IsfModel(Scenario scenario) {
    this.plan = new PlanBuilder(scenario);
  }

  /** The plan of a scenario's cases. */
  public static Plan of(Scenario scenario) {
    return new IsfModel(scenario).build();
  }

  private Plan build() {
    CouncilStage councilStage = new CouncilStage(plan);
    Vote vote = councilStage.vote();
    Mandate mandate = councilStage.mandate(vote);

    ContributorStage contributorStage = new ContributorStage(plan);
    Pool pool = contributorStage.pool(mandate.authority());
    Force force = contributorStage.force(pool);

    DeploymentStage deploymentStage = new DeploymentStage(plan);
    Variable command = deploymentStage.command(mandate);
    Deploying deploying = deploymentStage.deployment(vote, mandate, force);
    Variable area = deploymentStage.area(deploying.deployment());

    EnduranceStage enduranceStage = new EnduranceStage(plan);
    Variable legitimacy = enduranceStage.legitimacy(mandate);
    Governing governing = enduranceStage.governance(deploying);
    Enduring enduring = enduranceStage.endurance(deploying, pool, legitimacy, governing.handover());

    Trunk trunk = new Trunk(vote, mandate, force, deploying.deployment(), area, command);
    Variable outcome = outcome("outcome", trunk, enduring.endurance());
    Variable stays = plan.constant("stage.endurance", enduring.endurance().domain(), "stays");
    Variable stage = outcome("stage", trunk, stays);

    BesideStage beside = new BesideStage(plan);
    Disarming disarming = beside.disarmament(mandate, force, command, deploying, enduring);
    Variable aid = beside.aid(disarming.disarmament());
    Policing policing = beside.police(vote, mandate, pool, deploying);
    var politics = beside.politics(mandate);
    Variable precedent = beside.precedent(mandate, force, enduring, policing);
    Variable buildUp = plan.parameter("force.build-up-weeks");
    Variable strength = plan.after("time.at-strength", deploying.firstTroops(), buildUp);
    Variable strengthInTime = plan.less("time.strength-in-time", buildUp, enduring.lasts());
    plan.drawTheRest();

    plan.milestone("vote", "Vote", plan.dateIf("date.vote", vote.due(), vote.held(), "true"));
    plan.milestone("board", "Board of Peace established", deploying.board());
    plan.milestone(
        "contributions-complete",
        "Contributions complete",
        plan.dateIf(
            "date.contributions-complete",
            deploying.contributions(),
            force.force(),
            "symbolic",
            "below-yardstick",
            "at-yardstick"));
    plan.milestone("first-troops", "First troops", deploying.firstTroops());
    plan.milestone(
        "force-at-strength",
        "Force at strength",
        plan.dateIf("date.at-strength", strength, strengthInTime, "true"));
    plan.milestone(
        "disarmament-begun",
        "Disarmament begun",
        plan.dateIf(
            "date.disarmament-begun",
            disarming.begins(),
            disarming.disarmament(),
            "begun",
            "verified-in-part",
            "verified"));
    plan.milestone(
        "disarmament-verified",
        "Disarmament verified",
        plan.dateIf(
            "date.disarmament-verified",
            disarming.completes(),
            disarming.disarmament(),
            "verified"));
    plan.milestone(
        "police-operating",
        "Police operating",
        plan.dateIf("date.police-operating", policing.trained(), policing.police(), "operating"));
    plan.milestone("handover", "Handover to the Palestinian Authority", governing.handover());
    plan.milestone("end-of-ceasefire", "End of the ceasefire", deploying.ceasefireEnd());
    plan.milestone("end-of-presence", "End of the presence", enduring.presenceEnd());

    plan.indicator(
        "on-time", "First troops on time", plan.is("on-time", deploying.timing(), "on-time"));
    plan.indicator("council-tally", "Yes votes in the Council", vote.yes());
    plan.indicator("authority", "Authority of the force", mandate.authority());
    plan.indicator("legitimacy", "Legitimacy", legitimacy);
    plan.indicator("disarmament", "Disarmament", disarming.disarmament());
    plan.indicator("aid", "Aid", aid);
    plan.indicator("smuggling", "Smuggling of weapons", disarming.smuggling());
    plan.indicator("police", "Palestinian police", policing.police());
    plan.indicator(
        "security-transfer", "Internal security passed to the police", policing.securityTransfer());
    plan.indicator("governance", "Governance", governing.governance());
    plan.indicator("area", "Area held", area);
    plan.indicator("endurance", "Endurance of the force", enduring.endurance());
    plan.indicator("stage", "Outcome but for an early end", stage);
    plan.indicator(
        "beyond-mandate", "Presence needed beyond the mandate", enduring.beyondMandate());
    plan.indicator("politics", "Political track", politics.get(0));
    plan.indicator("reporting-flashpoint", "Reports a flashpoint", politics.get(1));
    plan.indicator("at-tabled-strength", "At the strength tabled", force.reachesTabled());
    plan.indicator(
        "at-precedent-numbers", "At the numbers of precedents", force.reachesPrecedent());
    plan.indicator("at-ratio-per-1000", "At the ratio to the population", force.reachesRatio());
    plan.opinion("precedent", "Factors of success present", precedent);
    return plan.build(outcome);
  }

  /** What the outcome is read from, apart from how the deployment ends. */
  private record Trunk(
      Vote vote,
      Mandate mandate,
      Force force,
      Variable deployment,
      Variable area,
      Variable command) {}

  private Variable outcome(String column, Trunk trunk, Variable endurance) {
    return plan.decide(
            Signatures.ENDING,
            column,
            Map.of(
                "council", trunk.vote().council(),
                "authority", trunk.mandate().authority(),
                "force", trunk.force().force(),
                "freeToDisarm", trunk.force().freeToDisarm(),
                "deployment", trunk.deployment(),
                "area", trunk.area(),
                "command", trunk.command(),
                "endurance", endurance))
        .get(0);
  }
}
