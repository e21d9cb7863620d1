package org.isfsim.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is read as it was written, or refused with the command that begins anew. */
final class CheckpointTest {

  private static final Checkpoint SMALL =
      new Checkpoint(
          "/somewhere",
          request("x.yaml"),
          Map.of("seed", "3"),
          List.of(new Checkpoint.Reached(2, new byte[] {1, 2, 3})),
          Map.of("experiments.csv", new CaseFile.Rows(7, "0a")));

  @TempDir private Path folder;

  private static RunRequest request(String asked) {
    return RunRequest.of(
        List.of(
            Map.entry("word", "run"),
            Map.entry("path", "x.yaml"),
            Map.entry("ask", asked),
            Map.entry("exact", "OUTCOMES"),
            Map.entry("ranges", "SUPPORT"),
            Map.entry("cases-as", "CSV"),
            Map.entry("reference", "false"),
            Map.entry("threads", "2"),
            Map.entry("form", "text")));
  }

  @Test
  void textsOfAnyLengthAreReadAsTheyWereWritten() throws IOException {
    String statement = "first-troops <= 2026-06-30 or \u00e9".repeat(10_000);
    Checkpoint written =
        new Checkpoint(
            "/somewhere",
            request(statement),
            Map.of("questions", statement, "seed", "3"),
            List.of(),
            Map.of());
    written.write(folder);
    assertThat(Checkpoint.read(folder)).contains(written);
  }

  @Test
  void whereverAByteIsChangedOrCutOffItIsRefused() throws IOException {
    SMALL.write(folder);
    Path file = folder.resolve(Checkpoint.FILE);
    byte[] sound = Files.readAllBytes(file);
    for (int place = 0; place < sound.length; place++) {
      Files.write(file, Arrays.copyOf(sound, place));
      requireRefused("the checkpoint is damaged");
      byte[] changed = sound.clone();
      changed[place] ^= 4;
      Files.write(file, changed);
      requireRefused("the checkpoint is damaged");
    }
  }

  /** As another version would write it, with a digest that is right. */
  @Test
  void oneOfAnotherVersionIsRefusedWhateverFollows() throws IOException {
    for (byte[] rest : List.of(new byte[0], new byte[] {-1, -1, -1, -1, 0}, new byte[99])) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF("isfsim checkpoint 5");
      out.write(rest);
      String digest = YamlReader.sha256(bytes.toByteArray());
      out.write(digest.getBytes(StandardCharsets.US_ASCII));
      Files.write(folder.resolve(Checkpoint.FILE), bytes.toByteArray());
      requireRefused("the checkpoint is of another version of isfsim");
    }
  }

  private void requireRefused(String why) {
    assertThatThrownBy(() -> Checkpoint.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("--force begins anew");
  }
}
