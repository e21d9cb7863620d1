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
import org.isfsim.article.Table;

/** Which regions lead to a result, as tables. */
public final class DiscoveryTables {

  private static final String BOXES = "boxes";
  private static final String LIMITS = "limits";
  private static final String TRAJECTORY = "trajectory";
  private static final String TREE = "tree";

  private static final List<String> SAMPLED =
      List.of("cases", "hits", "mass", "density", "coverage");
  private static final List<String> EXACT =
      List.of("exact_mass", "exact_density", "exact_coverage");

  private DiscoveryTables() {}

  /** The names of the tables. */
  public static List<String> names() {
    return List.of(BOXES, LIMITS, TRAJECTORY, TREE);
  }

  /** The tables. */
  public static List<Table> of(Discovery discovery) {
    return List.of(boxes(discovery), limits(discovery), trajectory(discovery), tree(discovery));
  }

  /** A row for each box. */
  private static Table boxes(Discovery discovery) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < discovery.boxes().size(); i++) {
      Region region = discovery.boxes().get(i).region();
      List<Object> row = new ArrayList<>();
      row.add(discovery.target().name());
      row.add(i + 1);
      row.add(region.limits().size());
      rows.add(with(row, region));
    }
    return Table.data(BOXES, columns(EXACT, "target", "box", "restrictions"), rows);
  }

  /** A row for each restriction of each box; values are separated by blanks. */
  private static Table limits(Discovery discovery) {
    Table.Builder table =
        new Table.Builder(
            LIMITS, "target", "box", "parameter", "inside", "values", "density_without", "quasi_p");
    for (int i = 0; i < discovery.boxes().size(); i++) {
      for (DiscoveredBox.Limit limit : discovery.boxes().get(i).limits()) {
        table.row(
            discovery.target().name(),
            i + 1,
            limit.restriction().address(),
            limit.restriction().inWords(),
            String.join(" ", limit.restriction().values()),
            limit.densityWithout(),
            limit.quasiP());
      }
    }
    return table.build();
  }

  /** A row for each step of each box's trajectory. */
  private static Table trajectory(Discovery discovery) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < discovery.boxes().size(); i++) {
      DiscoveredBox box = discovery.boxes().get(i);
      for (int step = 0; step < box.trajectory().size(); step++) {
        DiscoveredBox.Step of = box.trajectory().get(step);
        List<Object> row = new ArrayList<>();
        row.add(discovery.target().name());
        row.add(i + 1);
        row.add(step);
        row.add(step == box.chosen());
        row.add(of.changed());
        row.add(of.restrictions());
        row.addAll(figures(of.statistics()));
        rows.add(row);
      }
    }
    return Table.data(
        TRAJECTORY,
        columns(List.of(), "target", "box", "step", "chosen", "changed", "restrictions"),
        rows);
  }

  /** A row for each leaf of the tree. */
  private static Table tree(Discovery discovery) {
    List<List<Object>> rows = new ArrayList<>();
    List<TreeNode> leaves = discovery.tree().map(TreeNode::leaves).orElse(List.of());
    for (int i = 0; i < leaves.size(); i++) {
      Region region = leaves.get(i).region();
      List<Object> row = new ArrayList<>();
      row.add(discovery.target().name());
      row.add(i + 1);
      row.add(
          region.limits().stream()
              .map(limit -> limit.address() + " " + limit.inWords())
              .collect(Collectors.joining("; ")));
      rows.add(with(row, region));
    }
    return Table.data(TREE, columns(EXACT, "target", "leaf", "conditions"), rows);
  }

  private static List<String> columns(List<String> last, String... first) {
    List<String> columns = new ArrayList<>(List.of(first));
    columns.addAll(SAMPLED);
    columns.addAll(last);
    return columns;
  }

  /** A row with the figures of a region behind it. */
  private static List<Object> with(List<Object> row, Region region) {
    Optional<ExactRegion> exact = region.exact();
    row.addAll(figures(region.sampled()));
    row.add(exact.map(ExactRegion::mass));
    row.add(exact.map(ExactRegion::density));
    row.add(exact.map(ExactRegion::coverage));
    return row;
  }

  private static List<Object> figures(BoxStatistics of) {
    return List.of(of.cases(), of.hits(), of.mass(), of.density(), of.coverage());
  }
}
