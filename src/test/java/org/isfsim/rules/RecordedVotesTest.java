package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Signature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Recorded votes of the Security Council from 1966, when it had fifteen members for the first time,
 * to October 2025, against the rules. The table comes from the public record: the United Nations
 * library's yearly tables of meetings and its list of vetoes, and recorded votes. It names the
 * document voted on and the meeting. Votes on procedure, and votes in which a permanent member took
 * no part, are left out.
 */
final class RecordedVotesTest {

  private static final List<String> PERMANENT =
      List.of("china", "france", "russia", "united-kingdom", "united-states");

  /** Charter of the United Nations, article 27(3). */
  private static final int ENOUGH = 9;

  private static List<Vote> votes = List.of();

  /** One row by column. */
  private record Vote(Map<String, String> columns) {

    String get(String column) {
      String text = columns.get(column);
      assertThat(text).as(column).isNotNull();
      return text == null ? "" : text;
    }

    int number(String column) {
      return Integer.parseInt(get(column));
    }

    String symbol() {
      return get("symbol");
    }

    long permanent(String vote) {
      return PERMANENT.stream().filter(member -> get(member).equals(vote)).count();
    }
  }

  @BeforeAll
  static void readTheTable() throws IOException {
    List<String> lines = Files.readAllLines(RuleTable.FOLDER.resolve("recorded-votes.csv"));
    String[] head = lines.get(0).split(",", -1);
    List<Vote> read = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      assertThat(fields).as(line).hasSameSizeAs(head);
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i < head.length; i++) {
        columns.put(head[i], fields[i]);
      }
      read.add(new Vote(columns));
    }
    votes = List.copyOf(read);
  }

  @Test
  void theTableAgreesWithItselfAndHoldsTheCasesThatDecide() {
    assertThat(votes).hasSize(118).extracting(Vote::symbol).doesNotHaveDuplicates();
    assertThat(votes)
        .allSatisfy(
            vote -> {
              assertThat(LocalDate.parse(vote.get("date")))
                  .isBetween(LocalDate.of(1966, 1, 1), LocalDate.of(2025, 11, 5));
              assertThat(vote.permanent("yes") + vote.number("elected-yes"))
                  .isEqualTo(vote.number("yes"));
              assertThat(vote.permanent("no")).isLessThanOrEqualTo(vote.number("no"));
              assertThat(vote.permanent("abstain")).isLessThanOrEqualTo(vote.number("abstain"));
              assertThat(vote.number("yes") + vote.number("no") + vote.number("abstain"))
                  .isBetween(14, 15);
              assertThat(vote.symbol().startsWith("S/RES/"))
                  .isEqualTo(vote.get("result").equals("adopted"));
            });
    assertThat(votes)
        .as("a no against exactly enough yes votes")
        .anyMatch(with("vetoed").and(vote -> vote.number("yes") == ENOUGH));
    assertThat(votes)
        .as("one yes vote missing, with and without a permanent member's no")
        .anyMatch(
            with("insufficient")
                .and(vote -> vote.number("yes") == ENOUGH - 1 && vote.permanent("no") > 0))
        .anyMatch(
            with("insufficient")
                .and(vote -> vote.number("yes") == ENOUGH - 1 && vote.permanent("no") == 0));
    assertThat(votes)
        .as("an adoption on which permanent members abstained")
        .anyMatch(with("adopted").and(vote -> vote.permanent("abstain") >= 2));
  }

  private static Predicate<Vote> with(String result) {
    return vote -> vote.get("result").equals(result);
  }

  @Test
  void theCouncilsDecisionIsTheRecordedResultOfEveryVote() {
    SoftAssertions softly = new SoftAssertions();
    for (Vote vote : votes) {
      List<String> objectors =
          PERMANENT.stream()
              .filter(member -> vote.get(member).equals("no"))
              .map(member -> "no-from-" + member)
              .toList();
      Map<String, String> byMember = new LinkedHashMap<>();
      PERMANENT.forEach(member -> byMember.put(field(member), vote.get(member)));
      Finding objection = decided("objection", byMember);
      Finding council =
          decided(
              "council",
              Map.of(
                  "support",
                  vote.number("yes") >= ENOUGH ? "enough" : "too-few",
                  "objection",
                  objection.text(0)));

      softly
          .assertThat(objection.reasons())
          .as(vote.symbol())
          .containsExactlyInAnyOrderElementsOf(objectors);
      softly.assertThat(council.text(0)).as(vote.symbol()).isEqualTo(vote.get("result"));
    }
    softly.assertAll();
  }

  /** {@code united-kingdom} is the field {@code unitedKingdom}. */
  private static String field(String member) {
    String[] words = member.split("-", -1);
    return words.length == 1
        ? member
        : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
  }

  private static Finding decided(String decision, Map<String, String> given) {
    Decisions decisions = Shipped.decisions();
    Signature signature = decisions.rules().signature(decision);
    int[] combination =
        signature.inputs().stream()
            .mapToInt(
                input -> input.domain().indexOf(given.getOrDefault(input.name(), "")).orElseThrow())
            .toArray();
    return decisions.table(decision).find(combination);
  }

  /** As {@code isfsim evaluate} does: what is not given is drawn as in the case of the row. */
  @Test
  void aWholeCaseWithARecordedVoteEndsAsItDidInTheCouncil() {
    Replay replay = new Replay(Shipped.baseline(Map.of("council.vote-week", "0")), 1);
    SoftAssertions softly = new SoftAssertions();
    for (int row = 0; row < votes.size(); row++) {
      Vote vote = votes.get(row);
      Map<String, String> given = new LinkedHashMap<>();
      PERMANENT.forEach(member -> given.put("council." + member + ".vote", vote.get(member)));
      given.put("council.elected-yes", vote.get("elected-yes"));
      replay.at(row + 1, given);

      softly.assertThat(replay.number("council.votes-needed")).isEqualTo(ENOUGH);
      softly
          .assertThat(replay.number("council.yes-votes"))
          .as(vote.symbol())
          .isEqualTo(vote.number("yes"));
      softly.assertThat(replay.text("council")).as(vote.symbol()).isEqualTo(vote.get("result"));
      softly.assertThat(replay.is("council.adopted")).isEqualTo(with("adopted").test(vote));
      softly
          .assertThat(replay.is("objection"))
          .as(vote.symbol())
          .isEqualTo(vote.permanent("no") > 0);
      softly
          .assertThat(replay.text("outcome").startsWith("not-adopted"))
          .as(vote.symbol() + " " + replay.text("outcome"))
          .isEqualTo(!with("adopted").test(vote));
    }
    softly.assertAll();
  }
}
