package org.isfsim.model;

import java.util.List;
import java.util.Map;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Domain.Choice;
import org.isfsim.parameter.Domain.Flag;
import org.isfsim.scenario.Scenario;

/**
 * What happens in a case, in order: the Council votes, the mandate follows, contributors decide,
 * the force is counted, commanded, deployed and kept or ended, and beside that trunk weapons, aid,
 * police, governance and politics.
 *
 * <p>Every judgement is a decision of the rules; this class only says what each decision reads and
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

  /** What the Council's vote leads to. */
  private record Vote(Variable council, Variable due, Variable held, Variable yes) {}

  /** What the adopted text gives the force. */
  private record Mandate(
      Variable authority,
      Variable coordination,
      Variable reporting,
      Variable benchmarks,
      Variable waitsForBoard,
      Variable waitsForPhaseOne) {}

  /** What the contributors make available, before the ceiling. */
  private record Pool(Variable troops, Variable free, Variable allUneasy, Variable trainers) {}

  /** How strong the force is. */
  private record Force(
      Variable force,
      Variable canCompel,
      Variable freeToDisarm,
      Variable reachesTabled,
      Variable reachesPrecedent,
      Variable reachesRatio) {}

  private Plan build() {
    Vote vote = council();
    Mandate mandate = mandate(vote);
    Pool pool = contributors(mandate);
    Force force = force(pool);
    Variable command = command(mandate);

    // When the first troops would come, and whether they do.
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
    Variable planned =
        plan.after("time.planned", ready, plan.parameter("force.deployment-weeks"));
    Variable target = plan.date("time.target", plan.parameter("deployment.target-week"));
    Variable ceasefireEnd = ceasefireEnd(planned, target);
    List<Variable> deploying =
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
    Variable deployment = deploying.get(0);
    Variable firstTroops =
        plan.dateIf("time.first-troops", planned, deployment, "partial-area", "whole-area");
    Variable area = area(deployment);
    Variable legitimacy = legitimacy(mandate);

    // Who governs, and whether that comes in time for the mandate's end.
    Variable handover =
        plan.later(
            "time.handover-possible",
            board,
            plan.date("time.reform", plan.parameter("pa.reform-week")));
    Variable governance = governance(board, handover);
    Variable handoverDate =
        plan.dateIf("time.handover", handover, governance, "handover");

    // Whether the force stays.
    Variable withdrawal =
        plan.after(
            "time.withdrawal", firstTroops, plan.parameter("endurance.withdrawal-weeks"));
    List<Variable> enduring =
        endurance(
            deployment, firstTroops, ceasefireEnd, withdrawal, pool, legitimacy, handoverDate);
    Variable endurance = enduring.get(0);
    Variable presenceEnd =
        plan.compute(
            "time.presence-end",
            plan.weeks(),
            List.of(endurance, ceasefireEnd, withdrawal),
            in ->
                switch (in[0]) {
                  case 1 -> in[1];
                  case 2 -> in[2];
                  default -> plan.never();
                },
            "when the ceasefire ends if broken-off, time.withdrawal if withdrawn, else never");

    Variable outcome = outcome("outcome", vote, mandate, force, deployment, area, command, endurance);
    Variable stage =
        outcome(
            "stage",
            vote,
            mandate,
            force,
            deployment,
            area,
            command,
            plan.constant("stage.stays", endurance.domain(), "stays"));

    // Beside the trunk: nothing of this bears on the outcome.
    Variable smuggling = smuggling(deployment, mandate);
    Variable begins =
        plan.after("time.disarmament", firstTroops, plan.parameter("disarmament.begin-weeks"));
    Variable completes =
        plan.after("time.verification", begins, plan.parameter("disarmament.duration-weeks"));
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
                        plan.band(
                            "verification.band",
                            plan.parameter("disarmament.verification-capability"),
                            "disarmament.verification"),
                    "sequence", plan.parameter("deployment.sequence"),
                    "operations", plan.parameter("idf.operations-beside"),
                    "beginsInTime",
                        plan.before("time.disarmament-in-time", begins, presenceEnd),
                    "completesInTime",
                        plan.before("time.verification-in-time", completes, presenceEnd)))
            .get(0);
    Variable aid = aid(disarmament);
    Variable trained =
        plan.after(
            "time.police-trained",
            plan.either(
                "time.training-start",
                plan.is("police.force-trains", plan.parameter("police.trainer"), "force"),
                firstTroops,
                plan.dateIf("time.adoption", vote.due(), vote.council(), "adopted")),
            plan.parameter("police.training-weeks"));
    List<Variable> policing = police(pool, deployment, mandate, trained);
    Variable police = policing.get(0);
    List<Variable> politics =
        plan.decide(
            Signatures.POLITICS,
            "politics",
            Map.of(
                "benchmarks", mandate.benchmarks(),
                "westBankLink", plan.parameter("politics.west-bank-link"),
                "twoStateHorizon", plan.parameter("politics.two-state-horizon"),
                "reporting", mandate.reporting(),
                "reportingContested", plan.parameter("politics.reporting-contested")));
    Variable precedent = precedent(mandate, force, endurance, police);
    plan.drawTheRest();

    plan.milestone("vote", "Vote", plan.dateIf("date.vote", vote.due(), vote.held(), "true"));
    plan.milestone("board", "Board of Peace established", board);
    plan.milestone(
        "contributions-complete",
        "Contributions complete",
        plan.dateIf(
            "date.contributions-complete",
            contributions,
            force.force(),
            "symbolic",
            "below-yardstick",
            "at-yardstick"));
    plan.milestone("first-troops", "First troops", firstTroops);
    Variable atStrength =
        plan.after("time.at-strength", firstTroops, plan.parameter("force.build-up-weeks"));
    plan.milestone(
        "force-at-strength", "Force at strength", ifBefore("date.at-strength", atStrength, presenceEnd));
    plan.milestone(
        "disarmament-begun",
        "Disarmament begun",
        plan.dateIf(
            "date.disarmament-begun",
            begins,
            disarmament,
            "begun",
            "verified-in-part",
            "verified"));
    plan.milestone(
        "disarmament-verified",
        "Disarmament verified",
        plan.dateIf("date.disarmament-verified", completes, disarmament, "verified"));
    plan.milestone(
        "police-operating",
        "Police operating",
        plan.dateIf("date.police-operating", trained, police, "operating"));
    plan.milestone("handover", "Handover to the Palestinian Authority", handoverDate);
    plan.milestone("end-of-ceasefire", "End of the ceasefire", ceasefireEnd);
    plan.milestone("end-of-presence", "End of the presence", presenceEnd);

    plan.indicator("on-time", "First troops on time", plan.is("on-time", deploying.get(1), "on-time"));
    plan.indicator("council-tally", "Yes votes in the Council", vote.yes());
    plan.indicator("authority", "Authority of the force", mandate.authority());
    plan.indicator("legitimacy", "Legitimacy", legitimacy);
    plan.indicator("disarmament", "Disarmament", disarmament);
    plan.indicator("aid", "Aid", aid);
    plan.indicator("smuggling", "Smuggling of weapons", smuggling);
    plan.indicator("police", "Palestinian police", police);
    plan.indicator("security-transfer", "Internal security passed to the police", policing.get(1));
    plan.indicator("governance", "Governance", governance);
    plan.indicator("area", "Area held", area);
    plan.indicator("endurance", "Endurance of the force", endurance);
    plan.indicator("stage", "Outcome but for an early end", stage);
    plan.indicator("beyond-mandate", "Presence needed beyond the mandate", enduring.get(1));
    plan.indicator("politics", "Political track", politics.get(0));
    plan.indicator("reporting-flashpoint", "Reports a flashpoint", politics.get(1));
    plan.indicator("at-tabled-strength", "At the strength tabled", force.reachesTabled());
    plan.indicator("at-precedent-numbers", "At the numbers of precedents", force.reachesPrecedent());
    plan.indicator("at-ratio-per-1000", "At 20 per 1,000 people, police counted", force.reachesRatio());
    plan.opinion("precedent", "Factors of success present", precedent);
    return plan.build(outcome);
  }

  private Vote council() {
    Variable due = plan.date("time.vote-due", plan.parameter("council.vote-week"));
    Variable intended = plan.parameter("council.vote-held");
    Variable held =
        plan.compute(
            "council.held-by-horizon",
            Flag.FLAG,
            List.of(intended, due),
            in -> in[0] == 1 && in[1] != plan.never() ? 1 : 0,
            "council.vote-held and time.vote-due by the horizon");
    List<Variable> votes =
        List.of(
            plan.parameter("council.china.vote"),
            plan.parameter("council.france.vote"),
            plan.parameter("council.russia.vote"),
            plan.parameter("council.united-kingdom.vote"),
            plan.parameter("council.united-states.vote"));
    Variable elected = plan.parameter("council.elected-yes");
    Variable council =
        plan.decide(
                Signatures.COUNCIL_VOTE,
                "council",
                Map.of(
                    "voteHeld", held,
                    "china", votes.get(0),
                    "france", votes.get(1),
                    "russia", votes.get(2),
                    "unitedKingdom", votes.get(3),
                    "unitedStates", votes.get(4),
                    "electedYes", elected))
            .get(0);
    Variable yes =
        plan.compute(
            "council.yes-votes",
            Domain.Numbers.count(0, 15),
            List.of(votes.get(0), votes.get(1), votes.get(2), votes.get(3), votes.get(4), elected),
            in -> {
              int count = in[5];
              for (int i = 0; i < 5; i++) {
                count += in[i] == 2 ? 1 : 0;
              }
              return count;
            },
            "permanent members that vote yes plus council.elected-yes");
    return new Vote(council, due, held, yes);
  }

  private Mandate mandate(Vote vote) {
    List<Variable> results =
        plan.decide(
            Signatures.MANDATE,
            "mandate",
            Map.of(
                "council", vote.council(),
                "tasks", plan.parameter("text.tasks"),
                "wording", plan.parameter("text.wording"),
                "oversight", plan.parameter("text.oversight"),
                "idfCoordination", plan.parameter("text.idf-coordination"),
                "reporting", plan.parameter("text.reporting"),
                "benchmarks", plan.parameter("text.political-benchmarks"),
                "boardGates", plan.parameter("board.gates-deployment"),
                "phaseOneGates", plan.parameter("phase-one.gates-deployment")));
    return new Mandate(
        results.get(0),
        results.get(1),
        results.get(2),
        results.get(3),
        results.get(4),
        results.get(5));
  }

  private Pool contributors(Mandate mandate) {
    return new Contributors(plan).fold(mandate.authority());
  }

  /** Runs the contributors through their decision and keeps the four figures that are needed. */
  private record Contributors(PlanBuilder plan) {

    Pool fold(Variable authority) {
      Domain.Numbers range = PlanBuilder.troops();
      Choice ease = Choice.of("nobody", "all-uneasy", "some-at-ease");
      Variable troops = plan.constant("pool.troops", range, "0");
      Variable free = plan.constant("pool.free-to-disarm", range, "0");
      Variable mood = plan.constant("pool.mood", ease, "nobody");
      Variable trainers = plan.constant("pool.trainers", Flag.FLAG, "false");
      for (var contributor : plan.scenario().contributors()) {
        String id = contributor.id();
        Variable gives = attribute(id, "gives");
        Variable accepts = attribute(id, "accepts-parallel-operations");
        Variable contingent =
            plan.decide(
                    Signatures.CONTINGENT,
                    "contingent." + id,
                    Map.ofEntries(
                        Map.entry(
                            "state",
                            plan.constant(
                                "contingent." + id + ".state",
                                Signatures.STATE,
                                Signatures.STATE.indexOf(id).isPresent() ? id : "other")),
                        Map.entry("authority", authority),
                        Map.entry("gives", gives),
                        Map.entry("willing", attribute(id, "willing")),
                        Map.entry("requiresMandate", attribute(id, "requires-mandate")),
                        Map.entry("willDisarm", attribute(id, "will-disarm")),
                        Map.entry("acceptsParallel", accepts),
                        Map.entry("operations", plan.parameter("idf.operations")),
                        Map.entry("muslimMajority", attribute(id, "muslim-majority")),
                        Map.entry("vetoScope", plan.parameter("contingent.veto-scope")),
                        Map.entry("refusal", plan.parameter("contingent.refusal-to-disarm"))))
                .get(0);
        Variable comes =
            plan.is("contingent." + id + ".comes", contingent, "available-with-caveat", "available");
        Variable without =
            plan.is("contingent." + id + ".without-caveat", contingent, "available");
        Variable offered = attribute(id, "troops");
        troops = add("pool.troops." + id, troops, comes, gives, offered);
        free = add("pool.free-to-disarm." + id, free, without, gives, offered);
        mood =
            plan.compute(
                "pool.mood." + id,
                ease,
                List.of(mood, comes, gives, accepts),
                in -> in[1] == 0 || in[2] == 0 ? in[0] : in[3] == 1 ? 2 : Math.max(in[0], 1),
                "whether all contingents so far are uneasy about parallel operations");
        trainers =
            plan.compute(
                "pool.trainers." + id,
                Flag.FLAG,
                List.of(trainers, comes, gives),
                in -> in[0] == 1 || in[1] == 1 && in[2] == 0 ? 1 : 0,
                "whether any contributor so far sends trainers");
      }
      return new Pool(
          troops, free, plan.is("pool.all-uneasy", mood, "all-uneasy"), trainers);
    }

    private Variable attribute(String id, String name) {
      return plan.parameter("contributors." + id + "." + name);
    }

    private Variable add(
        String name, Variable sum, Variable counts, Variable gives, Variable offered) {
      int last = sum.domain().size() - 1;
      return plan.compute(
          name,
          sum.domain(),
          List.of(sum, counts, gives, offered),
          in -> in[1] == 1 && in[2] == 1 ? Math.min(in[0] + in[3], last) : in[0],
          sum.name() + " plus " + offered.name() + " if " + counts.name());
    }
  }

  private Force force(Pool pool) {
    Variable ceiling = plan.parameter("force.ceiling");
    Variable troops =
        plan.compute(
            "force.troops",
            PlanBuilder.troops(),
            List.of(pool.troops(), ceiling),
            in -> Math.min(in[0], in[1]),
            "pool.troops up to force.ceiling");
    Variable free =
        plan.compute(
            "force.troops-free-to-disarm",
            PlanBuilder.troops(),
            List.of(pool.free(), ceiling),
            in -> Math.min(in[0], in[1]),
            "pool.free-to-disarm up to force.ceiling");
    Variable tabled = reaches("force.reaches-tabled", troops, "force.tabled-strength");
    Variable precedent = reaches("force.reaches-precedent", troops, "force.precedent-strength");
    Variable police = plan.parameter("police.strength");
    Variable perThousand = plan.parameter("force.personnel-per-1000");
    Variable population = plan.parameter("population");
    Variable ratio =
        plan.compute(
            "force.reaches-ratio",
            Flag.FLAG,
            List.of(troops, police, perThousand, population),
            in ->
                PlanBuilder.number(troops, in[0]) + PlanBuilder.number(police, in[1])
                        >= PlanBuilder.number(perThousand, in[2])
                            * PlanBuilder.number(population, in[3])
                    ? 1
                    : 0,
            "force.troops plus police.strength for every 1,000 of population");
    List<Variable> results =
        plan.decide(
            Signatures.FORCE_STRENGTH,
            "force",
            Map.of(
                "troops", plan.band("force.troops-band", troops, "force.troops"),
                "freeToDisarm", plan.band("force.free-band", free, "force.free-to-disarm"),
                "yardstick", plan.parameter("force.yardstick"),
                "reachesTabled", tabled,
                "reachesPrecedent", precedent,
                "reachesRatio", ratio));
    return new Force(results.get(0), results.get(1), results.get(2), tabled, precedent, ratio);
  }

  private Variable reaches(String name, Variable troops, String strength) {
    Variable wanted = plan.parameter(strength);
    return plan.compute(
        name,
        Flag.FLAG,
        List.of(troops, wanted),
        in -> in[0] >= in[1] ? 1 : 0,
        troops.name() + " at least " + strength);
  }

  private Variable command(Mandate mandate) {
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

  /**
   * When the ceasefire ends: in the week in which the strain it bears is used up. A week counts
   * once; between the target date and the first troops it counts twice if delay strains it. With an
   * exponential length this is a hazard that doubles while the deployment is late: one sampled
   * quantity inverts a piecewise-constant hazard (L. Devroye, Non-Uniform Random Variate Generation,
   * 1986, chapter VI.2).
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

  private Variable area(Variable deployment) {
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

  private Variable legitimacy(Mandate mandate) {
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

  private Variable governance(Variable board, Variable handover) {
    return plan.decide(
            Signatures.GOVERNING,
            "governance",
            Map.of(
                "boardInTime", plan.reached("governance.board-in-time", board),
                "committeeSeated", plan.parameter("governance.committee-seated"),
                "handoverInTime", plan.reached("governance.handover-in-time", handover),
                "paAccepts", plan.parameter("pa.accepts"),
                "rule", plan.parameter("governance.handover-rule"),
                "boardApproves", plan.parameter("governance.board-approves"),
                "israelAccepts", plan.parameter("israel.accepts-pa")))
        .get(0);
  }

  private List<Variable> endurance(
      Variable deployment,
      Variable firstTroops,
      Variable ceasefireEnd,
      Variable withdrawal,
      Pool pool,
      Variable legitimacy,
      Variable handoverDate) {
    Variable ends =
        plan.compute(
            "ceasefire.ends",
            Choice.of("not-during", "before-withdrawal", "after-withdrawal"),
            List.of(firstTroops, ceasefireEnd, withdrawal),
            in -> in[1] == plan.never() || in[1] <= in[0] ? 0 : in[1] <= in[2] ? 1 : 2,
            "time.ceasefire-end against time.first-troops and time.withdrawal");
    Variable mandateEnd = plan.date("time.mandate-end", plan.parameter("mandate.end-week"));
    return plan.decide(
        Signatures.ENDURING,
        "endurance",
        Map.of(
            "deployment", deployment,
            "ceasefireEnds", ends,
            "outlastsCeasefire", plan.parameter("endurance.outlasts-ceasefire"),
            "operations", plan.parameter("idf.operations-beside"),
            "spoilers", plan.parameter("spoilers.activity"),
            "allUneasy", pool.allUneasy(),
            "contributorsLeave", plan.parameter("endurance.contributors-leave"),
            "withdrawalInTime", plan.reached("time.withdrawal-in-time", withdrawal),
            "legitimacy", legitimacy,
            "handoverByMandateEnd",
                plan.notAfter("governance.handover-by-mandate-end", handoverDate, mandateEnd)));
  }

  private Variable outcome(
      String column,
      Vote vote,
      Mandate mandate,
      Force force,
      Variable deployment,
      Variable area,
      Variable command,
      Variable endurance) {
    return plan.decide(
            Signatures.ENDING,
            column,
            Map.of(
                "council", vote.council(),
                "authority", mandate.authority(),
                "force", force.force(),
                "freeToDisarm", force.freeToDisarm(),
                "deployment", deployment,
                "area", area,
                "command", command,
                "endurance", endurance))
        .get(0);
  }

  private Variable smuggling(Variable deployment, Mandate mandate) {
    return plan.decide(
            Signatures.SMUGGLING,
            "smuggling",
            Map.of(
                "borderAuthority", plan.parameter("border.authority"),
                "egypt", plan.parameter("egypt.border-coordination"),
                "israel", plan.parameter("israel.border-coordination"),
                "deployment", deployment,
                "authority", mandate.authority()))
        .get(0);
  }

  private Variable aid(Variable disarmament) {
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

  private List<Variable> police(
      Pool pool, Variable deployment, Mandate mandate, Variable trained) {
    return plan.decide(
        Signatures.POLICING,
        "police",
        Map.of(
            "trainer", plan.parameter("police.trainer"),
            "trainers", pool.trainers(),
            "deployment", deployment,
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
  }

  private Variable precedent(
      Mandate mandate, Force force, Variable endurance, Variable police) {
    return plan.decide(
            Signatures.PRECEDENT,
            "precedent",
            Map.of(
                "factors", plan.parameter("precedent.factors"),
                "authority", mandate.authority(),
                "force", force.force(),
                "canCompel", force.canCompel(),
                "endurance", endurance,
                "aidPolicy", plan.parameter("aid.policy"),
                "police", police,
                "definedSpace", plan.parameter("command.defined-space"),
                "diplomacy", plan.parameter("diplomacy.sustained")))
        .get(0);
  }

  private Variable ifBefore(String name, Variable date, Variable end) {
    return plan.compute(
        name,
        plan.weeks(),
        List.of(date, end),
        in -> in[0] < in[1] ? in[0] : plan.never(),
        date.name() + " if before " + end.name());
  }
}
