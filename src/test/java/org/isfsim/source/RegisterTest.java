package org.isfsim.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.isfsim.document.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

  @TempDir private Path folder;

  @Test
  void theShippedRegisterHasNoProblem() {
    Register register = Register.read(Path.of(System.getProperty("isfsim.home"), "seeds"));
    assertThat(register.documents())
        .extracting(Document::id)
        .containsExactly("S000", "S001", "S002", "S003", "S004");
    assertThat(register.conflicts()).hasSize(30);
    assertThat(register.claims()).hasSizeGreaterThanOrEqualTo(192);
  }

  @Test
  void aClaimKnowsItsPlaceAndItsConflicts() {
    Register register = SmallRegister.in(folder).read();
    Claim claim = register.claim("S000-02").orElseThrow();
    assertThat(claim.place()).isEqualTo("S000, paragraphs 2 and 3");
    assertThat(claim.who()).isEqualTo("a diplomat");
    assertThat(claim.kind()).isEqualTo(ClaimKind.CONDITION);
    assertThat(register.conflictsOf("S000-02")).extracting(Conflict::id).containsExactly("C1");
    assertThat(register.conflictsOf("S000-03")).isEmpty();
    assertThat(register.claim("S000-03").orElseThrow().unused()).contains("shapes nothing");
  }

  @Test
  void aConflictKeepsItsSidesInOrder() {
    Conflict conflict = SmallRegister.in(folder).read().conflict("C1").orElseThrow();
    assertThat(conflict.treatment()).isEqualTo(Treatment.SWITCH);
    assertThat(conflict.parameters()).containsExactly("some.parameter");
    assertThat(conflict.sides())
        .extracting(Conflict.Side::claims)
        .containsExactly(List.of("S000-01"), List.of("S000-02"));
    assertThat(conflict.sides().get(0).value()).contains("true");
    assertThat(conflict.sides().get(1).value()).isEmpty();
  }

  @Test
  void aClaimKnowsItsVoiceAndAVoiceItsClaims() {
    Register register = SmallRegister.in(folder).read();
    Voice voice = register.voiceOf("S000-02").orElseThrow();
    assertThat(voice.id()).isEqualTo("diplomats");
    assertThat(voice.note()).contains("one voice, as S000-01 shows");
    assertThat(voice.claims()).containsExactly("S000-01", "S000-02");
    assertThat(register.voice("report").orElseThrow().claims()).containsExactly("S000-03");
    assertThat(register.voiceOf("S000-09")).isEmpty();
  }

  @Test
  void everyShippedClaimHasOneVoice() {
    Register register = Register.read(Path.of(System.getProperty("isfsim.home"), "seeds"));
    assertThat(register.voices().stream().flatMap(voice -> voice.claims().stream()))
        .containsExactlyInAnyOrderElementsOf(register.claims().stream().map(Claim::id).toList());
    assertThat(register.voiceOf("S001-28")).isEqualTo(register.voiceOf("S001-41"));
    assertThat(register.voiceOf("S000-19")).isEqualTo(register.voiceOf("S002-16"));
    assertThat(register.voiceOf("S000-25")).isNotEqualTo(register.voiceOf("S002-13"));
  }

  @Test
  void everyProblemOfEveryFileIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                SmallRegister.in(folder)
                    .replace("S000.yaml", "kind: fact", "kind: fakt")
                    .replace("conflicts.yaml", "treatment: switch", "treatment: swich")
                    .read())
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.problems()).hasSize(2));
  }
}
