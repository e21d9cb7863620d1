package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.SettingsTable;
import org.isfsim.exact.SettingsWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Variable;

/**
 * Every combination of some levers' values, each with its exact probabilities. The combinations are
 * not walked one by one: the levers are kept to the end of one walk for each objective; see {@link
 * SettingsWalk}.
 */
public final class LeverSearch {

  private final Alternative base;
  private final List<Objective> objectives;
  private final Map<Variable, int[]> levers;

  /**
   * @param base the scenario that gives all else
   * @param objectives what is to be made likely; without any, every outcome is looked at
   * @param levers for each lever the indices of the values that are tried, ascending
   */
  public LeverSearch(Alternative base, List<Objective> objectives, Map<Variable, int[]> levers) {
    this.base = base;
    this.objectives = List.copyOf(objectives);
    this.levers = new LinkedHashMap<>(levers);
  }

  /** How many combinations there are. */
  public long combinations() {
    return levers.values().stream().mapToLong(of -> of.length).reduce(1, Math::multiplyExact);
  }

  /**
   * Works all combinations out.
   *
   * @param progress is told what is looked at
   * @throws TooLargeException if there are too many combinations or a walk would need too much room
   */
  public LeverTable find(Decisions decisions, Consumer<String> progress) throws TooLargeException {
    Question question = base.asking(objectives);
    SettingsWalk walk = new SettingsWalk(question.plan(), decisions);
    Variable outcome = question.plan().outcome();
    List<String> criteria = new ArrayList<>();
    List<SettingsTable> tables = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    if (objectives.isEmpty()) {
      progress.accept(Subjects.OUTCOME);
      SettingsTable table = walk.table(levers, outcome);
      for (int v = 0; v < outcome.domain().size(); v++) {
        criteria.add(outcome.domain().text(v));
        tables.add(table);
        values.add(v);
      }
    }
    for (int o = 0; o < objectives.size(); o++) {
      progress.accept(objectives.get(o).text());
      criteria.add(objectives.get(o).text());
      tables.add(walk.table(levers, question.flags().get(o)));
      values.add(1);
    }
    return table(criteria, tables, values);
  }

  private LeverTable table(
      List<String> criteria, List<SettingsTable> tables, List<Integer> values) {
    SettingsTable first = tables.get(0);
    List<LeverTable.Row> rows = new ArrayList<>();
    for (int c = 0; c < first.combinations(); c++) {
      double[] probability = new double[criteria.size()];
      boolean defined = true;
      for (int i = 0; i < probability.length; i++) {
        defined &= tables.get(i).isDefined(c);
        probability[i] = Math.max(0, Math.min(1, tables.get(i).probability()[c][values.get(i)]));
      }
      if (defined) {
        rows.add(new LeverTable.Row(first.at(c), probability));
      }
    }
    return new LeverTable(
        base,
        first.settings(),
        first.values(),
        criteria,
        !objectives.isEmpty(),
        rows,
        first.combinations() - rows.size());
  }
}
