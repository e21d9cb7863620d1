package org.isfsim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.decision.RuleKind;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.ExplainedDecision;
import org.isfsim.explanation.ExplainedDecision.ResultValue;
import org.isfsim.explanation.FiredRule;
import org.isfsim.explanation.InputValue;
import org.isfsim.explanation.Provenance;
import org.isfsim.parameter.Basis;
import org.isfsim.source.Claim;

/**
 * Decisions of a case with what went in and the rules that fired. A rule and a claim are told in
 * full where they first occur.
 */
final class DecisionSection {

  private static final List<String> INPUTS = List.of("Input", "Value", "From");

  private final Article article;
  private final boolean all;
  private final Map<String, String> toldRules = new HashMap<>();
  private final Set<String> toldClaims = new HashSet<>();

  DecisionSection(Article article, boolean all) {
    this.article = article;
    this.all = all;
  }

  void decisions(List<ExplainedDecision> decisions) {
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
    article.heading(3, title(decision));
    Set<String> asked = asked(decision, shown(decision));
    Branch inputs =
        Branch.of(
            decision.inputs().stream()
                .filter(input -> asked.contains(input.field()))
                .map(input -> input.inWords() + " " + input.value())
                .collect(Collectors.joining(", ", "(", ")")));
    List<Branch> rules = new ArrayList<>();
    shown(decision).forEach(rule -> rules.add(Branch.marked(Branch.DASH, rule.name())));
    if (!rules.isEmpty()) {
      Branch last = rules.remove(rules.size() - 1);
      rules.add(Branch.marked(last.mark(), last.words(), inputs));
    }
    article.tree(rules);
  }

  private void contributorRules(List<ExplainedDecision> contributors) {
    if (contributors.isEmpty()) {
      return;
    }
    article.heading(3, "The rules about these contributors");
    List<Branch> rules = new ArrayList<>();
    for (ExplainedDecision decision : contributors) {
      for (FiredRule rule : shown(decision)) {
        if (!toldRules.containsKey(key(decision, rule))) {
          rules.add(rule(decision, rule));
        }
      }
    }
    article.tree(rules);
    contributors.clear();
  }

