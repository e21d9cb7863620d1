package org.isfsim.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of one map of a document: asks for them by name and reports what is wrong with them. */
public final class Fields {

  private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\n\\t]\\s*");

  private final Node.Mapping map;
  private final String path;
  private final Problems problems;

  private Fields(Node.Mapping map, String path, Problems problems) {
    this.map = map;
    this.path = path;
    this.problems = problems;
  }

  /**
   * The fields of a map; anything but a map is a problem.
   *
   * @param path the path of the node in its document, empty for the root
   */
  public static Optional<Fields> of(Node node, String path, Problems problems) {
    if (node instanceof Node.Mapping map) {
      return Optional.of(new Fields(map, path, problems));
    }
    Problem problem = Problem.of(node.mark(), path, "must be a map, found " + node.described());
    problems.add(
        node instanceof Node.Sequence
            ? problem.advising("write lines such as \"name: value\", without \"- \"")
            : problem);
    return Optional.empty();
  }

  /** Reports every key that is not among these. */
  public Fields allow(Collection<String> keys) {
    return allow(keys, key -> null);
  }

  /**
   * The same.
   *
   * @param otherwise what to try for a key that none of these is close to; null for nothing
   */
  public Fields allow(Collection<String> keys, Function<String, @Nullable String> otherwise) {
    map.entries()
        .values()
        .forEach(
            entry -> {
              if (!keys.contains(entry.key().text())) {
                problems.add(unknownKey(entry.key(), keys, otherwise));
              }
            });
    return this;
  }

  private Problem unknownKey(
      Node.Scalar key, Collection<String> keys, Function<String, @Nullable String> otherwise) {
    String close = Suggestions.didYouMean(key.text(), keys);
    return Problem.of(key.mark(), pathOf(key.text()), "unknown key \"" + key.text() + "\"")
        .allowing(String.join(", ", keys))
        .advising(close == null ? otherwise.apply(key.text()) : close);
  }

  /** The map itself. */
  public Node.Mapping map() {
    return map;
  }

  /** The path of a key of this map. */
  public String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The value of a key, if the key is there. */
  public Optional<Node> find(String key) {
    return Optional.ofNullable(map.get(key)).map(Node.Entry::value);
  }

  /** The value of a key; its absence is a problem. */
  public Optional<Node> require(String key) {
    Optional<Node> value = find(key);
    if (value.isEmpty()) {
      problems.add(map.mark(), pathOf(key), "the key \"" + key + "\" is missing");
    }
    return value;
  }

  /** The text of a key, if the key is there; a list, a map or an empty text is a problem. */
  public Optional<String> text(String key) {
    return find(key).flatMap(node -> text(node, pathOf(key), problems));
  }

  /** The text of a key that must be there and not be empty. */
  public Optional<String> requiredText(String key) {
    return require(key).flatMap(node -> text(node, pathOf(key), problems));
  }

  /** The word of a key that must be one of those allowed. */
  public Optional<String> word(String key, Collection<String> allowed) {
    Optional<Node> node = require(key);
    Optional<String> text = node.flatMap(n -> text(n, pathOf(key), problems));
    if (text.isEmpty() || allowed.contains(text.get())) {
      return text;
    }
    problems.add(
        Problem.of(node.get().mark(), pathOf(key), "\"" + text.get() + "\" is not known here")
            .allowing(String.join(", ", allowed))
            .advising(Suggestions.didYouMean(text.get(), allowed)));
    return Optional.empty();
  }

  /** The texts of a list under a key; none when the key is absent. */
  public List<Node.Scalar> scalars(String key) {
    List<Node.Scalar> scalars = new ArrayList<>();
    find(key).ifPresent(node -> scalars.addAll(scalars(node, pathOf(key), problems)));
    return scalars;
  }

  /** The texts of a list; anything else is a problem. */
  public static List<Node.Scalar> scalars(Node node, String path, Problems problems) {
    List<Node.Scalar> scalars = new ArrayList<>();
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(
          Problem.of(node.mark(), path, "must be a list, found " + node.described())
              .advising("write it in brackets"));
      return scalars;
    }
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
        scalars.add(scalar);
      } else {
        problems.add(item.mark(), path, "the list holds texts, found " + item.described());
      }
    }
    return scalars;
  }

  /** The texts of a list under a key that must have a form; others are problems and left out. */
  public List<String> matching(String key, Pattern form, String allowed) {
    List<String> texts = new ArrayList<>();
    for (Node.Scalar scalar : scalars(key)) {
      if (form.matcher(scalar.text()).matches()) {
        texts.add(scalar.text());
      } else {
        problems.add(
            Problem.of(scalar.mark(), pathOf(key), scalar.described() + " has not the right form")
                .allowing(allowed));
      }
    }
    return List.copyOf(texts);
  }

  /** A text that is not empty, on one line; anything else is a problem. */
  public static Optional<String> text(Node node, String path, Problems problems) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      problems.add(node.mark(), path, "must be a text, found " + node.described());
      return Optional.empty();
    }
    String text = LINE_ENDS.matcher(scalar.text().strip()).replaceAll(" ");
    return isReadable("text", text, scalar, path, problems) ? Optional.of(text) : Optional.empty();
  }

  /** Whether the key of an entry can serve as a name, on one line; if not, that is a problem. */
  public static boolean isName(Node.Scalar key, String path, Problems problems) {
    return isReadable("name", key.text(), key, path, problems);
  }

  private static boolean isReadable(
      String what, String text, Node.Scalar scalar, String path, Problems problems) {
    if (Printable.isBlank(text)) {
      problems.add(scalar.mark(), path, "the " + what + " is empty");
      return false;
    }
    if (!Printable.is(text)) {
      problems.add(
          Problem.of(
                  scalar.mark(),
                  path,
                  "the " + what + " has a character that does not show: " + Printable.hidden(text))
              .advising("leave it out"));
      return false;
    }
    return true;
  }

  /** Every key with its value, in the order of the file. */
  public void forEach(BiConsumer<String, Node.Entry> action) {
    map.entries().forEach(action);
  }

  /** The keys, in the order of the file. */
  public Set<String> keys() {
    return map.entries().keySet();
  }
}
