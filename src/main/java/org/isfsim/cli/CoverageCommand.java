package org.isfsim.cli;

import org.isfsim.coverage.Coverage;
import org.isfsim.decision.Decisions;
import org.isfsim.report.CoverageArticle;
import org.isfsim.report.Known;
import org.isfsim.study.Observation;
import org.isfsim.study.Study;
import picocli.CommandLine.Command;

/** Which rules can fire in a scenario. */
@Command(
    name = "coverage",
    description = {
      "Show which rules can fire in a scenario, and the probability that each does in a case.",
      "",
      "The probability is exact and never rounded to all or nothing: \"always\" and \"never\" are"
          + " proved by exhaustion. Of a rule that cannot fire, the parts of its condition that"
          + " never come true are shown, with the fixed settings that exclude them. A rule for"
          + " contributors counts if it fires for at least one of them. Where the exact walk would"
          + " be too large, cases are sampled instead, and that is said."
    },
    footer = {
      "  isfsim rules coverage scenarios/baseline.yaml",
      "  isfsim rules coverage my.yaml --set text.tasks=observation",
      "  isfsim rules coverage my.yaml --rules my-rules --format json"
    })
final class CoverageCommand extends StudyCommand implements OfAllCases {

  CoverageCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Study study = subject.readWhole(session);
    Coverage coverage;
    try (Decisions decisions = Decisions.remembering(study.rules())) {
      coverage = Coverage.of(study.plan(), decisions);
    }
    return print(Known.of(study, Observation.NONE), CoverageArticle.of(coverage, study.scenario()));
  }
}
