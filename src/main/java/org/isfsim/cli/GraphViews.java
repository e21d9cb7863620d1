package org.isfsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isfsim.article.Json;
import org.isfsim.coverage.DecisionGraph;
import org.isfsim.coverage.DecisionGraph.Edge;
import org.isfsim.coverage.DecisionGraph.Node;
import org.isfsim.coverage.DecisionGraph.NodeKind;

/** The decision graph as text, in the language of Graphviz, or as JSON. */
final class GraphViews {

  private final DecisionGraph graph;

  GraphViews(DecisionGraph graph) {
    this.graph = graph;
  }

  void print(Page page) {
    page.text(0, counts());
    for (Node decision : graph.nodes(NodeKind.DECISION)) {
      page.blank();
      page.heading(decision.name());
      line(page, "parameters", grouped(graph.sources(decision, NodeKind.PARAMETER)));
      line(page, "decisions", names(graph.sources(decision, NodeKind.DECISION)));
      line(page, "feeds", names(graph.targets(decision, NodeKind.DECISION)));
      line(page, "outcome", graph.targets(decision, NodeKind.OUTCOME).isEmpty() ? "" : "yes");
      line(page, "indicators", names(graph.targets(decision, NodeKind.INDICATOR)));
      line(page, "milestones", names(graph.targets(decision, NodeKind.MILESTONE)));
    }
    List<Node> undecided = undecided(graph);
    if (!undecided.isEmpty()) {
      page.blank();
      page.heading("Reported without a decision");
      for (Node node : undecided) {
        line(page, node.name(), grouped(graph.sources(node, NodeKind.PARAMETER)));
      }
    }
  }

  private static void line(Page page, String label, String text) {
    if (!text.isEmpty()) {
      page.field(2, label, text);
    }
  }

  private String counts() {
    return String.format(
        Locale.ROOT,
        "%d parameters, %d decisions, the outcome, %d indicators, %d milestones; %d edges",
        graph.nodes(NodeKind.PARAMETER).size(),
        graph.nodes(NodeKind.DECISION).size(),
        graph.nodes(NodeKind.INDICATOR).size(),
        graph.nodes(NodeKind.MILESTONE).size(),
        graph.edges().size());
  }

  /** The indicators and milestones that parameters alone feed. */
  static List<Node> undecided(DecisionGraph graph) {
    List<Node> undecided = new ArrayList<>(graph.nodes(NodeKind.INDICATOR));
    undecided.addAll(graph.nodes(NodeKind.MILESTONE));
    undecided.removeIf(node -> !graph.sources(node, NodeKind.DECISION).isEmpty());
    return undecided;
  }

  static String names(List<Node> nodes) {
    return nodes.stream().map(Node::name).collect(Collectors.joining(", "));
  }

  /** Addresses by their first word: {@code council: china.vote, vote-held; population}. */
  static String grouped(List<Node> parameters) {
    return groups(parameters).stream().collect(Collectors.joining("; "));
  }

  /** One text for each first word of the addresses. */
  static List<String> groups(List<Node> parameters) {
    Map<String, List<String>> byFirst = new LinkedHashMap<>();
    for (Node parameter : parameters) {
      String[] parts = parameter.name().split("\\.", 2);
      List<String> rest = byFirst.computeIfAbsent(parts[0], first -> new ArrayList<>());
      if (parts.length > 1) {
        rest.add(parts[1].startsWith("*.") ? parts[1].substring(2) : parts[1]);
      }
    }
    List<String> groups = new ArrayList<>();
    byFirst.forEach(
        (first, rest) ->
            groups.add(rest.isEmpty() ? first : first + ": " + String.join(", ", rest)));
    return groups;
  }

  String dot() {
    StringBuilder dot = new StringBuilder("digraph decisions {\n  rankdir=LR;\n  node [");
    dot.append("fontname=\"sans-serif\", fontsize=10];\n");
    for (Node node : graph.nodes()) {
      dot.append("  ").append(id(node)).append(" [label=").append(quoted(node.name()));
      dot.append(", shape=").append(shape(node.kind())).append("];\n");
    }
    for (Edge edge : graph.edges()) {
      dot.append("  ").append(id(edge.from())).append(" -> ").append(id(edge.to()));
      if (!edge.inputs().isEmpty()) {
        dot.append(" [tooltip=").append(quoted(String.join(", ", edge.inputs()))).append(']');
      }
      dot.append(";\n");
    }
    return dot.append("}\n").toString();
  }

  private static String shape(NodeKind kind) {
    return switch (kind) {
      case PARAMETER -> "plaintext";
      case DECISION -> "box";
      case OUTCOME -> "doubleoctagon";
      case INDICATOR -> "ellipse";
      case MILESTONE -> "hexagon";
    };
  }

  private static String id(Node node) {
    return quoted(kind(node) + " " + node.name());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String kind(Node node) {
    return node.kind().name().toLowerCase(Locale.ROOT);
  }

  Map<String, Object> json() {
    return Json.object(
        "nodes",
        graph.nodes().stream()
            .map(node -> Json.object("kind", kind(node), "name", node.name()))
            .toList(),
        "edges",
        graph.edges().stream()
            .map(
                edge ->
                    Json.object(
                        "from",
                        Json.object("kind", kind(edge.from()), "name", edge.from().name()),
                        "to",
                        Json.object("kind", kind(edge.to()), "name", edge.to().name()),
                        "inputs",
                        edge.inputs()))
            .toList());
  }
}
