package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.isfsim.scenario.Scenario;

/** Which regions lead to a result, to read. */
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
                ? " " + Figures.count(discovery.failed(), "case", "cases") + " failed."
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
        .value("probability", discovery.probability().stream().boxed().findFirst())
        .value("notWorkedOut", discovery.notes())
        .data(DiscoveryTables.of(discovery));
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
        + Figures.count(region.sampled().cases(), "case", "cases")
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
