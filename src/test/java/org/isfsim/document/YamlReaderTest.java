package org.isfsim.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @TempDir Path folder;

  private final Problems problems = new Problems();

  private Node read(String text) {
    Optional<Node> node = YamlReader.parse(text, "f", problems);
    problems.throwIfAny();
    return node.orElseThrow();
  }

  private List<String> messages(String text) {
    assertThat(YamlReader.parse(text, "f", problems)).isEmpty();
    return problems.all().stream().map(Problem::toString).toList();
  }

  private static Node.Mapping map(Node node) {
    return (Node.Mapping) node;
  }

  @Test
  void everyValueAndKeyKnowsItsPlace() {
    Node.Mapping root = map(read("a: 1\nb:\n  - x\n  - { c: 'two words' }\n"));
    assertThat(root.require("a").key().mark()).isEqualTo(new Mark("f", 1, 1));
    assertThat(root.require("a").value().mark()).isEqualTo(new Mark("f", 1, 4));
    Node.Sequence list = (Node.Sequence) root.require("b").value();
    assertThat(list.items().get(0).mark()).isEqualTo(new Mark("f", 3, 5));
    Node.Entry inner = map(list.items().get(1)).require("c");
    assertThat(inner.value().mark()).isEqualTo(new Mark("f", 4, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "no", "on", "012", "1e3", "0x1F", "2025-11-04", "33%", "2/3", "~x"})
  void plainValuesStayTheWordsThatWereWritten(String text) {
    assertThat(read("a: " + text))
        .isInstanceOfSatisfying(
            Node.Mapping.class,
            root ->
                assertThat(root.require("a").value())
                    .isEqualTo(new Node.Scalar(new Mark("f", 1, 4), text, false)));
  }

  @Test
  void onlyAnUnquotedNullIsNothing() {
    Node.Mapping root = map(read("a:\nb: null\nc: ~\nd: 'null'\ne: ''\nf: !!str null\n"));
    assertThat(List.of("a", "b", "c")).allMatch(key -> isNull(root, key));
    assertThat(List.of("d", "e", "f")).noneMatch(key -> isNull(root, key));
  }

  private static boolean isNull(Node.Mapping root, String key) {
    return root.require(key).value() instanceof Node.Scalar scalar && scalar.isNull();
  }

  @Test
  void anAliasStandsForItsAnchor() {
    Node.Mapping root = map(read("a: &x { b: 1 }\nc: *x\n"));
    assertThat(root.require("c").value()).isEqualTo(root.require("a").value());
  }

  @Test
  void aByteOrderMarkIsNotText() throws IOException {
    Path file = folder.resolve("bom.yaml");
    Files.write(file, "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_8));
    Node root = YamlReader.read(file, problems).orElseThrow().root();
    assertThat(map(root).entries()).containsOnlyKeys("a");
  }

  @Test
  void theDigestIsThatOfTheBytes() throws IOException {
    Path file = folder.resolve("abc.yaml");
    Files.writeString(file, "abc");
    // FIPS 180-2, appendix B.1.
    assertThat(YamlReader.read(file, problems).orElseThrow().sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  @Timeout(5)
  void aFileThatNestsWithoutEndIsStopped() {
    assertThat(messages("[".repeat(500_000)))
        .containsExactly(
            "f:1:51: lists and maps are nested too deeply; allowed: at most 50 levels");
    assertThat(new Problems().isEmpty()).isTrue();
  }

  @Test
  @Timeout(5)
  void depthCountsThroughAliases() {
    StringBuilder text = new StringBuilder("a0: &a0 [[[[[[[[[[x]]]]]]]]]]\n");
    for (int i = 1; i < 6; i++) {
      text.append("a" + i + ": &a" + i + " [[[[[[[[[*a" + (i - 1) + "]]]]]]]]]\n");
    }
    assertThat(messages(text.toString())).singleElement().asString().contains("nested too deeply");
  }

  @Test
  @Timeout(5)
  void aFileThatMultipliesWithoutEndIsStopped() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    assertThat(messages(text.toString())).singleElement().asString().contains("too many values");
  }

  @Test
  @Timeout(60)
  void noTextMakesItFailOtherwiseThanWithAProblem() {
    SplittableRandom random = new SplittableRandom(11);
    String alphabet = "ab: -[]{},&*!|>'\"#%@`\n\t ?~1.\\\uD83D\uDE00\u0000\uFEFF";
    for (int trial = 0; trial < 20_000; trial++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Problems found = new Problems();
      Optional<Node> node = YamlReader.parse(text.toString(), "f", found);
      assertThat(node.isPresent() || !found.isEmpty()).as(text.toString()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ uniform: { min: 4, max: 60 } }",
        "[33%, 67%]",
        "{}",
        "[]",
        "\"two: words\"",
        "\"null\"",
        "null",
        "a b",
        "\"line\\nbreak \\\" \\\\\"",
        "{ \"# no comment\": \"- no list\" }",
        "\"-\"",
        "-4.5"
      })
  void whatIsWrittenOnOneLineReadsBackAsTheSame(String text) {
    Node node = read("a: " + text);
    String written = map(node).require("a").value().written();
    assertThat(written).isEqualTo(text);
    Mark place = Mark.of("f");
    assertThat(read("a: " + written).at(place)).isEqualTo(node.at(place));
  }
}
