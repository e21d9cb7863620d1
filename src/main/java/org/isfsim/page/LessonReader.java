package org.isfsim.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;

/** Reads the file of a lesson. */
final class LessonReader {

  private static final List<String> KEYS =
      List.of("format", "title", "about", "scenario", "asks", "settings", "questions");
  private static final List<String> SETTING_KEYS = List.of("title", "policy", "set", "observed");
  private static final List<String> QUESTION_KEYS =
      List.of("question", "ask", "under", "less", "most", "least", "within", "hint", "then");

  /** How far a figure may be off if nothing is said, in percentage points. */
  private static final double WITHIN = 1;

  private final Path file;
  private final Problems problems;
  private final Map<String, String> asks = new LinkedHashMap<>();
  private final Map<String, Lesson.Try> settings = new LinkedHashMap<>();
  private final Map<String, Mark> places = new HashMap<>();

  LessonReader(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<Lesson> read(Node node) {
    Optional<Fields> fields = Fields.of(node, "", problems);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Fields root = fields.get().allow(KEYS);
    root.word("format", List.of("1"));
    Optional<String> title = root.requiredText("title");
    Optional<String> about = root.requiredText("about");
    Optional<String> scenario = root.requiredText("scenario");
    place(root, "scenario");
    map(root, "asks").ifPresent(map -> map.forEach((name, entry) -> ask(map, name)));
    map(root, "settings").ifPresent(map -> map.forEach((name, entry) -> setting(map, name)));
    List<Lesson.Question> questions = new ArrayList<>();
    root.require("questions")
        .ifPresent(
            list -> {
              if (!(list instanceof Node.Sequence sequence)) {
                problems.add(list.mark(), "questions", "must be a list, found " + list.described());
                return;
              }
              int number = 0;
              for (Node item : sequence.items()) {
                number++;
                Fields.of(item, "questions." + number, problems)
                    .flatMap(this::question)
                    .ifPresent(questions::add);
              }
            });
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Lesson(
            title.orElseThrow(),
            about.orElseThrow(),
            file.resolveSibling(scenario.orElseThrow()).normalize(),
            asks,
            settings,
            questions,
            places));
  }

  private Optional<Fields> map(Fields root, String key) {
    return root.require(key).flatMap(node -> Fields.of(node, root.pathOf(key), problems));
  }

  private void place(Fields fields, String key) {
    fields.find(key).ifPresent(node -> places.put(fields.pathOf(key), node.mark()));
  }

  private void ask(Fields map, String name) {
    place(map, name);
    map.text(name).ifPresent(statement -> asks.put(name, statement));
  }

  private void setting(Fields map, String name) {
    Optional<Fields> found =
        map.find(name).flatMap(node -> Fields.of(node, map.pathOf(name), problems));
    if (found.isEmpty()) {
      return;
    }
    Fields fields = found.get().allow(SETTING_KEYS);
    Map<String, String> sets = new LinkedHashMap<>();
    fields
        .find("set")
        .flatMap(node -> Fields.of(node, fields.pathOf("set"), problems))
        .ifPresent(
            all ->
                all.forEach(
                    (address, entry) -> {
                      place(all, address);
                      sets.put(address, entry.value().written());
                    }));
    place(fields, "policy");
    place(fields, "observed");
    List<String> observed = fields.scalars("observed").stream().map(Node.Scalar::text).toList();
    fields
        .requiredText("title")
        .ifPresent(
            title ->
                settings.put(
                    name,
                    new Lesson.Try(title, new PageSetting(fields.text("policy"), sets, observed))));
  }

  private Optional<Lesson.Question> question(Fields fields) {
    fields.allow(QUESTION_KEYS);
    Optional<String> text = fields.requiredText("question");
    Optional<String> ask = fields.word("ask", asks.keySet());
    Optional<String> hint = fields.requiredText("hint");
    Optional<String> then = fields.requiredText("then");
    Lesson.Kind kind =
        fields.find("most").isPresent()
            ? Lesson.Kind.MOST
            : fields.find("least").isPresent() ? Lesson.Kind.LEAST : Lesson.Kind.FIGURE;
    List<String> under = new ArrayList<>();
    if (kind == Lesson.Kind.FIGURE) {
      fields.word("under", settings.keySet()).ifPresent(under::add);
      if (fields.find("less").isPresent()) {
        fields.word("less", settings.keySet()).ifPresent(under::add);
      }
    } else {
      String key = kind == Lesson.Kind.MOST ? "most" : "least";
      for (Node.Scalar name : fields.scalars(key)) {
        under.add(name.text());
        requireSetting(name, fields.pathOf(key), settings.keySet());
      }
    }
    double within = fields.find("within").map(node -> number(node, fields)).orElse(WITHIN);
    if (text.isEmpty() || ask.isEmpty() || hint.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Lesson.Question(text.get(), ask.get(), kind, under, within, hint.get(), then.get()));
  }

  private void requireSetting(Node.Scalar name, String path, Set<String> known) {
    if (!known.contains(name.text())) {
      problems.add(
          Problem.of(name.mark(), path, "there is no setting \"" + name.text() + "\"")
              .allowing(String.join(", ", known))
              .advising(Suggestions.didYouMean(name.text(), known)));
    }
  }

  private double number(Node node, Fields fields) {
    try {
      double number = Double.parseDouble(node instanceof Node.Scalar s ? s.text() : "");
      if (number >= 0 && number <= 100) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other number that does not fit.
    }
    problems.add(
        Problem.of(node.mark(), fields.pathOf("within"), node.described() + " is no tolerance")
            .allowing("percentage points from 0 to 100"));
    return WITHIN;
  }
}
