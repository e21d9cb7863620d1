package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** Reads the cut points of bands. */
public final class Cuts {

  private Cuts() {}

  /**
   * The cuts of a list as indices of the domain: one fewer than the names of the ranges, strictly
   * ascending. Anything else is a problem.
   */
  public static Optional<List<Integer>> read(
      Node node, String path, Domain domain, List<String> names, Problems problems) {
    int before = problems.size();
    List<Integer> cuts = new ArrayList<>();
    for (Node.Scalar scalar : Fields.scalars(node, path, problems)) {
      OptionalInt index = Values.read(scalar, path, domain, problems);
      index.ifPresent(cuts::add);
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    if (cuts.size() != names.size() - 1) {
      problems.add(
          Problem.of(
                  node.mark(),
                  path,
                  "the number of cuts is " + cuts.size() + " for " + names.size() + " bands")
              .allowing((names.size() - 1) + " cuts between " + String.join(", ", names)));
      return Optional.empty();
    }
    for (int i = 1; i < cuts.size(); i++) {
      if (cuts.get(i) <= cuts.get(i - 1)) {
        problems.add(
            node.mark(),
            path,
            "the cuts do not ascend: "
                + domain.text(cuts.get(i))
                + " follows "
                + domain.text(cuts.get(i - 1)));
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(cuts));
  }
}
