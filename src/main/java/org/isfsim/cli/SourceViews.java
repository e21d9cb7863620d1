package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Json;
import org.isfsim.decision.Rule;
import org.isfsim.source.Claim;
import org.isfsim.source.Conflict;
import org.isfsim.source.Document;
import org.isfsim.source.Register;
import org.isfsim.source.Verification;
import org.isfsim.source.Voice;

/** Documents, claims and conflicts on a page or as JSON. */
final class SourceViews {

  private final Page page;
  private final Register register;

  SourceViews(Page page, Register register) {
    this.page = page;
    this.register = register;
  }

  /** A document and its claims; printed unless JSON is wanted. */
  Map<String, Object> show(Document document, boolean asJson) {
    if (!asJson) {
      page.heading(document.id() + ": " + document.title())
          .field(0, "kind", document.kind())
          .field(0, "reliability", document.reliability().word() + ": " + document.note());
      list(
          "voices",
          voicesOf(document).stream().map(voice -> voice.id() + ": " + voice.name()).toList());
      page.field(0, "original", document.file())
          .field(0, "paragraphs", String.valueOf(document.paragraphs()))
          .blank();
      for (Claim claim : document.claims()) {
        page.item(0, claim.id(), claim.says())
            .text(8, claim.kind().word() + ", " + claim.who() + ", " + paragraphs(claim));
      }
    }
    Map<String, Object> json = json(document);
    json.put("voices", voicesOf(document).stream().map(Voice::id).toList());
    json.put("claims", document.claims().stream().map(SourceViews::json).toList());
    return json;
  }

  private List<Voice> voicesOf(Document document) {
    return register.voices().stream()
        .filter(voice -> voice.speaks().containsKey(document.id()))
        .toList();
  }

  /** A voice with its claims; printed unless JSON is wanted. */
  Map<String, Object> show(Voice voice, boolean asJson) {
    if (!asJson) {
      page.heading(voice.id() + ": " + voice.name());
      voice.note().ifPresent(note -> page.field(0, "note", note));
      voice
          .speaks()
          .forEach((document, words) -> page.field(0, "in " + document, String.join("; ", words)));
      page.blank();
      voice.claims().forEach(this::paraphrase);
    }
    Map<String, Object> json = json(voice);
    voice.note().ifPresent(note -> json.put("note", note));
    json.put("speaks", voice.speaks());
    json.put("claims", json(voice.claims()));
    return json;
  }

  /** A claim and what rests on it; printed unless JSON is wanted. */
  Map<String, Object> show(Claim claim, Citations citations, boolean asJson) {
    List<Conflict> conflicts = register.conflictsOf(claim.id());
    List<String> parameters = citations.addresses(claim.id());
    List<Rule> rules = citations.rules(claim.id());
    if (!asJson) {
      Document document = register.document(claim.document()).orElseThrow();
      page.heading(claim.id())
          .text(0, claim.says())
          .blank()
          .field(0, "kind", claim.kind().word())
          .field(0, "who", claim.who())
          .field(0, "voice", voice(claim))
          .field(
              0,
              "document",
              claim.place()
                  + ": "
                  + document.title()
                  + " (reliability "
                  + document.reliability().word()
                  + ")");
      claim.unused().ifPresent(reason -> page.field(0, "unused", reason));
      list("conflicts", conflicts.stream().map(c -> c.id() + " " + c.title()).toList());
      list("parameters", parameters);
      list("rules", rules.stream().map(r -> r.decision() + ": " + r.name()).toList());
    }
    Map<String, Object> json = json(claim);
    register.voiceOf(claim.id()).ifPresent(voice -> json.put("voice", json(voice)));
    json.put("conflicts", conflicts.stream().map(Conflict::id).toList());
    json.put("parameters", parameters);
    json.put(
        "rules",
        rules.stream().map(r -> Json.object("decision", r.decision(), "rule", r.name())).toList());
    return json;
  }

  /** {@code report-s001: the report of S001}. */
  private String voice(Claim claim) {
    return register
        .voiceOf(claim.id())
        .map(voice -> voice.id() + ": " + voice.name())
        .orElse("none");
  }

  private void list(String label, List<String> texts) {
    String first = label;
    for (String text : texts) {
      page.field(0, first, text);
      first = " ";
    }
  }

  /** A conflict with its sides; printed unless JSON is wanted. */
  Map<String, Object> show(Conflict conflict, boolean asJson) {
    if (!asJson) {
      page.heading(conflict.id() + ": " + conflict.title());
      page.field(0, "treatment", conflict.treatment().word());
      list("parameter", conflict.parameters());
      page.field(0, "resolution", conflict.resolution());
      for (Conflict.Side side : conflict.sides()) {
        page.blank().text(0, side.value().map(value -> value + ": ").orElse("") + side.says());
        side.claims().forEach(this::paraphrase);
      }
    }
    Map<String, Object> json = json(conflict);
    json.put("resolution", conflict.resolution());
    json.put(
        "sides",
        conflict.sides().stream()
            .map(
                side ->
                    Json.object(
                        "value", side.value(), "says", side.says(), "claims", side.claims()))
            .toList());
    return json;
  }

  /** A claim in two or three lines: what it says, and who says it. */
  void paraphrase(String id) {
    Optional<Claim> claim = register.claim(id);
    if (claim.isEmpty()) {
      page.item(2, id, "(there is no such claim)");
      return;
    }
    page.item(2, id, claim.get().says() + " (" + said(claim.get()) + ")");
  }

  private static String said(Claim claim) {
    return claim.who() + "; " + claim.kind().word() + ", " + paragraphs(claim);
  }

  private static String paragraphs(Claim claim) {
    return claim.place().substring(claim.document().length() + 2);
  }

  /** Claims as JSON; an id that is not registered is left out. */
  List<Map<String, Object>> json(List<String> claims) {
    List<Map<String, Object>> objects = new ArrayList<>();
    claims.forEach(id -> register.claim(id).ifPresent(claim -> objects.add(json(claim))));
    return objects;
  }

  static Map<String, Object> json(Document document) {
    return Json.object(
        "id", document.id(),
        "title", document.title(),
        "kind", document.kind(),
        "reliability", document.reliability().word(),
        "note", document.note(),
        "file", document.file(),
        "sha256", document.sha256(),
        "paragraphs", document.paragraphs(),
        "claims", document.claims().size());
  }

  static Map<String, Object> json(Voice voice) {
    return Json.object("id", voice.id(), "name", voice.name());
  }

  static Map<String, Object> json(Claim claim) {
    return Json.object(
        "id", claim.id(),
        "document", claim.document(),
        "paragraphs", claim.paragraphs(),
        "who", claim.who(),
        "kind", claim.kind().word(),
        "says", claim.says(),
        "unused", claim.unused());
  }

  static Map<String, Object> json(Conflict conflict) {
    return Json.object(
        "id", conflict.id(),
        "title", conflict.title(),
        "treatment", conflict.treatment().word(),
        "parameters", conflict.parameters());
  }

  static Map<String, Object> json(Verification verification) {
    return Json.object(
        "id", verification.document().id(),
        "file", verification.file().toString(),
        "result", verification.result().words(),
        "detail",
            verification.detail().isEmpty()
                ? Optional.empty()
                : Optional.of(verification.detail()));
  }
}
