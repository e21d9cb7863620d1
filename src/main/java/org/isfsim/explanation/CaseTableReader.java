package org.isfsim.explanation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.explanation.TableHeader.Column;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;

/**
 * Evaluates the rows of a CSV file (RFC 4180, UTF-8, the first row holds the addresses). A value
 * that a row does not give is drawn as in the case with the row's number, counted from 1.
 *
 * <p>Memory does not grow with the number of rows. Not thread-safe.
 */
public final class CaseTableReader {

  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Plan plan;
  private final CaseEvaluator evaluator;
  private final TableColumns computed;

  /**
   * A reader.
   *
   * @param plan what a case goes through
   * @param decisions what decides
   * @param seed the seed of the draws
   */
  public CaseTableReader(Plan plan, Decisions decisions, long seed) {
    this.plan = plan;
    this.evaluator = new CaseEvaluator(plan, decisions, seed);
    this.computed = new TableColumns(plan);
  }

  /**
   * Evaluates a table.
   *
   * @param stream the table; not closed
   * @param file the file as the user named it; it appears so in messages
   * @return the rows, to be closed, or every problem of the table
   * @throws IOException if the table cannot be read or the temporary file cannot be written
   */
  public CaseTable evaluate(InputStream stream, String file) throws IOException {
    TableProblems problems = new TableProblems(file);
    TableSpool spool = new TableSpool(computed);
    try {
      new Reading(problems, spool).read(stream);
      spool.finish();
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
    if (!problems.isEmpty()) {
      spool.close();
      return problems.refused();
    }
    return spool;
  }

  /** The reading of one table. */
  private final class Reading {
    private final TableProblems problems;
    private final TableSpool spool;
    private final Case row = new Case(plan);
    private final int[] given = CaseEvaluator.nothingGiven(plan);
    private final Map<Column, Map<String, Integer>> known = new HashMap<>();
    private List<Optional<Column>> columns = List.of();
    private long rows;
    private long line;

    Reading(TableProblems problems, TableSpool spool) {
      this.problems = problems;
      this.spool = spool;
    }

    void read(InputStream stream) throws IOException {
      try {
        CsvReader<CsvRecord> records =
            CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(stream));
        boolean isHeader = true;
        for (CsvRecord csv : records) {
          line = csv.getStartingLineNumber();
          if (isHeader) {
            header(csv.getFields());
            isHeader = false;
          } else {
            rows++;
            row(csv.getFields());
          }
        }
        if (isHeader) {
          problems.add(problems.ofFile("the file is empty").allowing("a header and rows"));
        } else if (rows == 0) {
          problems.add(problems.ofFile("there is a header and no row"));
        }
      } catch (CsvParseException e) {
        broken(e);
      } catch (UncheckedIOException e) {
        broken(e);
      }
    }

    /** A failure of the CSV reader itself ends the reading: it cannot tell where to go on. */
    private void broken(RuntimeException e) throws IOException {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof CharacterCodingException) {
          problems.add(
              problems
                  .ofFile(
                      "the file is not UTF-8" + (line > 0 ? ", somewhere after line " + line : ""))
                  .advising("save it as CSV in UTF-8"));
          return;
        }
      }
      if (e instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      problems.add(
          problems.ofFile(
              "cannot be read as CSV"
                  + (line > 0 ? " after line " + line : "")
                  + ": "
                  + root.getMessage()));
    }

