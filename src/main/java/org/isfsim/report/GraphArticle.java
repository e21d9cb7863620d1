package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.coverage.DecisionGraph;
import org.isfsim.coverage.DecisionGraph.Edge;
import org.isfsim.coverage.DecisionGraph.Node;
import org.isfsim.coverage.DecisionGraph.NodeKind;

/** The decision graph, decision by decision; also in the language of Graphviz. */
public final class GraphArticle {

  private final DecisionGraph graph;

  private GraphArticle(DecisionGraph graph) {
    this.graph = graph;
  }

  /** The article. */
  public static Article of(DecisionGraph graph) {
    return new GraphArticle(graph).article();
  }

  private Article article() {
    Article article = new Article().lead(counts());
    for (Node decision : graph.nodes(NodeKind.DECISION)) {
      article
          .heading(2, decision.name())
          .rows(
              Facts.NAMES,
              new Facts()
                  .add("parameters", some(grouped(graph.sources(decision, NodeKind.PARAMETER))))
                  .add("decisions", some(names(graph.sources(decision, NodeKind.DECISION))))
                  .add("feeds", some(names(graph.targets(decision, NodeKind.DECISION))))
                  .add(
                      "outcome",
                      graph.targets(decision, NodeKind.OUTCOME).stream()
                          .map(node -> "yes")
                          .toList())
                  .add("indicators", some(names(graph.targets(decision, NodeKind.INDICATOR))))
                  .add("milestones", some(names(graph.targets(decision, NodeKind.MILESTONE))))
                  .rows());
    }
    List<Node> undecided = undecided(graph);
    if (!undecided.isEmpty()) {
      Facts facts = new Facts();
      undecided.forEach(
          n -> facts.add(n.name(), some(grouped(graph.sources(n, NodeKind.PARAMETER)))));
      article.heading(2, "Reported without a decision").rows(Facts.NAMES, facts.rows());
    }
    return article
        .value("nodes", graph.nodes().stream().map(GraphArticle::value).toList())
        .value(
            "edges",
            graph.edges().stream()
                .map(
                    edge ->
                        Json.object(
                            "from", value(edge.from()),
                            "to", value(edge.to()),
                            "inputs", edge.inputs()))
                .toList());
  }

  private static Map<String, Object> value(Node node) {
    return Json.object("kind", kind(node), "name", node.name());
  }

  private static List<String> some(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private String counts() {
    return Figures.count(graph.nodes(NodeKind.PARAMETER).size(), "parameter")
        + ", "
        + Figures.count(graph.nodes(NodeKind.DECISION).size(), "decision")
        + ", the outcome, "
        + Figures.count(graph.nodes(NodeKind.INDICATOR).size(), "indicator")
        + ", "
        + Figures.count(graph.nodes(NodeKind.MILESTONE).size(), "milestone")
        + "; "
        + Figures.count(graph.edges().size(), "edge");
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

  /** In the language of Graphviz. */
  public static String dot(DecisionGraph graph) {
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
}
