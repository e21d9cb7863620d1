package org.isfsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the shipped rules that a test changes, as a user of {@code --rules} would. */
public final class RuleCopy {

  private final Path folder;

  /** Copies the rules into a folder, which is made. */
  public RuleCopy(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (Stream<Path> found = Files.list(Shipped.RULES)) {
      List<Path> files = found.toList();
      for (Path file : files) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Puts one text in the place of another, which must occur. */
  public RuleCopy replace(String decision, String text, String replacement) throws IOException {
    Path file = folder.resolve(decision + ".drl");
    String before = Files.readString(file);
    if (!before.contains(text)) {
      throw new AssertionError(file + " does not contain " + text);
    }
    Files.writeString(file, before.replace(text, replacement));
    return this;
  }

  /** Deletes a rule. */
  public RuleCopy delete(String decision, String rule) throws IOException {
    Path file = folder.resolve(decision + ".drl");
    String before = Files.readString(file);
    int start = before.indexOf("rule \"" + rule + "\"");
    if (start < 0) {
      throw new AssertionError(file + " has no rule " + rule);
    }
    int end = before.indexOf("\nend\n", start) + "\nend\n".length();
    Files.writeString(file, before.substring(0, start) + before.substring(end));
    return this;
  }
}
