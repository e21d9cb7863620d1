package org.isfsim.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in bash and zsh.",
    footer = {
      "  source <(isfsim completion)                  in this shell",
      "  isfsim completion > ~/.isfsim-completion     to be sourced by ~/.bashrc or ~/.zshrc"
    })
final class CompletionCommand extends SessionCommand {

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    if (spec != null) {
      String script = AutoComplete.bash("isfsim", spec.root().commandLine());
      session.terminal().out().print(script.replace("\r\n", "\n"));
    }
    return ExitCode.DONE;
  }
}
