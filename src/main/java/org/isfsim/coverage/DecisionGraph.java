package org.isfsim.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.isfsim.decision.RuleSet;
import org.isfsim.decision.Signature;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * What feeds what in a plan: parameters feed decisions, decisions feed decisions, and both feed the
 * outcome, the indicators and the milestones. Read off the plan and the rules, never drawn by hand.
 *
 * <p>A thing feeds another if it is an input of it, directly or through sums, dates, bands and
 * comparisons. An input of a decision counts only if some rule reads it. All contributors are one.
 *
 * @param nodes parameters, decisions in the order of the plan, the outcome, indicators, milestones
 * @param edges by target in the order of the nodes, then by source
 */
public record DecisionGraph(List<Node> nodes, List<Edge> edges) {

  /** What a node is. */
  public enum NodeKind {
    /** A parameter of a scenario. */
    PARAMETER,
    /** A decision of the rules. */
    DECISION,
    /** How a case ends. */
    OUTCOME,
    /** A graded result beside the outcome. */
    INDICATOR,
    /** A dated event. */
    MILESTONE
  }

  /**
   * A node.
   *
   * @param kind what it is
   * @param name the address, with {@code *} for a contributor; the decision; or the report's name
   */
  public record Node(NodeKind kind, String name) {}

  /**
   * An edge.
   *
   * @param from what feeds
   * @param to what is fed
   * @param inputs through which inputs of a decision; empty for other nodes
   */
  public record Edge(Node from, Node to, List<String> inputs) {
    /** Copies the list. */
    public Edge {
      inputs = List.copyOf(inputs);
    }
  }

  /** Copies the lists. */
  public DecisionGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The graph of a plan under these rules. */
  public static DecisionGraph of(Plan plan, RuleSet rules) {
    return new Builder(plan, rules).build();
  }

  /** The nodes of a kind. */
  public List<Node> nodes(NodeKind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).toList();
  }

  /** The sources of a node that are of a kind. */
  public List<Node> sources(Node node, NodeKind kind) {
    return edges.stream()
        .filter(edge -> edge.to().equals(node) && edge.from().kind() == kind)
        .map(Edge::from)
        .toList();
  }

  /** The targets of a node that are of a kind. */
  public List<Node> targets(Node node, NodeKind kind) {
    return edges.stream()
        .filter(edge -> edge.from().equals(node) && edge.to().kind() == kind)
        .map(Edge::to)
        .toList();
  }

  private static final class Builder {

    private static final String CONTRIBUTORS = "contributors.";

    private final Plan plan;
    private final RuleSet rules;
    private final Map<Variable, Step> writers = new HashMap<>();
    private final Map<Node, Map<Node, Set<String>>> inputs = new LinkedHashMap<>();

    Builder(Plan plan, RuleSet rules) {
      this.plan = plan;
      this.rules = rules;
    }

    DecisionGraph build() {
      for (Step step : plan.steps()) {
        step.writes().forEach(written -> writers.put(written, step));
      }
      for (Step.Decide decide : plan.decisions()) {
        Signature signature = decide.signature();
        Node to = new Node(NodeKind.DECISION, signature.decision());
        rules.rulesOf(signature.decision()).stream()
            .flatMapToInt(rule -> signature.inputsRead(rule.condition()).stream())
            .distinct()
            .sorted()
            .forEach(i -> feed(decide.inputs().get(i), to, signature.inputs().get(i).name()));
      }
      feed(plan.outcome(), new Node(NodeKind.OUTCOME, plan.outcome().name()), "");
      for (Indicator indicator : plan.indicators()) {
        feed(indicator.variable(), new Node(NodeKind.INDICATOR, indicator.name()), "");
      }
      for (Milestone milestone : plan.milestones()) {
        feed(milestone.week(), new Node(NodeKind.MILESTONE, milestone.name()), "");
      }
      return graph();
    }

    private void feed(Variable variable, Node to, String input) {
      Map<Node, Set<String>> sources = inputs.computeIfAbsent(to, n -> new LinkedHashMap<>());
      for (Node from : sources(variable)) {
        Set<String> through = sources.computeIfAbsent(from, n -> new TreeSet<>());
        if (!input.isEmpty()) {
          through.add(input);
        }
      }
    }

    private Set<Node> sources(Variable variable) {
      Set<Node> sources = new LinkedHashSet<>();
      Step step = writers.get(variable);
      if (step instanceof Step.Draw) {
        sources.add(new Node(NodeKind.PARAMETER, address(variable.name())));
      } else if (step instanceof Step.Decide decide) {
        sources.add(new Node(NodeKind.DECISION, decide.signature().decision()));
      } else if (step instanceof Step.Compute compute) {
        compute.inputs().forEach(input -> sources.addAll(sources(input)));
      }
      return sources;
    }

    private static String address(String name) {
      return name.startsWith(CONTRIBUTORS)
          ? CONTRIBUTORS + "*" + name.substring(name.indexOf('.', CONTRIBUTORS.length()))
          : name;
    }

    private DecisionGraph graph() {
      Set<Node> parameters = new TreeSet<>(Comparator.comparing(Node::name));
      inputs.values().forEach(sources -> parameters.addAll(sources.keySet()));
      parameters.removeIf(node -> node.kind() != NodeKind.PARAMETER);
      List<Node> nodes = new ArrayList<>(parameters);
      inputs.keySet().forEach(nodes::add);
      List<Edge> edges = new ArrayList<>();
      inputs.forEach(
          (to, sources) ->
              nodes.stream()
                  .filter(sources::containsKey)
                  .forEach(
                      from ->
                          edges.add(
                              new Edge(
                                  from, to, List.copyOf(sources.getOrDefault(from, Set.of()))))));
      return new DecisionGraph(nodes, edges);
    }
  }
}
