package org.isfsim.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds nodes from a parser's events.
 *
 * <p>Events rather than the library's own tree, because they come one by one: a file that nests or
 * multiplies without bound is stopped on the way, before anything is built from it.
 */
final class TreeBuilder {

  private static final String CORE = "tag:yaml.org,2002:";
  private static final Set<String> KNOWN_TAGS =
      Set.of(
          "!",
          CORE + "str",
          CORE + "int",
          CORE + "float",
          CORE + "bool",
          CORE + "null",
          CORE + "map",
          CORE + "seq");

  /** A node with what it amounts to once its aliases are followed. */
  private record Built(Node node, int nodes, int depth) {}

  private final String name;
  private final Problems problems;
  private final Map<String, Optional<Built>> anchors = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private int nodes;

  TreeBuilder(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** The file cannot be read any further; the problem has been added. */
  private static final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StopException() {
      super(null, null, false, false);
    }
  }

  Optional<Node> build(Iterator<Event> events) {
    Optional<Node> root = Optional.empty();
    int documents = 0;
    try {
      while (events.hasNext()) {
        Event event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart) {
          documents++;
          if (documents > 1) {
            problems.add(mark(event), "", "a second document starts here; a file holds one");
            break;
          }
        } else if (event instanceof NodeEvent) {
          root = Optional.of(node(event, events, 1).node());
        }
      }
    } catch (StopException e) {
      return Optional.empty();
    }
    boolean empty = root.isEmpty() || root.get() instanceof Node.Scalar scalar && scalar.isNull();
    if (empty) {
      problems.add(Mark.of(name), "", "the file is empty");
      return Optional.empty();
    }
    return root;
  }

  private Built node(Event event, Iterator<Event> events, int depth) {
    count(event, 1);
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    String anchor = anchor(event);
    if (anchor != null) {
      anchors.put(anchor, Optional.empty());
    }
    int before = nodes;
    Built built;
    if (event instanceof ScalarEvent scalar) {
      boolean text = !scalar.isPlain() || tagOf(scalar.getTag(), event).endsWith("str");
      built = new Built(new Node.Scalar(mark(event), scalar.getValue(), text), 1, 0);
    } else if (depth > YamlReader.MAX_DEPTH) {
      throw tooDeep(event);
    } else if (event instanceof SequenceStartEvent start) {
      tagOf(start.getTag(), event);
      built = sequence(event, events, depth, before);
    } else {
      tagOf(((MappingStartEvent) event).getTag(), event);
      built = mapping(event, events, depth, before);
    }
    if (anchor != null) {
      anchors.put(anchor, Optional.of(built));
    }
    return built;
  }

  private static @Nullable String anchor(Event event) {
    return event instanceof NodeEvent node
        ? node.getAnchor().map(Object::toString).orElse(null)
        : null;
  }

  private Built alias(AliasEvent event, int depth) {
    String anchor = event.getAlias().toString();
    Optional<Built> target = anchors.get(anchor);
    if (target == null) {
      throw stop(event, "no anchor &" + anchor + " stands before the alias *" + anchor);
    }
    if (target.isEmpty()) {
      throw stop(event, "the alias *" + anchor + " stands inside what it refers to");
    }
    Built built = target.get();
    if (depth + built.depth() - 1 > YamlReader.MAX_DEPTH) {
      throw tooDeep(event);
    }
    count(event, built.nodes() - 1);
    return built;
  }

  private Built sequence(Event event, Iterator<Event> events, int depth, int before) {
    List<Node> items = new ArrayList<>();
    int height = 0;
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      path.addLast("[" + items.size() + "]");
      Built item = node(next, events, depth + 1);
      path.removeLast();
      items.add(item.node());
      height = Math.max(height, item.depth());
    }
    return new Built(
        new Node.Sequence(mark(event), List.copyOf(items)), nodes - before + 1, height + 1);
  }

  private Built mapping(Event event, Iterator<Event> events, int depth, int before) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    int height = 0;
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      Node key = node(next, events, depth + 1).node();
      path.addLast(key instanceof Node.Scalar scalar ? scalar.text() : "?");
      Built value = node(events.next(), events, depth + 1);
      enter(entries, key, value.node());
      path.removeLast();
      height = Math.max(height, value.depth());
    }
    return new Built(
        new Node.Mapping(mark(event), new LinkedHashMap<>(entries)),
        nodes - before + 1,
        height + 1);
  }

  private void enter(Map<String, Node.Entry> entries, Node key, Node value) {
    if (!(key instanceof Node.Scalar scalar)) {
      problems.add(key.mark(), here(), "a key must be a text, found " + key.described());
      return;
    }
    if (scalar.text().isEmpty()) {
      problems.add(key.mark(), here(), "a key is empty");
      return;
    }
    Node.Entry first = entries.putIfAbsent(scalar.text(), new Node.Entry(scalar, value));
    if (first != null) {
      Mark there = first.key().mark();
      problems.add(
          scalar.mark(),
          here(),
          "the key \""
              + scalar.text()
              + "\" occurs twice, first in line "
              + there.line()
              + ", column "
              + there.column());
    }
  }

  private String tagOf(Optional<String> tag, Event event) {
    if (tag.isPresent() && !KNOWN_TAGS.contains(tag.get())) {
      String written = tag.get().replace(CORE, "!!");
      problems.add(
          Problem.of(mark(event), here(), "the tag " + written + " is not known")
              .advising("leave it out"));
    }
    return tag.map(t -> t.equals("!") ? CORE + "str" : t).orElse("");
  }

  private void count(Event event, int more) {
    nodes += more;
    if (nodes > YamlReader.MAX_NODES) {
      problems.add(
          Problem.of(mark(event), here(), "the file has too many values once aliases are followed")
              .allowing("at most " + YamlReader.MAX_NODES));
      throw new StopException();
    }
  }

  private StopException tooDeep(Event event) {
    problems.add(
        Problem.of(mark(event), "", "lists and maps are nested too deeply")
            .allowing("at most " + YamlReader.MAX_DEPTH + " levels"));
    return new StopException();
  }

  private StopException stop(Event event, String message) {
    problems.add(mark(event), here(), message);
    return new StopException();
  }

  private String here() {
    return String.join(".", path).replace(".[", "[");
  }

  private Mark mark(Event event) {
    return event
        .getStartMark()
        .map(m -> new Mark(name, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Mark.of(name));
  }
}
