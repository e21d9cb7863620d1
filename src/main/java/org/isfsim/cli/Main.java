package org.isfsim.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "  isfsim parameters council          the parameters about the Council",
      "  isfsim rules show council          what decides the Council's vote",
      "  isfsim sources show S001-25        a claim and what rests on it",
      "  isfsim new my.yaml                 a scenario to start from",
      "  isfsim check my.yaml               every problem of a file"
    },
    subcommands = {
      CheckCommand.class,
      RulesCommand.class,
      SourcesCommand.class,
      ParametersCommand.class,
      NewCommand.class,
      CompletionCommand.class
    })
public final class Main implements Callable<Integer> {

  @Mixin private final Standard standard = new Standard();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  /** Runs the program and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(new Session(Terminal.ofProcess(), Home.ofProcess()), args));
  }

  /** Runs the program; its exit code. */
  static int run(Session session, String... args) {
    Terminal terminal = session.terminal();
    Failures failures =
        new Failures(terminal.err(), Arrays.asList(args).contains(Failures.STACKTRACE));
    int code;
    try {
      code = commandLine(session, failures).execute(args);
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

  static CommandLine commandLine(Session session, Failures failures) {
    Terminal terminal = session.terminal();
    return new CommandLine(new Main(), factory(session))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(terminal.width(), 55))
        .setUsageHelpLongOptionsMaxWidth(26)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
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
