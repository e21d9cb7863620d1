package org.isfsim.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Int8Array;
import org.tukaani.xz.LZMAInputStream;

/**
 * What unpacks the engine of a page. It is packed by LZMA, a quarter tighter than by what browsers
 * unpack by themselves.
 */
public final class Unpacker {

  private Unpacker() {}

  /** Where a program of Java begins; all is done by what is called. */
  public static void main(String[] arguments) {}

  /**
   * What was packed.
   *
   * @throws IllegalStateException if it is nothing packed
   */
  @JSExport
  public static Int8Array unpack(Int8Array packed) {
    try (LZMAInputStream in =
        new LZMAInputStream(new ByteArrayInputStream(packed.copyToJavaArray()))) {
      return Int8Array.copyFromJavaArray(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
