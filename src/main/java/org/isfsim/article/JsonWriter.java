package org.isfsim.article;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes values as a JSON document, indented by two blanks. */
final class JsonWriter {

  private final StringBuilder text = new StringBuilder();

  private JsonWriter() {}

  static String document(Object value) {
    JsonWriter writer = new JsonWriter();
    writer.write(value, 0);
    return writer.text.append('\n').toString();
  }

  private void write(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof Iterable<?> items) {
      array(items, depth);
    } else if (value instanceof Boolean flag) {
      text.append(flag.booleanValue());
    } else if (value instanceof Number number) {
      number(number);
    } else if (value == Json.NULL) {
      text.append("null");
    } else if (value instanceof Optional || value instanceof OptionalDouble) {
      throw new IllegalStateException("Not a value but perhaps one: " + value);
    } else {
      quoted(value.toString());
    }
  }

  private void object(Map<?, ?> map, int depth) {
    text.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator);
      line(depth + 1);
      quoted(String.valueOf(entry.getKey()));
      text.append(": ");
      write(entry.getValue(), depth + 1);
      separator = ",";
    }
    if (!map.isEmpty()) {
      line(depth);
    }
    text.append('}');
  }

  private void array(Iterable<?> items, int depth) {
    text.append('[');
    Iterator<?> rest = items.iterator();
    boolean any = rest.hasNext();
    while (rest.hasNext()) {
      line(depth + 1);
      write(rest.next(), depth + 1);
      if (rest.hasNext()) {
        text.append(',');
      }
    }
    if (any) {
      line(depth);
    }
    text.append(']');
  }

  private void line(int depth) {
    text.append('\n').append("  ".repeat(depth));
  }

  private void number(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      text.append(number.longValue());
    } else if (number instanceof Double of) {
      if (!Double.isFinite(of)) {
        throw new IllegalStateException("Not a finite number: " + of);
      }
      text.append(of.doubleValue());
    } else {
      text.append(new BigDecimal(number.toString()));
    }
  }

  private void quoted(String words) {
    text.append('"');
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u00")
                .append(c < 16 ? "0" : "1")
                .append("0123456789ABCDEF".charAt(c & 15));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
