package org.isfsim.model;

import java.util.List;
import org.isfsim.decision.Field;
import org.isfsim.decision.Result;
import org.isfsim.decision.Signature;
import org.isfsim.decision.Tally;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Domain.Choice;
import org.isfsim.parameter.Domain.Flag;

/**
 * What each decision reads and decides: the declared fields of the rules. One decision, one file
 * under {@code rules/}.
 */
public final class Signatures {

  private static final Domain FLAG = Flag.FLAG;
  private static final Choice VOTE = Choice.of("no", "abstain", "yes");
  private static final Choice OPERATIONS = Choice.of("none", "strikes", "high-intensity");
  private static final Choice COUNCIL = Choice.of("no-vote", "insufficient", "vetoed", "adopted");
  private static final Choice AUTHORITY = Choice.of("none", "observe", "protect", "enforce");
  private static final Choice COORDINATION = Choice.of("none", "deconfliction", "joint");
  private static final Choice REPORTING = Choice.of("none", "periodic");
  private static final Choice FORCE =
      Choice.of("none", "symbolic", "below-yardstick", "at-yardstick");
  private static final Choice STRENGTH = Choice.of("none", "symbolic", "substantial");
  private static final Choice COMMAND = Choice.of("dual", "deconflicted", "unified");
  private static final Choice DEPLOYMENT = Choice.of("none", "partial-area", "whole-area");
  private static final Choice AREA = Choice.of("none", "shrunk", "partial", "whole");
  private static final Choice SEQUENCE = Choice.of("after-combat", "concurrent");
  private static final Choice CONSENT = Choice.of("refuse", "partial", "accept");
  private static final Choice ENDURANCE = Choice.of("none", "broken-off", "withdrawn", "stays");
  private static final Choice LEGITIMACY = Choice.of("low", "contested", "high");
  private static final Choice DISARMAMENT =
      Choice.of("none", "begun", "verified-in-part", "verified");
  private static final Choice POLICE = Choice.of("none", "vetted", "trained", "operating");
  private static final Choice AID_POLICY =
      Choice.of("full-with-safeguards", "reconstruction-tied", "all-tied", "whole-population");

  /**
   * States that a rule may name as contributors: those that the documents name in any such role;
   * every other contributor is {@code other}.
   */
  static final Choice STATE =
      Choice.of("other", "ARE", "AZE", "EGY", "IDN", "JOR", "QAT", "SAU", "TUR", "USA");

  /** The outcomes in the order in which they are always shown. */
  public static final Choice OUTCOME =
      Choice.of(
          "no-vote",
          "not-adopted-insufficient",
          "not-adopted-veto",
          "deployed-without-mandate",
          "no-contingents",
          "not-deployed",
          "ended-early",
          "observation",
          "peacekeeping",
          "enforcement-dual-command",
          "enforcement-partial-area",
          "enforcement-below-yardstick",
          "enforcement-at-yardstick");

  static final Signature COUNCIL_VOTE =
      new Signature(
          "council",
          List.of(
              in("voteHeld", FLAG),
              in("china", VOTE),
              in("france", VOTE),
              in("russia", VOTE),
              in("unitedKingdom", VOTE),
              in("unitedStates", VOTE),
              in("electedYes", Domain.Numbers.count(0, 10))),
          List.of(
              new Tally(
                  "yes",
                  List.of("china", "france", "russia", "unitedKingdom", "unitedStates"),
                  "yes",
                  List.of("electedYes"))),
          List.of(out(COUNCIL)));

  static final Signature MANDATE =
      new Signature(
          "mandate",
          List.of(
              in("council", COUNCIL),
              in("tasks", Choice.of("observation", "peacekeeping", "enforcement")),
              in("wording", Choice.of("limited", "all-necessary-measures")),
              in("oversight", Choice.of("un", "board-and-council", "board")),
              in("idfCoordination", COORDINATION),
              in("reporting", REPORTING),
              in("benchmarks", FLAG),
              in("boardGates", FLAG),
              in("phaseOneGates", FLAG)),
          List.of(),
          List.of(
              out(AUTHORITY),
              out("coordination", COORDINATION),
              out("reporting", REPORTING),
              out("benchmarks", FLAG),
              out("waits-for-board", FLAG),
              out("waits-for-phase-one", FLAG)));

