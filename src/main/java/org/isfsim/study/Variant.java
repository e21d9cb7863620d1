package org.isfsim.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/**
 * A named set of values on the command line: {@code "name: address=value, address=value"}. Commas
 * inside brackets belong to the value; without a name the values are the name.
 *
 * @param name its name in results
 * @param sets values by address, in order
 */
public record Variant(String name, Map<String, String> sets) {

  /** Where it stands, for messages. */
  public static final String OPTION = "--variant";

  private static final String FORM = "\"name: address=value, address=value\"";

  /** Reads a variant; what is wrong with it is added to the problems. */
  public static Variant of(String text, Problems problems) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=');
    boolean isNamed = colon >= 0 && (equals < 0 || colon < equals);
    String name = (isNamed ? text.substring(0, colon) : text).strip();
    Mark mark = Mark.of(OPTION + " " + (name.isEmpty() ? "\"" + text + "\"" : name));
    if (name.isEmpty()) {
      problems.add(Problem.of(mark, "", "the name is missing").allowing(FORM));
    }
    Map<String, String> sets = new LinkedHashMap<>();
    for (String part : parts(isNamed ? text.substring(colon + 1) : text)) {
      int sign = part.indexOf('=');
      String address = sign < 0 ? part.strip() : part.substring(0, sign).strip();
      if (sign < 0 || address.isEmpty()) {
        problems.add(Problem.of(mark, "", "\"" + part.strip() + "\" sets nothing").allowing(FORM));
      } else if (sets.put(address, part.substring(sign + 1).strip()) != null) {
        problems.add(mark, "", address + " is set twice");
      }
    }
    return new Variant(name, sets);
  }

  /** The parts between commas that are not in brackets. */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
