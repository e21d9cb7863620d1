package org.isfsim.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.document.Problem;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.CaseSink;
import org.isfsim.montecarlo.MonteCarlo;
import org.isfsim.montecarlo.RowBytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseTableReaderTest {

  private static final String VOTES =
      "council.china.vote,council.france.vote,council.russia.vote,council.united-kingdom.vote,"
          + "council.united-states.vote,council.elected-yes\n";

  private static final Plan PLAN = Shipped.baseline();
  private static Decisions decisions;

  @BeforeAll
  static void remember() {
    decisions = Decisions.remembering(Shipped.RULES);
  }

  @AfterAll
  static void forget() {
    decisions.close();
  }

  private static CaseTable evaluate(Plan plan, byte[] table) throws IOException {
    return new CaseTableReader(plan, decisions, Shipped.SEED)
        .evaluate(new ByteArrayInputStream(table), "t.csv");
  }

  private static List<CaseTable.Row> rows(String table) throws IOException {
    CaseTable result = evaluate(PLAN, table.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(CaseTable.Evaluated.class);
    List<CaseTable.Row> rows = new ArrayList<>();
    try (CaseTable.Evaluated evaluated = (CaseTable.Evaluated) result) {
      evaluated.forEach(rows::add);
      assertThat(evaluated.rows()).isEqualTo(rows.size());
    }
    return rows;
  }

  private static List<String> problems(String table) throws IOException {
    return problems(table.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(byte[] table) throws IOException {
    CaseTable result = evaluate(PLAN, table);
    assertThat(result).isInstanceOf(CaseTable.Refused.class);
    return ((CaseTable.Refused) result).problems().stream().map(Problem::toString).toList();
  }

  private static String computed(CaseTable.Row row, String column) {
    return row.computed().get(new TableColumns(PLAN).all().indexOf(column));
  }

  @Test
  void theCouncilVotesAsTheCharterSays() throws IOException {
    List<CaseTable.Row> rows =
        rows(
            VOTES
                + "abstain,yes,abstain,yes,yes,6\n" // nine with two abstentions
                + "no,yes,abstain,yes,yes,6\n" // nine and a no
                + "yes,yes,no,yes,yes,10\n" // fourteen and a no
                + "yes,yes,yes,yes,no,5\n" // nine and the sponsor's no
                + "yes,yes,yes,yes,yes,3\n" // eight, no permanent no
                + "no,no,no,no,no,8\n" // eight, every permanent no
                + "no,yes,yes,yes,yes,4\n" // eight and a no
                + "abstain,abstain,abstain,abstain,abstain,9\n" // nine elected alone
                + "yes,yes,yes,yes,yes,10\n");
    assertThat(rows)
        .extracting(row -> computed(row, "council"))
        .containsExactly(
            "adopted",
            "vetoed",
            "vetoed",
            "vetoed",
            "insufficient",
            "insufficient",
            "insufficient",
            "adopted",
            "adopted");
  }

  @Test
  void everyResultOfEveryDecisionHasItsColumn() {
    assertThat(new TableColumns(PLAN).all())
        .doesNotHaveDuplicates()
        .startsWith("amendment", "objection", "council", "mandate", "mandate.coordination")
        .contains("contingent.IDN", "force", "force.can-compel", "outcome", "stage", "on-time")
        .endsWith("end-of-ceasefire", "end-of-presence");
  }

  @Test
  void byteOrderMarkLineEndsAndQuotesMakeNoDifference() throws IOException {
    List<CaseTable.Row> plain = rows("aid.policy,council.elected-yes\nall-tied,9\n,10\n");
    assertThat(rows("\uFEFF\"aid.policy\",council.elected-yes\r\n\"all-tied\",\"9\"\r\n,10"))
        .isEqualTo(plain);
    assertThat(plain.get(1).given()).containsExactly("", "10");
  }

  @Test
  void givenFieldsComeBackAsGiven() throws IOException {
    assertThat(rows("aid.policy\n\" all-tied\"\n").get(0).given()).containsExactly(" all-tied");
  }

  @Test
  void aRowThatGivesNothingIsTheCaseWithItsNumber() throws IOException {
    List<CaseTable.Row> rows = rows("aid.policy,council.china.vote\n,\n,\n,yes\n");
    Explainer explainer = Shipped.explainer(PLAN, decisions);
    for (CaseTable.Row row : rows) {
      Map<String, Integer> given = row.number() == 3 ? Map.of("council.china.vote", 2) : Map.of();
      CaseExplanation explanation = explainer.explain(row.number(), given);
      assertThat(explanation.ending()).isEqualTo(new Ending.Reached(computed(row, "outcome")));
      for (ExplainedDecision decision : explanation.decisions()) {
        decision
            .results()
            .forEach(
                result -> assertThat(computed(row, result.column())).isEqualTo(result.value()));
      }
      explanation.timeline().stream()
          .filter(DatedEvent::milestone)
          .forEach(
              event -> assertThat(computed(row, event.name())).isEqualTo(event.date().toString()));
    }
  }

  @Test
  void rowsThatGiveNothingAreTheCasesOfARun() throws IOException {
    int cases = 200;
    List<String> outcomes = new ArrayList<>();
    List<Variable> told = List.of(PLAN.outcome(), PLAN.variable("legitimacy"));
    CaseSink sink =
        new CaseSink() {
          @Override
          public List<Variable> variables() {
            return told;
          }

          @Override
          public void render(long[] numbers, int cases, short[][] columns, RowBytes rows) {
            rows.withRoomFor(2 * cases);
            for (int i = 0; i < cases; i++) {
              for (short[] column : columns) {
                rows.withRoomFor(1)[rows.length()] = (byte) column[i];
                rows.setLength(rows.length() + 1);
              }
            }
          }

          @Override
          public void write(byte[] rows) {
            for (int i = 0; i < rows.length; i += 2) {
              outcomes.add(
                  told.get(0).domain().text(rows[i])
                      + " "
                      + told.get(1).domain().text(rows[i + 1]));
            }
          }
        };
    new MonteCarlo(PLAN, decisions, new MonteCarlo.Settings(cases, Shipped.SEED, 2, null))
        .run(sink, done -> {});
    List<CaseTable.Row> rows = rows("aid.policy,text.tasks\n" + ",\n".repeat(cases));
    assertThat(rows)
        .extracting(row -> computed(row, "outcome") + " " + computed(row, "legitimacy"))
        .isEqualTo(outcomes);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsField() throws IOException {
    assertThat(
            problems(
                "council.chna.vote,outcome,council.france.vote,council.france.vote,"
                    + "bands.force.troops,council.elected-yes,council.russia.vote.choice.no,\n"
                    + "x,\"a\nb\",maybe,yes,1,11,,\n"
                    + "1,2\n"
                    + "1,2,3,4,5,6,7,8,9\n"
                    + "\n"))
        .containsExactly(
            "t.csv:1:1: field 1: there is no parameter \"council.chna.vote\" (did you mean"
                + " \"council.china.vote\"?)",
            "t.csv:1:2: field 2: \"outcome\" is a result (results are computed; leave the column"
                + " out)",
            "t.csv:1:4: field 4: there is a column \"council.france.vote\" already: field 3",
            "t.csv:1:5: field 5: \"bands.force.troops\" is a band, which cannot differ from row to"
                + " row (--set bands.force.troops=… sets it for all rows)",
            "t.csv:1:7: field 7: \"council.russia.vote.choice.no\" is a number of a distribution,"
                + " which rows cannot give (a column \"council.russia.vote\" gives its value)",
            "t.csv:1:8: field 8: a column without a name; allowed: the address of a parameter or"
                + " of a contributor's attribute",
            "t.csv:3:3: field 3, council.france.vote: \"maybe\" is not one of the values; allowed:"
                + " no, abstain, yes",
            "t.csv:3:6: field 6, council.elected-yes: \"11\" is out of range; allowed: a whole"
                + " number of count from 0 to 10",
            "t.csv:4: the row has 2 fields, the header 8 fields (a value that is not given is an"
                + " empty field)",
            "t.csv:5: the row has 9 fields, the header 8 fields (a field that holds a comma needs"
                + " quotes)",
            "t.csv:6: the line is empty (remove it)");
  }

  @Test
  void aFileWithoutRowsIsRefused() throws IOException {
    assertThat(problems(""))
        .containsExactly("t.csv: the file is empty; allowed: a header and rows");
    assertThat(problems("\uFEFF")).hasSize(1);
    assertThat(problems("aid.policy\n")).containsExactly("t.csv: there is a header and no row");
    assertThat(problems("\naid.policy\n").get(0)).startsWith("t.csv:1: the first line is empty");
  }

  @Test
  void aFileThatIsNoCsvOrNoUtf8IsRefused() throws IOException {
    assertThat(problems("aid.policy\n\"all-tied\n").get(0)).contains("cannot be read as CSV");
    assertThat(problems("aid.policy\n\"all-tied\"x\n").get(0)).contains("cannot be read as CSV");
    assertThat(problems("aid.policy\nstraße\n".getBytes(StandardCharsets.ISO_8859_1)))
        .singleElement()
        .asString()
        .contains("is not UTF-8");
    assertThat(problems("aid.policy\nall-tied\n".getBytes(StandardCharsets.UTF_16)))
        .singleElement()
        .asString()
        .contains("is not UTF-8");
  }

  @Test
  void afterAHundredProblemsTheOthersAreOnlyCounted() throws IOException {
    CaseTable.Refused refused =
        (CaseTable.Refused)
            evaluate(
                PLAN, ("aid.policy\n" + "none\n".repeat(1234)).getBytes(StandardCharsets.UTF_8));
    assertThat(refused.problems()).hasSize(100);
    assertThat(refused.total()).isEqualTo(1234);
  }

  @Test
  void aValueForWhichAnotherHasNoDistributionIsAProblem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("one-branch.yaml");
    Files.writeString(
        file,
        Files.readString(Shipped.BASELINE)
            .replaceFirst("    else: .*\n", "")
            .replaceFirst("armed-group.consent:.*", "armed-group.consent:"));
    CaseTable result =
        evaluate(
            Shipped.plan(file, "", Map.of()),
            "aid.policy,armed-group.consent\nreconstruction-tied,\nall-tied,\nall-tied,refuse\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(CaseTable.Refused.class);
    assertThat(((CaseTable.Refused) result).problems())
        .singleElement()
        .hasToString(
            "t.csv:3:1: field 1: the scenario does not say how armed-group.consent is drawn when"
                + " aid.policy is all-tied (give armed-group.consent in a column, too)");
  }
}
