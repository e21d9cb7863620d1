package org.isfsim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.decision.RuleKind;
import org.isfsim.explanation.CaseExplanation;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.DatedEvent;
import org.isfsim.explanation.Ending;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.FiredRule;
import org.isfsim.explanation.InputValue;
import org.isfsim.explanation.ParameterValue;
import org.isfsim.explanation.Provenance;
import org.isfsim.parameter.Basis;
import org.isfsim.source.Claim;

/**
 * An explanation as a briefing: the outcome, the dates, then the decisions. A rule and a claim are
 * told in full where they first occur.
 */
final class ExplainCommandText {

  private static final int GAP = 2;

  private final Page page;
  private final int width;
  private final CaseExplanation explanation;
  private final boolean all;
  private final Map<String, String> toldRules = new HashMap<>();
  private final Set<String> toldClaims = new HashSet<>();

  ExplainCommandText(Session session, CaseExplanation explanation, boolean all) {
    this.page = session.page();
    this.width = session.terminal().width();
    this.explanation = explanation;
    this.all = all;
  }

  /**
   * Prints the explanation.
   *
   * @param columns the decisions that are wanted; empty: those on the way to the outcome, or all
   */
  void print(Set<String> columns) {
    head();
    List<ExplainedDecision> decisions =
        explanation.decisions().stream()
            .filter(decision -> ExplainCommandJson.isWanted(decision, columns, all))
            .toList();
    if (!columns.isEmpty()) {
      decisions.forEach(this::full);
      return;
    }
    timeline();
    page.blank().heading(all ? "Decisions" : "Decisions on the way to this outcome");
    decisions(decisions);
    indicators();
    if (all) {
      parameters();
    } else {
      more(decisions);
    }
  }

  private void head() {
    String of = "Case " + explanation.caseNumber() + " of " + explanation.scenario();
    String with = explanation.policy().map(policy -> ", policy " + policy).orElse("");
    if (explanation.ending() instanceof Ending.Reached reached) {
      page.heading(of + with + ": " + reached.outcome()).text(0, explanation.summary());
    } else if (explanation.ending() instanceof Ending.Stopped stopped) {
      page.heading(of + with + ": stopped at " + stopped.decision()).text(0, explanation.summary());
      page.text(0, "This is so when " + stopped.combination() + ".");
    }
    List<String> set =
        explanation.parameters().stream()
            .filter(value -> value.how() == ParameterValue.How.SET)
            .map(value -> value.address() + " = " + value.value())
            .toList();
    if (!set.isEmpty()) {
      page.text(0, "Set for this case: " + String.join(", ", set) + ".");
    }
  }

  private void timeline() {
    page.blank().heading("Timeline");
    List<List<String>> rows = new ArrayList<>();
    for (DatedEvent event : explanation.timeline()) {
      if (all || event.milestone() || event.onTheWay()) {
        String aside =
            event.milestone() ? "" : " (read by " + String.join(", ", event.comparedBy()) + ")";
        rows.add(List.of(event.date().toString(), event.title() + aside));
      }
    }
    page.table(2, rows);
    if (!explanation.notByHorizon().isEmpty()) {
      page.text(
          2,
          "Not by "
              + explanation.horizon()
              + ": "
              + String.join("; ", explanation.notByHorizon())
              + ".");
    }
  }

  private void decisions(List<ExplainedDecision> decisions) {
    List<ExplainedDecision> contributors = new ArrayList<>();
    for (ExplainedDecision decision : decisions) {
      if (all || decision.subject().isEmpty()) {
        contributorRules(contributors);
        full(decision);
      } else {
        compact(decision);
        contributors.add(decision);
      }
    }
    contributorRules(contributors);
  }

  /** A contributor in a few lines; its rules are told after the last contributor. */
  private void compact(ExplainedDecision decision) {
    page.blank().heading(title(decision));
    shown(decision).forEach(rule -> page.item(2, "-", rule.name()));
    Set<String> asked = asked(decision, shown(decision));
    page.text(
        4,
        decision.inputs().stream()
            .filter(input -> asked.contains(input.field()))
            .map(input -> input.inWords() + " " + input.value())
            .collect(Collectors.joining(", ", "(", ")")));
  }

