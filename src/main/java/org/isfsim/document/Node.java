package org.isfsim.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of a YAML document with its place. */
public sealed interface Node {

  /** Where the value stands. */
  Mark mark();

  /** What the value is, for messages: "a text", "a list", "a map", "nothing". */
  String described();

  /**
   * A word, number or text; what it means is decided by whoever asked for it.
   *
   * @param text the text as written, without quotes
   * @param quoted whether it was quoted; a plain {@code null} or {@code ~} is "nothing", a quoted
   *     one is text
   */
  record Scalar(Mark mark, String text, boolean quoted) implements Node {

    /** Whether this is YAML's null. */
    public boolean isNull() {
      return !quoted
          && (text.isEmpty()
              || text.equals("~")
              || text.equals("null")
              || text.equals("Null")
              || text.equals("NULL"));
    }

    @Override
    public String described() {
      return isNull() ? "nothing" : "\"" + text + "\"";
    }
  }

  /** A list. */
  record Sequence(Mark mark, List<Node> items) implements Node {
    @Override
    public String described() {
      return "a list";
    }
  }

  /** A map in the order of the file; keys are plain texts and occur once. */
  record Mapping(Mark mark, Map<String, Entry> entries) implements Node {
    @Override
    public String described() {
      return "a map";
    }

    /** The entry of a key, or null. */
    public @Nullable Entry get(String key) {
      return entries.get(key);
    }
  }

  /**
   * A key with its value.
   *
   * @param key the key with its own place
   */
  record Entry(Scalar key, Node value) {}
}
