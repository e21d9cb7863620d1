package org.isfsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.exact.ChangeSet;
import org.isfsim.explanation.ChangeLists.Group;
import org.isfsim.explanation.ChangeLists.Listing;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.Obstacle;
import org.isfsim.parameter.ParameterKind;

/** Why a case does not end in an outcome, as a briefing. */
final class WhyNotText {

  private static final int DEEPEST = 16;

  private final Terminal terminal;
  private final Page page;
  private final WhyNot answer;
  private final ExplainCommandSubject.Prepared loaded;
  private final ReachGrounds grounds;
  private final Set<String> rulesTold = new LinkedHashSet<>();
  private final Set<String> claims = new LinkedHashSet<>();

  WhyNotText(Terminal terminal, WhyNot answer, ExplainCommandSubject.Prepared loaded) {
    this.terminal = terminal;
    this.page = new Page(terminal);
    this.answer = answer;
    this.loaded = loaded;
    this.grounds = new ReachGrounds(loaded.plan(), loaded.register());
  }

  void print() {
    String subject = "Case " + answer.caseNumber() + " of " + loaded.scenario().id();
    if (answer.obstacle().isEmpty()) {
      page.heading(subject + " ends as " + answer.wanted() + " already")
          .text(0, "Nothing stands in the way. What led there:");
      command("explain", List.of("--case " + answer.caseNumber()), Map.of());
      return;
    }
    page.heading(subject + ": " + answer.actual() + ", why not " + answer.wanted());
    page.blank().heading("What stood in the way");
    answer.obstacle().ifPresent(obstacle -> obstacle(0, obstacle));
    page.blank().heading("The smallest changes that lead to " + answer.wanted());
    answer.lists().forEach(this::list);
    boolean nothing = answer.lists().stream().allMatch(l -> l.listing().sets().isEmpty());
    if (nothing) {
      page.blank().text(0, "No change of parameters was found. What excludes the outcome:");
      command("reach", List.of("--outcome " + answer.wanted()), Map.of());
    }
    conflicts();
    claims();
  }

  private void obstacle(int depth, Obstacle obstacle) {
    int indent = 2 + 2 * Math.min(depth, DEEPEST);
    if (obstacle instanceof Obstacle.Decided decided) {
      String subject = decided.subject().isEmpty() ? "" : " (" + decided.subject() + ")";
      String wanted = decided.wanted().isEmpty() ? "" : ", not " + decided.wanted();
      page.text(indent, decided.name() + subject + " came to " + decided.actual() + wanted);
      reasons(depth, decided);
    } else if (obstacle instanceof Obstacle.Valued valued) {
      page.text(indent, valued.name() + " was " + valued.actual() + ", needed " + valued.wanted());
    } else if (obstacle instanceof Obstacle.Quantity quantity) {
      quantity(depth, quantity);
    } else {
      page.text(indent, obstacle.name() + " needed " + obstacle.wanted() + " (told above)");
    }
  }

  private void reasons(int depth, Obstacle.Decided decided) {
    int indent = 2 + 2 * Math.min(depth, DEEPEST);
    decided.because().forEach(rule -> rule(indent + 2, "because", rule));
    decided.ways().forEach(way -> attempt(depth + 1, way));
  }

  private void quantity(int depth, Obstacle.Quantity quantity) {
    int indent = 2 + 2 * Math.min(depth, DEEPEST);
    String from =
        quantity.from().stream()
            .map(operand -> operand.name() + " " + operand.value())
            .collect(Collectors.joining(", "));
    page.text(
        indent,
        quantity.name()
            + " was "
            + quantity.actual()
            + ", needed "
            + quantity.wanted()
            + " ("
            + quantity.how()
            + ": "
            + from
            + ")");
    if (quantity.through().isEmpty()) {
      return;
    }
    if (!quantity.isAloneEnough()) {
      page.text(indent + 2, "several must change together; behind it:");
    } else if (quantity.through().size() > 1) {
      page.text(indent + 2, "any one of:");
    }
    quantity.through().forEach(part -> obstacle(depth + 1, part));
  }

  private void attempt(int depth, Obstacle.Attempt attempt) {
    int indent = 2 + 2 * Math.min(depth, DEEPEST);
    rule(indent, "a way", attempt.rule());
    attempt.unmet().forEach(unmet -> unmet(depth, indent + 2, unmet));
  }

