package org.isfsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** What stands in for Java's own classes in a browser does what they do. */
final class StandInsTest {

  @Test
  void digestsAreThoseOfJava() throws NoSuchAlgorithmException {
    Random random = new Random(1);
    MessageDigestStandIn ours = MessageDigestStandIn.getInstance("SHA-256");
    MessageDigest theirs = MessageDigest.getInstance("SHA-256");
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(ours.digest(bytes)).isEqualTo(theirs.digest(bytes));
      ours.update(ByteBuffer.wrap(bytes));
      theirs.update(ByteBuffer.wrap(bytes));
    }
    assertThat(ours.digest()).isEqualTo(theirs.digest());
  }

  @Test
  void randomNumbersAreThoseOfJava() {
    for (long seed : new long[] {1, 0, -7, 20251104}) {
      SplittableRandom theirs = new SplittableRandom(seed);
      SplittableRandomStandIn ours = new SplittableRandomStandIn(seed);
      for (int i = 0; i < 1000; i++) {
        assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
        assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
      }
    }
  }

  @Test
  void digitsAreThoseOfJava() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    assertThat(HexFormatStandIn.of().formatHex(bytes)).isEqualTo(HexFormat.of().formatHex(bytes));
  }

  @Test
  void keywordsAreThoseOfJava() {
    String words =
        "_ abstract assert boolean break byte case catch char class const continue default do"
            + " double else enum extends false final finally float for goto if implements import"
            + " instanceof int interface long native new null package private protected public"
            + " return short static strictfp super switch synchronized this throw throws transient"
            + " true try void volatile while record var yield sealed permits rule when then name";
    for (String word : List.of(words.split(" "))) {
      assertThat(SourceVersionStandIn.isKeyword(word))
          .as(word)
          .isEqualTo(SourceVersion.isKeyword(word));
    }
  }
}
