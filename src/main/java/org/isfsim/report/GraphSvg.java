package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isfsim.article.TextStyle;
import org.isfsim.coverage.DecisionGraph;
import org.isfsim.coverage.DecisionGraph.Node;
import org.isfsim.coverage.DecisionGraph.NodeKind;

/**
 * Draws the decision graph: a box for each decision with the parameters that feed it and what is
 * reported from it, and an arrow from each decision to those that its results feed.
 */
public final class GraphSvg {

  private static final double NARROWEST = 1200;
  private static final double MARGIN = 24;
  private static final double BOX = 236;
  private static final double HEAD = 24;
  private static final double LINE = 15;
  private static final double PAD = 8;
  private static final double BETWEEN_ROWS = 72;
  private static final double TOP = 112;

  /** How many colours tell the arrows of neighbouring boxes apart. */
  private static final int TONES = 6;

  /** How many letters fit a line of a box; widest fonts taken into account. */
  private static final int LETTERS = 34;

  /** A line of text in a box. */
  private record Line(String text, String style) {}

  private final DecisionGraph graph;
  private final Map<String, List<Line>> lines = new LinkedHashMap<>();
  private final Map<String, Integer> tones = new LinkedHashMap<>();
  private final StringBuilder svg = new StringBuilder();
  private double width = NARROWEST;

  private GraphSvg(DecisionGraph graph) {
    this.graph = graph;
  }

  /** The drawing as a document of its own. */
  public static String of(DecisionGraph graph) {
    return new GraphSvg(graph).draw();
  }

