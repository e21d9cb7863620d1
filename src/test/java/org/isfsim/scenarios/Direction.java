package org.isfsim.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;

/**
 * A direction that the documents state, as {@code directions.yaml} writes it.
 *
 * @param says the sentence
 * @param claims the claims that it rests on
 * @param address the parameter that is changed
 * @param from its value before
 * @param to its value after
 * @param given what is known of the cases; empty if nothing is
 * @param makes the statement whose probability moves
 * @param sense which way
 * @param isCaseByCase whether it also holds in every single case
 * @param scenarios the scenarios in which it is checked
 */
record Direction(
    String says,
    List<String> claims,
    String address,
    String from,
    String to,
    String given,
    String makes,
    Sense sense,
    boolean isCaseByCase,
    List<String> scenarios) {

  /** Which way a probability moves. */
  enum Sense {
    LIKELIER(1, true),
    RARER(-1, true),
    NEVER_RARER(1, false),
    NEVER_LIKELIER(-1, false);

    private final int sign;
    private final boolean isStrict;

    Sense(int sign, boolean isStrict) {
      this.sign = sign;
      this.isStrict = isStrict;
    }

    /** 1 where it rises, -1 where it falls. */
    int sign() {
      return sign;
    }

    /** Whether it moves in each scenario, not in one at least. */
    boolean isStrict() {
      return isStrict;
    }

    static Sense of(String written) {
      return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  private static final List<String> USUAL = List.of("baseline", "no-veto", "documented-timetable");
  private static final Set<String> KEYS =
      Set.of("says", "claims", "change", "given", "makes", "direction", "case-by-case", "in");

  @Override
  public String toString() {
    return says;
  }

  /** All of them, in the order of the file. */
  static List<Direction> all() {
    try (InputStream file =
        Direction.class.getResourceAsStream("/org/isfsim/model/directions.yaml")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      Problems problems = new Problems();
      Node root = YamlReader.parse(text, "directions.yaml", problems).orElseThrow();
      problems.throwIfAny();
      List<Direction> all = new ArrayList<>();
      items(((Node.Mapping) root).require("directions").value())
          .forEach(item -> all.add(of((Node.Mapping) item)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Direction of(Node.Mapping map) {
    if (!KEYS.containsAll(map.entries().keySet())) {
      throw new AssertionError("Unknown keys in " + map.written());
    }
    Map<String, Node.Entry> change = ((Node.Mapping) map.require("change").value()).entries();
    if (change.size() != 1) {
      throw new AssertionError("One parameter is changed in " + map.written());
    }
    Map.Entry<String, Node.Entry> changed = change.entrySet().iterator().next();
    List<String> values = texts(changed.getValue().value());
    return new Direction(
        text(map, "says", ""),
        texts(map.require("claims").value()),
        changed.getKey(),
        values.get(0),
        values.get(1),
        text(map, "given", ""),
        text(map, "makes", ""),
        Sense.of(text(map, "direction", "")),
        text(map, "case-by-case", "true").equals("true"),
        map.get("in") == null ? USUAL : texts(map.require("in").value()));
  }

  private static List<Node> items(Node node) {
    return ((Node.Sequence) node).items();
  }

  private static List<String> texts(Node list) {
    return items(list).stream().map(item -> ((Node.Scalar) item).text()).toList();
  }

  private static String text(Node.Mapping map, String key, String otherwise) {
    Node.Entry entry = map.get(key);
    return entry == null ? otherwise : ((Node.Scalar) entry.value()).text();
  }
}
