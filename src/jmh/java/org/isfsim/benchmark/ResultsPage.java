package org.isfsim.benchmark;

import java.util.List;
import java.util.Map;

/**
 * The results of a run in Markdown: what is aimed at beside what was measured, then all figures.
 */
final class ResultsPage {

  private static final String NOT_MEASURED = "not measured";

  private final Map<String, Figure> figures;
  private final Map<String, String> units;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param figures what JMH measured, by class and method
   * @param units the unit of each
   */
  ResultsPage(Map<String, Figure> figures, Map<String, String> units) {
    this.figures = figures;
    this.units = units;
  }

  String of(String machine, String commit, int parameters, List<StartUp.Times> processes) {
    text.append(machine).append(" Commit: ").append(commit).append(".\n\n");
    table("What", "Measured", "Aim");
    comparison(
        "The rules fired afresh take so many times as long as a sampled case",
        "CaseBenchmark.reference",
        "CaseBenchmark.sampled",
        "at least 100");
    String drawn = " of all " + parameters + " parameters";
    comparison(
        "A sampled case takes so many times as long as the keyed numbers" + drawn,
        "CaseBenchmark.sampled",
        "DrawBenchmark.numbers",
        "at most 5, better 3");
    comparison(
        "A sampled case takes so many times as long as the keyed values" + drawn,
        "CaseBenchmark.sampled",
        "DrawBenchmark.values",
        "at most 5, better 3");
    comparison(
        "Speed on two threads, where one is 1",
        "CaseBenchmark.sampled",
        "CaseBenchmark.sampledOnTwoThreads",
        "at least 1.8");
    for (String engine : List.of("droolsAfresh", "easyRules", "evrete")) {
      comparison(
          "The Council and the contributors of a case: " + engine + ", in times of the tables",
          "EngineBenchmark." + engine,
          "EngineBenchmark.tables",
          "more than 1");
    }
    seconds("Exact outcomes and ranges, warm", "ExactBenchmark.outcomesAndRanges", "below 1 s");
    seconds("All exact figures, warm", "ExactBenchmark.everything", "below 3 s");
    for (StartUp.Times times : processes) {
      if (!Double.isNaN(times.aim())) {
        row(
            "`" + times.command() + "`, median",
            Figure.text(times.median()) + " s",
            "below " + Double.toString(times.aim()).replace(".0", "") + " s");
      }
    }
    text.append("\nEvery benchmark, the mean with its 99.9 % interval:\n\n");
    table("Benchmark", "Time", "Unit");
    figures.forEach((name, figure) -> row("`" + name + "`", figure.toString(), unit(name)));
    text.append("\nWhole processes, in seconds:\n\n");
    table("Command", "Runs", "Min", "Median", "Max");
    for (StartUp.Times times : processes) {
      row(
          "`" + times.command() + "`",
          Integer.toString(times.seconds().length),
          Figure.text(times.min()),
          Figure.text(times.median()),
          Figure.text(times.max()));
    }
    return text.toString();
  }

  /** How many times the time of the second benchmark that of the first is. */
  private void comparison(String what, String first, String second, String aim) {
    Figure one = figures.get(first);
    Figure other = figures.get(second);
    row(what, one == null || other == null ? NOT_MEASURED : one.over(other).toString(), aim);
  }

  private void seconds(String what, String benchmark, String aim) {
    Figure milliseconds = figures.get(benchmark);
    row(what, milliseconds == null ? NOT_MEASURED : milliseconds.in(1000) + " s", aim);
  }

  private String unit(String benchmark) {
    return units.getOrDefault(benchmark, "");
  }

  private void table(String... headings) {
    row(headings);
    text.append("|---".repeat(headings.length)).append("|\n");
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
