package org.isfsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.explanation.CaseExplanation;
import org.isfsim.explanation.Ending;
import org.isfsim.explanation.Explainer;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.report.Observation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One case: what it comes to and why. */
@Command(
    name = "explain",
    description = {
      "Explain one case: its timeline, each decision on the way to its outcome with what went in,"
          + " the rules that fired, and the claims behind them.",
      "",
      "A case is known by its number: the same number and seed give the same case in every"
          + " command. What is set takes the place of what would be drawn; the rest is drawn as in"
          + " that case. A case that the rules cannot finish is explained up to there (exit code"
          + " 4)."
    },
    footer = {
      "  isfsim explain scenarios/baseline.yaml --case 4711",
      "  isfsim explain scenarios/baseline.yaml --set council.china.vote=no",
      "  isfsim explain scenarios/baseline.yaml --decision force --decision contingent",
      "  isfsim explain scenarios/baseline.yaml --all --format json",
      "  isfsim explain scenarios/baseline.yaml --case 4 --why-not peacekeeping"
    })
final class ExplainCommand implements Callable<Integer> {

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ExplainCommandSubject subject = new ExplainCommandSubject();
  @Mixin private final FormatOption format = new FormatOption();
  private final Session session;

  @Option(
      names = "--case",
      paramLabel = "K",
      description =
          "The number of the case, from 1 (default: the first that agrees with what was"
              + " observed).")
  private @Nullable Long caseNumber;

  @Option(
      names = "--decision",
      paramLabel = "D",
      description =
          "Only this decision, such as force, contingent or contingent.IDN; may be repeated.")
  private final List<String> wanted = new ArrayList<>();

  @Option(names = "--all", description = "Every decision with every input, and every parameter.")
  private boolean all;

  @Option(
      names = "--why-not",
      paramLabel = "OUTCOME",
      description =
          "What stood in the way of this outcome, and the smallest changes that lead there.")
  private @Nullable String whyNot;

  @Spec private @Nullable CommandSpec spec;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (caseNumber != null && caseNumber < 1) {
      throw new CommandLine.ParameterException(
          commandLine(), "option --case: cases are numbered from 1, found " + caseNumber);
    }
    ExplainCommandSubject.Prepared loaded = subject.prepare(session);
    Set<String> columns = columns(loaded.plan());
    int goal = whyNot == null ? -1 : WhyNot.outcome(loaded.plan(), "--why-not", whyNot);
    CaseExplanation explanation;
    Observation observation;
    try (Decisions decisions = Decisions.remembering(loaded.rules())) {
      observation = loaded.observation(session, decisions);
      long number = new AgreeingCase(loaded, decisions).number(Optional.ofNullable(caseNumber));
      explanation =
          new Explainer(loaded.plan(), decisions, loaded.register(), loaded.seed()).explain(number);
      if (goal >= 0 && explanation.ending() instanceof Ending.Reached) {
        whyNot(loaded, observation, WhyNot.of(loaded, decisions, number, goal));
        return ExitCode.DONE;
      }
    }
    if (format.isJson()) {
      Map<String, Object> answer = loaded.json(observation);
      answer.putAll(ExplainCommandJson.of(explanation, columns, all));
      Answer.printJson(session.terminal(), "explain", answer);
    } else {
      new ExplainCommandText(session, explanation, all).print(columns);
      note(observation);
    }
    return explanation.ending() instanceof Ending.Stopped ? ExitCode.PARTIAL : ExitCode.DONE;
  }

  private void note(Observation observation) {
    if (!observation.isNone()) {
      session.page().blank().text(0, observation.inWords());
    }
  }

  private void whyNot(
      ExplainCommandSubject.Prepared loaded, Observation observation, WhyNot answer) {
    if (format.isJson()) {
      Map<String, Object> json = loaded.json(observation);
      ReachGrounds grounds = new ReachGrounds(loaded.plan(), loaded.register());
      json.putAll(new WhyNotJson(answer, loaded.command(), grounds).json());
      Answer.printJson(session.terminal(), "explain", json);
    } else {
      new WhyNotText(session.terminal(), answer, loaded).print();
      note(observation);
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("Not run by picocli");
    }
    return spec.commandLine();
  }

  /** The columns of the decisions that were named; empty if none was. */
  private Set<String> columns(Plan plan) {
    Set<String> known = new LinkedHashSet<>();
    for (Step.Decide decide : plan.decisions()) {
      known.add(decide.signature().decision());
      known.add(decide.column());
    }
    Set<String> columns = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : wanted) {
      if (!known.contains(name)) {
        problems.add(
            Problem.of(Mark.of("--decision " + name), "", "there is no decision \"" + name + "\"")
                .allowing(String.join(", ", known))
                .advising(Suggestions.didYouMean(name, known)));
      }
      // A column first: "outcome" is one, and also the decision that is asked again for "stage".
      if (plan.decisions().stream().anyMatch(decide -> decide.column().equals(name))) {
        columns.add(name);
      }
      plan.decisions().stream()
          .filter(decide -> decide.column().startsWith(name + "."))
          .forEach(decide -> columns.add(decide.column()));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return columns;
  }
}
