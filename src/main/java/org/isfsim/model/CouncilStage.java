package org.isfsim.model;

import java.util.List;
import java.util.Map;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Domain.Flag;

/** The vote on the text, and what an adopted text gives the force. */
record CouncilStage(PlanBuilder plan) {

  /**
   * The vote.
   *
   * @param council its result
   * @param due when it is or would be held
   * @param held whether it is held by the horizon
   * @param yes how many vote yes
   */
  record Vote(Variable council, Variable due, Variable held, Variable yes) {}

  /** What the adopted text gives the force. */
  record Mandate(
      Variable authority,
      Variable coordination,
      Variable reporting,
      Variable benchmarks,
      Variable waitsForBoard,
      Variable waitsForPhaseOne) {}

  Vote vote() {
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
    int yesVote = votes.get(0).domain().indexOf("yes").orElseThrow();
    Variable yes =
        plan.compute(
            "council.yes-votes",
            Domain.Numbers.count(0, 15),
            List.of(votes.get(0), votes.get(1), votes.get(2), votes.get(3), votes.get(4), elected),
            in -> {
              int count = in[5];
              for (int i = 0; i < 5; i++) {
                count += in[i] == yesVote ? 1 : 0;
              }
              return count;
            },
            "permanent members that vote yes plus council.elected-yes");
    return new Vote(council, due, held, yes);
  }

  Mandate mandate(Vote vote) {
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
}
