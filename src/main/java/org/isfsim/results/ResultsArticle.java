package org.isfsim.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Cell;
import org.isfsim.article.Column;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.article.Share;
import org.isfsim.article.Table;
import org.isfsim.document.InputFile;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.drawing.BarChart;
import org.isfsim.report.Glossary;
import org.isfsim.report.Reachable;
import org.isfsim.report.Word;
import org.isfsim.study.Request;

/** A report from results that are there: what {@code metadata.json} and the tables hold. */
public final class ResultsArticle {

  private final List<Word> words;
  private final Article article = new Article();

  private ResultsArticle(List<Word> words) {
    this.words = words;
  }

  /**
   * The article.
   *
   * @param directory results that {@code run --out} wrote
   * @param words what the words of results mean
   * @throws InvalidInputException if there are no whole results in it, or not as this version
   *     writes them
   * @throws IOException if they cannot be read
   */
  public static Article of(Path directory, List<Word> words) throws IOException {
    Path metadata = directory.resolve(ResultDirectory.METADATA);
    Path outcomes = directory.resolve(ResultDirectory.OUTCOMES);
    if (!Files.isRegularFile(metadata) || InputFile.isNone(outcomes)) {
      throw new InvalidInputException(
          Problem.of(Mark.of(directory.toString()), "", "there are no whole results here")
              .advising("run SCENARIO --out " + directory + " writes some"));
    }
    try {
      return new ResultsArticle(words).write(Json.read(Files.readString(metadata)), outcomes);
    } catch (CsvParseException | IllegalArgumentException e) {
      throw new InvalidInputException(
          Problem.of(
              Mark.of(outcomes.toString()), "", "not as results are written: " + e.getMessage()));
    }
  }

  private Article write(Object metadata, Path outcomes) throws IOException {
    Map<String, List<NamedCsvRecord>> runs = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(outcomes)) {
      for (NamedCsvRecord row : rows) {
        String run = row.getField("scenario") + ", policy " + row.getField("policy");
        runs.computeIfAbsent(run, name -> new ArrayList<>()).add(row);
      }
    }
    article.heading(1, "Results of " + String.join("; ", runs.keySet()));
    article.add(new Block.Lead(about(metadata)));
    Glossary.note(words, article);
    runs.forEach(this::run);
    article.heading(2, "To repeat it");
    article.command(command(metadata));
    Glossary.details(words).ifPresent(article::add);
    return article;
  }

  private static String about(Object metadata) {
    Object version = metadata instanceof Map<?, ?> map ? map.get("isfsim") : null;
    Object end = metadata instanceof Map<?, ?> map ? map.get("end") : null;
    return "Written by isfsim "
        + (version == null ? "of an unknown version" : version)
        + (end == null ? "." : " on " + end + ".");
  }

  private static String command(Object metadata) {
    Object command = metadata instanceof Map<?, ?> map ? map.get("command") : null;
    return command instanceof List<?> list
        ? list.stream()
            .map(word -> Request.quoted(String.valueOf(word)))
            .collect(Collectors.joining(" "))
        : "";
  }

  private void run(String name, List<NamedCsvRecord> rows) {
    article.heading(2, name);
    Map<String, String> colours = Glossary.colours(words);
    List<BarChart.Bar> bars = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    long cases = rows.stream().mapToLong(ResultsArticle::count).sum();
    for (NamedCsvRecord row : rows) {
      String outcome = row.getField("outcome");
      OptionalDouble best = first(number(row, "exact"), number(row, "probability"));
      double p = best.orElse(0);
      double low = number(row, "range_low").orElse(p);
      double high = number(row, "range_high").orElse(p);
      String note = p > 0 ? Figures.percent(p) : unlikely(row.getField("reachable"));
      bars.add(
          new BarChart.Bar(outcome, p, low, high, colours.getOrDefault(outcome, "#0072b2"), note));
      List<Cell> line =
          new ArrayList<>(
              List.of(
                  new Cell.Term(outcome, Glossary.key(Word.Group.OUTCOME, outcome)),
                  new Cell.Words(row.getField("reachable")),
                  cell(number(row, "exact")),
                  high > low
                      ? new Cell.Interval(low, high, by(row, "low"), by(row, "high"))
                      : Cell.NONE));
      if (cases > 0) {
        line.add(new Cell.Sampled(new Share(count(row), cases)));
        line.add(new Cell.Count(count(row)));
      }
      cells.add(line);
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.words("Outcome"),
                Column.words("Reachable"),
                Column.figures("Exact"),
                Column.words("Range")));
    if (cases > 0) {
      columns.add(Column.words("Sampled, 95 %"));
      columns.add(Column.figures("Cases"));
    }
    String title = "Probability of each outcome (" + name + ")";
    article.picture(BarChart.of(title, bars));
    article.add(Table.of("outcomes", columns, cells));
  }

  private static String unlikely(String reachable) {
    return reachable.equals(Reachable.NO.word()) ? "out of reach" : "not seen";
  }

  private static long count(NamedCsvRecord row) {
    return Long.parseLong(row.getField("count"));
  }

  /** Earlier versions named what sets the wider end alone. */
  private static String by(NamedCsvRecord row, String end) {
    return row.findField("range_" + end + "_by").or(() -> row.findField("range_by")).orElse("");
  }

  private static Cell cell(OptionalDouble probability) {
    return probability.isPresent() ? new Cell.Probability(probability.getAsDouble()) : Cell.NONE;
  }

  private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }

  private static OptionalDouble number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
