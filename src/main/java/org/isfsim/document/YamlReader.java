package org.isfsim.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 files that people wrote into {@link Node}s that know their place.
 *
 * <p>Scalars stay words: {@code yes}, {@code 012} and {@code 1e3} are what was written, and whoever
 * asks for a number or a flag decides. A file holds one document of at most 1 MiB, nested at most
 * 50 deep, with at most 100,000 values after its aliases are followed.
 */
public final class YamlReader {

  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  /** The deepest nesting of lists and maps. */
  public static final int MAX_DEPTH = 50;

  /** The largest number of values, counting what an alias stands for each time it is used. */
  public static final int MAX_NODES = 100_000;

  private YamlReader() {}

  /**
   * A file that was read.
   *
   * @param root its only document
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal digits
   */
  public record Document(Node root, String sha256) {}

  /**
   * Reads a file; what is wrong with it is added to the problems.
   *
   * @return the document, or empty when there is nothing to go on with
   */
  public static Optional<Document> read(Path file, Problems problems) {
    String name = file.toString();
    Optional<byte[]> bytes = bytes(file, problems);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    return decode(bytes.get(), name, problems)
        .flatMap(text -> parse(text, name, problems))
        .map(root -> new Document(root, sha256(bytes.get())));
  }

  /**
   * Reads a text as if it were the content of a file.
   *
   * @param name the name of the file in marks
   * @return the document's root, or empty when there is nothing to go on with
   */
  public static Optional<Node> parse(String text, String name, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(2 * MAX_BYTES).build();
    try {
      return new TreeBuilder(name, problems)
          .build(new Parse(settings).parseString(text).iterator());
    } catch (MarkedYamlEngineException e) {
      Mark mark =
          (isUnclosedQuote(e) ? e.getContextMark() : e.getProblemMark())
              .map(m -> new Mark(name, m.getLine() + 1, m.getColumn() + 1))
              .orElse(Mark.of(name));
      problems.add(mark, "", "not valid YAML: " + plainWords(e));
    } catch (ReaderException e) {
      problems.add(
          placeOf(name, text, text.offsetByCodePoints(0, codePointsBefore(text, e))),
          "",
          String.format(
              Locale.ROOT, "the character U+%04X is not allowed in YAML", e.getCodePoint()));
    } catch (YamlEngineException e) {
      // The library gives no place where the directive for the version is wrong.
      int directive = Math.max(0, text.indexOf("%YAML"));
      problems.add(
          Problem.of(
                  placeOf(name, text, directive),
                  "",
                  "not valid YAML: " + plainWords(String.valueOf(e.getMessage())))
              .advising(
                  directive > 0 || text.startsWith("%YAML") ? "leave the directive out" : null));
    }
    return Optional.empty();
  }

  private static int codePointsBefore(String text, ReaderException e) {
    return Math.min(Math.max(e.getPosition(), 0), text.codePointCount(0, text.length()));
  }

  /** The SHA-256 of some bytes, in lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Optional<byte[]> bytes(Path file, Problems problems) {
    Mark mark = Mark.of(file.toString());
    if (Files.isDirectory(file)) {
      problems.add(mark, "", "is a directory, not a file");
    } else if (!Files.exists(file)) {
      problems.add(
          Problem.of(mark, "", InputFile.missing(file, "file"))
              .advising(Suggestions.otherFile(file.toString())));
    } else if (InputFile.isNone(file)) {
      problems.add(mark, "", "is no regular file");
    } else {
      try {
        byte[] bytes = beginning(file);
        if (bytes.length <= MAX_BYTES) {
          return Optional.of(bytes);
        }
        problems.add(
            Problem.of(mark, "", "the file is too long")
                .allowing("at most " + MAX_BYTES + " bytes"));
      } catch (IOException e) {
        problems.add(mark, "", "the file cannot be read");
      }
    }
    return Optional.empty();
  }

  /** No more than tells that it is too long: a device may have no end. */
  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static Optional<String> decode(byte[] bytes, String name, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      Mark mark = placeOf(name, text, text.length());
      problems.add(Problem.of(mark, "", "the file is not UTF-8 text").advising("save it as UTF-8"));
      return Optional.empty();
    }
    boolean hasByteOrderMark = text.length() > 0 && text.charAt(0) == '\uFEFF';
    return Optional.of((hasByteOrderMark ? text.subSequence(1, text.length()) : text).toString());
  }

  private static Mark placeOf(String name, CharSequence text, int end) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < end; i++) {
      boolean newLine = text.charAt(i) == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
    return new Mark(name, line, column);
  }

  private static boolean isUnclosedQuote(MarkedYamlEngineException e) {
    return e.getContext() != null && e.getContext().contains("quoted scalar");
  }

  private static String plainWords(String message) {
    return message.startsWith("Version{") ? "its version is none that is known" : message;
  }

  private static String plainWords(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    if (problem.contains("TAB")) {
      return "a tab stands where only spaces may indent";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "a second \": \" on one line; put the value in quotes, in braces or on its own line";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a key without \": \" after it";
    }
    if (context.contains("flow mapping") || context.contains("flow sequence")) {
      String opened = e.getContextMark().map(m -> " of line " + (m.getLine() + 1)).orElse("");
      return context.contains("mapping")
          ? "the map in braces" + opened + " lacks a comma or its closing brace"
          : "the list in brackets" + opened + " lacks a comma or its closing bracket";
    }
    if (context.contains("block mapping") || context.contains("block sequence")) {
      return "this line does not fit the lines above it; check the indentation";
    }
    if (isUnclosedQuote(e)) {
      return "a quoted text lacks its closing quote or has a wrong escape";
    }
    if (problem.contains("cannot start any token")) {
      return "a text must not start with this character unless it is in quotes";
    }
    if (problem.contains("undefined alias")) {
      return problem.replace("found undefined alias", "no anchor has the name");
    }
    return problem;
  }
}
