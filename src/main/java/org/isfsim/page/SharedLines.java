package org.isfsim.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that have most of their lines in common. Each different line is kept once; a text is told
 * by the numbers of its lines, such as {@code 0-41 50 42-60}.
 */
final class SharedLines {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** Takes a text; the numbers of its lines. */
  String add(String text) {
    List<String> runs = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (String line : text.split("\n", -1)) {
      Integer known = numbers.putIfAbsent(line, numbers.size());
      int number = known == null ? numbers.size() - 1 : known;
      if (first >= 0 && number == last + 1) {
        last = number;
        continue;
      }
      if (first >= 0) {
        runs.add(run(first, last));
      }
      first = number;
      last = number;
    }
    runs.add(run(first, last));
    return String.join(" ", runs);
  }

  private static String run(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** The different lines, in the order of their numbers. */
  List<String> lines() {
    return List.copyOf(numbers.keySet());
  }
}
