package org.isfsim.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void anObjectHoldsWhatOptionalsHold() {
    assertThat(Json.object("a", Optional.of("b"), "c", Optional.empty(), "d", OptionalDouble.of(1)))
        .isEqualTo(Map.of("a", "b", "d", 1.0));
  }

  @Test
  void anOptionalIsNoValueOfADocument() {
    assertThatThrownBy(() -> Json.document(Map.of("a", Optional.of("b"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Json.document(Map.of("a", OptionalDouble.of(1))))
        .isInstanceOf(IllegalStateException.class);
  }
}
