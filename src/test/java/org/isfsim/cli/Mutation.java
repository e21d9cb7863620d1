package org.isfsim.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes to inputs that are sound, by a seed. */
final class Mutation {

  private static final List<String> PIECES =
      List.of(
          "\u202e",
          "\u001b[2J",
          "\u0000",
          "\r",
          "\n",
          "\t",
          "'",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "#",
          "&a ",
          "*a",
          "!!int ",
          "%",
          "|",
          ">",
          "null",
          "~",
          "true",
          "-1",
          "0",
          "1e999",
          "1e-320",
          ".nan",
          ".inf",
          "99999999999999999999",
          "50%",
          "1/0",
          "..",
          "else",
          "none",
          "all",
          "../",
          "/dev/null",
          "=1+1",
          "<b>",
          "*/",
          "//",
          "eval(true)",
          "\ud800",
          "\ufeff",
          "   ",
          "given:",
          "contributors:",
          "extends: town.yaml",
          "--",
          "-",
          "=",
          ",");

  private Mutation() {}

  /** A piece of text that means something to YAML, CSV, Drools, a terminal or a shell. */
  static String piece(SplittableRandom random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  /** One to four changes: a byte, a piece put in, a stretch left out, doubled or moved. */
  static byte[] of(byte[] bytes, SplittableRandom random) {
    byte[] changed = bytes;
    for (int changes = 1 + random.nextInt(random.nextBoolean() ? 1 : 4);
        changes > 0 && changed.length > 1;
        changes--) {
      int at = random.nextInt(changed.length);
      int to = Math.min(changed.length, at + 1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 12));
      byte[] piece = piece(random).getBytes(StandardCharsets.UTF_8);
      byte[] stretch = Arrays.copyOfRange(changed, at, to);
      changed =
          switch (random.nextInt(6)) {
            case 0 -> joined(changed, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 1 -> joined(changed, at, piece, at);
            case 2 -> joined(changed, at, piece, to);
            case 3 -> joined(changed, at, new byte[0], to);
            case 4 -> joined(changed, at, stretch, at);
            default -> {
              int elsewhere = random.nextInt(changed.length);
              yield joined(changed, elsewhere, stretch, elsewhere);
            }
          };
    }
    return changed;
  }

  /** What stands before a place, something, and what stands from another place on. */
  private static byte[] joined(byte[] of, int before, byte[] between, int from) {
    byte[] joined = Arrays.copyOf(of, before + between.length + of.length - from);
    System.arraycopy(between, 0, joined, before, between.length);
    System.arraycopy(of, from, joined, before + between.length, of.length - from);
    return joined;
  }

  /** A stretch of one input put into another, in the place of something or of nothing. */
  static byte[] crossed(byte[] into, byte[] from, SplittableRandom random) {
    int at = random.nextInt(into.length + 1);
    int first = random.nextInt(from.length + 1);
    int length = random.nextInt(Math.min(from.length - first, 200) + 1);
    int left = random.nextInt(Math.min(into.length - at, 100) + 1);
    return joined(into, at, Arrays.copyOfRange(from, first, first + length), at + left);
  }
}
