package org.isfsim.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;

/**
 * What it takes to change settings of a scenario so that some way of its cases becomes possible: a
 * value that a setting allows costs nothing, any other one change.
 */
final class SettingChanges {

  /** The id of the contributor that is not listed; no listed one has small letters. */
  static final String ANOTHER = "another";

  private final Plan plan;
  private final Optional<String> joins;

  /**
   * @param plan the plan with the contributor that is not listed
   * @param joins the attribute without which that contributor has no part, by address
   */
  SettingChanges(Plan plan, Optional<String> joins) {
    this.plan = plan;
    this.joins = joins;
  }

  /**
   * A way to reach a value by changed settings.
   *
   * @param values by setting, in the order of their addresses, the values of which each will do; of
   *     the list of contributors none is told
   */
  record Way(Map<String, List<String>> values) {}

  /** Nothing for a value that the setting allows where its parents have these values, else one. */
  double cost(Variable variable, ConditionalDistribution distribution, int[] parents, int value) {
    if (isAnother(variable) && joins.filter(variable.name()::equals).isEmpty()) {
      return 0;
    }
    return distribution.isDefinedAt(parents) && distribution.at(parents).isPossible(value) ? 0 : 1;
  }

  private static boolean isAnother(Variable variable) {
    return variable.name().startsWith("contributors." + ANOTHER + ".");
  }

  /** The setting that a variable belongs to. */
  static String setting(Variable variable) {
    return isAnother(variable) ? Exclusion.CONTRIBUTORS : variable.name();
  }

  /** Reads the ways of a graph's walk. */
  Reader reader(FactorGraph graph) {
    return new Reader(graph);
  }

  /** The ways of a graph's classes; what a class means is looked up once. */
  final class Reader {

    /** What the class of a parameter comes to: the value that costs least, and what it costs. */
    private record Meaning(int cheapest, double cost, int[] members) {}

    private final FactorGraph graph;
    private final Map<Step.Draw, Map<Integer, Meaning>> known = new HashMap<>();

    private Reader(FactorGraph graph) {
      this.graph = graph;
    }

    /** The way of the nodes' classes. */
    Way of(int[] classes) {
      Map<String, List<String>> way = new TreeMap<>();
      Map<Variable, Integer> values = new HashMap<>();
      for (Step.Draw draw : plan.draws()) {
        Variable variable = draw.variable();
        if (!graph.contains(variable)) {
          continue;
        }
        int wanted = graph.node(variable) < 0 ? 0 : classes[graph.node(variable)];
        int[] parents = draw.parents().stream().mapToInt(p -> values.getOrDefault(p, -1)).toArray();
        Meaning meaning =
            parents.length > 0
                ? meaning(draw, wanted, parents)
                : known
                    .computeIfAbsent(draw, d -> new HashMap<>())
                    .computeIfAbsent(wanted, c -> meaning(draw, c, parents));
        values.put(variable, meaning.cheapest());
        if (meaning.cost() > 0) {
          way.put(
              setting(variable),
              isAnother(variable)
                  ? List.of()
                  : Arrays.stream(meaning.members()).mapToObj(variable.domain()::text).toList());
        }
      }
      return new Way(way);
    }

    private Meaning meaning(Step.Draw draw, int wanted, int[] parents) {
      Variable variable = draw.variable();
      int[] classOf = graph.classes(variable);
      int[] members =
          IntStream.range(0, classOf.length).filter(v -> classOf[v] == wanted).toArray();
      int cheapest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int v : members) {
        double of = cost(variable, draw.distribution(), parents, v);
        if (cheapest < 0 || of < least) {
          cheapest = v;
          least = of;
        }
      }
      return new Meaning(cheapest, least, members);
    }
  }
}
