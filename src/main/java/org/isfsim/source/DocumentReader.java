package org.isfsim.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** Reads the file of one document. */
final class DocumentReader {

  private static final List<String> KEYS =
      List.of(
          "id", "file", "sha256", "title", "kind", "reliability", "note", "paragraphs", "claims");
  private static final List<String> CLAIM_KEYS =
      List.of("paragraph", "who", "kind", "says", "unused");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");
  private static final Pattern FILE = Pattern.compile("[^/\\\\]+");

  private final String id;
  private final Problems problems;
  private final Texts texts;
  private final ClaimIndex index;
  private String before = "";

  /** Reads the document that has this id by its file's name. */
  DocumentReader(String id, Problems problems, Texts texts, ClaimIndex index) {
    this.id = id;
    this.problems = problems;
    this.texts = texts;
    this.index = index;
  }

  /** The document, or empty if something essential is missing; the problems say what. */
  Optional<Document> read(Node root) {
    index.addDocument(id);
    Optional<Fields> found = Fields.of(root, "", problems);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int problemsBefore = problems.size();
    Fields fields = found.get().allow(KEYS);
    matching(fields, "id", Pattern.compile(id), id + ", as the file's name says");
    Optional<String> file = matching(fields, "file", FILE, "the name of a file without a folder");
    Optional<String> sha256 = matching(fields, "sha256", SHA256, "64 digits of 0-9 and a-f");
    Optional<String> title = fields.requiredText("title");
    Optional<String> kind = fields.requiredText("kind");
    Optional<Reliability> reliability =
        fields.word("reliability", Reliability.words()).flatMap(Reliability::of);
    Optional<String> note = fields.requiredText("note");
    note.ifPresent(text -> mention(fields, "note", text));
    int paragraphs =
        matching(fields, "paragraphs", NUMBER, "a whole number from 1")
            .map(Integer::parseInt)
            .orElse(0);
    List<Claim> claims = new ArrayList<>();
    fields
        .require("claims")
        .flatMap(node -> Fields.of(node, "claims", problems))
        .ifPresent(map -> claims(map, paragraphs, claims));
    if (problems.size() > problemsBefore) {
      return Optional.empty();
    }
    return Optional.of(
        new Document(
            id,
            file.orElseThrow(),
            sha256.orElseThrow(),
            title.orElseThrow(),
            kind.orElseThrow(),
            reliability.orElseThrow(),
            note.orElseThrow(),
            paragraphs,
            claims));
  }

  private void claims(Fields map, int paragraphs, List<Claim> claims) {
    if (map.keys().isEmpty()) {
      problems.add(map.map().mark(), "claims", "the document has no claim");
    }
    map.forEach(
        (claim, entry) -> {
          checkId(claim, entry.key().mark());
          Fields.of(entry.value(), "claims." + claim, problems)
              .flatMap(fields -> claim(claim, fields, paragraphs))
              .ifPresent(claims::add);
        });
  }

  private void checkId(String claim, Mark mark) {
    String path = "claims." + claim;
    if (!isIdHere(claim)) {
      problems.add(
          Problem.of(mark, path, "\"" + claim + "\" is not the id of a claim of " + id)
              .allowing(id + "- and two or three digits"));
      return;
    }
    boolean outOfOrder =
        !before.isEmpty()
            && Integer.parseInt(claim.substring(5)) < Integer.parseInt(before.substring(5));
    if (outOfOrder) {
      problems.add(mark, path, "the claim " + claim + " stands after " + before);
    } else {
      before = claim;
    }
  }

  private boolean isIdHere(String claim) {
    return claim.matches(id + "-\\d{2,3}");
  }

  private Optional<Claim> claim(String claim, Fields fields, int count) {
    int problemsBefore = problems.size();
    fields.allow(CLAIM_KEYS);
    List<Integer> paragraphs = new ArrayList<>();
    fields
        .require("paragraph")
        .ifPresent(node -> paragraphs(node, fields.pathOf("paragraph"), count, paragraphs));
    Optional<String> who = fields.requiredText("who");
    who.ifPresent(name -> index.says(id, name, fields.find("who").orElseThrow().mark()));
    Optional<ClaimKind> kind = fields.word("kind", ClaimKind.words()).flatMap(ClaimKind::of);
    Optional<String> says = fields.requiredText("says");
    says.ifPresent(text -> mention(fields, "says", text));
    Optional<String> unused = fields.text("unused");
    unused.ifPresent(text -> mention(fields, "unused", text));
    if (isIdHere(claim)) {
      index.add(id, claim, unused);
    }
    if (problems.size() > problemsBefore) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            claim,
            id,
            paragraphs,
            who.orElseThrow(),
            kind.orElseThrow(),
            says.orElseThrow(),
            unused));
  }

  private void paragraphs(Node node, String path, int count, List<Integer> paragraphs) {
    List<? extends Node> items =
        node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    if (items.isEmpty()) {
      problems.add(node.mark(), path, "the list of paragraphs is empty");
    }
    for (Node item : items) {
      String text = item instanceof Node.Scalar scalar ? scalar.text() : "";
      String allowed = "a whole number from 1" + (count > 0 ? " to " + count : "");
      if (!NUMBER.matcher(text).matches()) {
        problems.add(
            Problem.of(item.mark(), path, item.described() + " is not the number of a paragraph")
                .allowing(allowed));
        continue;
      }
      int number = Integer.parseInt(text);
      if (count > 0 && number > count) {
        problems.add(
            Problem.of(item.mark(), path, "the document has no paragraph " + number)
                .allowing(allowed));
      } else if (!paragraphs.isEmpty() && number <= paragraphs.get(paragraphs.size() - 1)) {
        problems.add(item.mark(), path, "the paragraphs of a claim are not in ascending order");
      }
      paragraphs.add(number);
    }
  }

  private Optional<String> matching(Fields fields, String key, Pattern form, String allowed) {
    Optional<String> text = fields.requiredText(key);
    if (text.isEmpty() || form.matcher(text.get()).matches()) {
      return text;
    }
    Mark mark = fields.find(key).orElseThrow().mark();
    problems.add(
        Problem.of(mark, fields.pathOf(key), "\"" + text.get() + "\" has not the right form")
            .allowing(allowed));
    return Optional.empty();
  }

  private void mention(Fields fields, String key, String text) {
    texts.add(fields.find(key).orElseThrow().mark(), fields.pathOf(key), text);
  }
}
