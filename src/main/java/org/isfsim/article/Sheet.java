package org.isfsim.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that other programs read: one row for each thing, one column for each fact about it.
 *
 * @param name the table's name
 * @param columns the names of the columns
 * @param rows the cells: texts, numbers, flags, or an empty optional where nothing is known
 */
public record Sheet(String name, List<String> columns, List<List<Object>> rows) {

  /** Copies the lists. */
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table while it is being filled. */
  public static final class Builder {
    private final String name;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** A table without rows. */
    public Builder(String name, String... columns) {
      this.name = name;
      this.columns = List.of(columns);
    }

    /** Adds a row; as many cells as columns. */
    public Builder row(Object... cells) {
      if (cells.length != columns.size()) {
        throw new IllegalArgumentException(
            cells.length + " cells for " + columns.size() + " columns of " + name);
      }
      rows.add(List.of(cells));
      return this;
    }

    /** The table. */
    public Sheet build() {
      return new Sheet(name, columns, rows);
    }
  }

  /** The table as CSV with a header; what is not known is empty. */
  public String csv() {
    StringBuilder text = new StringBuilder();
    Csv.line(text, columns);
    for (List<Object> row : rows) {
      Csv.line(
          text, row.stream().map(Sheet::held).map(o -> o.map(String::valueOf).orElse("")).toList());
    }
    return text.toString();
  }

  /** The table as a list of objects; what is not known is left out. */
  public List<Map<String, Object>> objects() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int c = 0; c < columns.size(); c++) {
        String column = columns.get(c);
        held(row.get(c)).ifPresent(value -> object.put(column, value));
      }
      objects.add(object);
    }
    return objects;
  }

  private static Optional<Object> held(Object cell) {
    return cell instanceof Optional<?> optional ? optional.map(value -> value) : Optional.of(cell);
  }
}
