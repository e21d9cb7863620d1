package org.isfsim.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.document.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario file with those that it extends and merges them.
 *
 * <p>Maps are merged key by key down to parameters, whose values are replaced whole; a null takes
 * away what the extended file says. Every value keeps the place where it was written.
 */
final class SourceFiles {

  private static final int MAX_FILES = 20;
  private static final Set<String> SECTIONS =
      Set.of(
          "run", "levers", "switches", "uncertainties", "constants", "bands", Statements.QUESTIONS);
  private static final Set<String> SECTIONS_OF_MAPS = Set.of("policies", "contributors");
  private static final Set<String> NOT_INHERITED = Set.of("extends", "format", "id", "title");

  /**
   * Merged files.
   *
   * @param root the merged map, with the own id and title of the file
   */
  record Merged(Node.Mapping root, String sha256) {}

  private final Problems problems;
  private final List<String> digests = new ArrayList<>();
  private final Map<Path, String> way = new LinkedHashMap<>();
  private Path folder = Path.of("");
  private @Nullable Fields first;

  SourceFiles(Problems problems) {
    this.problems = problems;
  }

  Optional<Merged> read(Path file) {
    folder = Objects.requireNonNullElse(identity(file).getParent(), identity(file));
    return readOne(file).map(root -> new Merged(root, digest()));
  }

  /** The files that were read, the scenario first, as they are named. */
  List<Path> files() {
    return way.values().stream().map(Path::of).toList();
  }

  /**
   * What the scenario's own file says that can be judged without the file that it extends, where
   * that cannot be read: nothing that adds to or takes away from what is not known. Nothing where
   * the file itself cannot be read.
   *
   * @param unknown the place of what stands for what is not known
   */
  Node.Mapping alone(Mark unknown) {
    if (first == null) {
      return new Node.Mapping(unknown, Map.of());
    }
    Map<String, Node.Entry> own = new LinkedHashMap<>();
    for (String key : List.of("question", "horizon")) {
      Node.Scalar stub = new Node.Scalar(unknown, "2200-01-01", true);
      own.put(key, new Node.Entry(stub, stub));
    }
    first.forEach(
        (key, entry) -> {
          if (!SECTIONS_OF_MAPS.contains(key) && !isNull(entry.value())) {
            own.put(key, new Node.Entry(entry.key(), withoutNulls(entry.value())));
          }
        });
    return new Node.Mapping(first.map().mark(), own);
  }

  private static Node withoutNulls(Node node) {
    if (!(node instanceof Node.Mapping map)) {
      return node;
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>(map.entries());
    entries.values().removeIf(entry -> isNull(entry.value()));
    return new Node.Mapping(map.mark(), entries);
  }

  private String digest() {
    if (digests.size() == 1) {
      return digests.get(0);
    }
    String lines = String.join("\n", digests) + "\n";
    return YamlReader.sha256(lines.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Node.Mapping> readOne(Path file) {
    way.put(identity(file), file.toString());
    Optional<YamlReader.Document> document = YamlReader.read(file, problems);
    Optional<Fields> fields = document.flatMap(d -> Fields.of(d.root(), "", problems));
    if (document.isEmpty() || fields.isEmpty()) {
      return Optional.empty();
    }
    digests.add(document.get().sha256());
    first = first == null ? fields.get() : first;
    checkFormat(fields.get());
    Node.Mapping own = fields.get().map();
    Optional<Node> parent = fields.get().find("extends");
    if (parent.isEmpty()) {
      return Optional.of(own);
    }
    // Without its parent the file would show problems that it does not have.
    return parentFile(parent.get(), file)
        .flatMap(this::readOne)
        .map(inherited -> merge(inherited, own, 0, ""));
  }

  private void checkFormat(Fields fields) {
    Optional<Node> format = fields.require("format");
    if (format.isPresent()
        && !(format.get() instanceof Node.Scalar scalar && scalar.text().equals("1"))) {
      problems.add(
          Problem.of(
                  format.get().mark(),
                  "format",
                  "the format " + format.get().written() + " is not known")
              .allowing("1"));
    }
  }

  private Optional<Path> parentFile(Node node, Path file) {
    Optional<String> name = Fields.text(node, "extends", problems);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path parent;
    try {
      parent = withoutDots(file.resolveSibling(name.get()));
    } catch (InvalidPathException e) {
      problems.add(node.mark(), "extends", "\"" + name.get() + "\" is no name of a file");
      return Optional.empty();
    }
    if (!isInTree(folder, parent)) {
      problems.add(
          Problem.of(node.mark(), "extends", "\"" + name.get() + "\" is not beside the scenario")
              .allowing("a file in the scenario's own folder or below it, no link out of it"));
    } else if (!Files.isRegularFile(parent)) {
      problems.add(
          Problem.of(node.mark(), "extends", "there is no file " + parent)
              .advising(Suggestions.otherFile(parent.toString())));
    } else if (way.containsKey(identity(parent))) {
      Set<String> names = new LinkedHashSet<>(way.values());
      problems.add(
          node.mark(),
          "extends",
          "the file extends itself: " + String.join(" -> ", names) + " -> " + parent);
    } else if (way.size() >= MAX_FILES) {
      problems.add(node.mark(), "extends", "more than " + MAX_FILES + " files extend each other");
    } else {
      return Optional.of(parent);
    }
    return Optional.empty();
  }

  /**
   * The same file by a name without dots; a name that has none stays, where nothing resolves it.
   */
  private static Path withoutDots(Path file) {
    List<String> parts = List.of(file.toString().split("[/\\\\]"));
    return parts.contains(".") || parts.contains("..") ? file.normalize() : file;
  }

  /** Whether a file is, by its name and truly, in a folder or below it. */
  static boolean isInTree(Path folder, Path file) {
    return identity(file).startsWith(identity(folder))
        && (!Files.exists(file) || real(file).startsWith(real(folder)));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return identity(file);
    }
  }

  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private Node.Mapping merge(Node.Mapping inherited, Node.Mapping own, int depth, String path) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(inherited.entries());
    if (depth == 0) {
      merged.keySet().removeAll(NOT_INHERITED);
    }
    own.entries()
        .forEach(
            (key, entry) -> {
              Node.@Nullable Entry before = merged.get(key);
              String here = path.isEmpty() ? key : path + "." + key;
              if (isNull(entry.value())) {
                if (before == null) {
                  problems.add(
                      Problem.of(entry.key().mark(), here, "there is nothing to remove")
                          .advising("the extended file does not set it"));
                }
                merged.remove(key);
              } else if (before != null
                  && before.value() instanceof Node.Mapping old
                  && entry.value() instanceof Node.Mapping fresh
                  && mergesInside(here, depth)) {
                merged.put(key, new Node.Entry(entry.key(), merge(old, fresh, depth + 1, here)));
              } else {
                merged.put(key, entry);
              }
            });
    return new Node.Mapping(own.mark(), merged);
  }

  private static boolean mergesInside(String path, int depth) {
    String section = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    return depth == 0 && SECTIONS.contains(section)
        || depth <= 1 && SECTIONS_OF_MAPS.contains(section);
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.Scalar scalar && scalar.isNull();
  }
}
