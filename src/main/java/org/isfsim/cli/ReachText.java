package org.isfsim.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Exclusion;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.FiredRule;
import org.isfsim.explanation.SettingSets.Place;
import org.isfsim.explanation.Witness;
import org.isfsim.parameter.Basis;
import org.isfsim.report.Observation;
import org.isfsim.scenario.Contributor;

/**
 * What can be reached, as a briefing: the outcomes in their order, then the settings that were
 * named, each told once.
 */
final class ReachText {

  private static final String ATTRIBUTES = "contributors.*.";

  private final Terminal terminal;
  private final Page page;
  private final ExplainCommandSubject.Prepared loaded;
  private final ReachGrounds grounds;
  private final Set<String> named = new LinkedHashSet<>();
  private final Map<Exclusion, String> told = new HashMap<>();

  ReachText(Terminal terminal, ExplainCommandSubject.Prepared loaded, ReachGrounds grounds) {
    this.terminal = terminal;
    this.page = new Page(terminal);
    this.loaded = loaded;
    this.grounds = grounds;
  }

  void print(Observation observation, List<ReachAnswer> answers, Optional<ReachSides> sides) {
    long reached = answers.stream().filter(ReachAnswer.Reached.class::isInstance).count();
    String policy = loaded.scenario().policy().map(name -> ", policy " + name).orElse("");
    page.heading(loaded.scenario().title());
    page.text(
        0,
        "Scenario "
            + loaded.scenario().id()
            + policy
            + ", "
            + loaded.scenario().start()
            + " to "
            + loaded.scenario().horizon()
            + ". "
            + (answers.size() == 1
                ? ""
                : reached
                    + " of the "
                    + answers.size()
                    + " outcomes can be reached; for each, the most likely case that does. ")
            + "By exhaustion, not by sampling.");
    if (!observation.isNone()) {
      page.text(0, observation.inWords());
    }
    answers.forEach(this::answer);
    settings();
    sides.ifPresent(this::sides);
  }

  private void answer(ReachAnswer answer) {
    page.blank();
    if (answer instanceof ReachAnswer.Reached reached) {
      reached(reached);
    } else if (answer instanceof ReachAnswer.Excluded excluded) {
      page.heading(excluded.outcome() + ": no");
      excluded(excluded);
    } else if (answer instanceof ReachAnswer.Unexplained unexplained) {
      page.heading(unexplained.outcome() + ": no")
          .text(2, "What excludes it was not worked out, too large: " + unexplained.tooLarge());
    }
  }

  private void reached(ReachAnswer.Reached reached) {
    page.heading(reached.outcome() + ": yes, " + percent(reached.probability()));
    List<Witness.Value> values = reached.witness().values();
    List<String> unusual =
        values.stream()
            .filter(value -> !value.usual())
            .map(value -> value.address() + "=" + value.text())
            .toList();
    String rest =
        unusual.isEmpty()
            ? "each of these values is the most likely"
            : String.join(", ", unusual)
                + "; "
                + Failures.counted(values.size() - unusual.size(), "more value")
                + " each of which is the most likely";
    page.text(
        2,
        "Most likely case ("
            + percent(reached.witness().probability())
            + " for the values that make it certain, all together): "
            + rest
            + ".");
    command("explain", List.of("--case 1"), reached.set());
    reached.conditions().ifPresent(this::conditions);
  }

  private void conditions(ReachAnswer.Conditions conditions) {
    page.blank().heading("What is enough");
    conditions.tooLarge().ifPresent(why -> page.text(2, "Not worked out, too large: " + why + "."));
    if (conditions.tooLarge().isEmpty()) {
      page.text(
          2,
          conditions.enough().isEmpty()
              ? "Nothing: the scenario's own settings make it certain."
              : "With these values the outcome is certain, whatever the other uncertainties of the"
                  + " scenario come to, and none of them can be done without:");
      for (Witness.Value value : conditions.enough()) {
        String says = loaded.scenario().setting(value.address()).parameter().description();
        page.item(4, "-", value.address() + "=" + value.text() + ": " + says);
      }
    }
    page.blank().heading("How it comes, from the outcome back");
    Map<String, List<String>> byRule = new LinkedHashMap<>();
    Map<String, FiredRule> rules = new HashMap<>();
    for (int i = conditions.way().size() - 1; i >= 0; i--) {
      ExplainedDecision decision = conditions.way().get(i);
      for (FiredRule rule : decision.rules()) {
        if (rule.onTheWay()) {
          String key = decision.decision() + ": " + rule.name();
          rules.put(key, rule);
          byRule.computeIfAbsent(key, k -> new ArrayList<>()).add(decision.column());
        }
      }
    }
    byRule.forEach(
        (key, columns) -> {
          FiredRule rule = rules.get(key);
          if (rule != null) {
            page.item(2, "-", String.join(", ", columns) + ": " + rule.name() + cited(rule));
            page.item(4, "when", rule.condition());
          }
        });
  }

