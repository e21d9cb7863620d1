package org.isfsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The console blocks of a page: commands, each with the lines that the page shows of its output.
 * Between them a line with nothing but "…" stands for any number of lines that are left out.
 */
final class ConsolePage {

  static final String LEFT_OUT = "…";
  private static final String PROMPT = "$ ";

  private final Path file;
  private final List<String> lines;
  private final List<Shown> commands = new ArrayList<>();

  /**
   * A command and what the page shows of its output, the lines from {@code from} to {@code to} of
   * the page, counted from 0, without the last.
   */
  record Shown(String command, int from, int to, List<String> lines) {

    /** Whether the page shows any output at all. */
    boolean hasOutput() {
      return !lines.isEmpty();
    }
  }

  private ConsolePage(Path file, List<String> lines) {
    this.file = file;
    this.lines = new ArrayList<>(lines);
  }

  static ConsolePage read(Path file) throws IOException {
    ConsolePage page = new ConsolePage(file, Files.readAllLines(file));
    boolean inside = false;
    for (int i = 0; i < page.lines.size(); i++) {
      String line = page.lines.get(i);
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith(PROMPT)) {
        i = page.command(i);
      }
    }
    return page;
  }

  /** Reads a command and its output, and gives the last line that belongs to it. */
  private int command(int start) {
    StringBuilder command = new StringBuilder(lines.get(start).substring(PROMPT.length()));
    int next = start + 1;
    while (command.charAt(command.length() - 1) == '\\') {
      command.setLength(command.length() - 1);
      command.append(lines.get(next++).strip());
    }
    int end = next;
    while (!lines.get(end).startsWith("```") && !lines.get(end).startsWith(PROMPT)) {
      end++;
    }
    commands.add(new Shown(command.toString(), next, end, List.copyOf(lines.subList(next, end))));
    return end - 1;
  }

  List<Shown> commands() {
    return List.copyOf(commands);
  }

  /** Writes the page with other outputs, one for each command. */
  void write(List<List<String>> outputs) throws IOException {
    for (int i = commands.size() - 1; i >= 0; i--) {
      List<String> shown = lines.subList(commands.get(i).from(), commands.get(i).to());
      shown.clear();
      shown.addAll(outputs.get(i));
    }
    Files.write(file, lines);
  }

  /** Parts of a page's output between lines that are left out; empty ones stand at open ends. */
  static List<List<String>> parts(List<String> shown) {
    List<List<String>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    for (String line : shown) {
      if (line.strip().equals(LEFT_OUT)) {
        parts.add(new ArrayList<>());
      } else {
        parts.get(parts.size() - 1).add(line);
      }
    }
    return parts;
  }

  /** What of a page's output is not in the program's, in words; empty if all of it is. */
  static String difference(List<String> shown, List<String> printed) {
    List<List<String>> parts = parts(shown);
    int at = 0;
    for (int p = 0; p < parts.size(); p++) {
      List<String> part = parts.get(p);
      int last = printed.size() - part.size();
      int found = p == 0 ? 0 : p == parts.size() - 1 && !part.isEmpty() ? Math.max(at, last) : at;
      int furthest = p == 0 ? 0 : last;
      while (found <= furthest
          && found <= last
          && !printed.subList(found, found + part.size()).equals(part)) {
        found++;
      }
      if (found > furthest || found > last) {
        return "not printed, or not in this place:\n" + String.join("\n", part);
      }
      at = found + part.size();
    }
    boolean open = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
    return open || at == printed.size() ? "" : "printed and not shown: " + printed.get(at);
  }

  /**
   * The program's output cut as the page cuts its own: each part begins and ends with the lines
   * that have the words of its first and last line.
   */
  static List<String> cut(List<String> shown, List<String> printed) {
    List<List<String>> parts = parts(shown);
    List<String> cut = new ArrayList<>();
    int at = 0;
    for (int p = 0; p < parts.size(); p++) {
      if (p > 0) {
        cut.add(LEFT_OUT);
      }
      int first = p == 0 ? 0 : -1;
      int end = at;
      for (String line : parts.get(p)) {
        int found = line.isBlank() ? -1 : find(line, printed, end);
        if (found >= 0) {
          first = first < 0 ? found : first;
          end = found + 1;
        }
      }
      if (p == parts.size() - 1 && !parts.get(p).isEmpty()) {
        end = printed.size();
      }
      if (first >= 0) {
        cut.addAll(printed.subList(Math.min(first, end), end));
      }
      at = end;
    }
    return cut;
  }

  private static int find(String line, List<String> printed, int from) {
    for (int i = from; i < printed.size(); i++) {
      if (words(printed.get(i)).startsWith(words(line))) {
        return i;
      }
    }
    return -1;
  }

  private static String words(String line) {
    return line.replaceAll("[^\\p{L}]+", " ").strip();
  }
}
