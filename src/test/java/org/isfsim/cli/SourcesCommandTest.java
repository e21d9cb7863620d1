package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {

  @TempDir private Path folder;

  @Test
  void listsTheDocumentsWithTheirReliability() {
    Ran ran = Ran.isfsim("sources", "list");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("S000  medium", "S003  low", "S004  high", "30 conflicts");
  }

  @Test
  void theListAsJsonNamesProgramCommandAndDocuments() {
    Ran ran = Ran.isfsim("sources", "list", "--format", "json");
    assertThat(ran.out())
        .startsWith("{\n  \"isfsim\": ")
        .contains("\"command\": \"sources list\"", "\"id\": \"S003\"", "\"reliability\": \"low\"")
        .endsWith("}\n");
  }

  @Test
  void aClaimIsShownWithItsPlaceItsConflictsAndWhatCitesIt() {
    Ran ran = Ran.isfsim("sources", "show", "s001-25");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains(
            "S001-25",
            "condition",
            "Arab and other partner states",
            "S001, paragraph 9",
            "C12 What the refusal",
            "contributors.*.requires-mandate",
            "joining: A state that requires a mandate sends nothing without");
  }

  @Test
  void aClaimIsShownWithItsVoiceAndAVoiceWithItsClaims() {
    assertThat(Ran.isfsim("sources", "show", "S001-28").out())
        .containsPattern("voice +report-s001: the report of S001");
    assertThat(Ran.isfsim("sources", "show", "S001-28", "--format", "json").out())
        .contains("\"voice\": {", "\"id\": \"report-s001\"");
    assertThat(Ran.isfsim("sources", "show", "spencer").out())
        .contains("spencer: John Spencer", "in S000  Spencer", "S000-18", "S002-07");
    assertThat(Ran.isfsim("sources", "show", "spencr").err())
        .contains("no document, claim, conflict or voice \"spencr\"", "did you mean \"spencer\"");
  }

  @Test
  void aDocumentIsShownWithItsClaims() {
    assertThat(Ran.isfsim("sources", "show", "S002").out())
        .contains("S002: Opinion article", "S002-01", "S002-39", "spencer: John Spencer");
  }

  @Test
  void aConflictIsShownWithItsSidesAndResolution() {
    Ran shown = Ran.isfsim("sources", "show", "C1");
    assertThat(shown.out())
        .contains("C1: Whose armed contingents Israel bars", "contingent.veto-scope", "resolution")
        .contains("turkey-only: ", "S000-14", "paragraphs 12 and 18");
    assertThat(Ran.isfsim("sources", "conflicts", "C1")).isEqualTo(shown);
  }

  @Test
  void theConflictsAreListedWithTheirTreatment() {
    assertThat(Ran.isfsim("sources", "conflicts").out().lines())
        .anySatisfy(line -> assertThat(line).matches("C1 +switch +Whose armed .*"))
        .anySatisfy(line -> assertThat(line).matches("C30 +note +One voice .*"));
  }

  @Test
  void anUnknownClaimSaysWhichThereAre() {
    Ran ran = Ran.isfsim("sources", "show", "S001-99");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualToNormalizingNewlines(
            "sources: there is no document, claim, conflict or voice \"S001-99\"; allowed: S001-01 to"
                + " S001-41\n1 problem.\n");
  }

  @Test
  void everyMissingOriginalIsNamed() {
    Ran ran = Ran.isfsim("sources", "verify", folder.toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.out().lines()).hasSize(5).allMatch(line -> line.endsWith("missing"));
    assertThat(ran.err().lines()).hasSize(6).last().isEqualTo("5 problems.");
  }

  @Test
  void aChangedOriginalIsNamed() throws IOException {
    Files.writeString(folder.resolve("001_fbbc972a0db4622d.txt"), "one\n\ntwo\n");
    assertThat(Ran.isfsim("sources", "verify", folder.toString()).err())
        .contains("001_fbbc972a0db4622d.txt: S001: 2 paragraphs, registered are 14");
  }

  @Test
  void aFolderOfOriginalsThatIsNoneIsAProblem() {
    Ran ran = Ran.isfsim("sources", "verify", folder.resolve("nowhere").toString());
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err()).contains("the folder of originals does not exist");
  }

  @Test
  void textFitsTheTerminal() {
    for (int width : new int[] {60, 80, 120}) {
      for (String[] args :
          new String[][] {
            {"sources", "show", "S003"},
            {"sources", "show", "S001-25"},
            {"sources", "conflicts", "C15"},
            {"parameters"},
            {"parameters", "council.china.vote"},
            {"rules", "show", "contingent"}
          }) {
        Ran ran = Ran.at(Home.of(Ran.HOME), width, args);
        assertThat(ran.out().lines())
            .filteredOn(line -> !line.contains("written in"))
            .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void aWordIsLookedForAndAnIdOrAnAddressIsShown() {
    assertThat(Ran.isfsim("sources", "C1")).isEqualTo(Ran.isfsim("sources", "show", "C1"));
    assertThat(Ran.isfsim("sources", "veto").out())
        .contains("Claims", "S001-", "Conflicts", "C25 ");
    assertThat(Ran.isfsim("sources", "council.china.vote").out())
        .startsWith("council.china.vote: ")
        .contains("S001-28");
    Ran misspelt = Ran.isfsim("sources", "vetto");
    assertThat(misspelt.code()).isEqualTo(ExitCode.INVALID);
    assertThat(misspelt.err()).contains("did you mean \"veto\"?");
  }
}