  private void contributorRules(List<ExplainedDecision> contributors) {
    if (contributors.isEmpty()) {
      return;
    }
    page.blank().heading("The rules about these contributors");
    for (ExplainedDecision decision : contributors) {
      for (FiredRule rule : shown(decision)) {
        if (!toldRules.containsKey(key(decision, rule))) {
          rule(decision, rule);
        }
      }
    }
    contributors.clear();
  }

  private void full(ExplainedDecision decision) {
    page.blank().heading(title(decision));
    alsoDecided(decision);
    List<FiredRule> rules = shown(decision);
    Set<String> asked = asked(decision, rules);
    List<List<String>> rows = new ArrayList<>();
    for (InputValue input : decision.inputs()) {
      if (all || asked.contains(input.field())) {
        rows.add(List.of(input.inWords(), input.value(), provenance(input.provenance())));
      }
    }
    inputs(rows);
    rules.forEach(rule -> rule(decision, rule));
    left(decision.inputs().size() - rows.size(), decision.rules().size() - rules.size());
  }

  /** Three columns where they fit, otherwise two. */
  private void inputs(List<List<String>> rows) {
    int left = 2 + widest(rows, 0) + GAP + widest(rows, 1) + GAP + 1;
    boolean fits =
        rows.stream()
            .flatMap(row -> Arrays.stream(row.get(2).split(" ", -1)))
            .allMatch(word -> left + word.length() <= width);
    page.table(
        2,
        fits
            ? rows
            : rows.stream().map(r -> List.of(r.get(0), r.get(1) + ": " + r.get(2))).toList());
  }

