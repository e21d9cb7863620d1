package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.exact.ChangeSet;
import org.isfsim.explanation.ChangeLists.Group;
import org.isfsim.explanation.ChangeLists.Listing;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.Obstacle;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.source.Conflict;
import org.isfsim.study.Request;
import org.isfsim.study.SettingGrounds;
import org.isfsim.study.Study;
import org.isfsim.study.WhyNot;

/** The smallest changes that make a case end in an outcome, and what stands in the way of it. */
public final class WhyNotArticle {

  private final WhyNot answer;
  private final Study study;
  private final SettingGrounds grounds;
  private final Article article = new Article();
  private final Set<String> rulesTold = new LinkedHashSet<>();
  private final Set<String> claims = new LinkedHashSet<>();
  private final Set<String> conflicts = new LinkedHashSet<>();

  private WhyNotArticle(WhyNot answer, Study study) {
    this.answer = answer;
    this.study = study;
    this.grounds = new SettingGrounds(study.plan(), study.register());
  }

  /** The article. */
  public static Article of(WhyNot answer, Study study) {
    WhyNotArticle whyNot = new WhyNotArticle(answer, study);
    whyNot.write();
    return whyNot.article;
  }

  private void write() {
    String subject = "Case " + answer.caseNumber() + " of " + study.scenario().id();
    article
        .value("case", answer.caseNumber())
        .value("outcome", answer.actual())
        .value("whyNot", answer.wanted())
        .value("endsSo", answer.obstacle().isEmpty());
    if (answer.obstacle().isEmpty()) {
      article
          .heading(1, subject + " ends as " + answer.wanted() + " already")
          .lead("Nothing stands in the way. What led there:")
          .command(explain(Map.of()))
          .value("changes", List.of());
      return;
    }
    article.heading(1, subject + ": " + answer.actual() + ", why not " + answer.wanted());
    article.heading(2, "The smallest changes that lead to " + answer.wanted());
    article.value("changes", answer.lists().stream().map(this::list).toList());
    if (answer.lists().stream().allMatch(l -> l.listing().sets().isEmpty())) {
      article
          .space()
          .lead("No change of parameters was found. What excludes the outcome:")
          .command(study.command("reach", List.of("--outcome " + answer.wanted()), Map.of()));
    }
    Map<String, Object> obstacle = Json.object();
    article.heading(2, "What stood in the way");
    article.tree(obstacle(answer.obstacle().get(), obstacle));
    article.value("obstacle", obstacle);
    if (!conflicts.isEmpty()) {
      article.heading(2, "Conflicts of sources").items(List.copyOf(conflicts));
    }
    if (!claims.isEmpty()) {
      article
          .space()
          .lead(
              "What a claim says: isfsim sources show "
                  + claims.iterator().next()
                  + ". A rule and its claims: isfsim rules show DECISION"
                  + study
                      .request()
                      .rules()
                      .map(folder -> " --rules " + Request.quoted(folder.toString()))
                      .orElse("")
                  + ".");
    }
  }

  private String explain(Map<String, String> sets) {
    return study.command("explain", List.of("--case " + answer.caseNumber()), sets);
  }

  /** An obstacle with what is behind it, and what programs read of both. */
  private Branch obstacle(Obstacle obstacle, Map<String, Object> values) {
    if (obstacle instanceof Obstacle.Decided decided) {
      String subject = decided.subject().isEmpty() ? "" : " (" + decided.subject() + ")";
      String wanted = decided.wanted().isEmpty() ? "" : ", not " + decided.wanted();
      String words = decided.name() + subject + " came to " + decided.actual() + wanted;
      return new Branch("", words, reasons(decided, values));
    }
    if (obstacle instanceof Obstacle.Valued valued) {
      values.putAll(
          Json.object(
              "parameter", valued.name(), "actual", valued.actual(), "wanted", valued.wanted()));
      return Branch.of(valued.name() + " was " + valued.actual() + ", needed " + valued.wanted());
    }
    if (obstacle instanceof Obstacle.Quantity quantity) {
      return quantity(quantity, values);
    }
    values.putAll(Json.object("told", obstacle.name(), "wanted", obstacle.wanted()));
    return Branch.of(obstacle.name() + " needed " + obstacle.wanted() + " (told above)");
  }

