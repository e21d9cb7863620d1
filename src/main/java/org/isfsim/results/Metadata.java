package org.isfsim.results;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Json;
import org.isfsim.report.Circumstances;
import org.isfsim.report.JsonReport;
import org.isfsim.report.RunReport;

/**
 * How and when results came about: {@code metadata.json}, the only file of results with times.
 *
 * @param commandLine the command as it was given, word by word
 * @param java the version of Java that ran it
 * @param start when it began
 * @param end when it ended
 */
public record Metadata(List<String> commandLine, String java, Instant start, Instant end) {

  /** Copies the list. */
  public Metadata {
    commandLine = List.copyOf(commandLine);
  }

  /**
   * As JSON, with the origins and counts of some runs.
   *
   * @param files what each file of the results holds, by its name
   */
  String json(Circumstances circumstances, List<RunReport> runs, Map<String, String> files) {
    return Json.document(
        Json.object(
            "isfsim",
            circumstances.version(),
            "java",
            java,
            "command",
            commandLine,
            "start",
            start.truncatedTo(ChronoUnit.MILLIS),
            "end",
            end.truncatedTo(ChronoUnit.MILLIS),
            "seconds",
            BigDecimal.valueOf(Duration.between(start, end).toMillis(), 3),
            "files",
            files,
            "runs",
            runs.stream().map(Metadata::run).toList()));
  }

  private static Map<String, Object> run(RunReport run) {
    Map<String, Object> json = JsonReport.origins(run);
    json.put("seed", run.seed());
    json.put("requested", run.requested());
    json.put("cases", run.cases());
    json.put("failed", run.failed());
    json.put("stopped", run.stopped());
    return json;
  }
}