  private static String cited(FiredRule rule) {
    String claims = rule.claims().stream().map(CitedClaim::id).collect(Collectors.joining(", "));
    return " [" + rule.kind().word() + (claims.isEmpty() ? "" : "; " + claims) + "]";
  }

  private void excluded(ReachAnswer.Excluded excluded) {
    if (excluded.exclusion().byRules()) {
      page.text(
          2, "Excluded by the rules whatever the settings; cut points of bands stay as they are.");
      return;
    }
    String earlier = told.putIfAbsent(excluded.exclusion(), excluded.outcome());
    if (earlier != null) {
      page.text(2, "Excluded as " + earlier + " is, above.");
      return;
    }
    excluded.exclusion().blocking().forEach(named::addAll);
    for (List<Place> set : excluded.blocking()) {
      page.item(2, "-", "unreachable as long as " + together(set));
    }
    if (excluded.exclusion().blocking().isEmpty()) {
      page.text(2, "No set of settings was found that excludes it alone.");
    }
    for (List<Place> set : excluded.relaxations()) {
      page.item(2, "-", "reachable if " + changing(set));
    }
    if (!excluded.exclusion().complete()) {
      page.text(
          2,
          "The search was cut short: there may be other sets, of these settings or more of them,"
              + " that exclude it as well.");
    }
  }

  /** {@code text.tasks=enforcement and contributors.*.willing of IDN, AZE stay as they are}. */
  private String together(List<Place> set) {
    return set.stream().map(this::place).collect(Collectors.joining(", and "));
  }

  private String place(Place place) {
    if (!place.contributors().isEmpty()) {
      return place.inWords() + " stay as they are";
    }
    return place.names().stream().map(grounds::setting).collect(Collectors.joining(" or "));
  }

  private static String changing(List<Place> set) {
    return set.stream()
            .sorted(Comparator.comparingInt(place -> place.names().size()))
            .map(
                place ->
                    place.names().size() > 1
                        ? "any one of (" + String.join(", ", place.names()) + ")"
                        : place.inWords())
            .collect(Collectors.joining(", and with it "))
        + (set.size() > 1 ? " change" : " changes");
  }

  /** Every setting that was named, once, with its meaning, its sources, and who says otherwise. */
  private void settings() {
    if (named.isEmpty()) {
      return;
    }
    page.blank().heading("The settings that stand in the way");
    Set<String> attributesTold = new LinkedHashSet<>();
    for (String address : named) {
      Optional<Contributor> contributor = contributor(address);
      if (contributor.isEmpty()) {
        one(address, grounds.setting(address), grounds.claims(address));
        continue;
      }
      String attribute = address.substring(prefix(contributor.get()).length());
      if (attributesTold.add(attribute)) {
        attribute(attribute);
      }
    }
  }

  private void one(String address, String title, List<String> claims) {
    page.item(2, "-", title);
    page.text(4, grounds.meaning(address) + ".");
    grounds
        .conflict(address)
        .ifPresent(
            conflict ->
                page.text(
                    4,
                    "Sources differ ("
                        + conflict.id()
                        + ", "
                        + conflict.title()
                        + ")"
                        + (grounds.sides(address).isEmpty() ? "" : ": ")
                        + String.join("; ", grounds.sides(address))
                        + "."));
    String basis = grounds.basis(address).map(Basis::word).map(word -> word + "; ").orElse("");
    if (!claims.isEmpty()) {
      page.text(4, "Rests on: " + basis + String.join(", ", claims) + ".");
    } else if (!basis.isEmpty()) {
      page.text(4, "Rests on: " + basis.replace("; ", "") + ".");
    }
  }

