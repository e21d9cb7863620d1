package org.isfsim.page;

import java.io.IOException;

/** What stands packed in a page, for tests. */
public final class PageBlocks {

  private PageBlocks() {}

  /** Bytes as an engine stands in a page. */
  public static String engine(byte[] bytes) throws IOException {
    return Base85.encoded(PackEngines.packed(bytes));
  }

  /** The bytes of a text, read as the page reads it. */
  public static byte[] read(String text) {
    byte[] bytes = new byte[text.length() * 4 / 5];
    for (int i = 0; i < text.length(); i += 5) {
      long number = 0;
      for (int j = i; j < i + 5; j++) {
        int digit = j < text.length() ? text.charAt(j) - '(' : 84;
        number = number * 85 + (digit == 85 ? 20 : digit);
      }
      int at = i / 5 * 4;
      for (int j = at; j < Math.min(at + 4, bytes.length); j++) {
        bytes[j] = (byte) (number >>> 24 - 8 * (j - at));
      }
    }
    return bytes;
  }
}
