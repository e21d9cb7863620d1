package org.isfsim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.decision.Rule;
import org.isfsim.parameter.Parameter;
import org.isfsim.source.Claim;
import org.isfsim.source.Conflict;
import org.isfsim.source.Document;
import org.isfsim.source.Register;
import org.isfsim.source.Verification;
import org.isfsim.source.Voice;

/** Documents, claims, conflicts and voices. */
public final class SourceArticles {

  private final Register register;

  /** Of a register. */
  public SourceArticles(Register register) {
    this.register = register;
  }

  /** The documents. */
  public Article documents() {
    List<List<String>> rows = new ArrayList<>();
    for (Document document : register.documents()) {
      rows.add(
          List.of(
              document.id(),
              document.reliability().word(),
              Figures.count(document.claims().size(), "claim"),
              document.title() + "; " + document.kind()));
    }
    return new Article()
        .list(List.of("Document", "Reliability", "Claims", "Title"), rows)
        .space()
        .lead(
            "The second column is the reliability. "
                + Figures.count(register.claims().size(), "claim")
                + " of "
                + Figures.count(register.voices().size(), "voice")
                + ", "
                + Figures.count(register.conflicts().size(), "conflict")
                + "; \"isfsim sources show S001\" shows the claims of a document.")
        .value("documents", register.documents().stream().map(SourceArticles::value).toList())
        .value("voices", register.voices().stream().map(SourceArticles::value).toList())
        .value("conflicts", register.conflicts().size());
  }

  /** A document and its claims. */
  public Article of(Document document) {
    List<Voice> voices =
        register.voices().stream().filter(v -> v.speaks().containsKey(document.id())).toList();
    Article article = new Article().heading(1, document.id() + ": " + document.title());
    new Facts()
        .add("kind", document.kind())
        .add("reliability", document.reliability().word() + ": " + document.note())
        .add("voices", voices.stream().map(voice -> voice.id() + ": " + voice.name()).toList())
        .add("original", document.file())
        .add("paragraphs", String.valueOf(document.paragraphs()))
        .in(article);
    List<Branch> claims = new ArrayList<>();
    for (Claim claim : document.claims()) {
      String said = claim.kind().word() + ", " + claim.who() + ", " + paragraphs(claim);
      claims.add(Branch.marked(claim.id(), claim.says(), Branch.of(said)));
    }
    return article
        .space()
        .tree(claims)
        .values(value(document))
        .value("voices", voices.stream().map(Voice::id).toList())
        .value("claims", document.claims().stream().map(SourceArticles::value).toList());
  }

  /** A voice with its claims. */
  public Article of(Voice voice) {
    Article article = new Article().heading(1, voice.id() + ": " + voice.name());
    Facts facts = new Facts();
    voice.note().ifPresent(note -> facts.add("note", note));
    voice
        .speaks()
        .forEach((document, words) -> facts.add("in " + document, String.join("; ", words)));
    return facts
        .in(article)
        .space()
        .tree(voice.claims().stream().map(this::paraphrase).toList())
        .values(value(voice))
        .value("note", voice.note())
        .value("speaks", voice.speaks())
        .value("claims", values(voice.claims()));
  }

  /** A claim and what rests on it. */
  public Article of(Claim claim, Citations citations) {
    List<Conflict> conflicts = register.conflictsOf(claim.id());
    List<String> parameters = citations.addresses(claim.id());
    List<Rule> rules = citations.rules(claim.id());
    Optional<Voice> voice = register.voiceOf(claim.id());
    Document document = register.document(claim.document()).orElseThrow();
    Facts facts =
        new Facts()
            .add("kind", claim.kind().word())
            .add("who", claim.who())
            .add("voice", voice.map(v -> v.id() + ": " + v.name()).orElse("none"))
            .add(
                "document",
                claim.place()
                    + ": "
                    + document.title()
                    + " (reliability "
                    + document.reliability().word()
                    + ")")
            .add("unused", claim.unused().stream().toList())
            .add("conflicts", conflicts.stream().map(c -> c.id() + " " + c.title()).toList())
            .add("parameters", parameters)
            .add("rules", rules.stream().map(r -> r.decision() + ": " + r.name()).toList());
    return facts
        .in(new Article().heading(1, claim.id()).lead(claim.says()).space())
        .values(value(claim))
        .value("voice", voice.map(SourceArticles::value))
        .value("conflicts", conflicts.stream().map(Conflict::id).toList())
        .value("parameters", parameters)
        .value(
            "rules",
            rules.stream()
                .map(r -> Json.object("decision", r.decision(), "rule", r.name()))
                .toList());
  }

  /** The conflicts. */
  public Article conflicts() {
    List<List<String>> rows = new ArrayList<>();
    for (Conflict conflict : register.conflicts()) {
      String carriers =
          conflict.parameters().isEmpty() ? "" : ": " + String.join(", ", conflict.parameters());
      rows.add(List.of(conflict.id(), conflict.treatment().word(), conflict.title() + carriers));
    }
    return new Article()
        .list(List.of("Conflict", "Treatment", "Title"), rows)
        .value("conflicts", register.conflicts().stream().map(SourceArticles::brief).toList());
  }

