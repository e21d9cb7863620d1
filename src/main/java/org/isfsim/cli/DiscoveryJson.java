package org.isfsim.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.analysis.BoxStatistics;
import org.isfsim.analysis.DiscoveredBox;
import org.isfsim.analysis.Discovery;
import org.isfsim.analysis.Region;
import org.isfsim.analysis.Restriction;
import org.isfsim.analysis.TreeNode;
import org.isfsim.article.Json;

/** Which regions lead to a result, as JSON. */
final class DiscoveryJson {

  private DiscoveryJson() {}

  static Map<String, Object> of(Discovery discovery) {
    return Json.object(
        "target",
        discovery.target().name(),
        "cases",
        discovery.cases(),
        "apart",
        discovery.apart(),
        "failed",
        discovery.failed(),
        "hits",
        discovery.hits(),
        "probability",
        discovery.probability().isPresent()
            ? Optional.of(discovery.probability().getAsDouble())
            : Optional.empty(),
        "boxes",
        discovery.boxes().stream().map(DiscoveryJson::box).toList(),
        "together",
        statistics(discovery.together()),
        "tree",
        discovery.tree().map(DiscoveryJson::node),
        "notWorkedOut",
        discovery.notes());
  }

  private static Map<String, Object> box(DiscoveredBox box) {
    Map<String, Object> json =
        Json.object(
            "restrictions",
            box.limits().stream()
                .map(
                    limit -> {
                      Map<String, Object> restriction = restriction(limit.restriction());
                      restriction.put("densityWithout", limit.densityWithout());
                      restriction.put("quasiP", limit.quasiP());
                      return restriction;
                    })
                .toList());
    json.putAll(figures(box.region()));
    json.put("leftOut", box.dropped().stream().map(DiscoveryJson::restriction).toList());
    json.put("chosen", box.chosen());
    json.put("trajectory", box.trajectory().stream().map(DiscoveryJson::step).toList());
    return json;
  }

  private static Map<String, Object> step(DiscoveredBox.Step step) {
    Map<String, Object> json =
        Json.object("changed", step.changed(), "restrictions", step.restrictions());
    json.putAll(statistics(step.statistics()));
    return json;
  }

  private static Map<String, Object> restriction(Restriction restriction) {
    return Json.object(
        "parameter", restriction.address(),
        "inside", restriction.inWords(),
        "values", restriction.values());
  }

  private static Map<String, Object> figures(Region region) {
    return Json.object(
        "sampled",
        statistics(region.sampled()),
        "exact",
        region
            .exact()
            .map(
                exact ->
                    Json.object(
                        "mass", exact.mass(),
                        "density", exact.density(),
                        "coverage", exact.coverage())));
  }

  private static Map<String, Object> statistics(BoxStatistics of) {
    return Json.object(
        "cases", of.cases(),
        "hits", of.hits(),
        "mass", of.mass(),
        "density", of.density(),
        "coverage", of.coverage());
  }

  private static Map<String, Object> node(TreeNode node) {
    Map<String, Object> json =
        Json.object("question", node.question().map(DiscoveryJson::restriction));
    json.putAll(figures(node.region()));
    if (!node.isLeaf()) {
      json.put("children", List.copyOf(node.children()).stream().map(DiscoveryJson::node).toList());
    }
    return json;
  }
}
