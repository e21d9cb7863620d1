package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;
import org.junit.jupiter.api.Test;

/** Names, keys and tallies of decisions. */
final class SignatureTest {

  private static final Domain TROOPS =
      new Domain.Numbers(new Unit("troops", "troops", "", 500), 500, 2000, 500);

  @Test
  void everyKeyHasItsCombination() {
    Signature council = Samples.COUNCIL;
    for (long key = 0; key < council.combinations(); key++) {
      assertThat(council.key(council.combination(key))).isEqualTo(key);
    }
    assertThatThrownBy(() -> council.combination(council.combinations()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStrideIsTheStepOfTheKey() {
    Signature council = Samples.COUNCIL;
    long[] strides = council.strides();
    assertThat(council.key(1, 1, 2, 1, 7))
        .isEqualTo(strides[0] + strides[1] + 2 * strides[2] + strides[3] + 7 * strides[4]);
    assertThat(strides[4]).isEqualTo(1);
  }

  @Test
  void aTallyCountsAndAdds() {
    Signature council = Samples.COUNCIL;
    assertThat(council.fields().get(5)).isEqualTo(new Field("yes", Domain.Numbers.count(0, 12)));
    assertThat(council.row(1, 0, 2, 2, 7)).containsExactly(1, 0, 2, 2, 7, 9);
  }

  @Test
  void aTallyOfNumbersKeepsTheirGridAndUnit() {
    Signature force =
        new Signature(
            "force",
            List.of(new Field("here", TROOPS), new Field("there", TROOPS)),
            List.of(new Tally("total", List.of(), "", List.of("here", "there"))),
            List.of(new Result("", Domain.Flag.FLAG)));
    assertThat(force.fields().get(2).domain())
        .isEqualTo(new Domain.Numbers(new Unit("troops", "troops", "", 500), 1000, 4000, 500));
    assertThat(force.row(3, 1)).containsExactly(3, 1, 4);
  }

  @Test
  void namesFollowTheDecision() {
    Signature troops =
        Signature.of("first-troops", Domain.Flag.FLAG, new Field("held", Domain.Flag.FLAG));
    assertThat(troops.factType()).isEqualTo("FirstTroops");
    assertThat(troops.packageName()).isEqualTo("isfsim.first_troops");
    assertThat(troops.fileName()).isEqualTo("first-troops.drl");
    assertThat(troops.column(0)).isEqualTo("first-troops");
    assertThat(Samples.COUNCIL.column(1)).isEqualTo("council.binding");
    assertThat(Samples.COUNCIL.inWords(1, 0, 1, 2, 7))
        .isEqualTo(
            "vote held is true, chapter seven is false, china is \"abstain\", russia is \"yes\","
                + " elected is 7");
  }

  @Test
  void whatCannotBeADecisionIsRefused() {
    Field flag = new Field("flag", Domain.Flag.FLAG);
    assertThatThrownBy(() -> new Field("vote-held", Domain.Flag.FLAG)).hasMessageContaining("vote");
    assertThatThrownBy(() -> new Field("from", Domain.Flag.FLAG)).hasMessageContaining("from");
    assertThatThrownBy(() -> new Field("class", Domain.Flag.FLAG)).hasMessageContaining("class");
    assertThatThrownBy(() -> Signature.of("Council", Domain.Flag.FLAG, flag))
        .hasMessageContaining("Council");
    assertThatThrownBy(() -> Signature.of("council", Domain.Flag.FLAG, flag, flag))
        .hasMessageContaining("twice");
    assertThatThrownBy(
            () ->
                new Signature(
                    "council",
                    List.of(flag),
                    List.of(new Tally("sum", List.of(), "", List.of("flag"))),
                    List.of(new Result("", Domain.Flag.FLAG))))
        .hasMessageContaining("no number");
    assertThatThrownBy(
            () ->
                new Signature(
                    "council",
                    List.of(flag),
                    List.of(new Tally("sum", List.of("flag"), "maybe", List.of())),
                    List.of(new Result("", Domain.Flag.FLAG))))
        .hasMessageContaining("never has");
  }
}