  private List<Branch> reasons(Obstacle.Decided decided, Map<String, Object> values) {
    List<Branch> branches = new ArrayList<>();
    List<Map<String, Object>> because = new ArrayList<>();
    for (Obstacle.BlockingRule rule : decided.because()) {
      branches.add(rule("because:", rule));
      because.add(value(rule));
    }
    List<Map<String, Object>> ways = new ArrayList<>();
    for (Obstacle.Attempt way : decided.ways()) {
      // The rule is told before what it lacked.
      Branch rule = rule("a way:", way.rule());
      List<Branch> below = new ArrayList<>();
      List<Map<String, Object>> lacked = new ArrayList<>();
      for (Obstacle.Unmet unmet : way.unmet()) {
        Map<String, Object> of = Json.object();
        below.add(unmet(unmet, of));
        lacked.add(of);
      }
      branches.add(new Branch(rule.mark(), rule.words(), below));
      Map<String, Object> attempt = value(way.rule());
      attempt.put("unmet", lacked);
      ways.add(attempt);
    }
    values.putAll(
        Json.object(
            "decision", decided.name(),
            "subject", text(decided.subject()),
            "actual", decided.actual(),
            "wanted", text(decided.wanted()),
            "because", because,
            "ways", ways));
    return branches;
  }

  private Branch quantity(Obstacle.Quantity quantity, Map<String, Object> values) {
    List<Branch> below = new ArrayList<>();
    if (!quantity.through().isEmpty() && !quantity.isAloneEnough()) {
      below.add(Branch.of("several must change together; behind it:"));
    } else if (quantity.through().size() > 1) {
      below.add(Branch.of("any one of:"));
    }
    List<Map<String, Object>> through = new ArrayList<>();
    for (Obstacle part : quantity.through()) {
      Map<String, Object> of = Json.object();
      below.add(obstacle(part, of));
      through.add(of);
    }
    values.putAll(
        Json.object(
            "quantity", quantity.name(),
            "actual", quantity.actual(),
            "wanted", quantity.wanted(),
            "how", quantity.how(),
            "from", DecisionSection.operands(quantity.from()),
            "aloneEnough", quantity.isAloneEnough(),
            "through", through));
    String from =
        quantity.from().stream()
            .map(operand -> operand.name() + " " + operand.value())
            .collect(Collectors.joining(", "));
    String words =
        quantity.name()
            + " was "
            + quantity.actual()
            + ", needed "
            + quantity.wanted()
            + " ("
            + quantity.how()
            + ": "
            + from
            + ")";
    return new Branch("", words, below);
  }

  private Branch unmet(Obstacle.Unmet unmet, Map<String, Object> values) {
    String what = unmet.field() + " was " + unmet.actual() + ", required " + unmet.required();
    values.putAll(
        Json.object(
            "field", unmet.field(), "actual", unmet.actual(), "required", unmet.required()));
    if (unmet.behind().isEmpty()) {
      return Branch.marked(Branch.DASH, what);
    }
    Obstacle behind = unmet.behind().get();
    Map<String, Object> of = Json.object();
    values.put("behind", of);
    if (behind instanceof Obstacle.Decided decided) {
      return new Branch(Branch.DASH, what, reasons(decided, of));
    }
    Branch further = obstacle(behind, of);
    if (behind instanceof Obstacle.Valued) {
      return Branch.marked(Branch.DASH, what + " (" + behind.name() + ")");
    }
    return behind instanceof Obstacle.Told
        ? Branch.marked(Branch.DASH, what + " (" + behind.name() + ", told above)")
        : Branch.marked(Branch.DASH, what, further);
  }

  private Branch rule(String mark, Obstacle.BlockingRule rule) {
    List<String> cited = rule.claims().stream().map(CitedClaim::id).toList();
    claims.addAll(cited);
    boolean isNew = rulesTold.add(rule.file() + ":" + rule.line());
    String ground =
        isNew && !cited.isEmpty()
            ? " [" + rule.kind().word() + "; " + String.join(", ", cited) + "]"
            : "";
    return Branch.marked(mark, rule.name() + ground);
  }

