package org.isfsim.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sound register of one document, one conflict and two voices, to be spoilt by a test. */
public final class SmallRegister {

  /** The text of its original. */
  static final String ORIGINAL = "Title\n\nSecond paragraph.\n   \nThird paragraph.\n";

  private static final String DOCUMENT =
      """
      id: S000
      file: original.txt
      sha256: 4c2e7d0bd76b8f8cd12ab0a4d1dd5c2f9cfa6fc4d3a1a3a0d5de1e20a7a8f2b1
      title: A report
      kind: news report
      reliability: high
      note: made up for this test
      paragraphs: 3
      claims:
        S000-01:
          paragraph: 1
          who: an official
          kind: fact
          says: The first thing.
        S000-02:
          paragraph: [2, 3]
          who: a diplomat
          kind: condition
          says: The second thing.
        S000-03:
          paragraph: 3
          who: the report
          kind: opinion
          says: The third thing.
          unused: shapes nothing
      """;

  private static final String CONFLICTS =
      """
      C1:
        title: Whether it is so
        sides:
          - { value: true, claims: [S000-01], says: It is }
          - { claims: [S000-02], says: It is not }
        treatment: switch
        parameter: some.parameter
        resolution: A switch, since S000-01 and S000-02 differ.
      """;

  private static final String VOICES =
      """
      diplomats:
        name: diplomats and officials
        note: one voice, as S000-01 shows
        speaks:
          S000: [an official, a diplomat]
      report:
        name: the report itself
        speaks:
          S000: [the report]
      """;

  private final Path folder;

  private SmallRegister(Path folder) {
    this.folder = folder;
  }

  /** Writes it into a folder. */
  public static SmallRegister in(Path folder) {
    return new SmallRegister(folder)
        .write("S000.yaml", DOCUMENT)
        .write("conflicts.yaml", CONFLICTS)
        .write("voices.yaml", VOICES);
  }

  SmallRegister write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  SmallRegister delete(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Replaces the first place where a text stands. */
  SmallRegister replace(String name, String text, String by) {
    try {
      String old = Files.readString(folder.resolve(name));
      int at = old.indexOf(text);
      if (at < 0) {
        throw new IllegalArgumentException("\"" + text + "\" does not stand in " + name);
      }
      return write(name, old.substring(0, at) + by + old.substring(at + text.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Register read() {
    return Register.read(folder);
  }
}
