package org.isfsim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMAInputStream;

class PackEnginesTest {

  @TempDir Path folder;

  @Test
  void everyEngineIsPackedAndCanBeUnpacked() throws IOException {
    for (String engine : PageWriter.ENGINES) {
      Files.writeString(folder.resolve(engine), (engine + " again, ").repeat(1_000));
    }
    PackEngines.main(new String[] {folder.toString(), folder.toString()});
    for (String engine : PageWriter.ENGINES) {
      byte[] packed = Files.readAllBytes(folder.resolve(engine + PageWriter.PACKED));
      assertThat(packed.length).isLessThan(200);
      try (LZMAInputStream in = new LZMAInputStream(new ByteArrayInputStream(packed))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo((engine + " again, ").repeat(1_000));
      }
    }
  }
}
