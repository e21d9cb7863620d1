package org.isfsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isfsim.article.Article;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.explanation.CaseExplanation;
import org.isfsim.explanation.Ending;
import org.isfsim.explanation.Explainer;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.report.ExplainArticle;
import org.isfsim.report.Known;
import org.isfsim.report.WhyNotArticle;
import org.isfsim.study.AgreeingCase;
import org.isfsim.study.Observation;
import org.isfsim.study.Study;
import org.isfsim.study.WhyNot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class ExplainCommand extends StudyCommand {

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

  ExplainCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (caseNumber != null && caseNumber < 1) {
      throw common.wrong("option --case: cases are numbered from 1, found " + caseNumber);
    }
    Study study = subject.read(session, this::check);
    Set<String> columns = columns(study.plan());
    int goal = goal(study.plan());
    try (Decisions decisions = Decisions.remembering(study.rules())) {
      Observation observation = study.observation(decisions);
      long number = new AgreeingCase(study, decisions).number(Optional.ofNullable(caseNumber));
      CaseExplanation explanation =
          new Explainer(study.plan(), decisions, study.register(), study.seed()).explain(number);
      boolean isStopped = explanation.ending() instanceof Ending.Stopped;
      Article article =
          goal >= 0 && !isStopped
              ? WhyNotArticle.of(WhyNot.of(study, decisions, number, goal), study)
              : ExplainArticle.of(explanation, columns, all);
      if (!observation.isNone()) {
        article.space().lead(Known.inWords(observation));
      }
      print(Known.of(study, observation), article);
      return isStopped ? ExitCode.PARTIAL : ExitCode.DONE;
    }
  }

  private void check(Plan plan) {
    Problems problems = new Problems();
    problems.check(() -> columns(plan));
    problems.check(() -> goal(plan));
    problems.throwIfAny();
  }

  /** The index of the outcome that did not come, below 0 if none is asked for. */
  private int goal(Plan plan) {
    return whyNot == null ? -1 : Study.outcome(plan, "--why-not", whyNot);
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
