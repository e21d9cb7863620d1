package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.model.Plan;
import org.isfsim.scenario.WrittenStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParserTest {

  private static final Plan PLAN = Small.plan();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aid>=humanitarian | aid >= humanitarian",
        "aid = blocked or aid=restricted and area = whole"
            + " | aid = blocked or aid = restricted and area = whole",
        "(aid = blocked or aid=restricted) and area = whole"
            + " | (aid = blocked or aid = restricted) and area = whole",
        "not (area == whole and endurance != stays)"
            + " | not (area = whole and endurance != stays)",
        "not area = whole or on-time = true | not (area = whole) or on-time = true",
        "outcome in (peacekeeping, observation) | outcome in (peacekeeping, observation)",
        "outcome not in (no-vote , not-deployed) | outcome not in (no-vote, not-deployed)",
        "first-troops <= 2026-06-30 | first-troops <= 2026-06-30",
        "first-troops < 30 and handover != never | first-troops < 30 and handover != never",
        "council-tally >= 9 | council-tally >= 9",
        "council.vote-week<=3 | council.vote-week <= 3",
        "contributors.IDN.willing = true and force.can-compel=false"
            + " | contributors.IDN.willing = true and force.can-compel = false",
        "council.china.vote in (abstain, yes) or council = adopted"
            + " | council.china.vote in (abstain, yes) or council = adopted"
      })
  void whatIsReadIsWrittenTheSameWay(String written, String text) {
    Statement read = StatementParser.parse("--require", written, PLAN);
    assertThat(read.text()).isEqualTo(text);
    assertThat(StatementParser.parse("--require", read.text(), PLAN)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disarmment = none | 1 | named \"disarmment\" | did you mean \"disarmament\"?",
        "ended-early | 1 | named \"ended-early\" | write \"outcome = ended-early\"",
        "not reconstruction | 5 | named \"reconstruction\" | write \"aid = reconstruction\"",
        "aid = blocket | 7 | \"blocket\" is no value of aid | did you mean \"blocked\"?",
        "aid = blocked and | 18 | the end was not expected | a parameter, such as",
        "aid = blocked area = whole | 15 | \"area\" was not expected | and, or",
        "aid = | 6 | the end is no value of aid | blocked, restricted",
        "(aid = blocked | 15 | the end was not expected | allowed: )",
        "council.chna.vote = no | 1 | named \"council.chna.vote\" | \"council.china.vote\"",
        "council = adoptd | 11 | \"adoptd\" is no value of council | \"adopted\"",
        "council.vote-week <= 900 | 22 | is no value of council.vote-week | 0 to",
        "force.can-compell = true | 1 | named \"force.can-compell\" | \"force.can-compel\"",
        "aid ~ blocked | 5 | the character \"~\" | names, values",
        "outcome >= peacekeeping | 9 | have no order | =, !=, in, not in",
        "stage < peacekeeping | 7 | have no order | =, !=, in, not in",
        "aid blocked | 5 | \"blocked\" was not expected | =, !=, <, <=",
        "aid in blocked | 8 | \"blocked\" was not expected | ( and values",
        "aid in (blocked; restricted) | 16 | the character \";\" | names",
        "first-troops <= 2026-02-30 | 17 | is no value of first-troops | a week from 0 to",
        "first-troops <= 400 | 17 | is no value of first-troops | a date from 2025-11-04 to",
        "first-troops <= 2035-06-30 | 17 | is no value of first-troops | to 2027-12-31, a week",
        "first-troops > 2025-11-03 | 16 | is no value of first-troops | a date from 2025-11-04",
        "first-troops = 2026-05-13 | 16 | no first-troops is on 2026-05-13 | 2026-05-12, 2026-05-19",
        "first-troops in (1, 2027-12-31) | 21 | is on 2027-12-31 | allowed: 2027-12-28 (",
        "'' | 1 | the end was not expected | a result of a decision, such as"
      })
  void aMistakeIsToldWithItsPlace(String written, int at, String what, String allowed) {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> StatementParser.parse("--require", written, PLAN));
    assertThat(e.getMessage())
        .contains("--require \"" + written + "\", character " + at + ":", what, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "aidd = blocked or council = adoptd | 1 named \"aidd\" | 29 \"adoptd\" is no value",
        "council in (adoptd, vetod) | 13 \"adoptd\" is no value | 21 \"vetod\" is no value",
        "outcome > peacekeping and aid = | 9 have no order | 11 \"peacekeping\" is no value"
            + " | 32 the end is no value of aid",
        "aid = and area = wohle | 7 \"and\" is no value of aid",
        "aidd blocked | 1 named \"aidd\"",
        "not (aidd = blocked and area = wohle | 6 named \"aidd\" | 32 \"wohle\" is no value"
            + " | 37 the end was not expected"
      })
  void everyNameAndValueThatIsWrongIsToldUpToWhereItCannotBeReadFurther(String line) {
    List<String> parts = List.of(line.split(" \\| "));
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> StatementParser.parse("--require", parts.get(0), PLAN));
    assertThat(e.problems()).hasSize(parts.size() - 1);
    for (String told : parts.subList(1, parts.size())) {
      String[] placeAndWhat = told.split(" ", 2);
      assertThat(e.problems())
          .anySatisfy(
              problem ->
                  assertThat(problem.toString())
                      .contains(", character " + placeAndWhat[0] + ":", placeAndWhat[1]));
    }
  }

  @Test
  void valuesOfAChoiceFollowTheOrderOfItsDomain() {
    assertThat(accepted("aid >= humanitarian")).containsExactly(false, false, true, true);
    assertThat(accepted("aid < restricted")).containsExactly(true, false, false, false);
    assertThat(accepted("aid not in (blocked, restricted)"))
        .containsExactly(false, false, true, true);
  }

  @Test
  void aDateAcceptsTheWeeksThatBeginByItAndNeverComesAfterEveryDate() {
    boolean[] byJune = accepted("first-troops <= 2026-06-30");
    boolean[] afterJune = accepted("first-troops > 2026-06-30");
    int never = byJune.length - 1;
    for (int week = 0; week < never; week++) {
      boolean by = !PLAN.date(week).isAfter(java.time.LocalDate.parse("2026-06-30"));
      assertThat(byJune[week]).isEqualTo(by);
      assertThat(afterJune[week]).isEqualTo(!by);
    }
    assertThat(byJune[never]).isFalse();
    assertThat(afterJune[never]).isTrue();
    assertThat(accepted("first-troops = never")[never]).isTrue();
    assertThat(accepted("first-troops = never")[never - 1]).isFalse();
    assertThat(accepted("first-troops <= 30")[30]).isTrue();
    assertThat(accepted("first-troops <= 30")[31]).isFalse();
  }

  @Test
  void aMistakeInAFileHasItsLineAndColumn() {
    WrittenStatement written =
        new WrittenStatement("x", "council = adoptd", new Mark("a.yaml", 9, 5), "observed", true);
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> StatementParser.parse(written, PLAN));
    assertThat(e.getMessage()).contains("a.yaml:9:15: observed: \"adoptd\" is no value of council");
  }

  private static boolean[] accepted(String text) {
    Statement.Test test = (Statement.Test) StatementParser.parse("--require", text, PLAN);
    return new Subjects(PLAN).accepted(test);
  }

  @Test
  void whatIsNeededFollowsFromPartsThatMustAllHold() {
    Statement both =
        Small.statement("not (aid < humanitarian or area = none) and aid != reconstruction");
    Question question = Question.of(PLAN, List.of(both));
    assertThat(question.needed().get(0))
        .containsOnlyKeys(PLAN.variable("aid"), PLAN.variable("area"));
    assertThat(question.needed().get(0).get(PLAN.variable("aid")))
        .containsExactly(false, false, true, false);
    Statement either = Small.statement("aid = blocked or area = none");
    assertThat(Question.of(PLAN, List.of(either)).needed().get(0)).isEmpty();
  }
}
