package org.isfsim.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isfsim.document.YamlReader;
import org.isfsim.source.Verification.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  @TempDir private Path folder;
  @TempDir private Path originals;
  private Register register;

  @BeforeEach
  void aRegisterWithTheHashOfItsOriginal() {
    String sha256 = YamlReader.sha256(SmallRegister.ORIGINAL.getBytes(UTF_8));
    register =
        SmallRegister.in(folder)
            .replace(
                "S000.yaml",
                "4c2e7d0bd76b8f8cd12ab0a4d1dd5c2f9cfa6fc4d3a1a3a0d5de1e20a7a8f2b1",
                sha256)
            .read();
  }

  @Test
  void theRegisteredOriginalIsAccepted() throws IOException {
    assertThat(verify(SmallRegister.ORIGINAL).result()).isEqualTo(Result.OK);
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    Verification verification = verify(SmallRegister.ORIGINAL.replace("Third", "third"));
    assertThat(verification.result()).isEqualTo(Result.HASH_DIFFERS);
    assertThat(verification.detail()).contains(register.document("S000").orElseThrow().sha256());
  }

  @Test
  void anotherNumberOfParagraphsIsFoundAndBlankLinesAreNone() throws IOException {
    Verification verification = verify(SmallRegister.ORIGINAL + "\n \t\nFourth paragraph.\n");
    assertThat(verification.result()).isEqualTo(Result.PARAGRAPHS_DIFFER);
    assertThat(verification.detail()).isEqualTo("4 paragraphs, registered are 3");
  }

  @Test
  void aMissingOriginalIsFound() {
    assertThat(register.verify(originals))
        .extracting(Verification::result)
        .containsExactly(Result.MISSING);
  }

  private Verification verify(String text) throws IOException {
    Files.writeString(originals.resolve("original.txt"), text);
    return register.verify(originals).get(0);
  }
}