  /** An attribute that was named of several contributors, with their values. */
  private void attribute(String attribute) {
    List<String> values = new ArrayList<>();
    Set<String> claims = new LinkedHashSet<>();
    String first = "";
    for (Contributor contributor : loaded.scenario().contributors()) {
      String address = prefix(contributor) + attribute;
      if (named.contains(address)) {
        first = address;
        values.add(contributor.id() + " " + grounds.value(address));
        claims.addAll(grounds.claims(address));
        claims.addAll(contributor.claims());
      }
    }
    one(first, ATTRIBUTES + attribute + ": " + String.join(", ", values), List.copyOf(claims));
  }

  private Optional<Contributor> contributor(String address) {
    return loaded.scenario().contributors().stream()
        .filter(contributor -> address.startsWith(prefix(contributor)))
        .findFirst();
  }

  private static String prefix(Contributor contributor) {
    return "contributors." + contributor.id() + ".";
  }

  /** A table of outcomes and sides, and a sentence wherever the sides differ. */
  private void sides(ReachSides sides) {
    page.blank().heading("Under each side of each conflict of sources, one changed at a time");
    List<String> sentences = new ArrayList<>();
    List<String> indifferent = new ArrayList<>();
    for (String address : sides.switches()) {
      List<ReachSides.Side> of = sides.of(address);
      long different = of.stream().map(ReachSides.Side::reachable).distinct().count();
      String conflict = of.get(0).conflict();
      if (different == 1) {
        indifferent.add(conflict + " " + address);
        continue;
      }
      sideTable(sides, address, of);
      for (int outcome = 0; outcome < sides.outcomes().size(); outcome++) {
        List<ReachSides.Side> no = sides.where(address, outcome, false);
        List<ReachSides.Side> yes = sides.where(address, outcome, true);
        if (!no.isEmpty() && !yes.isEmpty()) {
          sentences.add(
              sides.outcomes().get(outcome)
                  + " is unreachable if "
                  + either(no)
                  + " is right, reachable if "
                  + either(yes)
                  + " is ("
                  + conflict
                  + ")");
        }
      }
    }
    if (!sentences.isEmpty()) {
      page.blank();
      sentences.forEach(sentence -> page.item(2, "-", sentence));
    }
    if (!indifferent.isEmpty()) {
      page.blank()
          .text(
              2,
              "Whichever side is taken, the same can be reached: "
                  + String.join(", ", indifferent)
                  + ".");
    }
  }

  private void sideTable(ReachSides sides, String address, List<ReachSides.Side> of) {
    page.blank().text(2, of.get(0).conflict() + ", " + address);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    of.forEach(side -> head.add(side.value() + (side.isTaken() ? " (taken)" : "")));
    rows.add(head);
    for (int outcome = 0; outcome < sides.outcomes().size(); outcome++) {
      List<String> row = new ArrayList<>(List.of(sides.outcomes().get(outcome)));
      for (ReachSides.Side side : of) {
        row.add(side.problem().isPresent() ? "?" : side.reachable().get(outcome) ? "yes" : "no");
      }
      rows.add(row);
    }
    page.table(4, rows);
    for (ReachSides.Side side : of) {
      side.problem().ifPresent(why -> page.text(4, side.value() + ": " + why));
    }
  }

  private String either(List<ReachSides.Side> sides) {
    return sides.stream()
        .map(side -> grounds.side(side.address(), side.value()))
        .collect(Collectors.joining(" or "));
  }

  private void command(String name, List<String> options, Map<String, String> sets) {
    ReachCommandLine.print(terminal, 4, loaded.command().words(name, options, sets));
  }

  /** A probability with two digits that matter, however small it is. */
  private static String percent(double probability) {
    if (probability <= ExactWalk.SMALLEST) {
      return "less than 1e-300 %, smaller than any number here";
    }
    BigDecimal percent =
        new BigDecimal(100 * probability).round(new MathContext(2, RoundingMode.HALF_UP));
    String text =
        percent.abs().compareTo(new BigDecimal("0.0001")) < 0 && percent.signum() != 0
            ? percent.toString()
            : percent.toPlainString();
    return text + " %";
  }
}
