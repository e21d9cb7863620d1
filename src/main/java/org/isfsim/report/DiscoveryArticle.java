package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isfsim.analysis.BoxStatistics;
import org.isfsim.analysis.DiscoveredBox;
import org.isfsim.analysis.Discovery;
import org.isfsim.analysis.ExactRegion;
import org.isfsim.analysis.Region;
import org.isfsim.analysis.Restriction;
import org.isfsim.analysis.TreeNode;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;
import org.isfsim.scenario.Scenario;

/** Which regions lead to a result. */
public final class DiscoveryArticle {

  /** How many steps of a trajectory are listed. */
  private static final int MOST_STEPS = 14;

  private final Discovery discovery;
  private final Article article = new Article();

  private DiscoveryArticle(Discovery discovery) {
    this.discovery = discovery;
  }

  /** The article. */
  public static Article of(Discovery discovery) {
    return new DiscoveryArticle(discovery).build();
  }

  private Article build() {
    Scenario scenario = discovery.plan().scenario();
    article.heading(1, "What leads to " + discovery.target().name());
    article.paragraph(
        scenario.title()
            + " (scenario "
            + scenario.id()
            + scenario.policy().map(policy -> ", policy " + policy).orElse("")
            + ").");
    article.paragraph(
        Figures.count(discovery.hits())
            + " of "
            + Figures.count(discovery.cases())
            + " sampled cases "
            + (discovery.apart() > 0
                ? "that turn out as was observed (of "
                    + Figures.count(discovery.cases() + discovery.apart())
                    + ") "
                : "")
            + "have it: "
            + Figures.percent((double) discovery.hits() / Math.max(1, discovery.cases()))
            + (discovery.probability().isPresent()
                ? ", exactly " + Figures.percent(discovery.probability().getAsDouble())
                : "")
            + "."
            + (discovery.failed() > 0
                ? " " + Figures.count(discovery.failed(), "case") + " failed."
                : ""));
    for (int i = 0; i < discovery.boxes().size(); i++) {
      box(i, discovery.boxes().get(i));
    }
    if (discovery.boxes().isEmpty()) {
      article.paragraph("No box was found that is denser than the whole.");
    }
    if (discovery.boxes().size() > 1) {
      article.heading(2, "All boxes together");
      BoxStatistics together = discovery.together();
      article.paragraph(
          "Mass "
              + Figures.percent(together.mass())
              + ", density "
              + Figures.percent(together.density())
              + ", coverage "
              + Figures.percent(together.coverage())
              + ", sampled.");
    }
    discovery.tree().ifPresent(this::tree);
    notes();
    reading();
    return article
        .value("target", discovery.target().name())
        .value("cases", discovery.cases())
        .value("apart", discovery.apart())
        .value("failed", discovery.failed())
        .value("hits", discovery.hits())
        .value("probability", discovery.probability())
        .value("notWorkedOut", discovery.notes())
        .data(List.of(boxes(), limits(), trajectory(), leaves()));
  }

  /** The names of the tables. */
  public static List<String> names() {
    return List.of("boxes", "limits", "trajectory", "tree");
  }

  /** What a row of a table is about: something of a box. */
  private record InBox<T>(int number, DiscoveredBox box, T of) {}

  /** What all boxes hold, in their order. */
  private <T> List<InBox<T>> inBoxes(Function<DiscoveredBox, List<T>> held) {
    List<InBox<T>> all = new ArrayList<>();
    int number = 0;
    for (DiscoveredBox box : discovery.boxes()) {
      number++;
      for (T of : held.apply(box)) {
        all.add(new InBox<>(number, box, of));
      }
    }
    return all;
  }

  private <T> Table.Columns<InBox<T>> ofBoxes(String name) {
    return new Table.Columns<InBox<T>>(name)
        .add("target", row -> discovery.target().name())
        .add("box", InBox::number);
  }

  private Table boxes() {
    Table.Columns<InBox<Region>> table = ofBoxes("boxes");
    table.add("restrictions", row -> row.of().limits().size());
    return regions(table, InBox::of).of(inBoxes(box -> List.of(box.region())));
  }

  /** Values are separated by blanks. */
  private Table limits() {
    return this.<DiscoveredBox.Limit>ofBoxes("limits")
        .add("parameter", row -> row.of().restriction().address())
        .add("inside", row -> row.of().restriction().inWords())
        .add("values", row -> String.join(" ", row.of().restriction().values()))
        .add("density_without", row -> row.of().densityWithout())
        .add("quasi_p", row -> row.of().quasiP())
        .of(inBoxes(DiscoveredBox::limits));
  }

  private Table trajectory() {
    Table.Columns<InBox<Integer>> table = ofBoxes("trajectory");
    table
        .add("step", InBox::of)
        .add("chosen", row -> row.of() == row.box().chosen())
        .add("changed", row -> step(row).changed())
        .add("restrictions", row -> step(row).restrictions());
    return sampled(table, row -> step(row).statistics())
        .of(inBoxes(box -> IntStream.range(0, box.trajectory().size()).boxed().toList()));
  }

  private static DiscoveredBox.Step step(InBox<Integer> row) {
    return row.box().trajectory().get(row.of());
  }

  private Table leaves() {
    List<TreeNode> leaves = discovery.tree().map(TreeNode::leaves).orElse(List.of());
    Table.Columns<TreeNode> table = new Table.Columns<>("tree");
    table
        .add("target", leaf -> discovery.target().name())
        .add("leaf", leaf -> leaves.indexOf(leaf) + 1)
        .add(
            "conditions",
            leaf ->
                leaf.region().limits().stream()
                    .map(limit -> limit.address() + " " + limit.inWords())
                    .collect(Collectors.joining("; ")));
    return regions(table, TreeNode::region).of(leaves);
  }