  private String draw() {
    Map<String, GraphLayout.Size> sizes = new LinkedHashMap<>();
    Map<String, List<String>> targets = new LinkedHashMap<>();
    for (Node decision : graph.nodes(NodeKind.DECISION)) {
      List<Line> text = lines(decision);
      lines.put(decision.name(), text);
      if (!graph.targets(decision, NodeKind.DECISION).isEmpty()) {
        tones.put(decision.name(), tones.size() % TONES);
      }
      sizes.put(
          decision.name(),
          new GraphLayout.Size(BOX, HEAD + (text.isEmpty() ? 0 : text.size() * LINE + PAD)));
      targets.put(
          decision.name(),
          graph.targets(decision, NodeKind.DECISION).stream().map(Node::name).toList());
    }
    List<List<GraphLayout.Item>> rows = new GraphLayout(sizes, targets, width - 2 * MARGIN).rows();
    double widest =
        rows.stream()
            .flatMap(List::stream)
            .mapToDouble(item -> item.x() + item.width() / 2)
            .max()
            .orElse(0);
    if (widest > width - 2 * MARGIN) {
      width = widest + 2 * MARGIN;
      rows = new GraphLayout(sizes, targets, widest).rows();
    }
    double[] top = new double[rows.size() + 1];
    top[0] = TOP;
    for (int r = 0; r < rows.size(); r++) {
      top[r + 1] = top[r] + height(rows.get(r)) + BETWEEN_ROWS;
    }
    List<String> undecided = undecided();
    double footTop = top[rows.size()] - BETWEEN_ROWS + 30;
    open(footTop + undecided.size() * LINE + 40);
    for (int r = 0; r < rows.size(); r++) {
      for (GraphLayout.Item item : rows.get(r)) {
        arrows(item, top[r], height(rows.get(r)), top[r + 1]);
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      for (GraphLayout.Item item : rows.get(r)) {
        if (item.isBox()) {
          box(item, top[r]);
        }
      }
    }
    for (int i = 0; i < undecided.size(); i++) {
      text(MARGIN, footTop + i * LINE, i == 0 ? "label" : "line", undecided.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double height(List<GraphLayout.Item> row) {
    return row.stream().mapToDouble(GraphLayout.Item::height).max().orElse(0);
  }

  private List<Line> lines(Node decision) {
    List<Line> text = new ArrayList<>();
    for (String group : GraphArticle.groups(graph.sources(decision, NodeKind.PARAMETER))) {
      wrapped(group, "line", text);
    }
    reported(decision, NodeKind.INDICATOR, "indicators: ", text);
    reported(decision, NodeKind.MILESTONE, "milestones: ", text);
    if (!graph.targets(decision, NodeKind.OUTCOME).isEmpty()) {
      text.add(new Line("the outcome of the case", "shown"));
    }
    return text;
  }

  private void reported(Node decision, NodeKind kind, String label, List<Line> text) {
    List<Node> shown = graph.targets(decision, kind);
    if (!shown.isEmpty()) {
      wrapped(label + GraphArticle.names(shown), "shown", text);
    }
  }

  private static void wrapped(String words, String style, List<Line> text) {
    List<String> wrapped = TextStyle.wrapped(words, LETTERS);
    for (int i = 0; i < wrapped.size(); i++) {
      text.add(new Line((i == 0 ? "" : "\u2003") + wrapped.get(i), style));
    }
  }

  private List<String> undecided() {
    List<Node> nodes = GraphArticle.undecided(graph);
    List<String> text = new ArrayList<>();
    if (!nodes.isEmpty()) {
      text.add("Reported without a decision, from parameters alone");
      for (Node node : nodes) {
        String kind = node.kind() == NodeKind.INDICATOR ? "indicator " : "milestone ";
        List<Node> parameters = graph.sources(node, NodeKind.PARAMETER);
        text.addAll(
            TextStyle.wrapped(kind + node.name() + ": " + GraphArticle.grouped(parameters), 170));
      }
    }
    return text;
  }

  private void open(double height) {
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\""
                + " height=\"%.0f\" role=\"img\" aria-labelledby=\"title desc\">%n",
            width, height, width, height));
    svg.append("<title id=\"title\">The decision graph of isfsim</title>\n");
    svg.append("<desc id=\"desc\">").append(escaped(description())).append("</desc>\n");
    svg.append(
        """
        <style>
          text { font-family: Helvetica, Arial, sans-serif; fill: #2b2f36; }
          .title { font-size: 20px; font-weight: bold; }
          .name { font-size: 13px; font-weight: bold; }
          .label { font-size: 11px; font-weight: bold; }
          .line { font-size: 11px; }
          .shown { font-size: 11px; font-style: italic; fill: #33557a; }
          .box { fill: #ffffff; stroke: #8a919c; }
          .last { stroke: #2b2f36; stroke-width: 2; }
          .head { fill: #e6e9ee; }
          .arrow { fill: none; stroke-width: 1.4; }
          .arrow:hover { stroke-width: 3; }
          .tone0 { stroke: #5b6775; } .tone1 { stroke: #8a6d4f; } .tone2 { stroke: #4f7f86; }
          .tone3 { stroke: #7d6a92; } .tone4 { stroke: #6f8456; } .tone5 { stroke: #9a5f68; }
        </style>
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"\
         orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#6b727d"/></marker>
        </defs>
        """);
    svg.append(format("<rect width=\"%.0f\" height=\"%.0f\" fill=\"#ffffff\"/>%n", width, height));
    text(MARGIN, 36, "title", "The decision graph of isfsim");
    text(
        MARGIN,
        58,
        "line",
        "A box is a decision of the rules. Below its name: the parameters that feed it, directly or"
            + " through sums, dates and bands, grouped by their first word; all contributors are"
            + " one.");
    text(MARGIN, 74, "shown", "In italics: what is reported from it.");
    text(
        MARGIN,
        90,
        "line",
        "An arrow: a result of one decision is read by rules of another, directly or through sums,"
            + " dates and bands. Arrows from one box have one colour and share their way until they"
            + " branch.");
  }

  private String description() {
    return graph.nodes(NodeKind.DECISION).stream()
        .map(
            node ->
                node.name()
                    + (graph.targets(node, NodeKind.DECISION).isEmpty()
                        ? " feeds no other decision."
                        : " feeds "
                            + GraphArticle.names(graph.targets(node, NodeKind.DECISION))
                            + "."))
        .collect(Collectors.joining(" "));
  }

  private void box(GraphLayout.Item item, double top) {
    double left = MARGIN + item.x() - item.width() / 2;
    Node node = new Node(NodeKind.DECISION, item.name());
    boolean isLast = !graph.targets(node, NodeKind.OUTCOME).isEmpty();
    svg.append("<g><title>").append(escaped("decision " + item.name())).append("</title>\n");
    svg.append(
        format(
            "<rect class=\"box%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\"/>%n",
            isLast ? " last" : "", left, top, item.width(), item.height()));
    svg.append(
        format(
            "<rect class=\"head\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\"/>%n",
            left + 1, top + 1, item.width() - 2, HEAD - 2));
    text(left + PAD, top + 16, "name", item.name());
    double y = top + HEAD + LINE - 2;
    for (Line line : lines.getOrDefault(item.name(), List.of())) {
      text(left + PAD, y, line.style(), line.text());
      y += LINE;
    }
    svg.append("</g>\n");
  }

  /** The arrows from a box or a lane to the next row, and the lane itself. */
  private void arrows(GraphLayout.Item item, double top, double height, double nextTop) {
    double end = top + height;
    if (!item.isBox()) {
      path(
          item.name(), format("M%.1f,%.1f V%.1f", MARGIN + item.x(), top, end), false, item.name());
    }
    List<GraphLayout.Item> below = item.below();
    for (int i = 0; i < below.size(); i++) {
      GraphLayout.Item to = below.get(i);
      double x1 = MARGIN + port(item, i, below.size());
      double x2 = MARGIN + port(to, to.above().indexOf(item), to.above().size());
      double y1 = item.isBox() ? top + item.height() : end;
      double tip = to.isBox() ? nextTop - 1 : nextTop;
      double bend = (nextTop - end) * 0.55;
      path(
          item.name(),
          format(
              "M%.1f,%.1f V%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f",
              x1, y1, end, x1, end + bend, x2, tip - bend, x2, tip),
          to.isBox(),
          item.name() + (to.isBox() ? " feeds " + to.name() + inputs(item.name(), to.name()) : ""));
    }
  }

  private String inputs(String from, String to) {
    return graph.edges().stream()
        .filter(edge -> edge.from().equals(new Node(NodeKind.DECISION, from)))
        .filter(edge -> edge.to().equals(new Node(NodeKind.DECISION, to)))
        .map(edge -> " through " + String.join(", ", edge.inputs()))
        .findFirst()
        .orElse("");
  }

  /** Where an arrow meets an item: spread along a box, in the middle of a lane. */
  private static double port(GraphLayout.Item item, int number, int count) {
    if (!item.isBox()) {
      return item.x();
    }
    double step = Math.min(26, item.width() * 0.8 / count);
    return item.x() + (number - (count - 1) / 2.0) * step;
  }

  private void path(String source, String way, boolean hasTip, String title) {
    svg.append("<path class=\"arrow tone").append(tones.getOrDefault(source, 0));
    svg.append("\" d=\"").append(way).append('"');
    svg.append(hasTip ? " marker-end=\"url(#tip)\"" : "").append("><title>");
    svg.append(escaped(title)).append("</title></path>\n");
  }

  private void text(double x, double y, String style, String words) {
    svg.append(
        format(
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", style, x, y, escaped(words)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("\r\n", "\n");
  }
}
