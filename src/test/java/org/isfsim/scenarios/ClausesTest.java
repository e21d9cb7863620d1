package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.Exactly;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each clause of the text by itself moves what its claims say it moves, in that direction, and
 * nothing else; all by exact probabilities of the baseline.
 */
final class ClausesTest {

  private static final List<String> MOVED =
      List.of(
          "council.china.vote",
          "council.russia.vote",
          "council.france.vote",
          "council.united-kingdom.vote",
          "council.united-states.vote",
          "council.elected-yes",
          "israel.accepts-text",
          "contributors.IDN.willing",
          "contributors.EGY.willing",
          "contributors.ARE.willing",
          "local.perceived-occupation");

  private static Exactly with(String address, String value) {
    return new Exactly(Shipped.baseline(Map.of(address, value)));
  }

  private static Exactly baseline() {
    return new Exactly(Shipped.baseline(Map.of()));
  }

  /**
   * From the baseline's clause to another: + and - for what rises and falls, = for what stays. The
   * means of votes count no, abstain and yes as 0, 1 and 2.
   *
   * <p>China and Russia: S001-29 (scope, governance structure), S001-37, S000-06. France and the
   * United Kingdom: S003-29. Elected members: S004-06. Israel: S004-14, S003-14. Arab states:
   * S004-07. Unease about coordination: S004-09. Perception: S000-35, S003-33.
   */
  @ParameterizedTest
  @CsvSource({
    // clause, value,                        CHN RUS FRA GBR USA elected Israel IDN EGY ARE seen
    "text.tasks, peacekeeping,                 +,  +,  =,  =,  =,   +,     -,    =,  +,  +,  =",
    "text.tasks, observation,                  +,  +,  =,  =,  =,   +,     -,    =,  +,  +,  =",
    "text.wording, limited,                    +,  +,  =,  =,  =,   +,     -,    =,  =,  =,  =",
    "text.open-ended-tasks, false,             +,  +,  =,  =,  =,   =,     -,    =,  =,  =,  =",
    "text.oversight, un,                       +,  +,  =,  =,  =,   =,     -,    =,  =,  =,  =",
    "text.oversight, board,                    -,  -,  =,  =,  =,   =,     =,    =,  =,  =,  =",
    "text.idf-coordination, none,              =,  =,  =,  =,  =,   =,     -,    +,  +,  +,  -",
    "text.idf-coordination, joint,             =,  =,  =,  =,  =,   =,     =,    -,  -,  -,  +",
    "text.reporting, none,                     =,  =,  =,  =,  =,   =,     =,    =,  =,  =,  =",
    "text.political-benchmarks, true,          =,  =,  +,  +,  =,   =,     -,    =,  =,  =,  =",
    "text.pre-emptive-action, true,            -,  -,  =,  =,  =,   =,     =,    =,  =,  =,  ="
  })
  void aClauseMovesWhatItsClaimsSayAndNothingElse(
      String clause,
      String value,
      String china,
      String russia,
      String france,
      String unitedKingdom,
      String unitedStates,
      String elected,
      String israel,
      String indonesia,
      String egypt,
      String emirates,
      String occupation) {
    List<String> directions =
        List.of(
            china,
            russia,
            france,
            unitedKingdom,
            unitedStates,
            elected,
            israel,
            indonesia,
            egypt,
            emirates,
            occupation);
    Exactly before = baseline();
    Exactly after = with(clause, value);
    for (int i = 0; i < MOVED.size(); i++) {
      double difference = after.mean(MOVED.get(i)) - before.mean(MOVED.get(i));
      String found = Math.abs(difference) < 1e-12 ? "=" : difference > 0 ? "+" : "-";
      assertThat(found).as(MOVED.get(i)).isEqualTo(directions.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text.tasks, peacekeeping, rises",
    "text.tasks, observation, rises",
    "text.wording, limited, rises",
    "text.open-ended-tasks, false, rises",
    "text.oversight, un, rises",
    "text.oversight, board, falls",
    "text.political-benchmarks, true, rises",
    "text.pre-emptive-action, true, falls",
    "text.reporting, none, stays",
    "text.idf-coordination, joint, stays"
  })
  void aClauseMovesAdoptionWithTheVotes(String clause, String value, String direction) {
    double before = baseline().of("council", "adopted");
    double difference = with(clause, value).of("council", "adopted") - before;

    switch (direction) {
      case "rises" -> assertThat(difference).isGreaterThan(1e-3);
      case "falls" -> assertThat(difference).isLessThan(-1e-3);
      // A text that differs from the draft comes to the vote later, seldom after the horizon.
      default -> assertThat(difference).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void aClauseShiftsTheOddsOfNeighboursByTwoToOne() {
    Exactly before = baseline();
    Exactly after = with("text.tasks", "peacekeeping");
    for (String address : List.of("council.china.vote", "council.russia.vote")) {
      double abstainBefore = before.of(address, "abstain") / before.of(address, "no");
      double yesBefore = before.of(address, "yes") / before.of(address, "abstain");
      assertThat(after.of(address, "abstain") / after.of(address, "no"))
          .isCloseTo(2 * abstainBefore, within(1e-12));
      assertThat(after.of(address, "yes") / after.of(address, "abstain"))
          .isCloseTo(2 * yesBefore, within(1e-12));
    }
  }

  @Test
  void limitedWordingTakesTheAuthorityToEnforce() {
    assertThat(baseline().of("mandate", "enforce")).isPositive();
    assertThat(with("text.wording", "limited").of("mandate", "enforce")).isZero();
    assertThat(with("text.wording", "limited").of("mandate", "protect")).isPositive();
  }

  @Test
  void jointCoordinationMakesACollisionOfCommandsRarerAndNoCoordinationMakesItCertain() {
    // Beside a second command, among cases with an adopted text, which alone arranges coordination.
    Map<String, String> adopted =
        Map.of(
            "israel.ultimate-security", "true",
            "council.china.vote", "yes",
            "council.russia.vote", "yes",
            "council.france.vote", "yes",
            "council.united-kingdom.vote", "yes",
            "council.elected-yes", "10");
    double[] dual = new double[3];
    String[] clauses = {"none", "deconfliction", "joint"};
    for (int i = 0; i < 3; i++) {
      Map<String, String> sets = new HashMap<>(adopted);
      sets.put("text.idf-coordination", clauses[i]);
      dual[i] = new Exactly(Shipped.baseline(sets)).of("command", "dual");
    }
    assertThat(dual[0]).isCloseTo(1, within(1e-12));
    assertThat(dual[1]).isLessThan(dual[0]);
    assertThat(dual[2]).isLessThan(dual[1]);
  }

  @Test
  void reportsBecomeAFlashpointOnlyIfTheTextAsksForThemAndTheCouncilGetsThem() {
    assertThat(baseline().of("politics.flashpoint", "true")).isPositive();
    assertThat(with("text.reporting", "none").of("politics.flashpoint", "true")).isZero();
    assertThat(with("text.oversight", "board").of("politics.flashpoint", "true")).isZero();
  }

  @Test
  void benchmarksInTheMandateGiveThePoliticalTrackMoreOften() {
    assertThat(baseline().of("politics", "benchmarks")).isZero();
    Exactly after = with("text.political-benchmarks", "true");
    assertThat(after.of("politics", "benchmarks")).isPositive();
    assertThat(after.of("politics", "none")).isLessThan(baseline().of("politics", "none"));
  }

  /** On the same cases, since disarmament takes long to work out exactly. */
  @Test
  void anAidPolicyThatAsksForMoreNeverBringsMoreAidWhereConsentDoesNotDependOnIt() {
    List<String> policies = List.of("all-tied", "reconstruction-tied", "full-with-safeguards");
    List<Replay> replays =
        policies.stream()
            .map(policy -> new Replay(Shipped.baseline(Map.of("aid.policy", policy)), 3))
            .toList();
    int[] moved = new int[policies.size()];
    for (int number = 1; number <= 4_000; number++) {
      int before = -1;
      for (int i = 0; i < policies.size(); i++) {
        int aid = replays.get(i).at(number).number("aid");
        assertThat(aid).as("%s in case %d", policies.get(i), number).isGreaterThanOrEqualTo(before);
        moved[i] += aid > before ? 1 : 0;
        before = aid;
      }
    }
    assertThat(moved).doesNotContain(0);
  }
}
