package org.isfsim.decision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isfsim.document.Mark;
import org.isfsim.document.Printable;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.jspecify.annotations.Nullable;

/** Reads a folder of rules: which files it has, what they hold, and what is wrong with them. */
final class RuleFolder {

  private static final String ENDING = ".drl";

  /** A rule file is written by hand; a larger one is something else. */
  private static final long LARGEST_FILE = 1 << 20;

  private final Path folder;
  private final List<Signature> signatures;
  private final Problems problems = new Problems();

  private final RuleCache cache;
  private final Map<String, String> keys = new TreeMap<>();

  RuleFolder(Path folder, List<Signature> signatures, RuleCache cache) {
    this.folder = folder;
    this.signatures = signatures;
    this.cache = cache;
  }

  RuleSet read() {
    Map<String, Path> files = files();
    problems.throwIfAny();
    List<String> wanted = signatures.stream().map(Signature::fileName).toList();
    files.values().forEach(file -> checkName(file, wanted, files));
    MessageDigest digest = sha256();
    Map<String, List<Rule>> byFile = new TreeMap<>();
    for (Map.Entry<String, Path> entry : files.entrySet()) {
      int decision = wanted.indexOf(entry.getKey());
      if (decision >= 0) {
        byte[] bytes = bytes(entry.getValue());
        // The name ends with a zero and the content has its length, so that no two folders agree.
        digest.update((entry.getKey() + '\0').getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
        byFile.put(entry.getKey(), rules(entry.getValue(), bytes, signatures.get(decision)));
      }
    }
    for (String file : wanted) {
      if (!byFile.containsKey(file)) {
        problems.add(
            Mark.of(folder.toString()), "", "the file " + file + " is missing from the folder");
      }
    }
    problems.throwIfAny();
    List<Rule> all = new ArrayList<>();
    wanted.forEach(file -> all.addAll(byFile.getOrDefault(file, List.of())));
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new RuleSet(folder, signatures, all, sha256, cache, keys);
  }

  /** What is wrong in the files of the decisions, where they have one. */
  List<Problem> problemsOfFiles() {
    for (Signature signature : signatures) {
      Path file = folder.resolve(signature.fileName());
      if (Files.exists(file)) {
        rules(file, bytes(file), signature);
      }
    }
    return problems.all();
  }

  /** Every rule file in and under the folder, by its path from the folder with slashes. */
  private Map<String, Path> files() {
    Map<String, Path> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "is no folder" : "does not exist";
      problems.add(Mark.of(folder.toString()), "", "the rule folder " + what);
      return files;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING))
          .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
    } catch (IOException | java.io.UncheckedIOException e) {
      problems.add(Mark.of(folder.toString()), "", "the rule folder cannot be read");
    }
    if (files.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.of(Mark.of(folder.toString()), "", "the folder holds no rules")
              .allowing("one file for each decision, such as " + signatures.get(0).fileName()));
    }
    return files;
  }

  private void checkName(Path file, List<String> wanted, Map<String, Path> files) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    if (wanted.contains(name)) {
      return;
    }
    String plain = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    Mark mark = Mark.of(file.toString());
    if (wanted.contains(plain)) {
      String decision = plain.substring(0, plain.length() - ENDING.length());
      problems.add(
          Problem.of(
                  mark,
                  "",
                  files.containsKey(plain)
                      ? "this is a second file for the decision " + decision
                      : "this file for the decision "
                          + decision
                          + " is in the wrong place or has the wrong name")
              .allowing(plain + ", directly in the folder"));
    } else {
      problems.add(
          Problem.of(mark, "", "there is no decision for this file")
              .allowing(String.join(", ", wanted))
              .advising(Suggestions.didYouMean(plain, wanted)));
    }
  }

  private byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        problems.add(Mark.of(file.toString()), "", "this is no file");
      } else if (Files.size(file) > LARGEST_FILE) {
        problems.add(
            Problem.of(Mark.of(file.toString()), "", "the file is too large for rules")
                .allowing("up to " + (LARGEST_FILE >> 10) + " KiB"));
      } else {
        return Files.readAllBytes(file);
      }
    } catch (IOException e) {
      problems.add(Mark.of(file.toString()), "", "the file cannot be read");
    }
    return new byte[0];
  }

  private List<Rule> rules(Path path, byte[] bytes, Signature signature) {
    String file = path.toString();
    int before = problems.size();
    if (bytes.length == 0) {
      if (problems.all().stream().noneMatch(problem -> problem.mark().equals(Mark.of(file)))) {
        problems.add(Mark.of(file), "", "the file is empty");
      }
      return List.of();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.startsWith("\uFEFF")) {
        problems.add(new Mark(file, 1, 1), "", "the file begins with a byte order mark; remove it");
        text = text.substring(1);
      }
      checkCharacters(file, text);
      String key = RuleCache.key(signature, bytes);
      keys.put(signature.decision(), key);
      boolean again = problems.size() == before && !cache.knows(key);
      return RuleFile.read(
          file,
          text,
          signature,
          again ? DroolsReading::ofFile : RuleFile.SecondReading.NONE,
          problems);
    } catch (CharacterCodingException e) {
      assert problems.size() == before;
      problems.add(Mark.of(file), "", "the file is no text in UTF-8");
      return List.of();
    }
  }

  /**
   * Refuses what turns text around or hides it, wherever it stands: a comment too must be what it
   * seems.
   */
  private void checkCharacters(String file, String text) {
    int line = 1;
    int lineStart = 0;
    long more = 0;
    @Nullable Mark first = null;
    int found = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int codePoint = text.codePointAt(at);
      boolean isLayout = codePoint == '\n' || codePoint == '\t' || text.startsWith("\r\n", at);
      if (!isLayout && !Printable.is(codePoint)) {
        if (first == null) {
          first = new Mark(file, line, at - lineStart + 1);
          found = codePoint;
        } else {
          more++;
        }
      }
      if (codePoint == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
    if (first != null) {
      problems.add(
          first,
          "",
          "the character \""
              + Character.toString(found)
              + "\" is refused: it does not show"
              + (more == 0 ? "" : "; " + more + " more of its kind follow"));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
