package org.isfsim.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value of a YAML document with its place. */
public sealed interface Node {

  /** Where the value stands. */
  Mark mark();

  /** What the value is, for messages: "a text", "a list", "a map", "nothing". */
  String described();

  /** The value on one line, in YAML's flow style: {@code { uniform: { min: 4, max: 60 } }}. */
  default String written() {
    return Flow.of(this);
  }

  /** The same value as if all of it stood in one place, such as an option of a command. */
  default Node at(Mark place) {
    if (this instanceof Scalar scalar) {
      return new Scalar(place, scalar.text(), scalar.quoted());
    }
    if (this instanceof Sequence sequence) {
      return new Sequence(place, sequence.items().stream().map(item -> item.at(place)).toList());
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    ((Mapping) this)
        .entries()
        .forEach(
            (key, entry) ->
                entries.put(
                    key,
                    new Entry(
                        new Scalar(place, key, entry.key().quoted()), entry.value().at(place))));
    return new Mapping(place, entries);
  }

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
      return isNull() ? "nothing" : "\"" + Flow.shown(text) + "\"";
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

    /**
     * The entry of a key that is known to be there.
     *
     * @throws java.util.NoSuchElementException if it is not
     */
    public Entry require(String key) {
      return Optional.ofNullable(entries.get(key)).orElseThrow();
    }

    /** The same map with another value for a key, which keeps its place if it was there. */
    public Mapping with(Scalar key, Node value) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key.text(), new Entry(key, value));
      return new Mapping(mark, changed);
    }
  }

  /**
   * A key with its value.
   *
   * @param key the key with its own place
   */
  record Entry(Scalar key, Node value) {}
}
