package org.isfsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;

/**
 * The statements in a scenario file. Only that they are texts is checked here; what they name is
 * checked when they are put to a plan.
 *
 * @param observed what is known to have turned out
 * @param questions whose probability is asked for, by name
 */
record Statements(List<WrittenStatement> observed, List<WrittenStatement> questions) {

  static final String OBSERVED = "observed";
  static final String QUESTIONS = "questions";

  static Statements read(Fields root, Problems problems) {
    List<WrittenStatement> observed = new ArrayList<>();
    root.find(OBSERVED)
        .filter(node -> !Header.isNothing(node))
        .ifPresent(
            node ->
                Fields.scalars(node, OBSERVED, problems)
                    .forEach(scalar -> add("", scalar, OBSERVED, observed, problems)));
    List<WrittenStatement> questions = new ArrayList<>();
    root.find(QUESTIONS)
        .filter(node -> !Header.isNothing(node))
        .flatMap(node -> Fields.of(node, QUESTIONS, problems))
        .ifPresent(
            fields ->
                fields.forEach(
                    (name, entry) ->
                        add(name, entry.value(), fields.pathOf(name), questions, problems)));
    return new Statements(observed, questions);
  }

  private static void add(
      String name, Node node, String path, List<WrittenStatement> to, Problems problems) {
    Fields.text(node, path, problems)
        .ifPresent(text -> to.add(WrittenStatement.of(name, (Node.Scalar) node, path)));
  }
}
