package org.isfsim.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry point of the program: the root command. */
@Command(
    name = "isfsim",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Simulates scenarios with a rules engine.")
public final class Main implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** Runs the program and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  @Override
  public void run() {
    if (spec != null) {
      CommandLine command = spec.commandLine();
      command.usage(command.getOut());
    }
  }

  /** The version written in the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"isfsim " + (version == null ? "(development)" : version)};
    }
  }
}
