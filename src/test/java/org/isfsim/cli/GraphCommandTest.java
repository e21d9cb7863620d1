package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GraphCommandTest {

  @TempDir private Path folder;

  @Test
  void theTextNamesWhatFeedsEachDecision() {
    Ran ran = Ran.isfsim("rules", "graph");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("38 decisions, the outcome", "objection\n  parameters  council: china.vote");
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void whatIsReportedOfParametersAloneIsNamedToo() throws IOException {
    RulesCommandTest.copyRules(folder);
    Path model = folder.resolve("model.yaml");
    Files.writeString(
        model,
        Files.readString(model)
            .replaceFirst(
                "(?m)^indicators:$",
                """
                indicators:
                  vote-held:
                    title: Vote held
                    of: council.vote-held
                    means: The text is put to a vote"""));
    assertThat(Ran.isfsim("rules", "graph", "--rules", folder.toString()).out())
        .containsPattern("Reported without a decision[\\s\\S]*vote-held");
  }

  @Test
  void dotAndJsonHaveEveryEdge() {
    String dot = Ran.isfsim("rules", "graph", "--format", "dot").out();
    String json = Ran.isfsim("rules", "graph", "--format", "json").out();
    assertThat(dot)
        .startsWith("digraph decisions {")
        .contains("\"parameter council.china.vote\" -> \"decision objection\" [tooltip=\"china\"];")
        .contains("\"decision outcome\" -> \"outcome outcome\";")
        .endsWith("}\n");
    long edges = dot.lines().filter(line -> line.contains(" -> ")).count();
    assertThat(json.lines().filter(line -> line.contains("\"inputs\"")).count()).isEqualTo(edges);
  }

  @Test
  void theDrawingHasABoxForEveryDecisionAndNoneOverlaps() throws Exception {
    Document svg = parsed(Ran.isfsim("rules", "graph", "--format", "svg").out());

    double width = number(svg.getDocumentElement(), "width");
    assertThat(width).isGreaterThanOrEqualTo(1200);
    List<String> titles = new ArrayList<>();
    NodeList found = svg.getElementsByTagName("title");
    for (int i = 0; i < found.getLength(); i++) {
      titles.add(found.item(i).getTextContent());
    }
    assertThat(titles).contains("The decision graph of isfsim");
    assertThat(titles)
        .containsAll(
            org.isfsim.Shipped.model().signatures().stream()
                .map(s -> "decision " + s.decision())
                .toList());
    assertThat(titles).contains("mandate feeds politics through benchmarks, reporting");

    List<double[]> boxes = new ArrayList<>();
    NodeList rectangles = svg.getElementsByTagName("rect");
    for (int i = 0; i < rectangles.getLength(); i++) {
      Element rectangle = (Element) rectangles.item(i);
      if (rectangle.getAttribute("class").startsWith("box")) {
        boxes.add(
            new double[] {
              number(rectangle, "x"),
              number(rectangle, "y"),
              number(rectangle, "x") + number(rectangle, "width"),
              number(rectangle, "y") + number(rectangle, "height")
            });
      }
    }
    assertThat(boxes).hasSameSizeAs(org.isfsim.Shipped.model().signatures());
    for (double[] a : boxes) {
      assertThat(a[0]).isNotNegative();
      assertThat(a[2]).isLessThanOrEqualTo(width);
      for (double[] b : boxes) {
        boolean isApart = a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
        assertThat(a == b || isApart).isTrue();
      }
    }
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void aFileIsWrittenOnceUnlessForced() throws IOException {
    String file = folder.resolve("graph.dot").toString();
    assertThat(Ran.isfsim("rules", "graph", "--format", "dot", "--out", file).out()).isEmpty();
    assertThat(Files.readString(Path.of(file))).startsWith("digraph");
    Ran again = Ran.isfsim("rules", "graph", "--out", file);
    assertThat(again.code()).isEqualTo(ExitCode.INVALID);
    assertThat(again.err()).contains("graph.dot: is there already (--force writes over it)");
    assertThat(Ran.isfsim("rules", "graph", "--out", file, "--force").code()).isZero();
    assertThat(Files.readString(Path.of(file))).doesNotContain("digraph");
  }

  @Test
  void anUnknownFormatIsAWrongCommandLine() {
    assertThat(Ran.isfsim("rules", "graph", "--format", "png").code()).isEqualTo(ExitCode.USAGE);
  }
}
