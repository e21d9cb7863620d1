package org.isfsim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.model.Model;
import org.isfsim.report.Citations;
import org.isfsim.report.SourceArticles;
import org.isfsim.source.Claim;
import org.isfsim.source.Register;
import org.isfsim.source.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The evidence: documents, claims and conflicts. */
@Command(
    name = "sources",
    description = {
      "Show the evidence: what five documents state, claim by claim, and where claims conflict.",
      "",
      "Claims are paraphrases with the paragraph and the speaker. The documents themselves are not"
          + " part of isfsim."
    },
    footer = {
      "  isfsim sources list",
      "  isfsim sources show S001-25",
      "  isfsim sources conflicts C1",
      "  isfsim sources veto                  what speaks of it",
      "  isfsim sources council.china.vote    what is said of a parameter",
      "  isfsim sources verify ../originals"
    })
final class SourcesCommand extends AnsweringCommand {

  private static final List<String> COMMANDS = List.of("list", "show", "conflicts", "verify");

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD|ADDRESS",
      description =
          "The id of a document, claim, conflict or voice, the address of a parameter, or a word to"
              + " look for in what is said.")
  private @Nullable String word;

  SourcesCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (word == null) {
      throw common.wrong("a command is missing: " + String.join(", ", COMMANDS));
    }
    Register register = session.register();
    SourceArticles articles = new SourceArticles(register);
    String wanted = word.strip();
    return print(
        known(wanted, session)
            .or(() -> about(wanted, articles))
            .or(() -> articles.about(wanted.toLowerCase(Locale.ROOT)))
            .orElseThrow(() -> unknownWord(wanted, register)));
  }

  /** What the claims of a parameter say. */
  private Optional<Article> about(String address, SourceArticles articles) {
    return ParametersCommand.one(session.model(Optional.empty()).catalogue(), address)
        .map(articles::of);
  }

  private RuntimeException unknownWord(String wanted, Register register) {
    Optional<String> close = Suggestions.closest(wanted, COMMANDS);
    return close.isPresent()
        ? common.wrong(
            "there is no command \"" + wanted + "\"; did you mean \"" + close.get() + "\"?")
        : unknown(wanted, wanted.toUpperCase(Locale.ROOT), register);
  }

  /** What has an id. */
  private static Optional<Article> known(String id, Session session) {
    Register register = session.register();
    String wanted = id.toUpperCase(Locale.ROOT);
    SourceArticles articles = new SourceArticles(register);
    return register
        .document(wanted)
        .map(articles::of)
        .or(() -> register.conflict(wanted).map(articles::of))
        .or(() -> register.claim(wanted).map(claim -> articles.of(claim, citations(session))))
        .or(() -> register.voice(id.toLowerCase(Locale.ROOT)).map(articles::of));
  }

  private static Citations citations(Session session) {
    Model model = session.model(Optional.empty());
    return Citations.of(model.catalogue(), session.rules(model, Optional.empty()));
  }

  @Command(
      name = "list",
      description = "List the documents.",
      footer = {"  isfsim sources list", "  isfsim sources list --format json"})
  static final class ListDocuments extends AnsweringCommand {

    ListDocuments(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      return print(new SourceArticles(session.register()).documents());
    }
  }

  @Command(
      name = "show",
      description = "Show a document, a claim, a conflict or a voice, and what rests on it.",
      footer = {
        "  isfsim sources show S001       a document and its claims",
        "  isfsim sources show S001-25    a claim, and the parameters and rules that cite it",
        "  isfsim sources show C1         a conflict",
        "  isfsim sources show spencer    a voice and its claims"
      })
  static final class Show extends AnsweringCommand {

    @Parameters(paramLabel = "ID", description = "Such as S001, S001-25, C1 or spencer.")
    private String id = "";

    Show(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      return print(
          known(id, session)
              .orElseThrow(() -> unknown(id, id.toUpperCase(Locale.ROOT), session.register())));
    }
  }

  @Command(
      name = "conflicts",
      description = "List the conflicts between claims, or show one with its sides.",
      footer = {"  isfsim sources conflicts", "  isfsim sources conflicts C1"})
  static final class Conflicts extends AnsweringCommand {

    @Parameters(
        arity = "0..1",
        paramLabel = "ID",
        description = "Such as C1; all conflicts are listed without it.")
    private @Nullable String id;

    Conflicts(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      Register register = session.register();
      SourceArticles articles = new SourceArticles(register);
      Article article = articles.conflicts();
      if (id != null) {
        String wanted = id.toUpperCase(Locale.ROOT);
        article =
            articles.of(register.conflict(wanted).orElseThrow(() -> unknown(id, wanted, register)));
      }
      return print(article);
    }
  }

  @Command(
      name = "verify",
      description = {
        "Compare the original documents with the register.",
        "",
        "For each document the SHA-256 and the number of paragraphs are compared; a paragraph is a"
            + " line that is not blank. Exit code 3 if anything differs."
      },
      footer = "  isfsim sources verify ../originals")
  static final class Verify extends AnsweringCommand {

    @Parameters(paramLabel = "DIR", description = "The folder that holds the originals.")
    private Path folder = Path.of("");

    Verify(Session session) {
      super(session);
    }

    @Override
    public Integer call() {
      if (!Files.isDirectory(folder)) {
        String what = Files.exists(folder) ? "is no folder" : "does not exist";
        throw new InvalidInputException(
            Problem.of(Mark.of(folder.toString()), "", "the folder of originals " + what));
      }
      List<Verification> verifications = session.register().verify(folder);
      List<Problem> problems = new ArrayList<>();
      for (Verification verification : verifications) {
        if (!verification.isOk()) {
          problems.add(
              Problem.of(
                  Mark.of(verification.file().toString()),
                  verification.document().id(),
                  verification.detail()));
        }
      }
      print(SourceArticles.of(verifications));
      if (!problems.isEmpty()) {
        throw new InvalidInputException(problems);
      }
      return ExitCode.DONE;
    }
  }

  private static InvalidInputException unknown(
      @Nullable String id, String wanted, Register register) {
    List<String> known = new ArrayList<>();
    register.documents().forEach(document -> known.add(document.id()));
    register.conflicts().forEach(conflict -> known.add(conflict.id()));
    register.voices().forEach(voice -> known.add(voice.id()));
    List<String> near = new ArrayList<>(known);
    near.addAll(new SourceArticles(register).words());
    String document = wanted.contains("-") ? wanted.substring(0, wanted.indexOf('-')) : wanted;
    Problem problem =
        Problem.of(
            Mark.of("sources"),
            "",
            "there is no document, claim, conflict or voice \"" + id + "\"");
    List<String> claims =
        register
            .document(document)
            .map(d -> d.claims().stream().map(Claim::id).toList())
            .orElse(List.of());
    if (!claims.isEmpty()) {
      return new InvalidInputException(
          problem.allowing(claims.get(0) + " to " + claims.get(claims.size() - 1)));
    }
    return new InvalidInputException(
        problem
            .allowing(
                known.get(0)
                    + " and so on, S001-25, C1 to C"
                    + register.conflicts().size()
                    + ", a voice such as "
                    + known.get(known.size() - 1))
            .advising(Suggestions.didYouMean(wanted, near)));
  }
}
