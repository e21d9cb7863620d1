package org.isfsim.document;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a node on one line in YAML's flow style, so that reading it gives the node again. */
final class Flow {

  private static final Pattern PLAIN =
      Pattern.compile("(-?[A-Za-z0-9_.~/+])([A-Za-z0-9_.~/+*% -]*[A-Za-z0-9_.~/+*%-])?");

  private static final int LONGEST = 80;

  private Flow() {}

  static String of(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar(scalar);
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(Flow::of).collect(Collectors.joining(", ", "[", "]"));
    }
    Node.Mapping map = (Node.Mapping) node;
    if (map.entries().isEmpty()) {
      return "{}";
    }
    return map.entries().values().stream()
        .map(entry -> scalar(entry.key()) + ": " + of(entry.value()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /** A text for a message: its beginning if it is long, without characters that act on a screen. */
  static String shown(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("\\p{Cntrl}", " ");
  }

  private static String scalar(Node.Scalar scalar) {
    String text = scalar.text();
    if (scalar.isNull()) {
      return "null";
    }
    boolean wouldBeNull = new Node.Scalar(scalar.mark(), text, false).isNull();
    if (!wouldBeNull && PLAIN.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