  private static Map<String, Object> value(Obstacle.BlockingRule rule) {
    return Json.object(
        "rule", rule.name(),
        "kind", rule.kind().word(),
        "condition", rule.condition(),
        "file", rule.file(),
        "line", rule.line(),
        "claims", rule.claims().stream().map(CitedClaim::id).toList());
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private Map<String, Object> list(WhyNot.Changes changes) {
    Listing listing = changes.listing();
    article.space().lead(title(listing.group()));
    listing.tooLarge().ifPresent(why -> article.paragraph("Not worked out, too large: " + why));
    if (listing.sets().isEmpty() && listing.tooLarge().isEmpty()) {
      article.paragraph("None of these alone leads there.");
    }
    List<Map<String, Object>> sets = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < listing.sets().size(); i++) {
      List<ChangeSet.Change> parts = listing.sets().get(i).changes().changes();
      items.add(parts.stream().map(this::inWords).collect(Collectors.joining("; ")));
      parts.forEach(change -> conflict(change, parts.size() > 1));
      Map<String, String> set = changes.commands().get(i);
      sets.add(
          Json.object(
              "changes", parts.stream().map(this::value).toList(),
              "set", set,
              "command", explain(set)));
    }
    if (!items.isEmpty()) {
      article.items(items);
    }
    if (listing.isCut()) {
      article.paragraph("(more of this size are left out)");
    }
    if (listing.refused() > 0) {
      article.paragraph(
          "("
              + Figures.count(listing.refused(), "set")
              + " left out: set on the command line, they do not lead there)");
    }
    if (!changes.commands().isEmpty()) {
      article.paragraph("The first of these:").command(explain(changes.commands().get(0)));
    }
    return Json.object(
        "kind", listing.group().name().toLowerCase(Locale.ROOT),
        "means", listing.group().words(),
        "cut", listing.isCut(),
        "tooLarge", listing.tooLarge(),
        "sets", sets);
  }

  private static String title(Group group) {
    return switch (group) {
      case LEVERS -> "Levers: do otherwise";
      case UNCERTAINTIES -> "Uncertainties: happen otherwise";
      case SWITCHES -> "Switches: judge otherwise";
      case MIXED -> "No kind alone leads there; levers, uncertainties and switches together";
      case ANYTHING -> "Not even together; with figures changed that are taken as they are";
    };
  }

  private String inWords(ChangeSet.Change change) {
    boolean isInside = change.possible() || kind(change) != ParameterKind.UNCERTAINTY;
    return change.parameter().name()
        + " from "
        + from(change)
        + " to "
        + to(change)
        + (isInside ? "" : " (outside the scenario)");
  }

  private ParameterKind kind(ChangeSet.Change change) {
    return study.scenario().setting(change.parameter().name()).parameter().kind();
  }

  private static String from(ChangeSet.Change change) {
    return change.parameter().domain().text(change.from());
  }

  private static String to(ChangeSet.Change change) {
    return change.parameter().domain().text(change.to());
  }

  private Map<String, Object> value(ChangeSet.Change change) {
    String address = change.parameter().name();
    return Json.object(
        "address", address,
        "from", from(change),
        "to", to(change),
        "possible", change.possible(),
        "conflict", grounds.conflict(address).map(Conflict::id),
        "claimsFrom", nonEmpty(grounds.sideClaims(address, from(change))),
        "claimsTo", nonEmpty(grounds.sideClaims(address, to(change))));
  }

  private static Optional<List<String>> nonEmpty(List<String> claims) {
    return claims.isEmpty() ? Optional.empty() : Optional.of(claims);
  }

  /** Which source would have to be right. */
  private void conflict(ChangeSet.Change change, boolean isOneOfSeveral) {
    String address = change.parameter().name();
    if (kind(change) == ParameterKind.SWITCH) {
      grounds
          .conflict(address)
          .ifPresent(
              conflict ->
                  conflicts.add(
                      conflict.id()
                          + ", "
                          + address
                          + ": unreachable in this case if "
                          + grounds.side(address, from(change))
                          + " is right, reachable if "
                          + grounds.side(address, to(change))
                          + " is"
                          + (isOneOfSeveral ? ", with the changes beside it" : "")));
    }
  }
}
