package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleSet;
import org.isfsim.decision.Signature;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.report.RuleArticles;
import org.isfsim.scenario.SchemaWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rules with their claims. */
@Command(
    name = "rules",
    description = {
      "Show the rules: which decision each belongs to, what it asks for, what it concludes, and"
          + " which claims it rests on.",
      "",
      "Rules lie in one file per decision and can be changed in a copy of the folder."
    },
    footer = {
      "  isfsim rules list",
      "  isfsim rules show council",
      "  isfsim rules show \"No vote is held by the horizon\"",
      "  isfsim rules graph",
      "  isfsim rules coverage scenarios/baseline.yaml",
      "  isfsim rules schema --rules my-rules"
    })
final class RulesCommand {

  @Mixin private final CommonOptions common = new CommonOptions();

  @Command(
      name = "list",
      description = "List the rules by decision, in the order in which decisions are made.",
      footer = {"  isfsim rules list", "  isfsim rules list --decision council"})
  static final class ListRules extends AnsweringCommand {
    @Mixin private final RulesOption rules = new RulesOption();

    @Option(
        names = "--decision",
        paramLabel = "D",
        description = "Only the rules of this decision, such as council.")
    private @Nullable String decision;

    ListRules(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      RuleSet set = rules.read(session, rules.model(session));
      List<Signature> wanted = set.signatures();
      if (decision != null) {
        wanted = List.of(decision(set, decision));
      }
      return print(new RuleArticles(set, session.register()).list(wanted));
    }
  }

  @Command(
      name = "show",
      description = "Show the rules of a decision, or one rule, in full.",
      footer = {
        "  isfsim rules show council",
        "  isfsim rules show \"No vote is held by the horizon\"",
        "  isfsim rules show council --rules my-rules"
      })
  static final class Show extends AnsweringCommand {
    @Mixin private final RulesOption rules = new RulesOption();

    @Parameters(
        paramLabel = "DECISION|RULE",
        description = "A decision, or the sentence that names a rule, in quotes.")
    private String wanted = "";

    Show(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      RuleSet set = rules.read(session, rules.model(session));
      RuleArticles articles = new RuleArticles(set, session.register());
      return print(
          isDecision(set, wanted)
              ? articles.of(set.signature(wanted))
              : articles.of(find(set, wanted)));
    }
  }

  @Command(
      name = "schema",
      description = {
        "Print the JSON Schema of the scenario files of a rule folder.",
        "",
        "Editors complete and check a scenario with it whose first line names the file; \"isfsim"
            + " new\" writes both. What decides whether a scenario is right is \"isfsim check\"."
      },
      footer = {
        "  isfsim rules schema",
        "  isfsim rules schema --rules my-rules > scenario.schema.json"
      })
  static final class Schema extends SessionCommand {
    @Mixin private final RulesOption rules = new RulesOption();

    Schema(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      session.terminal().out().print(SchemaWriter.write(rules.model(session).catalogue()));
      return ExitCode.DONE;
    }
  }

  private static boolean isDecision(RuleSet set, String name) {
    return set.signatures().stream().anyMatch(signature -> signature.decision().equals(name));
  }

  private static Signature decision(RuleSet set, String name) {
    if (isDecision(set, name)) {
      return set.signature(name);
    }
    List<String> known = set.signatures().stream().map(Signature::decision).toList();
    throw new InvalidInputException(
        Problem.of(Mark.of("rules"), "", "there is no decision \"" + name + "\"")
            .allowing(String.join(", ", known))
            .advising(Suggestions.didYouMean(name, known)));
  }

  /** The rules whose sentence this is, whatever the case of its letters. */
  private static List<Rule> find(RuleSet set, String wanted) {
    String lower = wanted.strip().toLowerCase(Locale.ROOT);
    List<Rule> found =
        set.rules().stream()
            .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(lower))
            .toList();
    if (!found.isEmpty()) {
      return found;
    }
    if (!wanted.contains(" ")) {
      throw new InvalidInputException(
          unknown(set, wanted)
              .allowing(
                  String.join(", ", set.signatures().stream().map(Signature::decision).toList())
                      + ", or the sentence that names a rule"));
    }
    throw new InvalidInputException(unknown(set, wanted));
  }

  private static Problem unknown(RuleSet set, String wanted) {
    List<String> known = new ArrayList<>();
    set.signatures().forEach(signature -> known.add(signature.decision()));
    set.rules().forEach(rule -> known.add(rule.name()));
    return Problem.of(Mark.of("rules"), "", "there is no decision or rule \"" + wanted + "\"")
        .advising(Suggestions.didYouMean(wanted, known));
  }
}
