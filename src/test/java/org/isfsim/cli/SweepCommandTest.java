package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.isfsim.SmallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

class SweepCommandTest {

  private static final String SMALL = SmallScenario.FILE.toString();

  @TempDir private Path folder;

  @Test
  void aSweepOverTheElectedMembersFindsWhereTheVetoTakesOver() {
    JsonNode answer =
        ReachCommandTest.json("sweep", SMALL, "--vary", "council.elected-yes", "--format", "json");
    assertThat(answer.get("tables").get("sweep")).hasSize(11);
    JsonNode threshold = answer.get("tables").get("thresholds").get(0);
    assertThat(threshold.get("before").asString()).isEqualTo("not-adopted-insufficient");
    assertThat(threshold.get("after").asString()).isEqualTo("not-adopted-veto");
    Ran text = Ran.isfsim("sweep", SMALL, "--vary", "council.elected-yes");
    assertThat(text.out()).contains("Sweep over council.elected-yes", "gives way to");
    assertThat(text.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void linesAreDrawnAsSvg() throws Exception {
    Path chart = folder.resolve("lines.svg");
    Ran ran =
        Ran.isfsim(
            "sweep",
            SMALL,
            "--vary",
            "council.elected-yes=0,5,10",
            "--of",
            "not-deployed",
            "--of",
            "council-tally < 9",
            "--chart",
            chart.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(chart.toFile());
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    assertThat(Files.readString(chart)).contains("council-tally &lt; 9", "council.elected-yes");
    Ran again =
        Ran.isfsim(
            "sweep", SMALL, "--vary", "council.elected-yes=0,5", "--chart", chart.toString());
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("is there already; --force writes over it");
  }

  @Test
  void aHeatMapIsDrawnAsPng() throws IOException {
    Path chart = folder.resolve("map.png");
    Ran ran =
        Ran.isfsim(
            "sweep",
            SMALL,
            "--vary",
            "text.tasks",
            "--vary",
            "council.elected-yes=0,10",
            "--of",
            "not-deployed",
            "--chart",
            chart.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    BufferedImage image = ImageIO.read(chart.toFile());
    assertThat(image.getWidth()).isEqualTo(1800);
    // Nobody votes yes on the left, so that nothing is adopted and nothing fails to deploy.
    assertThat(image.getRGB(400, 200) & 0xff).isGreaterThan(image.getRGB(1700, 200) & 0xff);
    assertThat(Files.list(folder)).containsExactly(chart);
  }

  @Test
  void numbersOfDistributionsAndBandsAreCsvColumns() {
    Ran ran =
        Ran.isfsim(
            "sweep",
            SMALL,
            "--vary",
            "council.china.vote.choice.no=1,8",
            "--vary",
            "bands.force.troops=[5000,15000],[2000,40000]",
            "--format",
            "csv");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(5);
    assertThat(ran.out())
        .startsWith("council.china.vote.choice.no,bands.force.troops,most_likely,no-vote,")
        .contains("\n8,\"[2000,40000]\",");
  }

  @Test
  void badRequestsAreToldAllAtOnce() {
    Ran ran =
        Ran.isfsim(
            "sweep",
            SMALL,
            "--vary",
            "council.elected-yess",
            "--vary",
            "text.tasks=enforcment",
            "--of",
            "aid = humanitarain");
    assertThat(ran.code()).isEqualTo(ExitCode.INVALID);
    assertThat(ran.err())
        .contains("did you mean \"council.elected-yes\"?", "did you mean \"enforcement\"?")
        .contains("did you mean \"humanitarian\"?", "3 problems.");
    Ran stated = Ran.isfsim("sweep", SMALL, "--vary", "council.china.vote.choice.no");
    assertThat(stated.err()).contains("the values of council.china.vote.choice.no must be stated");
    Ran wrong = Ran.isfsim("sweep", SMALL, "--vary", "council.china.vote.choice.maybe=1");
    assertThat(wrong.code()).isEqualTo(ExitCode.INVALID);
    assertThat(wrong.err()).contains("--vary council.china.vote.choice.maybe=1", "maybe");
    assertThat(Ran.isfsim("sweep", SMALL).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.isfsim("sweep", SMALL, "--vary", "text.tasks", "--chart", "a.gif").err())
        .contains(".svg or .png");
  }
}
