package org.isfsim.model;

import java.util.List;
import java.util.Map;
import org.isfsim.model.ContributorStage.Force;
import org.isfsim.model.ContributorStage.Pool;
import org.isfsim.model.CouncilStage.Mandate;
import org.isfsim.model.CouncilStage.Vote;
import org.isfsim.model.DeploymentStage.Deploying;
import org.isfsim.model.EnduranceStage.Enduring;

/**
 * What goes on beside the trunk: smuggling, disarmament, aid, police, politics and the comparison
 * with precedents. Nothing of this bears on the outcome.
 */
record BesideStage(PlanBuilder plan) {

  /**
   * Decommissioning of weapons.
   *
   * @param smuggling how far smuggling is kept down
   * @param disarmament how far decommissioning gets
   * @param begins when it would begin
   * @param completes when it would be complete
   */
  record Disarming(Variable smuggling, Variable disarmament, Variable begins, Variable completes) {}

  /**
   * The police.
   *
   * @param police the stage that it reaches
   * @param securityTransfer how much internal security passes to it
   * @param trained when it is trained
   */
  record Policing(Variable police, Variable securityTransfer, Variable trained) {}

  Disarming disarmament(
      Mandate mandate, Force force, Variable command, Deploying deploying, Enduring enduring) {
    Variable smuggling =
        plan.decide(
                Signatures.SMUGGLING,
                "smuggling",
                Map.of(
                    "borderAuthority", plan.parameter("border.authority"),
                    "egypt", plan.parameter("egypt.border-coordination"),
                    "israel", plan.parameter("israel.border-coordination"),
                    "deployment", deploying.deployment(),
                    "authority", mandate.authority()))
            .get(0);
    Variable until = plan.parameter("disarmament.begin-weeks");
    Variable whole =
        plan.together(
            "weeks.disarmament-takes", until, plan.parameter("disarmament.duration-weeks"));
    Variable begins = plan.after("time.disarmament", deploying.firstTroops(), until);
    Variable completes = plan.after("time.verification", deploying.firstTroops(), whole);
    Variable capability = plan.parameter("disarmament.verification-capability");
    Variable disarmament =
        plan.decide(
                Signatures.DISARMING,
                "disarmament",
                Map.of(
                    "authority", mandate.authority(),
                    "canCompel", force.canCompel(),
                    "consent", plan.parameter("armed-group.consent"),
                    "command", command,
                    "smuggling", smuggling,
                    "verification",
                        plan.band("verification.band", capability, "disarmament.verification"),
                    "sequence", plan.parameter("deployment.sequence"),
                    "operations", plan.parameter("idf.operations-beside"),
                    "timeAllows", timeAllows(until, whole, enduring.lasts())))
            .get(0);
    return new Disarming(smuggling, disarmament, begins, completes);
  }

  /**
   * One quantity and not two flags, since of their four combinations one cannot occur: what is
   * completed has begun.
   */
  private Variable timeAllows(Variable until, Variable whole, Variable lasts) {
    int nothing = Signatures.TIME_ALLOWS.indexOf("nothing").orElseThrow();
    int beginning = Signatures.TIME_ALLOWS.indexOf("beginning").orElseThrow();
    int completion = Signatures.TIME_ALLOWS.indexOf("completion").orElseThrow();
    return plan.compute(
        "time.disarmament-allows",
        Signatures.TIME_ALLOWS,
        List.of(until, whole, lasts),
        in -> {
          if (in[1] < in[2]) {
            return completion;
          }
          return PlanBuilder.number(until, in[0]) < in[2] ? beginning : nothing;
        },
        "which of " + until.name() + " and " + whole.name() + " is below " + lasts.name());
  }

  Variable aid(Variable disarmament) {
    return plan.decide(
            Signatures.AID,
            "aid",
            Map.of(
                "policy", plan.parameter("aid.policy"),
                "disarmament", disarmament,
                "diversionControlled", plan.parameter("aid.diversion-controlled"),
                "access", plan.parameter("aid.access"),
                "throughput",
                    plan.band("aid.trucks-band", plan.parameter("aid.trucks"), "aid.throughput")))
        .get(0);
  }

  Policing police(Vote vote, Mandate mandate, Pool pool, Deploying deploying) {
    Variable start =
        plan.either(
            "time.training-start",
            plan.is("police.force-trains", plan.parameter("police.trainer"), "force"),
            deploying.firstTroops(),
            plan.dateIf("time.adoption", vote.due(), vote.council(), "adopted"));
    Variable trained =
        plan.after("time.police-trained", start, plan.parameter("police.training-weeks"));
    List<Variable> results =
        plan.decide(
            Signatures.POLICING,
            "police",
            Map.of(
                "trainer", plan.parameter("police.trainer"),
                "trainers", pool.trainers(),
                "deployment", deploying.deployment(),
                "authority", mandate.authority(),
                "vetted", plan.parameter("police.vetted"),
                "trainedInTime", plan.reached("time.police-trained-in-time", trained),
                "mentoring",
                    plan.band(
                        "police.mentoring-band",
                        plan.parameter("police.mentoring-weeks"),
                        "police.mentoring"),
                "professional", plan.parameter("police.professional"),
                "accepted", plan.parameter("police.accepted"),
                "neutral", plan.parameter("police.neutral")));
    return new Policing(results.get(0), results.get(1), trained);
  }

  List<Variable> politics(Mandate mandate) {
    return plan.decide(
        Signatures.POLITICS,
        "politics",
        Map.of(
            "benchmarks", mandate.benchmarks(),
            "westBankLink", plan.parameter("politics.west-bank-link"),
            "twoStateHorizon", plan.parameter("politics.two-state-horizon"),
            "reporting", mandate.reporting(),
            "reportingContested", plan.parameter("politics.reporting-contested")));
  }

  Variable precedent(Mandate mandate, Force force, Enduring enduring, Policing policing) {
    return plan.decide(
            Signatures.PRECEDENT,
            "precedent",
            Map.of(
                "factors", plan.parameter("precedent.factors"),
                "authority", mandate.authority(),
                "force", force.force(),
                "canCompel", force.canCompel(),
                "endurance", enduring.endurance(),
                "aidPolicy", plan.parameter("aid.policy"),
                "police", policing.police(),
                "definedSpace", plan.parameter("command.defined-space"),
                "diplomacy", plan.parameter("diplomacy.sustained")))
        .get(0);
  }
}
