package org.isfsim.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final Path SMALL =
      Path.of("src/test/resources/org/isfsim/parameter/small-catalogue.yaml");

  @TempDir Path folder;

  @Test
  void parametersKeepTheirOrderAndWhatIsSaidOfThem() {
    Catalogue catalogue = Catalogue.read(SMALL);
    assertThat(catalogue.parameters()).hasSize(18);
    assertThat(catalogue.global()).hasSize(13);
    assertThat(catalogue.attributes())
        .extracting(Parameter::attribute)
        .containsExactly("gives", "requires-mandate", "willing", "will-disarm", "troops");
    Parameter china = catalogue.parameter("council.china.vote").orElseThrow();
    assertThat(china.kind()).isEqualTo(ParameterKind.UNCERTAINTY);
    assertThat(china.basis()).isEqualTo(Basis.ASSUMPTION);
    assertThat(china.conflict()).contains("C25");
    assertThat(china.domain().texts()).containsExactly("no", "abstain", "yes");
    assertThat(china.defaultText())
        .isEqualTo(
            "{ choice: { yes: 1, abstain: 2, no: 2 }, shift: [{ when: { text.tasks: peacekeeping"
                + " }, towards: yes, claims: [S001-29] }] }");
    assertThat(catalogue.citations()).extracting(Citation::claim).contains("S001-28", "S001-29");
    assertThat(catalogue.band("disarmament.verification").orElseThrow().defaultText())
        .isEqualTo("[33%, 67%]");
  }

  @Test
  void theShippedCatalogueIsSound() {
    assertThat(org.isfsim.Shipped.model().catalogue().parameters()).isNotEmpty();
  }

  @Test
  void theDomainsHaveTheirGrids() {
    Catalogue catalogue = Catalogue.read(SMALL);
    assertThat(catalogue.parameter("contributors.*.troops").orElseThrow().domain())
        .isEqualTo(new Domain.Numbers(new Unit("troops", "troops", "", 500), 0, 60_000, 500));
    assertThat(catalogue.parameter("disarmament.verified").orElseThrow().domain())
        .isEqualTo(Domain.Numbers.percent());
    assertThat(catalogue.parameter("aid.trucks").orElseThrow().domain())
        .isEqualTo(new Domain.Numbers(new Unit("trucks", "trucks a day", "", 1), 0, 800, 50));
  }

  @Test
  void everyMistakeOfACatalogueHasItsPlace() throws IOException {
    Path file = folder.resolve("catalogue.yaml");
    Files.writeString(
        file,
        """
        format: 1
        units: { count: { label: things }, loads: { step: 0, label: loads } }
        parameters:
          Bad_Id: { kind: lever, domain: flag, describes: a, default: true, basis: norm }
          a: { kind: levre, domain: flag, describes: a, default: true, basis: norm }
          b: { kind: lever, domain: flagg, describes: a, default: true, basis: norm }
          c: { kind: lever, domain: { choice: [x] }, describes: a, default: x, basis: norm }
          d: { kind: lever, domain: { weeks: { min: 5, max: 4 } }, describes: a, default: 5, basis: norm }
          e: { kind: lever, domain: flag, describes: a, default: { chance: 1/2 }, basis: norm }
          f: { kind: lever, domain: flag, describes: a, default: maybe, basis: norm }
          g: { kind: lever, domain: flag, describes: a, default: true, basis: norm, conflict: 25 }
          h: { kind: lever, domain: flag, describes: a, default: true, basis: norm, clams: [] }
          i: { kind: lever, domain: flag, default: true, basis: norm, claims: [S1] }
          j: { kind: uncertainty, domain: flag, describes: a, default: { given: k, else: true }, basis: norm }
          k: { kind: uncertainty, domain: flag, describes: a, default: { given: j, else: true }, basis: norm }
        bands:
          l: { describes: a, of: share, names: [x, y], cuts: [5%, 6%], basis: norm }
          m: { describes: a, of: share, names: [x], cuts: [], basis: norm }
        """);
    assertThatThrownBy(() -> Catalogue.read(file))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                        "the unit count is built in",
                        "\"0\" is out of range",
                        "\"Bad_Id\" is no id",
                        "\"levre\" is not known here",
                        "flagg is no domain",
                        "a choice needs two or more different names",
                        "5 to 4 in steps of 1 is no grid of at most 10000 values",
                        "a lever takes a single value",
                        "\"maybe\" is not one of the values",
                        "\"25\" is not the id of a conflict",
                        "unknown key \"clams\"",
                        "the key \"describes\" is missing",
                        "\"S1\" is not the id of a claim",
                        "depends on itself: j -> k -> j",
                        "the number of cuts is 2 for 2 bands",
                        "a band needs two or more different names"));
  }
}
