package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ConditionalDistribution;

/**
 * Every combination of some levers' values with its exact probabilities.
 *
 * @param base the scenario that gives all else
 * @param levers the levers
 * @param values for each lever the indices of the values that were tried
 * @param criteria what the probabilities are of: the objectives, or without any the outcomes
 * @param isStated whether the criteria are objectives, so that more of them is better
 * @param rows the combinations
 * @param undefined how many combinations were left out, because the scenario does not say how
 *     something is distributed in them
 */
public record LeverTable(
    Alternative base,
    List<Variable> levers,
    List<int[]> values,
    List<String> criteria,
    boolean isStated,
    List<Row> rows,
    int undefined) {

  /** Probabilities that differ by less are the same. */
  private static final double SAME = 1e-12;

  /** Copies the lists. */
  public LeverTable {
    levers = List.copyOf(levers);
    values = List.copyOf(values);
    criteria = List.copyOf(criteria);
    rows = List.copyOf(rows);
  }

  /**
   * A combination.
   *
   * @param at the index of each lever's value
   * @param probability for each criterion
   */
  public record Row(int[] at, double[] probability) {}

  /**
   * Combinations that nothing tells apart: they have the same probabilities.
   *
   * @param probability for each criterion
   * @param rows the combinations
   * @param isPareto whether no other group is at least as likely to meet every objective and
   *     likelier to meet one (V. Pareto; e.g. K. Deb, Multi-Objective Optimization using
   *     Evolutionary Algorithms, 2001, section 2.4); false where no objective is stated
   */
  public record Group(double[] probability, List<Row> rows, boolean isPareto) {
    /** Copies the list. */
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** The groups, in the order of their first combinations. */
  public List<Group> groups() {
    Map<List<Long>, List<Row>> byProbability = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Long> key =
          Arrays.stream(row.probability()).mapToObj(p -> Math.round(p / SAME)).toList();
      byProbability.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<double[]> all =
        byProbability.values().stream().map(of -> of.get(0).probability()).toList();
    return byProbability.values().stream()
        .map(
            of -> {
              double[] p = of.get(0).probability();
              boolean isPareto = isStated && all.stream().noneMatch(q -> dominates(q, p));
              return new Group(p, of, isPareto);
            })
        .toList();
  }

  /** Whether one is at least as good everywhere and better somewhere. */
  static boolean dominates(double[] q, double[] p) {
    boolean better = false;
    for (int i = 0; i < p.length; i++) {
      if (q[i] < p[i] - SAME) {
        return false;
      }
      better |= q[i] > p[i] + SAME;
    }
    return better;
  }

  /** The combination that the scenario itself has; empty if it is not among those tried. */
  public Optional<Row> own() {
    return rows.stream().filter(this::isOwn).findFirst();
  }

  private boolean isOwn(Row row) {
    for (int i = 0; i < levers.size(); i++) {
      ConditionalDistribution set =
          base.plan().scenario().setting(levers.get(i).name()).distribution();
      if (!set.isFixed() || set.at().fixedValue() != row.at()[i]) {
        return false;
      }
    }
    return true;
  }

  /** Some combinations in few words; see {@link LeverBoxes}. */
  public List<Map<String, List<String>>> described(List<Row> of) {
    return new LeverBoxes(levers, values).of(of.stream().map(Row::at).toList());
  }
}
