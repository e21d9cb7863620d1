package org.isfsim.cli;

import java.util.List;
import java.util.Locale;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Model;
import org.isfsim.report.Glossary;
import org.isfsim.report.Word;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The words of results. */
@Command(
    name = "outcomes",
    description = {
      "Tell what the words of results mean: every outcome, stage of the way, indicator and"
          + " milestone, in one sentence each.",
      "",
      "The sentences are those of the model; a rule folder of your own has its own."
    },
    footer = {
      "  isfsim outcomes                   every word",
      "  isfsim outcomes ended-early       what one means",
      "  isfsim outcomes police            those that have the word in them",
      "  isfsim outcomes --format json     for programs"
    })
final class OutcomesCommand extends AnsweringCommand {

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only what is named so, or has this in its name or definition.")
  private @Nullable String word;

  OutcomesCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Model model = rules.model(session);
    List<Word> words = Glossary.of(model);
    String wanted = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    List<Word> found = words.stream().filter(w -> w.name().equals(wanted)).toList();
    if (found.isEmpty()) {
      found = words.stream().filter(w -> w.isAbout(wanted)).toList();
    }
    if (found.isEmpty()) {
      List<String> names = words.stream().map(Word::name).distinct().toList();
      throw new InvalidInputException(
          Problem.of(Mark.of("outcomes"), "", "no word of results has \"" + wanted + "\" in it")
              .advising(Suggestions.didYouMean(wanted, names)));
    }
    return print(Glossary.article(found));
  }
}
