package org.isfsim.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingSetsTest {

  @Test
  void aProductOfAlternativesIsToldAsItsFactors() {
    List<List<String>> sets =
        List.of(
            List.of("a", "contributors.X.p", "contributors.Y.p"),
            List.of("a", "contributors.X.q", "contributors.Y.p"),
            List.of("a", "contributors.X.p", "contributors.Y.q"),
            List.of("a", "contributors.X.q", "contributors.Y.q"));
    assertThat(SettingSets.of(sets))
        .singleElement()
        .satisfies(
            product ->
                assertThat(product.stream().map(SettingSets.Place::inWords))
                    .containsExactly("a", "contributors.*.p or contributors.*.q of X, Y"));
  }

  @Test
  void setsThatDifferInTwoPlacesStayApart() {
    assertThat(SettingSets.of(List.of(List.of("a", "b"), List.of("c", "d"), List.of("e"))))
        .hasSize(3);
  }

  @Test
  void oneContributorIsNamedInItsAddress() {
    assertThat(SettingSets.of(List.of(List.of("contributors.X.p"))).get(0).get(0).inWords())
        .isEqualTo("contributors.X.p");
  }
}
