package org.isfsim.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;

/** Reads the file of voices, and sees to it that every claim has exactly one. */
final class VoiceReader {

  private static final List<String> KEYS = List.of("name", "note", "speaks");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Path file;
  private final Problems problems;
  private final Texts texts;
  private final ClaimIndex index;

  /** The voice of each speaker of each document. */
  private final Map<String, Map<String, String>> taken = new HashMap<>();

  VoiceReader(Path file, Problems problems, Texts texts, ClaimIndex index) {
    this.file = file;
    this.problems = problems;
    this.texts = texts;
    this.index = index;
  }

  /** The voices; with a problem anywhere what they hold is not complete. */
  List<Voice> read(Node root, List<Document> documents) {
    List<Voice> voices = new ArrayList<>();
    Fields.of(root, "", problems)
        .ifPresent(
            map ->
                map.forEach(
                    (id, entry) -> {
                      checkId(id, entry.key().mark());
                      Fields.of(entry.value(), id, problems)
                          .map(fields -> voice(id, fields, documents))
                          .ifPresent(voices::add);
                    }));
    index.speakers().forEach(this::checkAllHaveOne);
    return voices;
  }

  private void checkId(String id, Mark mark) {
    if (!ID.matcher(id).matches()) {
      problems.add(
          Problem.of(mark, id, "\"" + id + "\" is not the id of a voice")
              .allowing("lower-case words with hyphens, such as report-s001"));
    }
  }

  private Voice voice(String id, Fields fields, List<Document> documents) {
    fields.allow(KEYS);
    Optional<String> name = fields.requiredText("name");
    Optional<String> note = fields.text("note");
    note.ifPresent(
        text -> texts.add(fields.find("note").orElseThrow().mark(), fields.pathOf("note"), text));
    Map<String, List<String>> speaks = new LinkedHashMap<>();
    String path = fields.pathOf("speaks");
    fields
        .require("speaks")
        .flatMap(node -> Fields.of(node, path, problems))
        .ifPresent(map -> speaks(id, map, path, speaks));
    return new Voice(id, name.orElse(""), note, speaks, claims(speaks, documents));
  }

  private void speaks(String id, Fields map, String path, Map<String, List<String>> speaks) {
    if (map.keys().isEmpty()) {
      problems.add(map.map().mark(), path, "the voice makes no claim");
    }
    map.forEach(
        (document, entry) -> {
          String here = path + "." + document;
          Map<String, Mark> known = index.speakers().getOrDefault(document, Map.of());
          if (known.isEmpty() && !index.isUnsound(document)) {
            problems.add(
                Problem.of(entry.key().mark(), here, "nobody speaks in \"" + document + "\"")
                    .allowing(String.join(", ", index.speakers().keySet())));
            return;
          }
          List<String> words = new ArrayList<>();
          List<Node.Scalar> written = Fields.scalars(entry.value(), here, problems);
          if (entry.value() instanceof Node.Sequence list && list.items().isEmpty()) {
            problems.add(list.mark(), here, "the voice makes no claim");
          }
          for (Node.Scalar who : written) {
            if (isFree(id, document, who, here, known)) {
              words.add(who.text());
            }
          }
          speaks.put(document, words);
        });
  }

  /** Whether the words stand in the document and belong to no voice yet; now they do. */
  private boolean isFree(
      String id, String document, Node.Scalar who, String path, Map<String, Mark> known) {
    String text = who.text();
    if (!known.containsKey(text) && !index.isUnsound(document)) {
      problems.add(
          Problem.of(who.mark(), path, "no claim of " + document + " is made by \"" + text + "\"")
              .allowing(String.join("; ", known.keySet()))
              .advising(Suggestions.didYouMean(text, known.keySet())));
      return false;
    }
    String before = taken.computeIfAbsent(document, key -> new HashMap<>()).putIfAbsent(text, id);
    if (before != null) {
      problems.add(
          who.mark(),
          path,
          "\"" + text + "\" of " + document + " is the voice " + before + " already");
      return false;
    }
    return true;
  }

  private static List<String> claims(Map<String, List<String>> speaks, List<Document> documents) {
    return documents.stream()
        .flatMap(document -> document.claims().stream())
        .filter(claim -> speaks.getOrDefault(claim.document(), List.of()).contains(claim.who()))
        .map(Claim::id)
        .toList();
  }

  private void checkAllHaveOne(String document, Map<String, Mark> speakers) {
    Map<String, String> known = taken.getOrDefault(document, Map.of());
    speakers.forEach(
        (who, mark) -> {
          if (!known.containsKey(who)) {
            problems.add(
                Problem.of(mark, "", "\"" + who + "\" of " + document + " is no voice")
                    .advising("name it under \"speaks\" of one voice in " + file));
          }
        });
  }
}
