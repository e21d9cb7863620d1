package org.isfsim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The entry point of the program: the root command. */
@Command(
    name = "isfsim",
    versionProvider = Main.Version.class,
    description = {
      "Simulates how the proposed International Stabilization Force might deploy.",
      "",
      "Rules that cite their sources say what follows from documented conditions; a scenario file"
          + " says what is fixed, uncertain or disputed. isfsim shows which outcomes can be"
          + " reached, how likely each is under the stated assumptions, and why. It predicts"
          + " nothing and takes no side."
    },
    footer = {
      "  isfsim run scenarios/baseline.yaml   a report on a scenario",
      "  isfsim parameters council            the parameters about the Council",
      "  isfsim outcomes                      what the words of results mean",
      "  isfsim rules show council            what decides the Council's vote",
      "  isfsim sources show S001-25          a claim and what rests on it",
      "  isfsim new my.yaml                   a scenario to start from",
      "  isfsim check my.yaml                 every problem of a file"
    })
public final class Main implements Callable<Integer> {

  /** The commands in the order of the help; a group is followed by its members. */
  private static final Map<String, List<Class<?>>> COMMANDS =
      commands(
          List.of(RunCommand.class),
          List.of(ReachCommand.class),
          List.of(SensitivityCommand.class),
          List.of(DiscoverCommand.class),
          List.of(SignpostsCommand.class),
          List.of(ExplainCommand.class),
          List.of(EvaluateCommand.class),
          List.of(CompareCommand.class),
          List.of(SweepCommand.class),
          List.of(ReportCommand.class),
          List.of(PageCommand.class),
          List.of(LessonsCommand.class),
          List.of(CheckCommand.class),
          List.of(
              RulesCommand.class,
              RulesCommand.ListRules.class,
              RulesCommand.Show.class,
              RulesCommand.Schema.class,
              GraphCommand.class,
              CoverageCommand.class),
          List.of(
              SourcesCommand.class,
              SourcesCommand.ListDocuments.class,
              SourcesCommand.Show.class,
              SourcesCommand.Conflicts.class,
              SourcesCommand.Verify.class),
          List.of(OutcomesCommand.class),
          List.of(ParametersCommand.class),
          List.of(NewCommand.class),
          List.of(CompletionCommand.class));

  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  /** Runs the program and ends the JVM with its exit code. */
  public static void main(String[] args) {
    // Libraries write and read by the default locale; a result must not depend on it.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(new Session(Terminal.ofProcess(), Home.ofProcess()), args));
  }

  /** Runs the program; its exit code. */
  static int run(Session session, String... args) {
    Terminal terminal = session.terminal();
    Failures failures =
        new Failures(terminal.err(), Arrays.asList(args).contains(Failures.STACKTRACE));
    int code;
    try {
      code = commandLine(session, failures, args).execute(args);
    } catch (Throwable e) {
      code = failures.handle(e);
    }
    try {
      terminal.out().flush();
    } catch (OutputFailure e) {
      // A command that failed has said so; what it had written does not matter any more.
      code = code == ExitCode.DONE ? failures.handle(e) : code;
    }
    terminal.err().flush();
    return code;
  }

  /** Builds the command that is named with its members, all if completion or help may need them. */
  static CommandLine commandLine(Session session, Failures failures, String... args) {
    Terminal terminal = session.terminal();
    // It would warn on standard error by itself, in its own words and past the filter.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    IFactory factory = factory(session);
    CommandLine line = new CommandLine(new Main(), factory);
    String first =
        Arrays.stream(args).filter(argument -> !argument.startsWith("-")).findFirst().orElse("");
    boolean isAll = first.equals("completion");
    COMMANDS.forEach(
        (name, classes) -> {
          // Building a command costs milliseconds, which add up; only what is needed is built.
          if (isAll || name.equals(first) || !COMMANDS.containsKey(first)) {
            CommandLine command = new CommandLine(classes.get(0), factory);
            if (isAll || name.equals(first)) {
              classes.stream().skip(1).forEach(command::addSubcommand);
            }
            command.getSubcommands().values().forEach(Main::withoutRefused);
            withoutRefused(command);
            line.addSubcommand(command);
          }
        });
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, Main::examples);
    return line.setHelpSectionMap(sections)
        .setExecutionStrategy(parsed -> executed(parsed, failures))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(terminal.width(), 55))
        .setUsageHelpLongOptionsMaxWidth(26)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** The examples as they stand: a command is copied, so that none is broken across lines. */
  private static String examples(Help help) {
    StringBuilder examples = new StringBuilder();
    for (String example : help.commandSpec().usageMessage().footer()) {
      examples.append(example).append('\n');
    }
    return examples.toString();
  }

  /** Takes an option that a command shares with others, and refuses, out of its help. */
  private static void withoutRefused(CommandLine command) {
    if (command.getCommand() instanceof OfAllCases) {
      CommandSpec spec = command.getCommandSpec();
      OptionSpec observed = spec.findOption(ObservedOption.NAME);
      spec.remove(observed);
      spec.addOption(OptionSpec.builder(observed).hidden(true).build());
    }
  }

  /** Help is written here too, where a full disk or a reader that has gone are no defects. */
  private static int executed(ParseResult parsed, Failures failures) {
    try {
      List<Problem> twice = setTwice(parsed);
      if (!twice.isEmpty()) {
        return failures.handle(new InvalidInputException(twice));
      }
      return new RunLast().execute(parsed);
    } catch (OutputFailure e) {
      return failures.handle(e);
    }
  }

  /** What an option of names and values was given for one name several times; none for help. */
  private static List<Problem> setTwice(ParseResult parsed) {
    List<Problem> problems = new ArrayList<>();
    for (CommandLine command : parsed.asCommandLineList()) {
      ParseResult of = command.getParseResult();
      if (of.isUsageHelpRequested()) {
        return List.of();
      }
      for (OptionSpec option : new LinkedHashSet<>(of.matchedOptions())) {
        Set<String> seen = new HashSet<>();
        if (Map.class.isAssignableFrom(option.type())) {
          option.originalStringValues().stream()
              .map(text -> text.split("=", 2)[0].strip())
              .filter(name -> !seen.add(name))
              .map(name -> Mark.of(option.longestName() + " " + name))
              .forEach(mark -> problems.add(Problem.of(mark, "", "is set twice")));
        }
      }
    }
    return problems;
  }

  @SafeVarargs
  private static Map<String, List<Class<?>>> commands(List<Class<?>>... groups) {
    Map<String, List<Class<?>>> commands = new LinkedHashMap<>();
    for (List<Class<?>> group : groups) {
      commands.put(group.get(0).getAnnotation(Command.class).name(), group);
    }
    return commands;
  }

  /** Makes commands: those that have a constructor for it are given the session. */
  private static IFactory factory(Session session) {
    IFactory usual = CommandLine.defaultFactory();
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        try {
          return type.getDeclaredConstructor(Session.class).newInstance(session);
        } catch (NoSuchMethodException e) {
          return usual.create(type);
        }
      }
    };
  }

  /** Shows the help: there is nothing else to do without a command. */
  @Override
  public Integer call() {
    if (spec != null) {
      CommandLine command = spec.commandLine();
      command.usage(command.getOut());
    }
    return ExitCode.DONE;
  }

  /** The version written in the manifest of the jar. */
  static String version() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The version for {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"isfsim " + version()};
    }
  }
}
