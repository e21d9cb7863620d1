package org.isfsim.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.isfsim.analysis.Signposts;
import org.isfsim.analysis.Statement;
import org.isfsim.article.Article;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactResult;
import org.isfsim.exact.TooLargeException;
import org.isfsim.explanation.Explainer;
import org.isfsim.explanation.Replays;
import org.isfsim.explanation.Witness;
import org.isfsim.model.Plan;
import org.isfsim.report.ExplainArticle;
import org.isfsim.report.ReachArticle;
import org.isfsim.report.SignpostArticle;
import org.isfsim.report.WhyNotArticle;
import org.isfsim.study.AgreeingCase;
import org.isfsim.study.ReachFinder;
import org.isfsim.study.Study;
import org.isfsim.study.WhyNot;

/** Why an outcome of a page's scenario comes about, why not, and what to watch for it. */
final class PageReasons {

  /** How many signposts are shown. */
  private static final int SIGNPOSTS = 10;

  private final Study study;
  private final Decisions decisions;
  private final int outcome;
  private final String name;
  private final Consumer<String> progress;

  /**
   * Reasons about an outcome.
   *
   * @param name the outcome
   * @param progress is told what is looked at
   */
  PageReasons(Study study, Decisions decisions, String name, Consumer<String> progress) {
    this.study = study;
    this.decisions = decisions;
    this.outcome = study.outcome("outcome", name);
    this.name = name;
    this.progress = progress;
  }

  /**
   * The most likely case that ends so, with the rules that led there; or what excludes it.
   *
   * @param result what the walk gave, with a case of each outcome that can occur
   */
  Article why(ExactResult result) {
    Plan plan = study.plan();
    Map<String, Integer> values = result.witnesses().get(outcome);
    if (values == null) {
      ReachFinder finder = new ReachFinder(study, decisions, progress);
      return ReachArticle.of(study, List.of(finder.excluded(outcome)), Optional.empty());
    }
    Replays replays = new Replays(plan, decisions, study.seed());
    Witness witness =
        Witness.of(plan, replays, values, outcome)
            .orElseThrow(() -> new IllegalStateException("The case found does not end as " + name));
    Article article = new Article().heading(1, "The most likely case that ends as " + name);
    article.paragraph(
        "It is one of many; what is not on its way is left out. Numbers of cases are those of"
            + " isfsim explain.");
    return article.all(
        ExplainArticle.of(
            new Explainer(plan, decisions, study.register(), study.seed())
                .explain(1, new LinkedHashMap<>(witness.all())),
            Set.of(),
            false));
  }

  /** What stands in the way in the first case that agrees with what is known. */
  Article whyNot() {
    long number = new AgreeingCase(study, decisions).number(Optional.empty());
    return WhyNotArticle.of(WhyNot.of(study, decisions, number, outcome), study);
  }

  Article signposts() throws TooLargeException {
    return SignpostArticle.of(
        new Signposts(study.plan(), decisions, progress)
            .of(name, new Statement.Test("outcome", Statement.Relation.IS, List.of(name))),
        SIGNPOSTS,
        false);
  }
}
