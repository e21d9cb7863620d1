package org.isfsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isfsim.article.Figures;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Printable;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.exact.TooLargeException;
import org.isfsim.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into words for the user and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  static final String STACKTRACE = "--stacktrace";

  private static final Pattern CHOICES =
      Pattern.compile("expected one of \\[([^\\]]*)\\] \\(case-(?:in)?sensitive\\)");

  private final PrintWriter err;
  private final boolean stacktrace;

  Failures(PrintWriter err, boolean stacktrace) {
    this.err = err;
    this.stacktrace = stacktrace;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String message = Objects.requireNonNullElse(e.getMessage(), "wrong command line");
    message = plain(message);
    if (command.getSubcommands().size() > 0 && message.startsWith("Missing required subcommand")) {
      message = "a command is missing: " + String.join(", ", command.getSubcommands().keySet());
    }
    Optional<String> advice = Optional.empty();
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      message = unknown(word, command);
      advice = Optional.ofNullable(Suggestions.didYouMean(word, known(word, command)));
    }
    String what = name + ": " + lowerFirst(message) + advice.map(a -> "; " + a).orElse("");
    err.println(Printable.escaped(what));
    err.println("\"" + name + " --help\" tells how it is used.");
    return ExitCode.USAGE;
  }

  /** What picocli says of a value, without the words of its insides. */
  private static String plain(String message) {
    String plain =
        message
            .replaceAll("^Invalid value for option (option|positional)", "$1")
            .replaceAll(
                "^Value for option option '([^']+)' \\(([^)]+)\\) should be in KEY=VALUE format but"
                    + " was",
                "option '$1' takes $2, found")
            .replace("Invalid value for option", "option")
            .replace("Invalid value for", "the value for")
            .replaceAll("is not an? (long|int)\\b", "is not a whole number")
            .replaceAll(" to (interface|class) java\\.nio\\.file\\.Path.*", " to a path")
            .replace(" but was ", ", found ");
    Matcher choices = CHOICES.matcher(plain);
    if (choices.find()) {
      // Names of constants, in capitals, are taken too; only the words are offered.
      String allowed =
          Arrays.stream(choices.group(1).split(", "))
              .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)))
              .distinct()
              .collect(Collectors.joining(", "));
      plain = choices.replaceFirst(Matcher.quoteReplacement("allowed: " + allowed));
    }
    return plain;
  }

  private static String unknown(String word, CommandLine command) {
    if (word.startsWith("-") && word.length() > 1) {
      return "there is no option " + word;
    }
    return command.getSubcommands().isEmpty()
        ? "the argument \"" + word + "\" is one too many"
        : "there is no command \"" + word + "\"";
  }

  private static List<String> known(String word, CommandLine command) {
    if (!word.startsWith("-")) {
      return List.copyOf(command.getSubcommands().keySet());
    }
    List<String> names = new ArrayList<>();
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    names.removeIf(name -> name.length() == 2);
    return names;
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  /** Tells that a scenario is too large for an exact answer; the exit code. */
  int tooLarge(Scenario scenario, TooLargeException e) {
    err.println(
        Printable.escaped(
            "isfsim: " + scenario.file() + ": too large for exact answers, " + e.getMessage()));
    return ExitCode.PARTIAL;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return handle(e);
  }

  int handle(Throwable e) {
    if (stacktrace) {
      e.printStackTrace(err);
    }
    if (e instanceof OutputFailure failure) {
      if (!failure.isReaderGone()) {
        err.println("isfsim: standard output cannot be written: " + failure.reason());
        return ExitCode.PARTIAL;
      }
      return ExitCode.DONE;
    }
    if (e instanceof InvalidInputException invalid) {
      problems(invalid.problems());
      return ExitCode.INVALID;
    }
    if (e.getCause() instanceof OutOfMemoryError || e.getCause() instanceof OutputFailure) {
      return handle(e.getCause());
    }
    if (e instanceof UncheckedIOException failure) {
      return unreadable(Objects.requireNonNull(failure.getCause()));
    }
    if (e instanceof IOException failure) {
      return unreadable(failure);
    }
    if (e instanceof OutOfMemoryError) {
      err.println(
          "isfsim: the memory is not enough; ISFSIM_JAVA_OPTS=-Xmx4g gives 4 GB, and fewer threads"
              + " need less");
      return ExitCode.PARTIAL;
    }
    @Nullable String message = e.getMessage();
    String what = e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    err.println(
        "isfsim: a defect of isfsim itself: "
            + what.lines().findFirst().orElse(what)
            + "; please report it"
            + (stacktrace ? "" : "; " + STACKTRACE + " shows where"));
    return ExitCode.DEFECT;
  }

  private int unreadable(IOException failure) {
    String reason = String.valueOf(failure.getMessage());
    if (failure instanceof FileSystemException at && at.getReason() == null) {
      // Says which file alone; what is wrong with it is in the name of its class.
      String kind = at.getClass().getSimpleName().replace("Exception", "");
      reason += ": " + kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
    err.println(Printable.escaped("isfsim: a file cannot be read or written: " + reason));
    return ExitCode.PARTIAL;
  }

  /** Every problem on a line of its own, then how many there are. */
  void problems(List<Problem> problems) {
    problems.forEach(problem -> err.println(problem));
    err.println(Figures.count(problems.size(), "problem") + ".");
  }
}
