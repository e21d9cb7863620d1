package org.isfsim.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are there whole or not at all. */
final class ScratchTest {

  @TempDir private Path folder;

  private static void write(Scratch scratch, String text) throws IOException {
    try (OutputStream out = scratch.open()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void twoThatWriteOneFileLeaveOneOfTheTwoWhole() throws IOException {
    Path target = folder.resolve("a.csv");
    try (Scratch first = Scratch.beside(target);
        Scratch second = Scratch.beside(target)) {
      write(first, "first\n".repeat(1000));
      write(second, "second\n");
      second.finish();
      assertThat(target).hasContent("second\n");
      first.finish();
    }

    assertThat(target).hasContent("first\n".repeat(1000));
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatWasNotFinishedIsGoneAndWhatWasThereStays() throws IOException {
    Path target = Files.writeString(folder.resolve("a"), "before");
    try (Scratch scratch = Scratch.beside(target)) {
      write(scratch, "half");
    }

    assertThat(target).hasContent("before");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void itHasTheRightsOfAnyNewFile() throws IOException {
    Path usual = Files.writeString(folder.resolve("usual"), "");
    Path target = folder.resolve("a");
    Scratch.write(target, new byte[3]);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
  }

  @Test
  void aLinkThatStandsInTheWayIsReplacedAndWhereItLedStays() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
    Path target = Files.createSymbolicLink(folder.resolve("a"), elsewhere);
    Scratch.write(target, "new".getBytes(StandardCharsets.UTF_8));

    assertThat(elsewhere).hasContent("mine");
    assertThat(target).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenToAsItIs() throws IOException {
    Path device = Path.of("/dev/null");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(device));
    Scratch.write(device, new byte[3]);

    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(device).exists();
  }
}
