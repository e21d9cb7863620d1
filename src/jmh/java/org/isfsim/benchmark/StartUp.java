package org.isfsim.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The time of whole processes, from the start of the launcher to its end. */
final class StartUp {

  /** The environment variable that says how often each command is run; else seven times. */
  static final String RUNS = "ISFSIM_PROCESSES";

  private static final Command HELP = new Command(0.4, "--help");
  private static final Command LEAST =
      new Command(Double.NaN, "run", Baseline.FILE, "--cases", "1", "--exact", "none");
  private static final Command SAMPLED =
      new Command(1.5, "run", Baseline.FILE, "--cases", "100000", "--exact", "none");
  private static final Command WHOLE = new Command(4, "run", Baseline.FILE, "--cases", "100000");

  private static final List<Command> COMMANDS = List.of(HELP, LEAST, SAMPLED, WHOLE);

  private final Path home;
  private final int runs;

  /**
   * What is run.
   *
   * @param aim how many seconds it should take at most; NaN if nothing is aimed at
   * @param arguments what the launcher is given
   */
  private record Command(double aim, List<String> arguments) {
    Command(double aim, String... arguments) {
      this(aim, List.of(arguments));
    }

    @Override
    public String toString() {
      return "./isfsim " + String.join(" ", arguments);
    }
  }

  /**
   * The times of a command.
   *
   * @param command the command
   * @param aim how many seconds it should take at most; NaN if nothing is aimed at
   * @param seconds the times, ascending
   */
  record Times(String command, double aim, double[] seconds) {
    double min() {
      return seconds[0];
    }

    double median() {
      return (seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 2;
    }

    double max() {
      return seconds[seconds.length - 1];
    }
  }

  /** Commands of the program that is installed in a folder. */
  StartUp(Path home, int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException(RUNS + " must be 1 or more, found " + runs);
    }
    this.home = home;
    this.runs = runs;
  }

  /** Runs every command, each once before it is timed. */
  List<Times> measure() throws IOException, InterruptedException {
    List<Times> times = new ArrayList<>();
    for (Command command : COMMANDS) {
      System.err.println("# " + command + ", once and then " + runs + " times");
      seconds(command);
      double[] seconds = new double[runs];
      for (int run = 0; run < runs; run++) {
        seconds[run] = seconds(command);
      }
      Arrays.sort(seconds);
      times.add(new Times(command.toString(), command.aim(), seconds));
    }
    return times;
  }

  private double seconds(Command command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(home.resolve("isfsim").toString()));
    words.addAll(command.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(home.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (code != 0) {
      throw new IllegalStateException(command + " ended with exit code " + code);
    }
    return seconds;
  }
}
