package org.isfsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.isfsim.analysis.LeverTable;
import org.isfsim.analysis.LeverTable.Group;
import org.isfsim.article.Table;
import org.isfsim.model.Variable;

/** All combinations of levers as tables for other programs. */
public final class LeverTables {

  private LeverTables() {}

  /** The names of the tables, for messages. */
  public static List<String> names() {
    return List.of("combinations", "pareto");
  }

  /** The tables: every combination, and the groups of the Pareto set. */
  public static List<Table> of(LeverTable table) {
    List<Group> groups = table.groups();
    return List.of(combinations(table, groups), pareto(table, groups));
  }

  private static Table combinations(LeverTable table, List<Group> groups) {
    List<String> columns = new ArrayList<>(table.levers().stream().map(Variable::name).toList());
    columns.add("group");
    columns.add("pareto");
    columns.addAll(table.criteria());
    List<List<Object>> rows = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (LeverTable.Row row : groups.get(g).rows()) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.at().length; i++) {
          cells.add(table.levers().get(i).domain().text(row.at()[i]));
        }
        cells.add(g + 1);
        cells.add(groups.get(g).isPareto());
        for (double p : row.probability()) {
          cells.add(p);
        }
        rows.add(cells);
      }
    }
    return Table.data("combinations", columns, rows);
  }

  private static Table pareto(LeverTable table, List<Group> groups) {
    List<String> columns = new ArrayList<>(List.of("group", "combinations", "settings"));
    columns.addAll(table.criteria());
    List<List<Object>> rows = new ArrayList<>();
    groups.stream()
        .filter(Group::isPareto)
        .sorted(Comparator.comparingDouble((Group g) -> -g.probability()[0]))
        .forEach(
            group -> {
              List<Object> cells = new ArrayList<>();
              cells.add(groups.indexOf(group) + 1);
              cells.add(group.rows().size());
              cells.add(settings(table.described(group.rows())));
              for (double p : group.probability()) {
                cells.add(p);
              }
              rows.add(cells);
            });
    return Table.data("pareto", columns, rows);
  }

  private static String settings(List<Map<String, List<String>>> boxes) {
    List<String> texts = new ArrayList<>();
    for (Map<String, List<String>> box : boxes) {
      List<String> settings = new ArrayList<>();
      box.forEach((lever, values) -> settings.add(lever + "=" + String.join("|", values)));
      texts.add(String.join(" ", settings));
    }
    return String.join("; ", texts);
  }
}
