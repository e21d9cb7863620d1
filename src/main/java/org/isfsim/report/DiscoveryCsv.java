package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isfsim.analysis.BoxStatistics;
import org.isfsim.analysis.DiscoveredBox;
import org.isfsim.analysis.Discovery;
import org.isfsim.analysis.ExactRegion;
import org.isfsim.analysis.Region;
import org.isfsim.analysis.TreeNode;

/** Which regions lead to a result, as tables of comma-separated values. */
public final class DiscoveryCsv {

  private static final List<String> FIGURES =
      List.of(
          "cases",
          "hits",
          "mass",
          "density",
          "coverage",
          "exact_mass",
          "exact_density",
          "exact_coverage");

  private DiscoveryCsv() {}

  /** A row for each box. */
  public static String boxes(Discovery discovery) {
    StringBuilder text = new StringBuilder();
    line(text, List.of("target", "box", "restrictions"), FIGURES);
    for (int i = 0; i < discovery.boxes().size(); i++) {
      Region region = discovery.boxes().get(i).region();
      line(
          text,
          List.of(
              discovery.target().name(),
              String.valueOf(i + 1),
              String.valueOf(region.limits().size())),
          figures(region));
    }
    return text.toString();
  }

  /** A row for each restriction of each box; values are separated by blanks. */
  public static String limits(Discovery discovery) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        List.of("target", "box", "parameter", "inside", "values", "density_without", "quasi_p"),
        List.of());
    for (int i = 0; i < discovery.boxes().size(); i++) {
      for (DiscoveredBox.Limit limit : discovery.boxes().get(i).limits()) {
        line(
            text,
            List.of(
                discovery.target().name(),
                String.valueOf(i + 1),
                limit.restriction().address(),
                limit.restriction().inWords(),
                String.join(" ", limit.restriction().values()),
                String.valueOf(limit.densityWithout()),
                String.valueOf(limit.quasiP())),
            List.of());
      }
    }
    return text.toString();
  }

  /** A row for each step of each box's trajectory. */
  public static String trajectory(Discovery discovery) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        List.of("target", "box", "step", "chosen", "changed", "restrictions"),
        FIGURES.subList(0, 5));
    for (int i = 0; i < discovery.boxes().size(); i++) {
      DiscoveredBox box = discovery.boxes().get(i);
      for (int step = 0; step < box.trajectory().size(); step++) {
        DiscoveredBox.Step of = box.trajectory().get(step);
        line(
            text,
            List.of(
                discovery.target().name(),
                String.valueOf(i + 1),
                String.valueOf(step),
                String.valueOf(step == box.chosen()),
                of.changed(),
                String.valueOf(of.restrictions())),
            figures(of.statistics()));
      }
    }
    return text.toString();
  }

  /** A row for each leaf of the tree. */
  public static String tree(Discovery discovery) {
    StringBuilder text = new StringBuilder();
    line(text, List.of("target", "leaf", "conditions"), FIGURES);
    List<TreeNode> leaves = discovery.tree().map(TreeNode::leaves).orElse(List.of());
    for (int i = 0; i < leaves.size(); i++) {
      Region region = leaves.get(i).region();
      line(
          text,
          List.of(
              discovery.target().name(),
              String.valueOf(i + 1),
              region.limits().stream()
                  .map(limit -> limit.address() + " " + limit.inWords())
                  .collect(Collectors.joining("; "))),
          figures(region));
    }
    return text.toString();
  }

  private static List<String> figures(Region region) {
    List<String> figures = new ArrayList<>(figures(region.sampled()));
    Optional<ExactRegion> exact = region.exact();
    figures.add(exact.map(e -> String.valueOf(e.mass())).orElse(""));
    figures.add(exact.map(e -> String.valueOf(e.density())).orElse(""));
    figures.add(exact.map(e -> String.valueOf(e.coverage())).orElse(""));
    return figures;
  }

  private static List<String> figures(BoxStatistics of) {
    return List.of(
        String.valueOf(of.cases()),
        String.valueOf(of.hits()),
        String.valueOf(of.mass()),
        String.valueOf(of.density()),
        String.valueOf(of.coverage()));
  }

  private static void line(StringBuilder text, List<String> first, List<String> then) {
    List<String> fields = new ArrayList<>(first);
    fields.addAll(then);
    Csv.line(text, fields);
  }
}
