package org.isfsim.explanation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.isfsim.document.Scratch;

/** Evaluated rows in a temporary file, to be written on when all are known to be sound. */
final class TableSpool implements CaseTable.Evaluated {

  private final Scratch scratch;
  private final DataOutputStream out;
  private final TableColumns computed;
  private final List<DataInputStream> open = new ArrayList<>();
  private List<String> givenColumns = List.of();
  private long rows;
  private long failed;

  TableSpool(TableColumns computed) throws IOException {
    this.computed = computed;
    this.scratch = Scratch.temporary(".rows");
    this.out = new DataOutputStream(scratch.open());
  }

  void begin(List<String> columns) {
    givenColumns = List.copyOf(columns);
  }

  /** Adds a row; without computed values and with an error if the rules could not finish it. */
  void add(List<String> given, List<String> values, String error) throws IOException {
    rows++;
    if (!error.isEmpty()) {
      failed++;
    }
    for (String field : given) {
      put(field);
    }
    put(error);
    for (String value : values) {
      put(value);
    }
  }

  /** Ends the writing. */
  void finish() throws IOException {
    out.close();
  }

  private void put(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public List<String> givenColumns() {
    return givenColumns;
  }

  @Override
  public TableColumns computedColumns() {
    return computed;
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public long failed() {
    return failed;
  }

  @Override
  public Iterator<CaseTable.Row> iterator() {
    try {
      return new Rows(
          new DataInputStream(new BufferedInputStream(Files.newInputStream(scratch.file()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      scratch.close();
    }
    for (DataInputStream in : open) {
      in.close();
    }
  }

  /** Reads the rows back. */
  private final class Rows implements Iterator<CaseTable.Row> {
    private final DataInputStream in;
    private final int columns = computed.all().size();
    private long number;

    Rows(DataInputStream in) {
      this.in = in;
      open.add(in);
    }

    @Override
    public boolean hasNext() {
      return number < rows;
    }

    @Override
    public CaseTable.Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      number++;
      try {
        List<String> given = take(givenColumns.size());
        String error = take();
        List<String> values = error.isEmpty() ? take(columns) : Collections.nCopies(columns, "");
        return new CaseTable.Row(number, given, values, error);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<String> take(int count) throws IOException {
      List<String> texts = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        texts.add(take());
      }
      return texts;
    }

    private String take() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
  }
}
