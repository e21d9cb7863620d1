package org.isfsim.montecarlo;

import java.util.Arrays;

/** Rows while they are rendered, as bytes. Not thread-safe. */
public final class RowBytes {

  private byte[] bytes = new byte[1 << 16];
  private int length;

  /**
   * The bytes, with room for more behind those that count.
   *
   * @param more how many may be written there
   */
  public byte[] withRoomFor(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
    return bytes;
  }

  /** How many bytes count. */
  public int length() {
    return length;
  }

  /** Says how many bytes count. */
  public void setLength(int length) {
    this.length = length;
  }

  /** Those that count; none do afterwards. */
  byte[] taken() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }
}
