package org.isfsim.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.article.Article;
import org.isfsim.article.Json;
import org.isfsim.explanation.CaseTable;
import org.isfsim.explanation.TableColumns;
import org.isfsim.report.Known;
import org.isfsim.study.Observation;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;

/** Evaluated rows as CSV or as one JSON document. */
public final class EvaluatedRows {

  private final CaseTable.Evaluated table;
  private final Study subject;

  /**
   * Rows.
   *
   * @param subject the scenario that they were evaluated in
   */
  public EvaluatedRows(CaseTable.Evaluated table, Study subject) {
    this.table = table;
    this.subject = subject;
  }

  /** The given columns, then the computed ones, then {@code error} if there is any. */
  public void csv(Writer out) throws IOException {
    boolean errors = table.failed() > 0;
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    writer.writeRecord(
        line(table.givenColumns(), table.computedColumns().all(), errors ? "error" : null));
    table.forEach(
        row -> writer.writeRecord(line(row.given(), row.computed(), errors ? row.error() : null)));
    writer.flush();
  }

  private static List<String> line(
      List<String> given, List<String> computed, @Nullable String error) {
    List<String> line = new ArrayList<>(given.size() + computed.size() + 1);
    line.addAll(given);
    line.addAll(computed);
    if (error != null) {
      line.add(error);
    }
    return line;
  }

  /**
   * One document; rows are written as they are read.
   *
   * @param head what stands above them
   */
  public String json(Map<String, Object> head) {
    Map<String, Object> answer = new LinkedHashMap<>(head);
    answer.putAll(Known.of(subject, Observation.NONE));
    answer.put("rows", table.rows());
    answer.put("failed", table.failed());
    answer.put("cases", (Iterable<Object>) () -> objects(table.iterator()));
    return new Article().json(answer);
  }

  private Iterator<Object> objects(Iterator<CaseTable.Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Object next() {
        return json(rows.next());
      }
    };
  }

  private Map<String, Object> json(CaseTable.Row row) {
    TableColumns columns = table.computedColumns();
    Map<String, Object> json = Json.object("case", row.number());
    json.put("given", named(table.givenColumns(), row.given()));
    if (!row.error().isEmpty()) {
      json.put("error", row.error());
      return json;
    }
    int indicators = columns.decisions().size();
    int milestones = indicators + columns.indicators().size();
    List<String> values = row.computed();
    json.put("decisions", named(columns.decisions(), values.subList(0, indicators)));
    json.put("indicators", named(columns.indicators(), values.subList(indicators, milestones)));
    json.put("milestones", named(columns.milestones(), values.subList(milestones, values.size())));
    return json;
  }

  /** Values by name; empty ones are left out. */
  private static Map<String, Object> named(List<String> names, List<String> values) {
    Map<String, Object> json = Json.object();
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).isEmpty()) {
        json.put(names.get(i), values.get(i));
      }
    }
    return json;
  }
}
