package org.isfsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isfsim.Shipped;
import org.isfsim.article.Article;
import org.isfsim.parameter.Catalogue;
import org.isfsim.source.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a default comes of claims and voices, in words and as JSON, with a catalogue of its own. */
class OrderingTest {

  private static final String CATALOGUE =
      """
      format: 1
      parameters:
        opponent:
          kind: uncertainty
          domain: { choice: [no, abstain, yes] }
          describes: An opponent's vote
          default: { choice: { yes: 1, abstain: 2, no: 4 } }
          ordered: [{ towards: no, claims: [S001-28, S001-41] }]
          basis: assumption
        friend:
          kind: uncertainty
          domain: { choice: [no, abstain, yes] }
          describes: A friend's vote
          default: { choice: { yes: 4, abstain: 2, no: 1 } }
          ordered: [{ towards: yes, claims: [S001-28, S001-33] }]
          basis: assumption
        operations:
          kind: uncertainty
          domain: { choice: [none, strikes, high-intensity] }
          describes: Operations
          default: { choice: { none: 1, strikes: 4, high-intensity: 4 } }
          ordered:
            - { towards: strikes, claims: [S003-19] }
            - { towards: high-intensity, claims: [S000-37] }
          basis: assumption
        access:
          kind: uncertainty
          domain: flag
          describes: Access
          default: { given: even, true: { chance: 2/3 }, false: { chance: 1/2 } }
          ordered: [{ towards: true, claims: [S003-23] }]
          basis: assumption
        even:
          kind: uncertainty
          domain: flag
          describes: Even odds
          default: { chance: 1/2 }
          basis: assumption
        week:
          kind: uncertainty
          domain: { weeks: { min: 0, max: 52 } }
          describes: A date
          default: { planned: 8 }
          basis: assumption
          claims: [S001-31]
        lead:
          kind: uncertainty
          domain: { weeks: { min: 0, max: 52 } }
          describes: A lead
          default:
            given: even
            true: { planned: 4, claims: [S001-30] }
            false: { uniform: { min: 1, max: 52 } }
          basis: assumption
      """;

  @TempDir private Path folder;
  private Catalogue catalogue;

  @BeforeEach
  void readTheCatalogue() throws IOException {
    catalogue = Catalogue.read(Files.writeString(folder.resolve("parameters.yaml"), CATALOGUE));
  }

  @Test
  void aReportThatRepeatsItselfIsToldAsOneVoice() {
    assertThat(shown("opponent"))
        .contains(
            "|order|no above abstain above yes: one voice (the report of S001: S001-28,"
                + " S001-41), so neighbours stand at 2 : 1|\n")
        .doesNotContain("by claims");
  }

  @Test
  void severalVoicesAreNamedAndADefaultThatTheyDoNotGiveIsSetAgainstTheirs() {
    assertThat(shown("friend"))
        .contains(
            "yes above abstain above no: two voices (the report of S001: S001-28; Hamish Falconer,"
                + " United Kingdom: S001-33), so neighbours stand at 4 : 1|\n",
            "|by claims|choice: { no: 1, abstain: 4, yes: 16 }|\n");
  }

  @Test
  void severalOrdersAreToldOneByOneAndTogether() {
    assertThat(shown("operations"))
        .contains(
            "strikes above none and above high-intensity: one voice (the essay of S003: S003-19)|\n",
            "high-intensity above strikes above none: one voice (John Spencer: S000-37)|\n",
            "together none : strikes : high-intensity are 1 : 4 : 4|\n");
  }

  @Test
  void whatNoClaimOrdersIsToldToBeEqual() {
    assertThat(shown("even"))
        .contains("|order|no claim orders the values, so their weights are equal|\n");
  }

  @Test
  void theOrderOfBranchesIsToldWithoutComparingThem() {
    assertThat(shown("access"))
        .contains(
            "true above false: one voice (the essay of S003: S003-23), so they stand at 2 : 1")
        .doesNotContain("by claims");
  }

  @Test
  void aPlansDateIsToldWithItsClaims() {
    assertThat(shown("week")).contains("|plan|a plan's own date, met at even odds (S001-31)|\n");
    assertThat(shown("lead")).contains("|plan|a plan's own date, met at even odds (S001-30)|\n");
  }

  @Test
  void jsonHoldsTheOrdersTheirVoicesAndTheWeights() {
    assertThat(article("friend").values())
        .extractingByKey("order")
        .asString()
        .contains(
            "towards=yes", "id=falconer", "claims=[S001-33]", "weights={no=1, abstain=4, yes=16}")
        .contains("default=choice: { no: 1, abstain: 4, yes: 16 }", "kept=false");
    assertThat(article("week").values())
        .extractingByKey("plan")
        .asString()
        .isEqualTo("[a plan's own date, met at even odds (S001-31)]");
  }

  private String shown(String id) {
    return article(id).markdown().replace("\\", "").replaceAll(" *\\| *", "|");
  }

  private Article article(String id) {
    Register register = Register.read(Shipped.HOME.resolve("seeds"));
    return new ParameterArticles(catalogue, register).of(id, catalogue.parameter(id).orElseThrow());
  }
}
