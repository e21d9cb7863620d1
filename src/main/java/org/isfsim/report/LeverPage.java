package org.isfsim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isfsim.analysis.LeverTable;
import org.isfsim.analysis.LeverTable.Group;
import org.isfsim.analysis.Objective;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.article.Table;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;
import org.isfsim.study.Observation;

/** All combinations of levers. */
public final class LeverPage {

  private static final int MOST_ROWS = 20;
  private static final int MOST_BOXES = 4;

  private final LeverTable table;
  private final List<Group> groups;
  private final Article article = new Article();

  private LeverPage(LeverTable table) {
    this.table = table;
    this.groups = table.groups();
  }

  /**
   * The page.
   *
   * @param objectives what is to be made likely or unlikely
   * @param observation what is known
   * @param rulesSha256 the hash of the rules
   */
  public static Article of(
      LeverTable table, List<Objective> objectives, Observation observation, String rulesSha256) {
    LeverPage page = new LeverPage(table);
    page.head();
    if (table.isStated()) {
      page.pareto();
    } else {
      page.outcomes();
    }
    page.article
        .values(ComparisonPage.scenario(table.base()))
        .value("rules", Json.object("sha256", rulesSha256))
        .value("objectives", objectives.stream().map(Objective::text).toList())
        .values(Known.of(observation))
        .data(List.of(page.all(), page.best()));
    return Known.noted(page.article, List.of(table.base()), List.of(observation));
  }

  /** The names of the tables. */
  public static List<String> names() {
    return List.of("combinations", "pareto");
  }

  /** A combination, and the number of its group. */
  private record Member(int group, LeverTable.Row row) {}

  /** Every combination, by group. */
  private Table all() {
    return new Table.Columns<Member>("combinations")
        .each(
            table.levers().stream().map(Variable::name).toList(),
            (of, lever) -> table.levers().get(lever).domain().text(of.row().at()[lever]))
        .add("group", of -> of.group() + 1)
        .add("pareto", of -> groups.get(of.group()).isPareto())
        .each(table.criteria(), (of, criterion) -> of.row().probability()[criterion])
        .of(
            IntStream.range(0, groups.size())
                .boxed()
                .flatMap(g -> groups.get(g).rows().stream().map(row -> new Member(g, row)))
                .toList());
  }

  /** The groups of the Pareto set, that which meets the first criterion best first. */
  private Table best() {
    return new Table.Columns<Group>("pareto")
        .add("group", group -> groups.indexOf(group) + 1)
        .add("combinations", group -> group.rows().size())
        .add("settings", group -> settings(table.described(group.rows())))
        .each(table.criteria(), (group, criterion) -> group.probability()[criterion])
        .of(set());
  }

  private List<Group> set() {
    return groups.stream()
        .filter(Group::isPareto)
        .sorted(PortableMath.largestFirst((Group g) -> g.probability()[0]))
        .toList();
  }

  private static String settings(List<Map<String, List<String>>> boxes) {
    return boxes.stream().map(box -> settings(box, " ")).collect(Collectors.joining("; "));
  }

  private static String settings(Map<String, List<String>> box, String between) {
    return box.entrySet().stream()
        .map(lever -> lever.getKey() + "=" + String.join("|", lever.getValue()))
        .collect(Collectors.joining(between));
  }

  private void head() {
    article.heading(1, "All combinations of levers of " + table.base().plan().scenario().id());
    article.paragraph(
        Figures.count(table.rows().size(), "combination")
            + " of "
            + Figures.count(table.levers().size(), "lever")
            + ", "
            + Figures.count(groups.size())
            + " of them told apart. All else is as in "
            + table.base().about()
            + ".");
    if (table.undefined() > 0) {
      article.paragraph(
          Figures.count(table.undefined(), "combination is", "combinations are")
              + " left out: the scenario does not say how something is distributed there.");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < table.levers().size(); i++) {
      Variable lever = table.levers().get(i);
      List<String> values = new ArrayList<>();
      for (int value : table.values().get(i)) {
        values.add(lever.domain().text(value));
      }
      texts.add(lever.name() + ": " + String.join(", ", values));
    }
    article.items(texts);
  }

  private void pareto() {
    List<Group> pareto = set();
    article.heading(2, "Pareto set");
    long combinations = pareto.stream().mapToLong(g -> g.rows().size()).sum();
    article.paragraph(
        Figures.count(combinations, "combination")
            + " in "
            + Figures.count(pareto.size(), "row")
            + " for which no other meets every objective at least as likely and one likelier."
            + " Probabilities in %; + is the best of all combinations, - the worst."
            + (pareto.size() > MOST_ROWS
                ? " The first " + MOST_ROWS + " are shown; --table pareto gives all."
                : ""));
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(table.criteria());
    List<List<String>> rows = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (Group group : pareto.subList(0, Math.min(MOST_ROWS, pareto.size()))) {
      rows.add(cells(String.valueOf(rows.size() + 1), group.probability()));
      settings.add(rows.size() + ": " + words(group));
    }
    table.own().ifPresent(own -> rows.add(cells("as it stands", own.probability())));
    article.add(Table.grid(head, rows));
    article.items(settings);
    table.own().ifPresent(this::own);
  }

  private void own(LeverTable.Row own) {
    Group group = groups.stream().filter(g -> g.rows().contains(own)).findFirst().orElseThrow();
    article.paragraph(
        group.isPareto()
            ? "The scenario as it stands is in the Pareto set."
            : "The scenario as it stands is not in the Pareto set.");
  }

  private List<String> cells(String name, double[] probability) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (int c = 0; c < probability.length; c++) {
      cells.add(Figures.bare(probability[c]) + Figures.mark(probability[c], all(c)));
    }
    return cells;
  }

  /** A criterion under every combination. */
  private double[] all(int criterion) {
    return table.rows().stream().mapToDouble(row -> row.probability()[criterion]).toArray();
  }

  private String words(Group group) {
    return words(table.described(group.rows()));
  }

  /** Boxes in words; a lever that may have any value is not named. */
  static String words(List<Map<String, List<String>>> boxes) {
    List<String> texts = new ArrayList<>();
    for (Map<String, List<String>> box : boxes.subList(0, Math.min(MOST_BOXES, boxes.size()))) {
      texts.add(box.isEmpty() ? "any" : settings(box, ", "));
    }
    int more = boxes.size() - texts.size();
    return String.join("; or ", texts) + (more > 0 ? "; or " + more + " more" : "");
  }

  private void outcomes() {
    article.heading(2, "What the levers can do to each outcome");
    article.paragraph(
        "Probabilities in %, lowest and highest of all combinations, and where the highest is."
            + " --require and --avoid state objectives, of which the Pareto set is found.");
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < table.criteria().size(); c++) {
      int at = c;
      double high = Arrays.stream(all(c)).max().orElse(0);
      double low = Arrays.stream(all(c)).min().orElse(0);
      List<LeverTable.Row> best =
          table.rows().stream().filter(r -> high - r.probability()[at] <= 1e-12).toList();
      rows.add(
          List.of(
              table.criteria().get(c),
              Figures.bare(low),
              Figures.bare(high),
              high - low <= 1e-12 ? "any" : words(table.described(best))));
    }
    article.add(Table.gridWithWords(List.of("", "low", "high", "highest with"), rows));
  }
}
