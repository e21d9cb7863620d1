package org.isfsim.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.isfsim.article.TextStyle;
import org.jspecify.annotations.Nullable;

/**
 * Where the program writes.
 *
 * @param out for the result and nothing else; UTF-8 whatever the locale
 * @param err for problems, notes and progress; UTF-8 too
 * @param width the number of columns that a line of text may fill
 * @param interactive whether a person reads it as it is written: then progress may be shown
 * @param colour whether colours may be used
 */
record Terminal(PrintWriter out, PrintWriter err, int width, boolean interactive, boolean colour) {

  /** What is written goes through {@link Shown}. */
  Terminal {
    out = new PrintWriter(new Shown(out, colour), false);
    err = new PrintWriter(new Shown(err, colour), true);
  }

  /** The system property with which the launcher says that standard error is a terminal. */
  private static final String WATCHED = "isfsim.watched";

  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 160;

  /** The standard output and error of this process. */
  static Terminal ofProcess() {
    boolean interactive = isInteractive();
    Map<String, String> environment = System.getenv();
    boolean colour =
        interactive
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    // Standard output is buffered and flushed at the end; a line on standard error is seen at once.
    Writer out = utf8(new Guarded(new FileOutputStream(FileDescriptor.out), OutputFailure::new));
    Writer err = utf8(new FileOutputStream(FileDescriptor.err));
    return new Terminal(
        new PrintWriter(out, false),
        new PrintWriter(err, true),
        width(environment.get("COLUMNS")),
        interactive,
        colour);
  }

  /** Something that is no terminal: no colour, the usual width. */
  static Terminal plain(Writer out, Writer err) {
    return new Terminal(
        new PrintWriter(out, false), new PrintWriter(err, true), USUAL_WIDTH, false, false);
  }

  /** How texts are laid out here. */
  TextStyle style() {
    return TextStyle.of(StandardCharsets.UTF_8, System.getenv(), OptionalInt.of(width), colour);
  }

  /** Whether somebody watches standard error, so that progress may be shown there. */
  boolean progress() {
    return interactive || Boolean.getBoolean(WATCHED);
  }

  /** A text that stands out, where colours may be used. */
  String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  static int width(@Nullable String columns) {
    if (columns == null || !columns.matches("[1-9]\\d{0,4}")) {
      return USUAL_WIDTH;
    }
    return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
  }

  private static Writer utf8(OutputStream stream) {
    return new OutputStreamWriter(new BufferedOutputStream(stream), StandardCharsets.UTF_8);
  }

  /** From JDK 22 on there is a console even where there is no terminal; it says so itself. */
  private static boolean isInteractive() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** A stream whose failures get past {@link PrintWriter}, which swallows those of others. */
  static final class Guarded extends FilterOutputStream {

    private final Function<IOException, RuntimeException> failing;

    /**
     * @param failing what is thrown of a failure
     */
    Guarded(OutputStream stream, Function<IOException, RuntimeException> failing) {
      super(stream);
      this.failing = failing;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw failing.apply(e);
      }
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void flush() {
      try {
        out.flush();
      } catch (IOException e) {
        throw failing.apply(e);
      }
    }
  }
}
