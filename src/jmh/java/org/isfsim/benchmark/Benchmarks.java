package org.isfsim.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks and prints what they come to. Standard output gets the results, standard
 * error the progress; {@code target/jmh} keeps both the page and JMH's own figures.
 */
public final class Benchmarks {

  private static final int PROCESSES = 7;

  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param args options of JMH
   */
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException, InterruptedException {
    CommandLineOptions options = new CommandLineOptions(args);
    if (options.shouldHelp()) {
      options.showHelp();
      return;
    }
    Path folder = Files.createDirectories(Baseline.home().resolve("target/jmh"));
    Collection<RunResult> results = jmh(options, folder.resolve("results.json"));
    List<StartUp.Times> processes = new StartUp(Baseline.home(), processes()).measure();

    Map<String, Figure> figures = new TreeMap<>();
    Map<String, String> units = new TreeMap<>();
    for (RunResult result : results) {
      Result<?> primary = result.getPrimaryResult();
      String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
      figures.put(name, Figure.of(primary.getScore(), primary.getScoreError()));
      units.put(name, primary.getScoreUnit());
    }
    String page =
        new ResultsPage(figures, units)
            .of(
                Machine.described(),
                System.getProperty("isfsim.commit", "unknown"),
                Baseline.plan().draws().size(),
                processes);
    Files.writeString(folder.resolve("results.md"), page, StandardCharsets.UTF_8);
    System.out.print(page);
  }

  private static Collection<RunResult> jmh(CommandLineOptions options, Path json)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .parent(options)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .shouldFailOnError(true)
                .build(),
            OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
        .run();
  }

  private static int processes() {
    String wanted = System.getenv(StartUp.RUNS);
    return wanted == null || wanted.isBlank() ? PROCESSES : Integer.parseInt(wanted);
  }
}
