package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/**
 * A claim where a document cites it.
 *
 * @param claim the id, such as {@code S001-29}
 * @param mark where it is cited
 * @param path the path of that place
 */
public record Citation(String claim, Mark mark, String path) {

  private static final Pattern FORM = Pattern.compile("S\\d{3}-\\d{2,3}");

  /** The claims of a list; those that have not the form of an id are problems and left out. */
  public static List<Citation> readAll(Node node, String path, Problems problems) {
    List<Citation> citations = new ArrayList<>();
    for (Node.Scalar scalar : Fields.scalars(node, path, problems)) {
      if (FORM.matcher(scalar.text()).matches()) {
        citations.add(new Citation(scalar.text(), scalar.mark(), path));
      } else {
        problems.add(
            Problem.of(scalar.mark(), path, scalar.described() + " is not the id of a claim")
                .allowing("ids such as S001-29"));
      }
    }
    return citations;
  }

  /** Reports the claim if nobody knows it. */
  public void check(Predicate<String> knownClaim, Problems problems) {
    if (!knownClaim.test(claim)) {
      problems.add(mark, path, "there is no claim " + claim);
    }
  }

  /** The ids of some citations, each once, in order. */
  public static List<String> ids(List<Citation> citations) {
    return citations.stream().map(Citation::claim).distinct().toList();
  }
}
