package org.isfsim.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** Reads the file of conflicts. */
final class ConflictReader {

  private static final List<String> KEYS =
      List.of("title", "sides", "treatment", "parameter", "resolution");
  private static final List<String> SIDE_KEYS = List.of("value", "claims", "says");
  private static final Pattern ID = Pattern.compile("C[1-9]\\d{0,2}");
  private static final Pattern CLAIM = Pattern.compile("S\\d{3}-\\d{2,3}");

  private final Problems problems;
  private final Texts texts;
  private final ClaimIndex index;
  private int before;

  ConflictReader(Problems problems, Texts texts, ClaimIndex index) {
    this.problems = problems;
    this.texts = texts;
    this.index = index;
  }

  List<Conflict> read(Node root) {
    List<Conflict> conflicts = new ArrayList<>();
    Fields.of(root, "", problems)
        .ifPresent(
            map ->
                map.forEach(
                    (id, entry) -> {
                      checkId(id, entry.key().mark());
                      Fields.of(entry.value(), id, problems)
                          .map(fields -> conflict(id, fields))
                          .ifPresent(conflicts::add);
                    }));
    return conflicts;
  }

  private void checkId(String id, Mark mark) {
    if (!ID.matcher(id).matches()) {
      problems.add(
          Problem.of(mark, id, "\"" + id + "\" is not the id of a conflict")
              .allowing("C and a number, such as C1"));
      return;
    }
    int number = Integer.parseInt(id.substring(1));
    if (number < before) {
      problems.add(mark, id, "the conflict " + id + " stands after C" + before);
    } else {
      before = number;
    }
  }

  private Conflict conflict(String id, Fields fields) {
    fields.allow(KEYS);
    Optional<String> title = fields.requiredText("title");
    Optional<Treatment> treatment =
        fields.word("treatment", Treatment.words()).flatMap(Treatment::of);
    List<String> parameters = parameters(fields);
    if (treatment.isPresent() && treatment.get().needsParameter() && parameters.isEmpty()) {
      problems.add(
          fields.map().mark(),
          fields.pathOf("parameter"),
          "a conflict treated as a " + treatment.get().word() + " names the parameter");
    }
    Optional<String> resolution = fields.requiredText("resolution");
    resolution.ifPresent(
        text ->
            texts.add(
                fields.find("resolution").orElseThrow().mark(), fields.pathOf("resolution"), text));
    List<Conflict.Side> sides = new ArrayList<>();
    fields.require("sides").ifPresent(node -> sides(node, fields.pathOf("sides"), sides));
    // With a problem anywhere nothing is built; the id counts as known all the same.
    return new Conflict(
        id,
        title.orElse(""),
        sides,
        treatment.orElse(Treatment.NOTE),
        parameters,
        resolution.orElse(""));
  }

  private List<String> parameters(Fields fields) {
    Optional<Node> node = fields.find("parameter");
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof Node.Sequence) {
      return fields.scalars("parameter").stream().map(Node.Scalar::text).toList();
    }
    return fields.text("parameter").map(List::of).orElse(List.of());
  }

  private void sides(Node node, String path, List<Conflict.Side> sides) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(node.mark(), path, "must be a list, found " + node.described());
      return;
    }
    if (sequence.items().isEmpty()) {
      problems.add(node.mark(), path, "the conflict has no side");
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      String sidePath = path + "[" + i + "]";
      Fields.of(sequence.items().get(i), sidePath, problems)
          .ifPresent(side -> sides.add(side(side)));
    }
  }

  private Conflict.Side side(Fields fields) {
    fields.allow(SIDE_KEYS);
    Optional<String> says = fields.requiredText("says");
    Optional<String> value = fields.text("value");
    String path = fields.pathOf("claims");
    List<Node.Scalar> cited =
        fields
            .require("claims")
            .map(node -> Fields.scalars(node, path, problems))
            .orElse(List.of());
    boolean isEmptyList =
        fields.find("claims").filter(Node.Sequence.class::isInstance).isPresent()
            && cited.isEmpty();
    if (isEmptyList) {
      problems.add(fields.map().mark(), path, "a side cites one claim or more");
    }
    Set<String> claims = new HashSet<>();
    for (Node.Scalar claim : cited) {
      cite(claim, path, claims);
    }
    return new Conflict.Side(
        value, cited.stream().map(Node.Scalar::text).toList(), says.orElse(""));
  }

  private void cite(Node.Scalar claim, String path, Set<String> claims) {
    String id = claim.text();
    if (!CLAIM.matcher(id).matches()) {
      problems.add(
          Problem.of(claim.mark(), path, claim.described() + " is not the id of a claim")
              .allowing("ids such as S001-29"));
      return;
    }
    if (!claims.add(id)) {
      problems.add(claim.mark(), path, "the claim " + id + " is cited twice on one side");
      return;
    }
    if (index.check(id, claim.mark(), path, problems)) {
      index
          .unused(id)
          .ifPresent(
              reason ->
                  problems.add(
                      Problem.of(
                              claim.mark(),
                              path,
                              "the claim " + id + " is cited here although it is marked unused")
                          .advising("take \"unused: " + reason + "\" away, or the citation")));
    }
  }
}