  static final Signature CONTINGENT =
      new Signature(
          "contingent",
          List.of(
              in("state", STATE),
              in("authority", AUTHORITY),
              in("gives", Choice.of("trainers", "troops")),
              in("willing", FLAG),
              in("requiresMandate", FLAG),
              in("willDisarm", FLAG),
              in("acceptsParallel", FLAG),
              in("operations", OPERATIONS),
              in("muslimMajority", FLAG),
              in("vetoScope", Choice.of("none", "turkey-only", "all-muslim-majority")),
              in("refusal", Choice.of("caveat", "withhold"))),
          List.of(),
          List.of(
              out(
                  Choice.of(
                      "barred-by-israel", "withheld", "available-with-caveat", "available"))));

  static final Signature FORCE_STRENGTH =
      new Signature(
          "force",
          List.of(
              in("troops", STRENGTH),
              in("freeToDisarm", STRENGTH),
              in(
                  "yardstick",
                  Choice.of("tabled-strength", "precedent-numbers", "ratio-per-1000", "none")),
              in("reachesTabled", FLAG),
              in("reachesPrecedent", FLAG),
              in("reachesRatio", FLAG)),
          List.of(),
          List.of(out(FORCE), out("can-compel", FLAG), out("free-to-disarm", FLAG)));

  static final Signature COMMAND_STRUCTURE =
      new Signature(
          "command",
          List.of(
              in("ultimateSecurity", FLAG),
              in("freedomOfAction", FLAG),
              in("operations", OPERATIONS),
              in("coordination", COORDINATION),
              in("rulesShared", FLAG),
              in("definedSpace", FLAG)),
          List.of(),
          List.of(out(COMMAND)));

  static final Signature DEPLOYING =
      new Signature(
          "deployment",
          List.of(
              in("force", FORCE),
              in("authority", AUTHORITY),
              in("textAccepted", FLAG),
              in("accessGranted", FLAG),
              in("timing", Choice.of("on-time", "late", "not-by-horizon")),
              in("ceasefireHolds", FLAG),
              in("operations", OPERATIONS),
              in("sequence", SEQUENCE),
              in("waitsForBoard", FLAG),
              in("boardInTime", FLAG),
              in("waitsForPhaseOne", FLAG),
              in("phaseOneInTime", FLAG)),
          List.of(),
          List.of(out(DEPLOYMENT), out("timing", Choice.of("none", "late", "on-time"))));

  static final Signature AREA_HELD =
      new Signature(
          "area",
          List.of(
              in("deployment", DEPLOYMENT),
              in("rollout", Choice.of("fixed-zones", "inkblot")),
              in("visibleResults", FLAG),
              in("operations", OPERATIONS),
              in("consent", CONSENT)),
          List.of(),
          List.of(out(AREA)));

  static final Signature LEGITIMACY_OF_FORCE =
      new Signature(
          "legitimacy",
          List.of(
              in("authority", AUTHORITY),
              in("localAcceptance", LEGITIMACY),
              in("visibleResults", FLAG),
              in("perceivedOccupation", FLAG),
              in("disinformation", FLAG)),
          List.of(),
          List.of(out(LEGITIMACY)));

  static final Signature ENDURING =
      new Signature(
          "endurance",
          List.of(
              in("deployment", DEPLOYMENT),
              in("ceasefireEnds", Choice.of("not-during", "before-withdrawal", "after-withdrawal")),
              in("outlastsCeasefire", FLAG),
              in("operations", OPERATIONS),
              in("spoilers", Choice.of("low", "high")),
              in("allUneasy", FLAG),
              in("contributorsLeave", FLAG),
              in("withdrawalInTime", FLAG),
              in("legitimacy", LEGITIMACY),
              in("handoverByMandateEnd", FLAG)),
          List.of(),
          List.of(out(ENDURANCE), out("beyond-mandate", FLAG)));

  static final Signature ENDING =
      new Signature(
          "outcome",
          List.of(
              in("council", COUNCIL),
              in("authority", AUTHORITY),
              in("force", FORCE),
              in("freeToDisarm", FLAG),
              in("deployment", DEPLOYMENT),
              in("area", AREA),
              in("command", COMMAND),
              in("endurance", ENDURANCE)),
          List.of(),
          List.of(out(OUTCOME)));

  static final Signature SMUGGLING =
      new Signature(
          "smuggling",
          List.of(
              in("borderAuthority", Choice.of("israel-retained", "force-coordinated")),
              in("egypt", FLAG),
              in("israel", FLAG),
              in("deployment", DEPLOYMENT),
              in("authority", AUTHORITY)),
          List.of(),
          List.of(out(Choice.of("open", "reduced", "controlled"))));