  void full(ExplainedDecision decision) {
    article.heading(3, title(decision));
    alsoDecided(decision);
    List<FiredRule> rules = shown(decision);
    Set<String> asked = asked(decision, rules);
    List<List<String>> rows = new ArrayList<>();
    for (InputValue input : decision.inputs()) {
      if (all || asked.contains(input.field())) {
        rows.add(List.of(input.inWords(), input.value(), inWords(input.provenance())));
      }
    }
    article.rows(INPUTS, rows);
    article.tree(rules.stream().map(rule -> rule(decision, rule)).toList());
    left(decision.inputs().size() - rows.size(), decision.rules().size() - rules.size());
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
      left.add(Figures.count(inputs, "more input"));
    }
    if (rules > 0) {
      left.add(Figures.count(rules, "more rule") + " that fired");
    }
    if (!left.isEmpty()) {
      article.paragraph("(" + String.join(", ", left) + ")");
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
      article.paragraph("also " + also);
    }
  }

  private static String title(ExplainedDecision decision) {
    String result =
        decision.results().stream()
            .filter(value -> value.column().equals(decision.column()))
            .map(ResultValue::value)
            .findFirst()
            .orElse("no result");
    String subject = decision.subject().isEmpty() ? "" : " (" + decision.subject() + ")";
    String reasons =
        decision.reasons().isEmpty() ? "" : " [" + String.join(", ", decision.reasons()) + "]";
    return decision.column() + subject + ": " + result + reasons;
  }

  private Branch rule(ExplainedDecision decision, FiredRule rule) {
    String told = toldRules.putIfAbsent(key(decision, rule), decision.column());
    if (told != null) {
      return Branch.marked(Branch.DASH, rule.name() + " (told under " + told + ")");
    }
    List<Branch> below = new ArrayList<>();
    below.add(Branch.marked("when", rule.condition()));
    rule.note().ifPresent(note -> below.add(Branch.marked("note", note)));
    List<String> again = new ArrayList<>();
    for (CitedClaim cited : rule.claims()) {
      if (toldClaims.add(cited.id())) {
        String said = cited.claim().map(DecisionSection::said).orElse("(not in the register)");
        below.add(Branch.marked(cited.id(), said));
      } else {
        again.add(cited.id());
      }
    }
    if (!again.isEmpty()) {
      below.add(Branch.of("and, told above, " + String.join(", ", again)));
    }
    below.add(Branch.of(rule.file() + ":" + rule.line()));
    return new Branch(Branch.DASH, rule.name() + " [" + label(rule) + "]", below);
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

  private static String inWords(Provenance provenance) {
    if (provenance instanceof Provenance.FromParameter parameter) {
      return parameter.address() + ", " + parameter.how().word() + inBrackets(parameter.basis());
    }
    if (provenance instanceof Provenance.FromDecision decision) {
      return "from " + decision.column();
    }
    if (provenance instanceof Provenance.Computed computed) {
      return computed.from().isEmpty() ? "the same in every case" : inWords(computed);
    }
    return "counted from the inputs";
  }

  static String inBrackets(Basis basis) {
    return basis == Basis.SWITCH ? " (side of a dispute)" : " (" + basis.word() + ")";
  }

  /** How a quantity is worked out, with the values put in: {@code a (5) at least b (3)}. */
  private static String inWords(Provenance.Computed computed) {
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

  /** What programs read of a decision. */
  static Map<String, Object> value(ExplainedDecision decision) {
    return Json.object(
        "column", decision.column(),
        "decision", decision.decision(),
        "subject", Optional.of(decision.subject()).filter(subject -> !subject.isEmpty()),
        "onTheWay", decision.onTheWay(),
        "inputs",
            decision.inputs().stream()
                .map(
                    input ->
                        Json.object(
                            "field", input.field(),
                            "value", input.value(),
                            "from", value(input.provenance())))
                .toList(),
        "results", results(decision.results()),
        "reasons", decision.reasons(),
        "rules", decision.rules().stream().map(DecisionSection::value).toList());
  }

  private static Map<String, Object> results(List<ResultValue> values) {
    Map<String, Object> results = Json.object();
    values.forEach(result -> results.put(result.column(), result.value()));
    return results;
  }

  private static Map<String, Object> value(Provenance provenance) {
    if (provenance instanceof Provenance.FromParameter parameter) {
      return Json.object(
          "parameter", parameter.address(),
          "how", parameter.how().word(),
          "basis", parameter.basis().word());
    }
    if (provenance instanceof Provenance.FromDecision decision) {
      return Json.object("decision", decision.column());
    }
    if (provenance instanceof Provenance.Computed computed) {
      return Json.object(
          "computed", computed.name(), "how", computed.how(), "values", operands(computed.from()));
    }
    return Json.object("counted", ((Provenance.Counted) provenance).fields());
  }

  /** What programs read of quantities: their values by name. */
  static Map<String, Object> operands(List<Provenance.Operand> operands) {
    Map<String, Object> values = Json.object();
    operands.forEach(operand -> values.put(operand.name(), operand.value()));
    return values;
  }

  private static Map<String, Object> value(FiredRule rule) {
    return Json.object(
        "rule", rule.name(),
        "kind", rule.kind().word(),
        "norm", rule.norm(),
        "onTheWay", rule.onTheWay(),
        "asks", rule.asks(),
        "condition", rule.condition(),
        "decides", results(rule.decides()),
        "reasons", rule.reasons(),
        "note", rule.note(),
        "file", rule.file(),
        "line", rule.line(),
        "claims",
            rule.claims().stream()
                .map(
                    cited ->
                        cited
                            .claim()
                            .map(SourceArticles::value)
                            .orElseGet(() -> Json.object("id", cited.id())))
                .toList());
  }
}
