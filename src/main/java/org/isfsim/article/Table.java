package org.isfsim.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table: one row for each thing, one column for each fact about it.
 *
 * @param name its name for programs
 * @param columns the columns, the first of which say what a row is about
 * @param rows the cells; a row with fewer cells than columns ends in one that spans the rest
 * @param names of a table of many columns, which text continues below where it would be too wide,
 *     how many columns say what a row is about; 0 for a table of a few columns, whose words are
 *     broken; {@link #FLUSH} for one of those that begins at the margin
 */
public record Table(String name, List<Column> columns, List<List<Cell>> rows, int names)
    implements Block {

  /** A table of a few columns that begins at the margin of text. */
  static final int FLUSH = -1;

  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table of a few columns. */
  public static Table of(String name, List<Column> columns, List<List<Cell>> rows) {
    return new Table(name, columns, rows, 0);
  }

  /**
   * A table of a few columns, of words.
   *
   * @param head the names of the columns; one that begins with {@code >} holds figures
   */
  static Table ofWords(List<String> head, List<List<String>> rows) {
    List<Column> columns =
        head.stream()
            .map(n -> n.startsWith(">") ? Column.figures(n.substring(1)) : Column.words(n))
            .toList();
    return of("", columns, cells(rows));
  }

  /** A table of words whose columns text does not name; the last takes the room that is left. */
  static Table unnamed(List<String> names, List<List<String>> rows) {
    List<Column> columns =
        new ArrayList<>(names.stream().map(n -> Column.words(n).unsaid()).toList());
    columns.add(columns.remove(columns.size() - 1).rest());
    return of("", columns, cells(rows));
  }

  /** A list of objects as a table: their plain members, and those of the objects in them. */
  static Optional<Table> ofObjects(String name, Object list) {
    if (!(list instanceof List<?> rows) || !rows.stream().allMatch(Map.class::isInstance)) {
      return Optional.empty();
    }
    List<Map<String, Object>> flat = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Object row : rows) {
      Map<String, Object> members = new LinkedHashMap<>();
      flatten("", (Map<?, ?>) row, members);
      names.addAll(members.keySet());
      flat.add(members);
    }
    Columns<Map<String, Object>> table = new Columns<>(name);
    names.forEach(
        key -> table.add(columnName(key), members -> Optional.ofNullable(members.get(key))));
    return names.isEmpty() ? Optional.empty() : Optional.of(table.of(flat));
  }

  /** A name as columns have it: {@code by_rules} for {@code byRules}. */
  private static String columnName(String key) {
    return key.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[ -]", "_").toLowerCase(Locale.ROOT);
  }

  private static void flatten(String before, Map<?, ?> object, Map<String, Object> members) {
    object.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner && before.isEmpty()) {
            flatten(key + " ", inner, members);
          } else if (isPlain(value)
              || value instanceof List<?> l && l.stream().allMatch(Table::isPlain)) {
            members.put(before + key, value);
          }
        });
  }

  private static boolean isPlain(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /**
   * A table for programs: its columns, each with what it says of a row.
   *
   * @param <R> what a row is about
   */
  public static final class Columns<R> {
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Function<R, Object>> values = new ArrayList<>();

    /** A table without columns. */
    public Columns(String name) {
      this.name = name;
    }

    /**
     * Adds a column.
     *
     * @param value a text, a number, a flag, or an empty {@link Optional} where nothing is known
     */
    public Columns<R> add(String title, Function<R, Object> value) {
      columns.add(Column.words(title));
      values.add(value);
      return this;
    }

    /** Adds a column for each of these titles; the value is told which of them it is for. */
    public Columns<R> each(List<String> titles, BiFunction<R, Integer, Object> value) {
      for (int i = 0; i < titles.size(); i++) {
        int index = i;
        add(titles.get(i), row -> value.apply(row, index));
      }
      return this;
    }

    /** The table with a row for each of these. */
    public Table of(Collection<R> about) {
      return Table.of(
          name,
          columns,
          about.stream()
              .map(row -> values.stream().map(value -> Cell.of(value.apply(row))).toList())
              .toList());
    }
  }

  /** A table of figures behind one name. */
  public static Table grid(List<String> head, List<List<String>> rows) {
    return grid(head, rows, 1, false);
  }

  /** A table of figures behind one name, with words in the last column. */
  public static Table gridWithWords(List<String> head, List<List<String>> rows) {
    return grid(head, rows, 1, true);
  }

  /**
   * A table of many columns.
   *
   * @param names how many columns say what the row is about
   * @param words whether the last column holds words
   */
  public static Table grid(List<String> head, List<List<String>> rows, int names, boolean words) {
    List<Column> columns =
        IntStream.range(0, head.size())
            .mapToObj(
                c ->
                    c < names || words && c == head.size() - 1
                        ? Column.words(head.get(c))
                        : Column.figures(head.get(c)))
            .toList();
    return new Table("", columns, cells(rows), names);
  }

  private static List<List<Cell>> cells(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().<Cell>map(Cell.Words::new).toList()).toList();
  }

  /** The same table of a few columns, which begins at the margin of text. */
  public Table flush() {
    return new Table(name, columns, rows, FLUSH);
  }

  /** The same as a table of many columns, without bars. */
  Table grid() {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(c -> columns.get(c).kind() != Column.CellKind.BARS)
            .boxed()
            .toList();
    return new Table(
        name,
        kept.stream().map(columns::get).toList(),
        rows.stream()
            .map(row -> kept.stream().map(c -> c < row.size() ? row.get(c) : Cell.NONE).toList())
            .toList(),
        1);
  }

  /** The table without columns, but the first, in which no row says anything. */
  Table withoutEmptyColumns() {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(c -> c == 0 || rows.stream().anyMatch(row -> !words(row, c).isEmpty()))
            .boxed()
            .toList();
    return rows.isEmpty()
        ? this
        : new Table(
            name,
            kept.stream().map(columns::get).toList(),
            rows.stream()
                .map(row -> kept.stream().filter(c -> c < row.size()).map(row::get).toList())
                .toList(),
            names);
  }

  /** The table with only some of its columns beside those that say what a row is about. */
  Table columns(int from, int to) {
    return new Table(
        name, cut(columns, from, to), rows.stream().map(r -> cut(r, from, to)).toList(), names);
  }

  private <T> List<T> cut(List<T> row, int from, int to) {
    List<T> cells = new ArrayList<>(row.subList(0, names));
    cells.addAll(row.subList(from, to));
    return cells;
  }

  /** As comma-separated values; what is not known is empty. */
  public String csv() {
    return CsvRenderer.csv(this);
  }

  /** What a cell says; nothing where a cell before it spans the rest. */
  static String words(List<Cell> row, int column) {
    return column < row.size() ? row.get(column).words() : "";
  }

  /** The rows as objects for programs; what is not known is left out. */
  List<Map<String, Object>> objects() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Cell> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int c = 0; c < row.size(); c++) {
        String key = columns.get(c).title();
        Optional<Object> value = row.get(c).value();
        value.ifPresent(held -> object.put(key, held));
      }
      objects.add(object);
    }
    return objects;
  }
}
