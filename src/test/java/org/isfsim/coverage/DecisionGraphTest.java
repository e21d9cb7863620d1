package org.isfsim.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.coverage.DecisionGraph.Edge;
import org.isfsim.coverage.DecisionGraph.Node;
import org.isfsim.coverage.DecisionGraph.NodeKind;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecisionGraphTest {

  private final Plan plan = Shipped.plan("baseline.yaml", Map.of());
  private final RuleSet rules = Shipped.rules();

  /**
   * The graph goes back from what is fed; this goes forward from what feeds. The rules that come
   * with the program read every input.
   */
  @Test
  void itsEdgesAreThoseOfThePlan() {
    Map<Variable, Set<String>> carried = new HashMap<>();
    Set<String> expected = new HashSet<>();
    for (Step step : plan.steps()) {
      Set<String> arriving = new HashSet<>();
      step.reads().forEach(read -> arriving.addAll(carried.getOrDefault(read, Set.of())));
      for (Variable written : step.writes()) {
        if (step instanceof Step.Draw) {
          String address = written.name().replaceFirst("^contributors\\.[^.]*", "contributors.*");
          carried.put(written, Set.of(address));
        } else if (step instanceof Step.Decide decide) {
          String decision = decide.signature().decision();
          arriving.forEach(from -> expected.add(from + " -> " + decision));
          carried.put(written, Set.of("decision " + decision));
        } else {
          carried.put(written, arriving);
        }
      }
    }
    plan.indicators()
        .forEach(
            indicator ->
                carried
                    .getOrDefault(indicator.variable(), Set.of())
                    .forEach(from -> expected.add(from + " -> indicator " + indicator.name())));
    plan.milestones()
        .forEach(
            milestone ->
                carried
                    .getOrDefault(milestone.week(), Set.of())
                    .forEach(from -> expected.add(from + " -> milestone " + milestone.name())));
    expected.add("decision outcome -> outcome outcome");

    List<String> edges =
        DecisionGraph.of(plan, rules).edges().stream().map(DecisionGraphTest::words).toList();

    assertThat(edges).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String words(Edge edge) {
    String from = (edge.from().kind() == NodeKind.DECISION ? "decision " : "") + edge.from().name();
    String to =
        switch (edge.to().kind()) {
          case DECISION -> edge.to().name();
          case OUTCOME -> "outcome outcome";
          case INDICATOR -> "indicator " + edge.to().name();
          case MILESTONE -> "milestone " + edge.to().name();
          case PARAMETER -> throw new AssertionError("a parameter is fed");
        };
    return from + " -> " + to;
  }

  @Test
  void allContributorsAreOne() {
    DecisionGraph graph = DecisionGraph.of(plan, rules);

    assertThat(graph.nodes(NodeKind.PARAMETER))
        .extracting(Node::name)
        .contains("contributors.*.willing", "contributors.*.troops")
        .noneMatch(name -> name.startsWith("contributors.") && !name.startsWith("contributors.*."));
    assertThat(graph.nodes(NodeKind.DECISION))
        .extracting(Node::name)
        .containsExactlyInAnyOrderElementsOf(
            org.isfsim.Shipped.model().signatures().stream()
                .map(signature -> signature.decision())
                .toList());
  }

  @Test
  void anEdgeNamesTheInputsThatItGoesThrough() {
    assertThat(DecisionGraph.of(plan, rules).edges())
        .contains(
            new Edge(
                new Node(NodeKind.DECISION, "mandate"),
                new Node(NodeKind.DECISION, "politics"),
                List.of("benchmarks", "reporting")));
  }

  @Test
  void anInputThatNoRuleReadsMakesNoEdge(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(rules.folder())) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(
            folder.resolve(file.getFileName()),
            text.replace(", reportingContested)", ")").replace(" || !reportingContested", ""));
      }
    }
    Node contested = new Node(NodeKind.PARAMETER, "politics.reporting-contested");

    DecisionGraph graph =
        DecisionGraph.of(plan, RuleSet.read(folder, org.isfsim.Shipped.model().signatures()));

    assertThat(DecisionGraph.of(plan, rules).nodes()).contains(contested);
    assertThat(graph.nodes()).doesNotContain(contested);
    assertThat(graph.edges().stream().map(Edge::from).collect(Collectors.toSet()))
        .doesNotContain(contested);
  }
}