  /** How much of the decommissioning there is time for before the presence ends. */
  static final Choice TIME_ALLOWS = Choice.of("nothing", "beginning", "completion");

  static final Signature DISARMING =
      new Signature(
          "disarmament",
          List.of(
              in("authority", AUTHORITY),
              in("canCompel", FLAG),
              in("consent", CONSENT),
              in("command", COMMAND),
              in("smuggling", Choice.of("open", "reduced", "controlled")),
              in("verification", Choice.of("weak", "partial", "full")),
              in("sequence", SEQUENCE),
              in("operations", OPERATIONS),
              in("timeAllows", TIME_ALLOWS)),
          List.of(),
          List.of(out(DISARMAMENT)));

  static final Signature AID =
      new Signature(
          "aid",
          List.of(
              in("policy", AID_POLICY),
              in("disarmament", DISARMAMENT),
              in("diversionControlled", FLAG),
              in("access", Choice.of("blocked", "restricted", "open")),
              in("throughput", Choice.of("low", "middle", "high"))),
          List.of(),
          List.of(out(Choice.of("blocked", "restricted", "humanitarian", "reconstruction"))));

  static final Signature POLICING =
      new Signature(
          "police",
          List.of(
              in("trainer", Choice.of("international-supervisors", "force")),
              in("trainers", FLAG),
              in("deployment", DEPLOYMENT),
              in("authority", AUTHORITY),
              in("vetted", FLAG),
              in("trainedInTime", FLAG),
              in("mentoring", Choice.of("short", "extended")),
              in("professional", FLAG),
              in("accepted", FLAG),
              in("neutral", FLAG)),
          List.of(),
          List.of(out(POLICE), out("security-transfer", Choice.of("none", "partial", "full"))));

  static final Signature GOVERNING =
      new Signature(
          "governance",
          List.of(
              in("boardInTime", FLAG),
              in("committeeSeated", FLAG),
              in("handoverInTime", FLAG),
              in("paAccepts", FLAG),
              in(
                  "handoverRule",
                  Choice.of("reform", "reform-and-board", "reform-board-and-israel")),
              in("boardApproves", FLAG),
              in("israelAccepts", FLAG)),
          List.of(),
          List.of(out(Choice.of("none", "board", "board-and-committee", "handover"))));

  static final Signature POLITICS =
      new Signature(
          "politics",
          List.of(
              in("benchmarks", FLAG),
              in("westBankLink", FLAG),
              in("twoStateHorizon", FLAG),
              in("reporting", REPORTING),
              in("reportingContested", FLAG)),
          List.of(),
          List.of(out(Choice.of("none", "benchmarks", "horizon")), out("flashpoint", FLAG)));

  static final Signature PRECEDENT =
      new Signature(
          "precedent",
          List.of(
              in(
                  "factors",
                  Choice.of(
                      "mandate-troops-authority",
                      "disarmament-coalition-troops",
                      "mandate-commitment",
                      "authority-principles-commitment",
                      "power-presence-integration",
                      "communication-space-diplomacy")),
              in("authority", AUTHORITY),
              in("force", FORCE),
              in("canCompel", FLAG),
              in("endurance", ENDURANCE),
              in("aidPolicy", AID_POLICY),
              in("police", POLICE),
              in("definedSpace", FLAG),
              in("diplomacy", FLAG)),
          List.of(),
          List.of(out(Choice.of("none", "some", "all"))));

  private Signatures() {}

  /** Every decision, in the order in which a case takes them. */
  public static List<Signature> all() {
    return List.of(
        COUNCIL_VOTE,
        MANDATE,
        CONTINGENT,
        FORCE_STRENGTH,
        COMMAND_STRUCTURE,
        DEPLOYING,
        AREA_HELD,
        LEGITIMACY_OF_FORCE,
        ENDURING,
        ENDING,
        SMUGGLING,
        DISARMING,
        AID,
        POLICING,
        GOVERNING,
        POLITICS,
        PRECEDENT);
  }

  private static Field in(String name, Domain domain) {
    return new Field(name, domain);
  }

  private static Result out(Domain domain) {
    return new Result("", domain);
  }

  private static Result out(String name, Domain domain) {
    return new Result(name, domain);
  }
}
