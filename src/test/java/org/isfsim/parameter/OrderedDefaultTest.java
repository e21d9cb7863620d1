package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that come of claims and of the voices that make them. */
class OrderedDefaultTest {

  /** Two claims of one report, and three speakers. */
  private static final Map<String, String> VOICES =
      Map.of(
          "S001-28",
          "report",
          "S001-41",
          "report",
          "S001-33",
          "minister",
          "S003-29",
          "diplomats",
          "S000-37",
          "analyst");

  @TempDir private Path folder;

  @Test
  void withoutAnOrderTheWeightsAreEqual() {
    OrderedDefault found = vote("{ choice: { no: 3, abstain: 3, yes: 3 } }", "");
    assertThat(found.weights()).isEqualTo(weights(1, 1, 1));
    assertThat(found.orders()).isEmpty();
    assertThat(found.isKept()).contains(true);
  }

  @Test
  void oneVoiceThatRepeatsItselfDoublesTheOddsOfNeighboursOnce() {
    OrderedDefault found =
        vote(
            "{ choice: { no: 4, abstain: 2, yes: 1 } }",
            "{ towards: no, claims: [S001-28, S001-41] }");
    assertThat(found.weights()).isEqualTo(weights(4, 2, 1));
    assertThat(found.orders().get(0).voices())
        .isEqualTo(Map.of("report", List.of("S001-28", "S001-41")));
    assertThat(found.isKept()).contains(true);
    assertThat(found.expected()).isEqualTo("choice: { no: 4, abstain: 2, yes: 1 }");
  }

  @Test
  void twoVoicesMakeTheOddsFourToOne() {
    OrderedDefault found =
        vote(
            "{ choice: { yes: 4, abstain: 2, no: 1 } }",
            "{ towards: yes, claims: [S001-28, S001-33] }");
    assertThat(found.weights()).isEqualTo(weights(1, 4, 16));
    assertThat(found.isKept()).contains(false);
  }

  @Test
  void voicesThatOrderTheOtherWayAreTakenOff() {
    OrderedDefault found =
        vote(
            "{ choice: { no: 1, abstain: 1, yes: 1 } }",
            "{ towards: yes, claims: [S001-28, S001-33] }, { towards: no, claims: [S003-29] }");
    assertThat(found.weights()).isEqualTo(weights(1, 2, 4));
    assertThat(
            vote(
                    "{ choice: { no: 1, abstain: 1, yes: 1 } }",
                    "{ towards: yes, claims: [S001-28] }, { towards: no, claims: [S001-41] }")
                .weights())
        .as("one voice that says both says nothing")
        .isEqualTo(weights(1, 1, 1));
  }

