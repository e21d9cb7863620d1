package org.isfsim.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isfsim.analysis.SignpostList;
import org.isfsim.analysis.Signposts;
import org.isfsim.analysis.Statement;
import org.isfsim.analysis.StatementParser;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.report.SignpostArticle;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What to watch on the way to an outcome. */
@Command(
    name = "signposts",
    description = {
      "What to watch: for parameters, results of decisions and milestones how much knowing each"
          + " tells of an outcome, how likely the outcome is with each of its values, and from when"
          + " it is known; and backwards, what an outcome tells of what came before it. Exact.",
      "",
      "A milestone is known when it is reached. When a parameter or a decision becomes known the"
          + " scenario does not say.",
      "",
      "Tables: signposts, values."
    },
    footer = {
      "  isfsim signposts scenarios/baseline.yaml --outcome enforcement-dual-command",
      "  isfsim signposts scenarios/baseline.yaml --of \"first-troops <= 2026-12-31\"",
      "  isfsim signposts scenarios/baseline.yaml --observed \"council = adopted\"",
      "  isfsim signposts scenarios/baseline.yaml --outcome ended-early --format csv --table values"
    })
final class SignpostsCommand extends StudyCommand {

  /** In what order signposts stand. */
  enum Order {
    INFORMATION,
    DATE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "What to watch for (default: the outcome as a whole).")
  private @Nullable String outcome;

  @Option(
      names = "--of",
      paramLabel = "STATEMENT",
      description = "What to watch for, such as \"aid >= humanitarian\".")
  private @Nullable String statement;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many signposts to show in text (default: ${DEFAULT-VALUE}).")
  private int top = 10;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description = "In what order: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Order order = Order.INFORMATION;

  SignpostsCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (outcome != null && statement != null) {
      throw common.wrong("--outcome and --of do not go together");
    }
    if (top < 1) {
      throw common.wrong("--top takes a number from 1, found " + top);
    }
    format.requireTable(SignpostArticle.names());
    Study study = subject.read(session, this::target);
    Optional<Target> target = target(study.plan());
    return ask(
        study,
        (decisions, progress) ->
            SignpostArticle.of(
                find(target, new Signposts(study.plan(), decisions, progress)),
                top,
                order == Order.DATE));
  }

  /**
   * What to watch for.
   *
   * @param name what it is called
   */
  private record Target(String name, Statement statement) {}

  /** What to watch for; nothing for the outcome as a whole. */
  private Optional<Target> target(Plan plan) {
    if (outcome != null) {
      String name = plan.outcome().domain().text(Study.outcome(plan, "--outcome", outcome));
      return Optional.of(
          new Target(name, new Statement.Test("outcome", Statement.Relation.IS, List.of(name))));
    }
    if (statement != null) {
      Statement read = StatementParser.parse("--of", statement, plan);
      return Optional.of(new Target(read.text(), read));
    }
    return Optional.empty();
  }

  private static SignpostList find(Optional<Target> target, Signposts signposts)
      throws TooLargeException {
    return target.isPresent()
        ? signposts.of(target.get().name(), target.get().statement())
        : signposts.ofOutcome();
  }
}