  /** A conflict with its sides. */
  public Article of(Conflict conflict) {
    Article article = new Article().heading(1, conflict.id() + ": " + conflict.title());
    new Facts()
        .add("treatment", conflict.treatment().word())
        .add("parameter", conflict.parameters())
        .add("resolution", conflict.resolution())
        .in(article);
    for (Conflict.Side side : conflict.sides()) {
      article.space().lead(side.value().map(value -> value + ": ").orElse("") + side.says());
      article.tree(side.claims().stream().map(this::paraphrase).toList());
    }
    return article.values(value(conflict));
  }

  /** What conflicts and claims say of a parameter. */
  public Article of(Parameter parameter) {
    return cited(
        parameter.id() + ": " + parameter.description(),
        parameter.conflict().flatMap(register::conflict).stream().toList(),
        parameter.claims().stream().flatMap(id -> register.claim(id).stream()).toList());
  }

  /** The conflicts and claims in which a word begins so; empty if there is none. */
  public Optional<Article> about(String word) {
    Pattern begins =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(word),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    List<Conflict> conflicts =
        register.conflicts().stream().filter(of -> begins.matcher(text(of)).find()).toList();
    List<Claim> claims =
        register.claims().stream().filter(of -> begins.matcher(text(of)).find()).toList();
    return conflicts.isEmpty() && claims.isEmpty()
        ? Optional.empty()
        : Optional.of(cited("What speaks of \"" + word + "\"", conflicts, claims));
  }

  /** The words of conflicts and claims. */
  public Set<String> words() {
    return Stream.concat(
            register.conflicts().stream().map(SourceArticles::text),
            register.claims().stream().map(SourceArticles::text))
        .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")))
        .filter(word -> word.length() > 3)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Conflict conflict) {
    return conflict.title()
        + conflict.sides().stream().map(side -> " " + side.says()).collect(Collectors.joining());
  }

  private static String text(Claim claim) {
    return claim.who() + " " + claim.says();
  }

  private Article cited(String title, List<Conflict> conflicts, List<Claim> claims) {
    Article article = new Article().heading(1, title);
    if (conflicts.isEmpty() && claims.isEmpty()) {
      article.lead("No document speaks of it.");
    }
    if (!conflicts.isEmpty()) {
      article.heading(2, "Conflicts");
      article.tree(conflicts.stream().map(c -> Branch.marked(c.id(), c.title())).toList());
    }
    if (!claims.isEmpty()) {
      article.heading(2, "Claims");
      article.tree(claims.stream().map(claim -> paraphrase(claim.id())).toList());
    }
    return article
        .value("conflicts", conflicts.stream().map(SourceArticles::brief).toList())
        .value("claims", claims.stream().map(SourceArticles::value).toList());
  }

  /** How the original documents compare with the register. */
  public static Article of(List<Verification> verifications) {
    return new Article()
        .list(
            List.of("Document", "File", "Result"),
            verifications.stream()
                .map(v -> List.of(v.document().id(), v.document().file(), v.result().words()))
                .toList())
        .value(
            "documents",
            verifications.stream()
                .map(
                    v ->
                        Json.object(
                            "id", v.document().id(),
                            "file", v.file().toString(),
                            "result", v.result().words(),
                            "detail", Optional.of(v.detail()).filter(d -> !d.isEmpty())))
                .toList());
  }

  /** A claim in two or three lines: what it says, and who says it. */
  Branch paraphrase(String id) {
    return Branch.marked(
        id,
        register
            .claim(id)
            .map(
                claim ->
                    claim.says()
                        + " ("
                        + claim.who()
                        + "; "
                        + claim.kind().word()
                        + ", "
                        + paragraphs(claim)
                        + ")")
            .orElse("(there is no such claim)"));
  }

  private static String paragraphs(Claim claim) {
    return claim.place().substring(claim.document().length() + 2);
  }

  /** What programs read of claims; an id that is not registered is left out. */
  List<Map<String, Object>> values(List<String> claims) {
    return claims.stream()
        .flatMap(id -> register.claim(id).stream())
        .map(SourceArticles::value)
        .toList();
  }

  private static Map<String, Object> value(Document document) {
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

  private static Map<String, Object> value(Voice voice) {
    return Json.object("id", voice.id(), "name", voice.name());
  }

  static Map<String, Object> value(Claim claim) {
    return Json.object(
        "id", claim.id(),
        "document", claim.document(),
        "paragraphs", claim.paragraphs(),
        "who", claim.who(),
        "kind", claim.kind().word(),
        "says", claim.says(),
        "unused", claim.unused());
  }

  private static Map<String, Object> brief(Conflict conflict) {
    return Json.object(
        "id", conflict.id(),
        "title", conflict.title(),
        "treatment", conflict.treatment().word(),
        "parameters", conflict.parameters());
  }

  static Map<String, Object> value(Conflict conflict) {
    Map<String, Object> value = brief(conflict);
    value.put("resolution", conflict.resolution());
    value.put(
        "sides",
        conflict.sides().stream()
            .map(
                side ->
                    Json.object(
                        "value", side.value(), "says", side.says(), "claims", side.claims()))
            .toList());
    return value;
  }
}