    private Reader text(InputStream stream) throws IOException {
      PushbackReader reader =
          new PushbackReader(
              new InputStreamReader(
                  stream,
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)));
      try {
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
          reader.unread(first);
        }
      } catch (CharacterCodingException e) {
        throw new UncheckedIOException(e);
      }
      return reader;
    }

    private void header(List<String> fields) {
      spool.begin(fields);
      if (isBlank(fields)) {
        problems.add(
            problems
                .ofLine(line, "the first line is empty")
                .allowing("a header: addresses of parameters, separated by commas"));
        columns = List.of(Optional.empty());
        return;
      }
      columns = new TableHeader(plan, computed, problems).read(line, fields);
    }

    private boolean isBlank(List<String> fields) {
      return fields.size() == 1 && fields.get(0).isEmpty();
    }

    private void row(List<String> fields) throws IOException {
      // In a table of one column it could also be a value that is not given.
      if (isBlank(fields) || fields.size() != columns.size()) {
        problems.add(wrongSize(fields));
        return;
      }
      boolean isSound = true;
      long fieldLine = line;
      for (int i = 0; i < fields.size(); i++) {
        Optional<Column> column = columns.get(i);
        if (column.isPresent()) {
          isSound &= value(column.get(), fields.get(i), fieldLine, i + 1);
        }
        fieldLine += lineBreaks(fields.get(i));
      }
      if (isSound && problems.isEmpty()) {
        evaluate(fields);
      }
    }

    private Problem wrongSize(List<String> fields) {
      if (isBlank(fields)) {
        return problems
            .ofLine(line, "the line is empty")
            .advising(
                columns.size() > 1
                    ? "remove it"
                    : "remove it; a row that gives nothing needs a second column, such as note");
      }
      String found =
          "the row has " + counted(fields.size()) + ", the header " + counted(columns.size());
      return problems
          .ofLine(line, found)
          .advising(
              fields.size() > columns.size()
                  ? "a field that holds a comma needs quotes"
                  : "a value that is not given is an empty field");
    }

    private String counted(int fields) {
      return fields + (fields == 1 ? " field" : " fields");
    }

    private long lineBreaks(String field) {
      long breaks = 0;
      for (int i = 0; i < field.length(); i++) {
        char c = field.charAt(i);
        boolean isPair = c == '\r' && i + 1 < field.length() && field.charAt(i + 1) == '\n';
        breaks += c == '\n' || c == '\r' && !isPair ? 1 : 0;
      }
      return breaks;
    }

    /** Reads a value; whether it is one. An empty field gives none. */
    private boolean value(Column column, String field, long fieldLine, int number) {
      if (field.isBlank()) {
        given[column.slot()] = -1;
        return true;
      }
      Map<String, Integer> values = known.computeIfAbsent(column, key -> new HashMap<>());
      Integer index = values.get(field);
      if (index == null) {
        OptionalInt read = parse(column, field, fieldLine, number);
        if (read.isEmpty()) {
          return false;
        }
        index = read.getAsInt();
        if (values.size() < column.domain().size()) {
          values.put(field, index);
        }
      }
      given[column.slot()] = index;
      return true;
    }

    private OptionalInt parse(Column column, String field, long fieldLine, int number) {
      try {
        return OptionalInt.of(
            plan.scenario().parse(column.address(), field, problems.mark(fieldLine, number)));
      } catch (InvalidInputException e) {
        for (Problem p : e.problems()) {
          problems.add(
              new Problem(
                  p.mark(),
                  TableProblems.path(number, column.address()),
                  p.message(),
                  p.allowed(),
                  p.advice()));
        }
        return OptionalInt.empty();
      }
    }

    private void evaluate(List<String> fields) throws IOException {
      try {
        evaluator.evaluate(rows, given, row);
      } catch (IllegalArgumentException e) {
        Optional<Step.Draw> undefined = undefined();
        if (undefined.isEmpty()) {
          throw e;
        }
        undefined(undefined.get());
        return;
      }
      String failure = row.failure();
      if (!problems.isEmpty()) {
        return;
      }
      if (failure == null) {
        spool.add(fields, computed.values(row), "");
      } else {
        spool.add(fields, List.of(), failure);
      }
    }

    /** The first draw that has no distribution for what its parents came to, if there is one. */
    private Optional<Step.Draw> undefined() {
      return plan.draws().stream()
          .filter(draw -> given[draw.variable().slot()] < 0)
          .filter(
              draw ->
                  !draw.distribution()
                      .isDefinedAt(draw.parents().stream().mapToInt(row::value).toArray()))
          .findFirst();
    }

    private void undefined(Step.Draw draw) {
      List<String> when = new ArrayList<>();
      for (Variable parent : draw.parents()) {
        when.add(parent.name() + " is " + row.text(parent));
      }
      Set<String> parents = new HashSet<>();
      draw.parents().forEach(parent -> parents.add(parent.name()));
      int field = 0;
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).filter(column -> parents.contains(column.address())).isPresent()) {
          field = i + 1;
        }
      }
      String address = draw.variable().name();
      problems.add(
          new Problem(
              problems.mark(line, field),
              field == 0 ? "" : TableProblems.path(field, ""),
              "the scenario does not say how "
                  + address
                  + " is drawn when "
                  + String.join(" and ", when),
              null,
              "give " + address + " in a column, too"));
    }
  }
}
