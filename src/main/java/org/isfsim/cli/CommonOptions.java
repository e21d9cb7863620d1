package org.isfsim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command shares: help, the switch for stack traces, and the list of exit codes. */
@Command(
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a defect of isfsim itself",
      "2:wrong command line",
      "3:invalid input; every problem is printed",
      "4:done, but something failed and is listed",
      "130:interrupted"
    },
    footerHeading = "%nExamples:%n")
final class CommonOptions {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** Looked for by {@link Failures} before anything is parsed. */
  @Option(names = Failures.STACKTRACE, description = "Show where a defect of isfsim happened.")
  private boolean stacktrace;
}
