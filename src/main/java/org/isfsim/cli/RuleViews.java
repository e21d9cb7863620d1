package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Json;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Field;
import org.isfsim.decision.Result;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleSet;
import org.isfsim.decision.Signature;
import org.isfsim.parameter.Domain;

/** Rules on a page or as JSON. */
final class RuleViews {

  private final Page page;
  private final RuleSet rules;

  RuleViews(Page page, RuleSet rules) {
    this.page = page;
    this.rules = rules;
  }

  /** The sentences of a decision's rules. */
  void list(Signature signature) {
    List<Rule> own = rules.rulesOf(signature.decision());
    page.heading(signature.decision() + " (" + Failures.counted(own.size(), "rule") + ")");
    page.table(2, own.stream().map(rule -> List.of(rule.kind().word(), rule.name())).toList());
  }

  /** What a decision reads and gives. */
  void inputs(Signature signature) {
    page.heading("The decision " + signature.decision());
    for (Field field : signature.fields()) {
      page.item(2, "reads", field.inWords() + ": " + brief(field.domain()));
    }
    for (int i = 0; i < signature.results().size(); i++) {
      Result result = signature.results().get(i);
      page.item(2, "gives", signature.column(i) + ": " + brief(result.domain()));
    }
  }

  /** The values of a domain as a reader needs them. */
  static String brief(Domain domain) {
    return domain.described();
  }

  /** A rule in full. */
  void show(Rule rule, SourceViews sources) {
    page.heading(rule.name());
    page.field(2, "decision", rule.decision())
        .field(2, "kind", rule.kind().word() + rule.norm().map(norm -> ": " + norm).orElse(""));
    String label = "when";
    for (String part : parts(rule.condition())) {
      page.field(2, label, part);
      label = "and";
    }
    label = "then";
    for (String conclusion : conclusions(rule)) {
      page.field(2, label, conclusion);
      label = "and";
    }
    rule.note().ifPresent(note -> page.field(2, "note", note));
    page.field(2, "written in", rule.mark().toString());
    rule.claims().forEach(sources::paraphrase);
  }

  private static List<String> parts(Condition condition) {
    if (condition instanceof Condition.AllOf all && !all.parts().isEmpty()) {
      return all.parts().stream().map(Condition::inWords).toList();
    }
    return List.of(condition.inWords());
  }

  private List<String> conclusions(Rule rule) {
    Signature signature = rules.signature(rule.decision());
    List<String> texts = new ArrayList<>();
    for (Conclusion conclusion : rule.conclusions()) {
      if (conclusion instanceof Conclusion.Decide decide) {
        Result result = signature.results().get(decide.result());
        texts.add(
            signature.column(decide.result()) + " is " + result.domain().text(decide.value()));
      } else if (conclusion instanceof Conclusion.Reason reason) {
        texts.add("the reason " + reason.code() + " is given");
      }
    }
    return texts;
  }

  /** A decision with the sentences of its rules. */
  Map<String, Object> json(Signature signature) {
    return Json.object(
        "decision",
        signature.decision(),
        "rules",
        rules.rulesOf(signature.decision()).stream()
            .map(
                rule ->
                    Json.object(
                        "rule", rule.name(), "kind", rule.kind().word(), "claims", rule.claims()))
            .toList());
  }

  /** A rule in full. */
  Map<String, Object> json(Rule rule, SourceViews sources) {
    return Json.object(
        "rule", rule.name(),
        "decision", rule.decision(),
        "kind", rule.kind().word(),
        "norm", rule.norm(),
        "condition", rule.condition().inWords(),
        "conclusions", conclusions(rule),
        "note", rule.note(),
        "file", rule.mark().file(),
        "line", rule.mark().line(),
        "claims", sources.json(rule.claims()));
  }
}
