package org.isfsim.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TextStyleTest {

  private static final Map<String, String> USUAL = Map.of("TERM", "xterm-256color");

  @Test
  void theWidthStaysWithinWhatAReportUses() {
    assertThat(new TextStyle(40, false, false).width()).isEqualTo(60);
    assertThat(new TextStyle(100, false, false).width()).isEqualTo(100);
    assertThat(new TextStyle(300, false, false).width()).isEqualTo(120);
  }

  @Test
  void barsAreAsciiWhereTheOutputOrTheTerminalCannotDoMore() {
    OptionalInt columns = OptionalInt.of(100);
    assertThat(TextStyle.of(StandardCharsets.UTF_8, USUAL, columns, true))
        .isEqualTo(new TextStyle(100, true, true));
    assertThat(TextStyle.of(StandardCharsets.US_ASCII, USUAL, columns, true).unicode()).isFalse();
    TextStyle plain = new TextStyle(100, false, false);
    assertThat(TextStyle.of(StandardCharsets.UTF_8, Map.of("TERM", "dumb"), columns, true))
        .isEqualTo(plain);
    assertThat(TextStyle.of(StandardCharsets.UTF_8, Map.of("NO_COLOR", "1"), columns, true))
        .isEqualTo(plain);
  }

  @Test
  void aBarShowsWhateverIsAboveZero() {
    TextStyle unicode = new TextStyle(80, true, false);
    assertThat(unicode.bar(0, 8)).isEmpty();
    assertThat(unicode.bar(1e-9, 8)).isEqualTo("▏");
    assertThat(unicode.bar(0.5, 8)).isEqualTo("████");
    assertThat(unicode.bar(1, 8)).isEqualTo("████████");
    assertThat(TextStyle.PLAIN.bar(1e-9, 8)).isEqualTo(".");
    assertThat(TextStyle.PLAIN.bar(0.5, 8)).isEqualTo("####");
  }

  @Test
  void aLineBreaksAtSpacesButNotBeforeAPercentSign() {
    assertThat(TextTable.wrap("  aaa 12 % bb", 8)).containsExactly("  aaa", "  12 %", "  bb");
    assertThat(TextTable.wrap("", 8)).containsExactly("");
  }
}
