package org.isfsim.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The form of the table of cases in a directory. */
public enum CasesAs {
  /** Comma-separated values. */
  CSV("csv"),
  /** The same, compressed: each chunk of cases by itself, so that a run can stop after any. */
  GZIP("csv.gz"),
  /** No table. */
  NONE("none");

  private final String ending;

  CasesAs(String ending) {
    this.ending = ending;
  }

  /** The name of the table; it begins with {@link ResultDirectory#CASES}. */
  String file() {
    return ResultDirectory.CASES + "." + ending;
  }

  /** Rows as they stand in the file. */
  byte[] packed(byte[] rows) {
    if (this != GZIP) {
      return rows;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return ending;
  }
}
