package org.isfsim.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @Test
  void aDateOfTheCalendar() {
    assertThat(Dates.read("2027-12-31")).contains(LocalDate.of(2027, 12, 31));
    assertThat(Dates.read("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2027",
        "2027-13-01",
        "2027-02-29",
        "2027-1-1",
        "31-12-2027",
        "2027-12-31 ",
        "٢٠٢٧-١٢-٣١"
      })
  void anythingElseIsNone(String text) {
    assertThat(Dates.read(text)).isEmpty();
  }
}
