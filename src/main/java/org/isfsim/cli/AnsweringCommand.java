package org.isfsim.cli;

import java.util.Map;
import org.isfsim.article.Article;
import picocli.CommandLine.Mixin;

/** A command whose answer is an article, in the form that is asked for. */
abstract class AnsweringCommand extends SessionCommand {

  @Mixin final FormatOptions.Printed format = new FormatOptions.Printed();

  AnsweringCommand(Session session) {
    super(session);
  }

  /** Prints the answer; the exit code. */
  final int print(Article article) {
    return print(Map.of(), article);
  }

  /**
   * Prints the answer; the exit code.
   *
   * @param head what JSON says before it
   */
  final int print(Map<String, Object> head, Article article) {
    format.print(session.terminal(), common.name(), head, article);
    return ExitCode.DONE;
  }
}
