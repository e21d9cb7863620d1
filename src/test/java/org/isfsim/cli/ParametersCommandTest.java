package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParametersCommandTest {

  @Test
  void theListHasEveryParameterAndBandOnce() {
    Ran ran = Ran.isfsim("parameters");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsOnlyOnce("  council.china.vote: ");
    assertThat(ran.out()).contains("  bands.force.troops: ", "  contributors.*.willing: ");
  }

  @Test
  void aPrefixListsWhatBeginsWithIt() {
    String out = Ran.isfsim("parameters", "council").out();
    assertThat(out).contains("council.vote-held", "council.elected-yes", "and 0 bands");
    assertThat(out).doesNotContain("aid.policy", "text.tasks");
  }

  @Test
  void oneParameterIsShownWithClaimsParaphrasedAndItsConflict() {
    assertThat(Ran.isfsim("parameters", "contingent.veto-scope").out())
        .contains("switch", "none, turkey-only, all-muslim-majority")
        .contains("S003-16 Israel firmly refuses")
        .containsPattern("default +turkey-only")
        .contains("Conflict C1: Whose armed contingents Israel bars", "  turkey-only Israeli");
  }

  @Test
  void shiftsAreShownInWords() {
    assertThat(Ran.isfsim("parameters", "council.china.vote").out())
        .contains("towards yes when text.oversight is un (S001-29, S000-06)");
  }

  @Test
  void anAttributeIsFoundForAnyContributor() {
    assertThat(Ran.isfsim("parameters", "contributors.IDN.willing").out())
        .startsWith("contributors.IDN.willing\n")
        .contains("every contributor: contributors.*.willing");
    assertThat(Ran.isfsim("parameters", "contributors.*.willing").code()).isZero();
    assertThat(Ran.isfsim("parameters", "contributors.IDN").out())
        .contains("contributors.*.troops");
  }

  @Test
  void aBandIsFoundUnderItsAddressAndItsId() {
    Ran ran = Ran.isfsim("parameters", "bands.disarmament.verification");
    assertThat(ran.out()).contains("weak below 33%, partial from 33%, full from 67%");
    assertThat(Ran.isfsim("parameters", "disarmament.verification")).isEqualTo(ran);
  }

  @Test
  void anAddressOfANumberLeadsToItsParameter() {
    assertThat(Ran.isfsim("parameters", "council.china.vote.choice.no").out())
        .startsWith("council.china.vote\n");
  }

  @Test
  void filtersNarrowTheList() {
    String out = Ran.isfsim("parameters", "--assumptions", "--kind", "lever").out();
    assertThat(out).contains("text.idf-coordination", "1 parameter and 0 bands");
    assertThat(Ran.isfsim("parameters", "--kind", "levers").err())
        .contains("\"levers\" is not known; allowed: lever, switch, uncertainty, constant");
  }

  @Test
  void aMisspeltAddressIsInvalidWithAdvice() {
    Ran ran = Ran.isfsim("parameters", "council.chna.vote");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err())
        .contains(
            "there is no parameter \"council.chna.vote\" (did you mean \"council.china.vote\"?)");
    assertThat(Ran.isfsim("parameters", "contributors.IDN.wiling").err())
        .contains("did you mean \"contributors.*.willing\"?");
  }

  @Test
  void jsonHoldsTheSame() {
    assertThat(Ran.isfsim("parameters", "population", "--format", "json").out())
        .contains("\"command\": \"parameters\"", "\"address\": \"population\"")
        .contains("\"basis\": \"assumption\"", "\"id\": \"S004-20\"", "\"treatment\": \"merged\"");
  }

  @Test
  void aWordThatBeginsNoAddressIsLookedFor() {
    assertThat(Ran.isfsim("parameters", "veto").out()).contains("contingent.veto-scope");
    assertThat(Ran.isfsim("parameters", "votte").err()).contains("did you mean \"vote\"?");
  }
}