  private static <R> Table.Columns<R> sampled(
      Table.Columns<R> table, Function<R, BoxStatistics> of) {
    return table
        .add("cases", row -> of.apply(row).cases())
        .add("hits", row -> of.apply(row).hits())
        .add("mass", row -> of.apply(row).mass())
        .add("density", row -> of.apply(row).density())
        .add("coverage", row -> of.apply(row).coverage());
  }

  private static <R> Table.Columns<R> regions(Table.Columns<R> table, Function<R, Region> of) {
    return sampled(table, row -> of.apply(row).sampled())
        .add("exact_mass", row -> of.apply(row).exact().map(ExactRegion::mass))
        .add("exact_density", row -> of.apply(row).exact().map(ExactRegion::density))
        .add("exact_coverage", row -> of.apply(row).exact().map(ExactRegion::coverage));
  }

  private void box(int number, DiscoveredBox box) {
    article.heading(
        2, "Box " + (number + 1) + (number == 0 ? "" : ", in the cases outside " + before(number)));
    List<List<String>> rows = new ArrayList<>();
    for (DiscoveredBox.Limit limit : box.limits()) {
      rows.add(
          List.of(
              limit.restriction().address(),
              limit.restriction().inWords(),
              Figures.percent(limit.densityWithout()),
              chance(limit.quasiP())));
    }
    article.table(List.of("parameter", "inside", ">density without", ">quasi p"), rows);
    figures(box.region());
    if (number > 0) {
      article.paragraph(
          "Found and judged in the cases outside "
              + before(number)
              + "; the figures are those of the whole box, which may overlap with what was found"
              + " before.");
    }
    if (!box.dropped().isEmpty()) {
      article.paragraph(
          "Left out, since chance would do as much: "
              + box.dropped().stream()
                  .map(r -> r.address() + " " + r.inWords())
                  .collect(Collectors.joining("; "))
              + ".");
    }
    trajectory(box);
  }

  private static String before(int number) {
    return number == 1 ? "box 1" : "boxes 1 to " + number;
  }

  private void figures(Region region) {
    BoxStatistics sampled = region.sampled();
    List<List<String>> rows = new ArrayList<>();
    Optional<ExactRegion> exact = region.exact();
    rows.add(figure("mass", sampled.mass(), exact.map(ExactRegion::mass)));
    rows.add(figure("density", sampled.density(), exact.map(ExactRegion::density)));
    rows.add(figure("coverage", sampled.coverage(), exact.map(ExactRegion::coverage)));
    article.space();
    article.table(List.of("", ">sampled", ">exact"), rows);
  }

  private static List<String> figure(String name, double sampled, Optional<Double> exact) {
    return List.of(name, Figures.percent(sampled), exact.map(Figures::percent).orElse("-"));
  }

  private void trajectory(DiscoveredBox box) {
    article.heading(3, "How it was found: peels, then pastes");
    int steps = box.trajectory().size();
    int stride = Math.max(1, (steps + MOST_STEPS - 1) / MOST_STEPS);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      if (i % stride == 0 || i == box.chosen() || i == steps - 1) {
        DiscoveredBox.Step step = box.trajectory().get(i);
        rows.add(
            List.of(
                i + (i == box.chosen() ? " chosen" : ""),
                step.changed(),
                String.valueOf(step.restrictions()),
                Figures.percent(step.statistics().mass()),
                Figures.percent(step.statistics().density()),
                Figures.percent(step.statistics().coverage())));
      }
    }
    article.table(
        List.of("step", "from here on", ">limits", ">mass", ">density", ">coverage"), rows);
  }

  private void tree(TreeNode root) {
    article.heading(2, "Classification tree");
    article.tree(branches(root));
  }

  private static List<Branch> branches(TreeNode node) {
    List<Branch> below =
        node.children().stream().flatMap(child -> branches(child).stream()).toList();
    if (node.question().isPresent()) {
      Restriction answer = node.question().get();
      String leaf = node.isLeaf() ? ": " + leaf(node.region()) : "";
      return List.of(new Branch("", answer.address() + " " + answer.inWords() + leaf, below));
    }
    return node.isLeaf() ? List.of(Branch.of("all cases: " + leaf(node.region()))) : below;
  }

  private static String leaf(Region region) {
    return Figures.percent(region.sampled().density())
        + " of "
        + Figures.count(region.sampled().cases(), "case")
        + region
            .exact()
            .map(
                exact ->
                    " (exactly "
                        + Figures.percent(exact.density())
                        + ", mass "
                        + Figures.percent(exact.mass())
                        + ")")
            .orElse("");
  }

  private void notes() {
    if (!discovery.notes().isEmpty()) {
      article.heading(2, "Not worked out exactly");
      discovery.notes().forEach(note -> article.paragraph("Too large: " + note + "."));
    }
  }

  private void reading() {
    article.heading(2, "How to read it");
    article.paragraph(
        "mass: the share of all cases that lie in the region. density: the share of these that have"
            + " the result. coverage: the share of all cases with the result that lie in the"
            + " region. quasi p: the chance of as many of them in the box if the restriction did"
            + " nothing; what has more than 5 % is left out. A region is found in samples; its"
            + " exact figures are worked out apart from them.");
  }

  private static String chance(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
