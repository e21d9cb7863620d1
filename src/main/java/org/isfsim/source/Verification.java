package org.isfsim.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isfsim.document.YamlReader;

/**
 * How an original compares with its entry in the register.
 *
 * @param document the entry
 * @param file where the original was looked for
 * @param result what was found
 * @param detail the difference in words; empty when there is none
 */
public record Verification(Document document, Path file, Result result, String detail) {

  /** What was found. */
  public enum Result {
    /** The original is the one that was read for the register. */
    OK("ok"),
    /** There is no such file. */
    MISSING("missing"),
    /** The file cannot be read. */
    UNREADABLE("unreadable"),
    /** The number of paragraphs differs, and so does the hash. */
    PARAGRAPHS_DIFFER("paragraphs differ"),
    /** The content differs while the number of paragraphs agrees. */
    HASH_DIFFERS("hash differs");

    private final String words;

    Result(String words) {
      this.words = words;
    }

    /** The result for texts. */
    public String words() {
      return words;
    }
  }

  /** Whether the original is the registered one. */
  public boolean isOk() {
    return result == Result.OK;
  }

  static Verification of(Document document, Path originals) {
    Path file = originals.resolve(document.file());
    if (!Files.isRegularFile(file)) {
      return new Verification(document, file, Result.MISSING, "there is no such file");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return new Verification(document, file, Result.UNREADABLE, "the file cannot be read");
    }
    int paragraphs = paragraphs(bytes);
    if (paragraphs != document.paragraphs()) {
      String detail = paragraphs + " paragraphs, registered are " + document.paragraphs();
      return new Verification(document, file, Result.PARAGRAPHS_DIFFER, detail);
    }
    String sha256 = YamlReader.sha256(bytes);
    if (!sha256.equals(document.sha256())) {
      String detail = "SHA-256 " + sha256 + ", registered is " + document.sha256();
      return new Verification(document, file, Result.HASH_DIFFERS, detail);
    }
    return new Verification(document, file, Result.OK, "");
  }

  /** The lines that are not blank; bytes that are no UTF-8 still count as text. */
  private static int paragraphs(byte[] bytes) {
    return (int)
        new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).count();
  }
}
