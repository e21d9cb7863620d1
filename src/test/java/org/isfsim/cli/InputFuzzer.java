package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isfsim.cli.InputReaders.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What Jazzer calls with inputs that it makes up, following which of the program's code they reach;
 * {@code .ci/fuzz} starts it. It needs no class of Jazzer.
 *
 * <p>The system property {@code fuzz.kind} says as what the inputs are read.
 */
public final class InputFuzzer {

  private static final Kind KIND = Kind.valueOf(System.getProperty("fuzz.kind", "SCENARIO"));
  private static @Nullable InputReaders readers;

  private InputFuzzer() {}

  /** Called once, before the first input. */
  public static void fuzzerInitialize() throws IOException {
    readers = new InputReaders(Files.createTempDirectory("fuzz"));
  }

  /** Called for each input; an error is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (readers == null) {
      throw new IllegalStateException("not initialized");
    }
    readers.read(KIND, input);
  }

  /** Writes sound inputs of every kind to begin with: {@code InputFuzzer FOLDER}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path scratch = Files.createTempDirectory("fuzz");
    try (InputReaders sound = new InputReaders(scratch)) {
      for (Kind kind : Kind.values()) {
        Path corpus = Files.createDirectories(folder.resolve(kind.name()));
        List<byte[]> inputs = sound.sound(kind);
        for (int i = 0; i < inputs.size(); i++) {
          Files.write(corpus.resolve("sound-" + i), inputs.get(i));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