  private void unmet(int depth, int indent, Obstacle.Unmet unmet) {
    String what = unmet.field() + " was " + unmet.actual() + ", required " + unmet.required();
    Obstacle behind = unmet.behind().orElse(null);
    if (behind instanceof Obstacle.Decided decided) {
      page.item(indent, "-", what);
      reasons(depth + 1, decided);
    } else if (behind instanceof Obstacle.Valued) {
      page.item(indent, "-", what + " (" + behind.name() + ")");
    } else if (behind instanceof Obstacle.Told) {
      page.item(indent, "-", what + " (" + behind.name() + ", told above)");
    } else {
      page.item(indent, "-", what);
      unmet.behind().ifPresent(further -> obstacle(depth + 2, further));
    }
  }

  private void rule(int indent, String mark, Obstacle.BlockingRule rule) {
    String cited = rule.claims().stream().map(CitedClaim::id).collect(Collectors.joining(", "));
    claims.addAll(rule.claims().stream().map(CitedClaim::id).toList());
    boolean isNew = rulesTold.add(rule.file() + ":" + rule.line());
    String grounds =
        isNew && !cited.isEmpty() ? " [" + rule.kind().word() + "; " + cited + "]" : "";
    page.item(indent, mark + ":", rule.name() + grounds);
  }

  private void list(WhyNot.Changes changes) {
    Listing listing = changes.listing();
    page.blank().text(0, title(listing.group()));
    listing.tooLarge().ifPresent(why -> page.text(2, "Not worked out, too large: " + why));
    if (listing.sets().isEmpty() && listing.tooLarge().isEmpty()) {
      page.text(2, "None of these alone leads there.");
    }
    for (var set : listing.sets()) {
      List<ChangeSet.Change> parts = set.changes().changes();
      page.item(2, "-", parts.stream().map(this::change).collect(Collectors.joining("; ")));
    }
    if (listing.isCut()) {
      page.text(2, "(more of this size are left out)");
    }
    if (listing.refused() > 0) {
      page.text(
          2,
          "("
              + Failures.counted(listing.refused(), "set")
              + " left out: set on the command line, they do not lead there)");
    }
    if (!changes.commands().isEmpty()) {
      page.text(2, "The first of these:");
      command("explain", List.of("--case " + answer.caseNumber()), changes.commands().get(0));
    }
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

  private String change(ChangeSet.Change change) {
    String address = change.parameter().name();
    String to = change.parameter().domain().text(change.to());
    ParameterKind kind = loaded.scenario().setting(address).parameter().kind();
    String mark =
        change.possible() || kind != ParameterKind.UNCERTAINTY ? "" : " (outside the scenario)";
    return address
        + " from "
        + change.parameter().domain().text(change.from())
        + " to "
        + to
        + mark;
  }

  /** Which source would have to be right. */
  private void conflicts() {
    List<String> sentences = new ArrayList<>();
    for (WhyNot.Changes changes : answer.lists()) {
      for (var set : changes.listing().sets()) {
        for (ChangeSet.Change change : set.changes().changes()) {
          conflict(change, set.changes().changes().size() > 1).stream()
              .filter(sentence -> !sentences.contains(sentence))
              .forEach(sentences::add);
        }
      }
    }
    if (!sentences.isEmpty()) {
      page.blank().heading("Conflicts of sources");
      sentences.forEach(sentence -> page.item(2, "-", sentence));
    }
  }

  private List<String> conflict(ChangeSet.Change change, boolean isOneOfSeveral) {
    String address = change.parameter().name();
    boolean isSwitch =
        loaded.scenario().setting(address).parameter().kind() == ParameterKind.SWITCH;
    if (!isSwitch || grounds.conflict(address).isEmpty()) {
      return List.of();
    }
    String from = change.parameter().domain().text(change.from());
    String to = change.parameter().domain().text(change.to());
    return List.of(
        grounds.conflict(address).orElseThrow().id()
            + ", "
            + address
            + ": unreachable in this case if "
            + grounds.side(address, from)
            + " is right, reachable if "
            + grounds.side(address, to)
            + " is"
            + (isOneOfSeveral ? ", with the changes beside it" : ""));
  }

  private void claims() {
    if (!claims.isEmpty()) {
      page.blank()
          .text(
              0,
              "What a claim says: isfsim sources show "
                  + claims.iterator().next()
                  + ". A rule and its claims: isfsim rules show DECISION.");
    }
  }

  private void command(String name, List<String> options, Map<String, String> sets) {
    ReachCommandLine.print(terminal, 4, loaded.command().words(name, options, sets));
  }
}
