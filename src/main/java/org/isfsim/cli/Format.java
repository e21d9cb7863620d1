package org.isfsim.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a simple command answers. */
enum Format {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the word of the command line. */
  static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return Arrays.stream(values())
          .filter(format -> format.toString().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"" + word + "\" is not known; allowed: text, json"));
    }
  }

  /** The words, for help and completion. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(Format::toString).iterator();
    }
  }
}
