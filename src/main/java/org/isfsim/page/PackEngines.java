package org.isfsim.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** Packs the engines that were compiled for browsers, as a part of the build. */
public final class PackEngines {

  /** Where a byte stands tells nothing of it: programs have no records of equal length. */
  private static final int POSITION_BITS = 0;

  private PackEngines() {}

  /**
   * Packs every engine of a folder.
   *
   * @param arguments the folder with the engines, and the one for what is packed
   */
  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    for (String engine : PageWriter.ENGINES) {
      Files.write(
          to.resolve(engine + PageWriter.PACKED), packed(Files.readAllBytes(from.resolve(engine))));
    }
  }

  /** Bytes packed by LZMA, as {@code .lzma} files are. */
  static byte[] packed(byte[] bytes) throws IOException {
    LZMA2Options options = new LZMA2Options(LZMA2Options.PRESET_MAX);
    options.setPb(POSITION_BITS);
    // No larger than what is packed: a dictionary takes ten times its size while packing.
    options.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, bytes.length));
    options.setNiceLen(LZMA2Options.NICE_LEN_MAX);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (LZMAOutputStream out = new LZMAOutputStream(packed, options, bytes.length)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
