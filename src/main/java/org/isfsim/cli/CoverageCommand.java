package org.isfsim.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.isfsim.coverage.Coverage;
import org.isfsim.decision.Decisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
final class CoverageCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ExplainCommandSubject subject = new ExplainCommandSubject();
  private final Session session;

  CoverageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExplainCommandSubject.Prepared prepared = subject.prepareWhole(session);
    Coverage coverage;
    try (Decisions decisions = Decisions.remembering(prepared.rules())) {
      coverage = Coverage.of(prepared.plan(), decisions);
    }
    if (format.isJson()) {
      Map<String, Object> answer = prepared.json();
      answer.putAll(CoverageViews.json(coverage));
      Answer.printJson(session.terminal(), "rules coverage", answer);
    } else {
      new CoverageViews(session.page()).print(coverage, prepared.scenario());
    }
    return ExitCode.DONE;
  }
}
