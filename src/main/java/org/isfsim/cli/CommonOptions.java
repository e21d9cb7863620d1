package org.isfsim.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** What is said of a command line that says nothing that can be done. */
  ParameterException wrong(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  /** Fails if the number that an option was given, if any, lies outside of its limits. */
  void requireWithin(String option, long least, long most, @Nullable Number value) {
    if (value != null && (value.longValue() < least || value.longValue() > most)) {
      throw wrong(option + " takes a number from " + least + " to " + most + ", found " + value);
    }
  }

  /** The name of the command, behind that of its group. */
  String name() {
    return spec().qualifiedName().replaceFirst("^isfsim ", "");
  }

  /** The words of the command line, without the name of the program. */
  List<String> words() {
    return spec().root().commandLine().getParseResult().originalArgs();
  }

  /** Whether an option was given. */
  boolean isGiven(String option) {
    return spec().commandLine().getParseResult().hasMatchedOption(option);
  }

  private CommandSpec spec() {
    if (command == null) {
      throw new IllegalStateException("Not run by picocli");
    }
    return command;
  }
}