  private static int widest(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** The rules to tell: those on which the outcome rests, or all if none is or all are wanted. */
  private List<FiredRule> shown(ExplainedDecision decision) {
    return all || !decision.onTheWay()
        ? decision.rules()
        : decision.rules().stream().filter(FiredRule::onTheWay).toList();
  }

  /** The fields that some rules ask for, and those from which a field among them is counted. */
  private static Set<String> asked(ExplainedDecision decision, List<FiredRule> rules) {
    Set<String> asked = new HashSet<>();
    rules.forEach(rule -> asked.addAll(rule.asks()));
    for (InputValue input : decision.inputs()) {
      if (input.provenance() instanceof Provenance.Counted counted
          && asked.contains(input.field())) {
        asked.addAll(counted.fields());
      }
    }
    return asked;
  }

  private void left(int inputs, int rules) {
    List<String> left = new ArrayList<>();
    if (inputs > 0) {
      left.add(Failures.counted(inputs, "more input"));
    }
    if (rules > 0) {
      left.add(Failures.counted(rules, "more rule") + " that fired");
    }
    if (!left.isEmpty()) {
      page.text(2, "(" + String.join(", ", left) + ")");
    }
  }

  private void alsoDecided(ExplainedDecision decision) {
    String also =
        decision.results().stream()
            .filter(result -> !result.column().equals(decision.column()))
            .map(
                result ->
                    result.column().substring(decision.column().length() + 1)
                        + " "
                        + result.value())
            .collect(Collectors.joining(", "));
    if (!also.isEmpty()) {
      page.text(2, "also " + also);
    }
  }

  private static String title(ExplainedDecision decision) {
    String result =
        decision.results().stream()
            .filter(value -> value.column().equals(decision.column()))
            .map(ExplainedDecision.ResultValue::value)
            .findFirst()
            .orElse("no result");
    String subject = decision.subject().isEmpty() ? "" : " (" + decision.subject() + ")";
    String reasons =
        decision.reasons().isEmpty() ? "" : " [" + String.join(", ", decision.reasons()) + "]";
    return decision.column() + subject + ": " + result + reasons;
  }

  private void rule(ExplainedDecision decision, FiredRule rule) {
    String told = toldRules.putIfAbsent(key(decision, rule), decision.column());
    if (told != null) {
      page.item(2, "-", rule.name() + " (told under " + told + ")");
      return;
    }
    page.item(2, "-", rule.name() + " [" + label(rule) + "]");
    page.item(4, "when", rule.condition());
    rule.note().ifPresent(note -> page.item(4, "note", note));
    List<String> again = new ArrayList<>();
    for (CitedClaim cited : rule.claims()) {
      if (toldClaims.add(cited.id())) {
        page.item(
            4,
            cited.id(),
            cited.claim().map(ExplainCommandText::said).orElse("(not in the" + " register)"));
      } else {
        again.add(cited.id());
      }
    }
    if (!again.isEmpty()) {
      page.text(4, "and, told above, " + String.join(", ", again));
    }
    page.text(4, rule.file() + ":" + rule.line());
  }

  private static String key(ExplainedDecision decision, FiredRule rule) {
    return decision.decision() + ": " + rule.name();
  }

  private static String said(Claim claim) {
    return claim.who() + " (" + claim.kind().word() + ", " + claim.place() + "): " + claim.says();
  }

  private static String label(FiredRule rule) {
    RuleKind kind = rule.kind();
    return switch (kind) {
      case CONDITION -> "documented condition";
      case COMMITMENT -> "announced commitment";
      case NORM -> "norm" + rule.norm().map(norm -> ": " + norm).orElse("");
      case OPINION -> "opinion of those cited";
      case ASSUMPTION -> "assumption of isfsim";
    };
  }

  private static String provenance(Provenance provenance) {
    if (provenance instanceof Provenance.FromParameter parameter) {
      return parameter.address() + ", " + parameter.how().word() + basis(parameter.basis());
    }
    if (provenance instanceof Provenance.FromDecision decision) {
      return "from " + decision.column();
    }
    if (provenance instanceof Provenance.Computed computed) {
      return computed.from().isEmpty() ? "the same in every case" : computed(computed);
    }
    return "counted from the inputs";
  }

  private static String basis(Basis basis) {
    return switch (basis) {
      case DOCUMENTED -> " (documented)";
      case SWITCH -> " (side of a dispute)";
      case NORM -> " (norm)";
      case ASSUMPTION -> " (assumption)";
    };
  }

  /** How a quantity is worked out, with the values put in: {@code a (5) at least b (3)}. */
  private static String computed(Provenance.Computed computed) {
    Map<String, String> values = new HashMap<>();
    computed.from().forEach(operand -> values.put(operand.name(), operand.value()));
    return Arrays.stream(computed.how().split(" ", -1))
        .map(
            word -> {
              String name = word.replaceFirst(",$", "");
              // Once: a band may have the name of the quantity.
              String value = values.remove(name);
              return value == null
                  ? word
                  : name + " (" + value + ")" + word.substring(name.length());
            })
        .collect(Collectors.joining(" "));
  }

  private void indicators() {
    if (explanation.indicators().isEmpty()) {
      return;
    }
    page.blank().heading("Indicators, beside the outcome and never part of it");
    page.table(
        2,
        explanation.indicators().stream()
            .map(
                indicator ->
                    List.of(
                        indicator.title(),
                        indicator.value() + (indicator.opinion() ? " (opinion)" : "")))
            .toList());
  }

  private void parameters() {
    page.blank().heading("Parameters");
    page.table(
        2,
        explanation.parameters().stream()
            .map(
                value ->
                    List.of(
                        value.address(),
                        value.value() + ", " + value.how().word() + basis(value.basis())))
            .toList());
  }

  private void more(List<ExplainedDecision> shown) {
    String others =
        explanation.decisions().stream()
            .filter(decision -> !shown.contains(decision))
            .map(ExplainedDecision::column)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      page.blank()
          .text(0, "Did not bear on this outcome: " + others + ". --all or --decision shows them.");
    }
  }
}