  @Test
  void anOrderTowardsAMiddleValuePutsItAboveBothNeighbours() {
    assertThat(
            vote(
                    "{ choice: { no: 1, abstain: 2, yes: 1 } }",
                    "{ towards: abstain, claims: [S003-29] }")
                .weights())
        .isEqualTo(weights(1, 2, 1));
    assertThat(
            vote(
                    "{ choice: { no: 1, abstain: 2, yes: 1 } }",
                    "{ towards: abstain, claims: [S003-29] }, { towards: yes, claims: [S000-37] }")
                .weights())
        .as("the two cancel between abstain and yes")
        .isEqualTo(weights(1, 4, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "2/3, 'S001-28', true",
    "4/6, 'S001-28, S001-41', true",
    "66.7%, 'S001-28', false",
    "4/5, 'S001-28, S001-33', true",
    "80%, 'S001-28, S001-33', true",
    "8/9, 'S001-28, S001-33, S003-29', true",
    "8/9, 'S001-28', false"
  })
  void aChanceIsComparedExactly(String chance, String claims, boolean isKept) {
    String written = "{ chance: " + chance + " }";
    OrderedDefault found = read("flag", written, "{ towards: true, claims: [" + claims + "] }");
    assertThat(found.isKept()).contains(isKept);
  }

  @Test
  void aFlagMayBeWrittenAsAChoice() {
    OrderedDefault found =
        read("flag", "{ choice: { true: 2, false: 1 } }", "{ towards: true, claims: [S001-28] }");
    assertThat(found.isKept()).contains(true);
    assertThat(found.expected()).isEqualTo("chance: 2/3");
  }

  @Test
  void anOrderOfACountIsOneOfItsChance() {
    OrderedDefault found =
        read(
            "{ count: { min: 0, max: 10 } }",
            "{ binomial: { trials: 10, chance: 2/3 } }",
            "{ towards: 10, claims: [S003-29] }");
    assertThat(found.values()).containsExactly("fewer", "more");
    assertThat(found.expected()).isEqualTo("chance: 2/3");
    assertThat(found.isKept()).contains(true);
    assertThat(
            read(
                    "{ count: { min: 0, max: 10 } }",
                    "{ binomial: { chance: 2/3 } }",
                    "{ towards: 0, claims: [S003-29] }")
                .expected())
        .isEqualTo("chance: 1/3");
  }

  @Test
  void aValueThatIsLeftOutIsNotWhatAnyOrderGives() {
    assertThat(vote("{ choice: { no: 2, yes: 1 } }", "").isKept()).contains(false);
  }

  @Test
  void shiftsStandBesideTheOrder() {
    assertThat(
            vote(
                    "{ choice: { no: 1, abstain: 1, yes: 1 }, shift: [{ when: { b: true }, towards:"
                        + " yes, claims: [S001-29] }] }",
                    "")
                .isKept())
        .contains(true);
  }

  @Test
  void aDefaultThatDependsOnAnotherParameterIsNotCompared() {
    OrderedDefault found =
        read(
            "flag",
            "{ given: b, true: { chance: 2/3 }, false: { chance: 1/2 } }",
            "{ towards: true, claims: [S001-28] }");
    assertThat(found.expected()).isEqualTo("chance: 2/3");
    assertThat(found.isKept()).isEmpty();
  }

  @Test
  void aValueAndALawOverNumbersHaveNoOrder() {
    Catalogue catalogue =
        catalogue(
            """
              a: { kind: uncertainty, domain: flag, describes: a, default: true, basis: norm }
              b: { kind: lever, domain: flag, describes: a, default: true, basis: norm }
              c: { kind: uncertainty, domain: share, describes: a, default: { uniform: { min: 0%, max: 9% } }, basis: norm }
              d: { kind: uncertainty, domain: share, describes: a, default: { empirical: { 1%: 1 } }, basis: norm }
            """);
    assertThat(catalogue.parameters())
        .allSatisfy(parameter -> assertThat(OrderedDefault.of(parameter, c -> c)).isEmpty());
  }

  @Test
  void everyMistakeOfAnOrderHasItsPlace() {
    String choice = "domain: { choice: [x, y, z] }, default: { choice: { x: 1, y: 1, z: 1 } }";
    String text =
        """
          a: { kind: lever, domain: flag, describes: a, default: true, basis: norm, ordered: [] }
          b: { kind: uncertainty, domain: flag, describes: a, default: true, basis: norm, ordered: [] }
          c: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: 3 }
          d: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: [] }
          e: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: [x] }
          f: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: [{ toward: x, claims: [S001-28] }] }
          g: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: [{ towards: w, claims: [S1] }] }
          h: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: [{ towards: x, claims: [] }] }
          i: { kind: uncertainty, CHOICE, describes: a, basis: assumption, ordered: [{ towards: x, claims: [S001-28] }, { towards: x, claims: [S001-28] }] }
          j: { kind: uncertainty, domain: { count: { min: 0, max: 9 } }, default: { binomial: { chance: 1/2 } }, describes: a, basis: assumption, ordered: [{ towards: 5, claims: [S001-28] }] }
        """
            .replace("CHOICE", choice);
    assertThatThrownBy(() -> catalogue(text))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::path, Problem::message)
                    .containsExactly(
                        problem(
                            "a.ordered",
                            "claims order the values of an uncertainty, not of a lever"),
                        problem("b.ordered", "claims cannot order what the default says"),
                        problem("c.ordered", "must be a list, found \"3\""),
                        problem("d.ordered", "the list orders nothing"),
                        problem("e.ordered[0]", "must be a map, found \"x\""),
                        problem("f.ordered[0].towards", "the key \"towards\" is missing"),
                        problem("f.ordered[0].toward", "unknown key \"toward\""),
                        problem("g.ordered[0].towards", "\"w\" is not one of the values"),
                        problem("g.ordered[0].claims", "\"S1\" is not the id of a claim"),
                        problem("h.ordered[0].claims", "an order names one claim or more"),
                        problem("i.ordered[1].towards", "the values are ordered towards x twice"),
                        problem(
                            "i.ordered[1].claims", "the claim S001-28 orders the values already"),
                        problem("j.ordered[0].towards", "5 is no end of the count")));
  }

  private static Tuple problem(String path, String message) {
    return tuple("parameters." + path, message);
  }

  private OrderedDefault vote(String written, String orders) {
    return read("{ choice: [no, abstain, yes] }", written, orders);
  }

  private OrderedDefault read(String domain, String written, String orders) {
    String ordered = orders.isEmpty() ? "" : "\n    ordered: [" + orders + "]";
    String text =
        """
          a:
            kind: uncertainty
            describes: a
            basis: assumption
            domain: DOMAIN
            default: WRITTEN
          b: { kind: lever, domain: flag, describes: b, default: true, basis: norm }
        """
            .replace("DOMAIN", domain)
            .replace("WRITTEN", written + ordered);
    Parameter parameter = catalogue(text).parameter("a").orElseThrow();
    return OrderedDefault.of(parameter, claim -> VOICES.getOrDefault(claim, claim)).orElseThrow();
  }

  private Catalogue catalogue(String parameters) {
    Path file = folder.resolve("parameters.yaml");
    try {
      Files.writeString(file, "format: 1\nparameters:\n" + parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Catalogue.read(file);
  }

  private static List<BigInteger> weights(long... weights) {
    return Arrays.stream(weights).mapToObj(BigInteger::valueOf).toList();
  }
}
