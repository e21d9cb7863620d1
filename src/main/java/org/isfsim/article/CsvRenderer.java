package org.isfsim.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a table as comma-separated values. A column whose cells have parts, such as the ends of an
 * interval, becomes a column for each part.
 */
final class CsvRenderer {

  private CsvRenderer() {}

  static String csv(Table table) {
    List<Integer> columns = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).kind() != Column.CellKind.BARS) {
        for (String part : parts(table, c)) {
          columns.add(c);
          parts.add(part);
          header.add(table.columns().get(c).title() + (part.isEmpty() ? "" : " " + part));
        }
      }
    }
    StringBuilder text = new StringBuilder();
    Csv.line(text, header);
    for (List<Cell> row : table.rows()) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        fields.add(value(row, columns.get(i)).map(part(parts.get(i))::of).orElse(""));
      }
      Csv.line(text, fields);
    }
    return text.toString();
  }

  private static Set<String> parts(Table table, int column) {
    Set<String> parts = new LinkedHashSet<>();
    for (List<Cell> row : table.rows()) {
      if (value(row, column).orElse("") instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> parts.add(String.valueOf(key)));
      }
    }
    return parts.isEmpty() ? Set.of("") : parts;
  }

  private static Optional<Object> value(List<Cell> row, int column) {
    return column < row.size() ? row.get(column).value() : Optional.empty();
  }

  /** What a field says of a value. */
  private interface Field {
    String of(Object value);
  }

  private static Field part(String part) {
    return value -> {
      if (value instanceof Map<?, ?> map) {
        Object held = map.get(part);
        return held == null ? "" : held.toString();
      }
      return value instanceof List<?> list
          ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
          : value.toString();
    };
  }
}
