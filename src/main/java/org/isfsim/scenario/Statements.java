package org.isfsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;

/**
 * The statements about a scenario, those of its file and then those of the user. Only that they are
 * texts is checked here; what they name is checked when they are put to a plan.
 *
 * @param observed what is known to have turned out
 * @param questions whose probability is asked for, by name
 */
record Statements(List<WrittenStatement> observed, List<WrittenStatement> questions) {

  static final String OBSERVED = "observed";
  static final String QUESTIONS = "questions";

  /** Within a name, between dots or behind the last one. */
  private static final Pattern CONTRIBUTOR = Pattern.compile("\\.([A-Z][A-Z0-9-]{1,11})(?![\\w-])");

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
                    (name, entry) -> {
                      if (Fields.isName(entry.key(), QUESTIONS, problems)) {
                        add(name, entry.value(), fields.pathOf(name), questions, problems);
                      }
                    }));
    return new Statements(observed, questions);
  }

  /** The same, and what the user adds. */
  Statements and(Selection selection) {
    return new Statements(
        joined(observed, selection.observed()), joined(questions, selection.questions()));
  }

  private static List<WrittenStatement> joined(
      List<WrittenStatement> ofFile, List<WrittenStatement> ofUser) {
    List<WrittenStatement> joined = new ArrayList<>(ofFile);
    joined.addAll(ofUser);
    return joined;
  }

  /** The ids of the contributors that some statement may speak of. */
  Set<String> contributors() {
    Set<String> ids = new LinkedHashSet<>();
    for (List<WrittenStatement> statements : List.of(observed, questions)) {
      for (WrittenStatement statement : statements) {
        Matcher matcher = CONTRIBUTOR.matcher(statement.text());
        while (matcher.find()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }

  private static void add(
      String name, Node node, String path, List<WrittenStatement> to, Problems problems) {
    Fields.text(node, path, problems)
        .ifPresent(text -> to.add(WrittenStatement.of(name, (Node.Scalar) node, path)));
  }
}
