package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Field;
import org.isfsim.decision.Result;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleSet;
import org.isfsim.decision.Signature;
import org.isfsim.source.Register;

/** Rules with their claims. */
public final class RuleArticles {

  private final RuleSet rules;
  private final SourceArticles sources;

  /** Of rules, and of the register of the claims that they cite. */
  public RuleArticles(RuleSet rules, Register register) {
    this.rules = rules;
    this.sources = new SourceArticles(register);
  }

  /** The sentences of the rules of some decisions. */
  public Article list(List<Signature> decisions) {
    Article article = new Article();
    for (Signature decision : decisions) {
      List<Rule> own = rules.rulesOf(decision.decision());
      article
          .heading(2, decision.decision() + " (" + Figures.count(own.size(), "rule") + ")")
          .rows(
              List.of("Kind", "Rule"),
              own.stream().map(rule -> List.of(rule.kind().word(), rule.name())).toList());
    }
    return article
        .value("rules", Json.object("folder", rules.folder().toString(), "sha256", rules.sha256()))
        .value(
            "decisions",
            decisions.stream()
                .map(
                    decision ->
                        Json.object(
                            "decision",
                            decision.decision(),
                            "rules",
                            rules.rulesOf(decision.decision()).stream()
                                .map(
                                    rule ->
                                        Json.object(
                                            "rule", rule.name(),
                                            "kind", rule.kind().word(),
                                            "claims", rule.claims()))
                                .toList()))
                .toList());
  }

  /** A decision with its rules in full. */
  public Article of(Signature decision) {
    List<Branch> inputs = new ArrayList<>();
    for (Field field : decision.fields()) {
      inputs.add(Branch.marked("reads", field.inWords() + ": " + field.domain().described()));
    }
    for (int i = 0; i < decision.results().size(); i++) {
      Result result = decision.results().get(i);
      inputs.add(Branch.marked("gives", decision.column(i) + ": " + result.domain().described()));
    }
    return new Article()
        .heading(1, "The decision " + decision.decision())
        .tree(inputs)
        .all(of(rules.rulesOf(decision.decision())));
  }

  /** Some rules in full. */
  public Article of(List<Rule> some) {
    Article article = new Article();
    for (Rule rule : some) {
      article
          .heading(2, rule.name())
          .rows(
              Facts.NAMES,
              new Facts()
                  .add("decision", rule.decision())
                  .add("kind", rule.kind().word() + rule.norm().map(n -> ": " + n).orElse(""))
                  .add("when", parts(rule.condition()), "and")
                  .add("then", conclusions(rule), "and")
                  .add("note", rule.note().stream().toList())
                  .add("written in", rule.mark().toString())
                  .rows())
          .tree(rule.claims().stream().map(sources::paraphrase).toList());
    }
    return article.value("rules", some.stream().map(this::value).toList());
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

  private Map<String, Object> value(Rule rule) {
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
        "claims", sources.values(rule.claims()));
  }
}
