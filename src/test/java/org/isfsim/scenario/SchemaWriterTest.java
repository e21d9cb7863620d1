package org.isfsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaWriterTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaWriter.write(TestScenarios.CATALOGUE), InputFormat.JSON);

  /** A document as JSON, with the types of YAML's core schema. */
  private static String json(Node node) {
    if (node instanceof Node.Mapping map) {
      return map.entries().values().stream()
          .map(entry -> '"' + entry.key().text() + "\":" + json(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node instanceof Node.Sequence list) {
      return list.items().stream()
          .map(SchemaWriterTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    Node.Scalar scalar = (Node.Scalar) node;
    boolean plain = scalar.text().matches("true|false|-?(0|[1-9]\\d*)(\\.\\d+)?");
    if (scalar.isNull() || !scalar.quoted() && plain) {
      return scalar.isNull() ? "null" : scalar.text();
    }
    return '"' + scalar.text().replace("\"", "\\\"") + '"';
  }

  private static List<Error> errors(String yaml) {
    Problems problems = new Problems();
    Node root = YamlReader.parse(yaml, "test", problems).orElseThrow();
    problems.throwIfAny();
    return SCHEMA.validate(json(root), InputFormat.JSON);
  }

  private static List<Error> errorsOf(Path file) throws IOException {
    return errors(Files.readString(file));
  }

  @Test
  void everyFormThatLoadsIsAccepted() throws IOException {
    assertThat(errorsOf(TestScenarios.file("good/every-form.yaml"))).isEmpty();
    assertThat(errorsOf(TestScenarios.file("good/child.yaml"))).isEmpty();
  }

  @Test
  void theShippedScenariosFitTheSchemaFileBesideThem() throws IOException {
    Schema shipped =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(ShippedSchemaTest.FILE), InputFormat.JSON);
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of("scenarios"))) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Problems problems = new Problems();
      Node root = YamlReader.read(file, problems).orElseThrow().root();
      assertThat(shipped.validate(json(root), InputFormat.JSON)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void theStarterFileIsAccepted() {
    assertThat(errors(ScenarioTemplate.write(TestScenarios.CATALOGUE, "starter"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format-missing",
        "format-other",
        "id-form",
        "title-empty",
        "unknown-key",
        "run-unknown-key",
        "cases-too-many",
        "claim-form",
        "parameter-unknown",
        "parameter-in-wrong-section",
        "value-unknown",
        "value-out-of-range",
        "value-off-the-grid",
        "value-without-percent-sign",
        "lever-with-distribution",
        "distribution-unknown",
        "number-missing",
        "number-unknown",
        "weight-zero",
        "weight-value-unknown",
        "chance-decimal",
        "band-number-of-cuts",
        "band-unknown",
        "contributor-id",
        "contributor-without-name",
        "contributor-unknown-key",
        "shift-without-when"
      })
  void whatNeedsNoArithmeticIsRefused(String name) throws IOException {
    assertThat(errorsOf(TestScenarios.file("bad/" + name + ".yaml"))).isNotEmpty();
  }

  @Test
  void theTextIsTheSameEveryTime() {
    assertThat(SchemaWriter.write(TestScenarios.CATALOGUE))
        .isEqualTo(SchemaWriter.write(TestScenarios.CATALOGUE))
        .doesNotContain("\r")
        .endsWith("}\n");
  }

  @Test
  void theSchemaAndTheLoaderAgreeOnValues() throws IOException {
    List<String> disputed = new ArrayList<>();
    for (String value : List.of("0", "4", "104", "105", "-1", "four", "4%", "{ uniform: 4 }")) {
      String yaml =
          """
          format: 1
          id: probe
          title: A probe
          question: Is it allowed?
          horizon: 2027-12-31
          uncertainties: { force.generation-weeks: %s }
          """
              .formatted(value);
      boolean loads =
          TestScenarios.problemsOf(
                  TestScenarios.file("good/every-form.yaml"),
                  Selection.ofSets(Map.of("force.generation-weeks", value)))
              .isEmpty();
      if (loads != errors(yaml).isEmpty()) {
        disputed.add(value);
      }
    }
    assertThat(disputed).isEmpty();
  }
}
