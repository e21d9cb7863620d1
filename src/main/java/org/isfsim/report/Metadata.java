package org.isfsim.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

  /** As JSON, with the origins and counts of some runs. */
  String json(Circumstances circumstances, List<RunReport> runs) {
    return JsonReport.document(json -> write(json, circumstances, runs));
  }

  private void write(JsonGenerator json, Circumstances circumstances, List<RunReport> runs)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("isfsim", circumstances.version());
    json.writeStringField("java", java);
    json.writeArrayFieldStart("command");
    for (String word : commandLine) {
      json.writeString(word);
    }
    json.writeEndArray();
    json.writeStringField("start", start.truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeStringField("end", end.truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeNumberField(
        "seconds", BigDecimal.valueOf(Duration.between(start, end).toMillis(), 3));
    json.writeArrayFieldStart("runs");
    for (RunReport run : runs) {
      json.writeStartObject();
      JsonReport.origins(json, run);
      json.writeNumberField("seed", run.seed());
      json.writeNumberField("requested", run.requested());
      json.writeNumberField("cases", run.cases());
      json.writeNumberField("failed", run.failed());
      json.writeStringField("stopped", run.stopped());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
