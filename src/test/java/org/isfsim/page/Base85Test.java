package org.isfsim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base85Test {

  @Test
  void digitsAreThoseOfAscii85() {
    // "Man " has the digits 24, 73, 80, 78 and 61 (9jqo^ in Ascii85, whose digits begin at "!").
    assertThat(Base85.encoded("Man ".getBytes(StandardCharsets.US_ASCII))).isEqualTo("@qxve");
    assertThat(Base85.encoded(new byte[4])).isEqualTo("(((((");
    assertThat(Base85.encoded(new byte[0])).isEmpty();
  }

  @Test
  void whatIsReadBackIsTheSameAndNothingBeginsAnElement() {
    Random random = new Random(85);
    for (int size = 0; size < 400; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String text = Base85.encoded(bytes);
      assertThat(text).doesNotContain("<").matches("[(-}]*");
      assertThat(PageBlocks.read(text)).containsExactly(bytes);
    }
  }
}
