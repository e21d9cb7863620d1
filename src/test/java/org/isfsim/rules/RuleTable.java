package org.isfsim.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.isfsim.Shipped;
import org.isfsim.decision.Field;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Signature;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.isfsim.parameter.Domain;

/**
 * What is expected of one decision: a truth table that was written from the claims.
 *
 * <p>A row says of some fields which values they have; of the others it says that they do not
 * matter.
 *
 * @param decision the decision's name
 * @param claims the claims it rests on as a whole
 * @param rows in the order of the file
 */
record RuleTable(String decision, List<String> claims, List<Row> rows) {

  /** Where the tables are, one file for each decision. */
  static final Path FOLDER = Shipped.HOME.resolve("src/test/resources/org/isfsim/rules");

  private static final Pattern CLAIM = Pattern.compile("S\\d{3}-\\d{2}");

  /**
   * One row.
   *
   * @param place the line of the file
   * @param when by position of a field, the indices of the values it may have
   * @param then by position of a result, the index of the value expected
   * @param reasons the reasons given and no others, if the row says so
   * @param amongReasons reasons that are given, perhaps beside others
   * @param claims what the row rests on, empty where it names a norm
   */
  record Row(
      Mark place,
      Map<Integer, Set<Integer>> when,
      Map<Integer, Integer> then,
      Optional<Set<String>> reasons,
      Set<String> amongReasons,
      List<String> claims) {

    /** Whether the row speaks of a combination. */
    boolean covers(int[] combination) {
      return when.entrySet().stream()
          .allMatch(entry -> entry.getValue().contains(combination[entry.getKey()]));
    }

    /** Whether a finding is as the row expects it. */
    boolean expects(Finding finding) {
      return !finding.failed() && expects(finding.results(), new TreeSet<>(finding.reasons()));
    }

    /**
     * Whether results are as the row expects them.
     *
     * @param results by position the index of the value, or {@link Finding#NONE}
     * @param given the reasons given
     */
    boolean expects(int[] results, Set<String> given) {
      return then.entrySet().stream().allMatch(entry -> results[entry.getKey()] == entry.getValue())
          && reasons.map(given::equals).orElse(true)
          && given.containsAll(amongReasons);
    }
  }

  /** Reads the table of a decision; every mistake in it is reported. */
  static RuleTable of(Signature signature) {
    return read(FOLDER.resolve(signature.decision() + ".yaml"), signature);
  }

  private static RuleTable read(Path file, Signature signature) {
    Problems problems = new Problems();
    Optional<RuleTable> table =
        YamlReader.read(file, problems)
            .flatMap(document -> Fields.of(document.root(), "", problems))
            .map(fields -> new Reader(signature, problems).table(fields));
    problems.throwIfAny();
    return table.orElseThrow();
  }

  /** The rows that speak of a combination. */
  List<Row> covering(int[] combination) {
    return rows.stream().filter(row -> row.covers(combination)).toList();
  }

  private record Reader(Signature signature, Problems problems) {

    RuleTable table(Fields fields) {
      fields.allow(List.of("decision", "about", "claims", "rows"));
      fields.word("decision", List.of(signature.decision()));
      fields.requiredText("about");
      List<Row> rows = new ArrayList<>();
      fields.require("rows").ifPresent(node -> rows.addAll(rows(node)));
      return new RuleTable(signature.decision(), claims(fields), rows);
    }

    private List<Row> rows(Node node) {
      List<Row> rows = new ArrayList<>();
      if (node instanceof Node.Sequence sequence) {
        sequence
            .items()
            .forEach(item -> Fields.of(item, "rows", problems).map(this::row).ifPresent(rows::add));
      } else {
        problems.add(node.mark(), "rows", "must be a list, found " + node.described());
      }
      return rows;
    }

    private Row row(Fields fields) {
      fields.allow(List.of("when", "then", "reasons", "among-reasons", "claims", "norm"));
      Map<Integer, Set<Integer>> when = new HashMap<>();
      Map<Integer, Integer> then = new HashMap<>();
      fields
          .require("when")
          .flatMap(node -> Fields.of(node, "when", problems))
          .ifPresent(given -> read(given, when));
      fields.require("then").ifPresent(node -> readResults(node, then));
      List<String> claims = claims(fields);
      if (claims.isEmpty() == fields.text("norm").isEmpty()) {
        problems.add(fields.map().mark(), "claims", "a row rests on claims or on a norm");
      }
      return new Row(
          fields.map().mark(),
          when,
          then,
          fields.find("reasons").map(node -> texts(fields, "reasons")),
          texts(fields, "among-reasons"),
          claims);
    }

    private List<String> claims(Fields fields) {
      return fields.matching("claims", CLAIM, "ids of claims such as S001-25");
    }

    private static Set<String> texts(Fields fields, String key) {
      Set<String> texts = new TreeSet<>();
      fields.scalars(key).forEach(scalar -> texts.add(scalar.text()));
      return texts;
    }

    private void read(Fields given, Map<Integer, Set<Integer>> when) {
      given.allow(signature.inputs().stream().map(Field::name).toList());
      given.forEach(
          (name, entry) -> {
            int position = signature.indexOf(name);
            if (position >= 0) {
              Domain domain = signature.inputs().get(position).domain();
              Set<Integer> values = new TreeSet<>();
              List<Node.Scalar> texts =
                  entry.value() instanceof Node.Scalar scalar
                      ? List.of(scalar)
                      : given.scalars(name);
              texts.forEach(text -> value(text, domain).ifPresent(values::add));
              when.put(position, values);
            }
          });
    }

    private void readResults(Node node, Map<Integer, Integer> then) {
      if (node instanceof Node.Scalar scalar) {
        value(scalar, signature.results().get(0).domain()).ifPresent(value -> then.put(0, value));
        return;
      }
      List<String> names =
          signature.results().stream()
              .map(result -> result.name().isEmpty() ? signature.decision() : result.name())
              .toList();
      Fields.of(node, "then", problems)
          .ifPresent(
              results ->
                  results
                      .allow(names)
                      .forEach(
                          (name, entry) -> {
                            int position = names.indexOf(name);
                            if (position >= 0 && entry.value() instanceof Node.Scalar scalar) {
                              value(scalar, signature.results().get(position).domain())
                                  .ifPresent(value -> then.put(position, value));
                            }
                          }));
    }

    private Optional<Integer> value(Node.Scalar text, Domain domain) {
      Optional<Integer> value =
          domain.indexOf(text.text()).isPresent()
              ? Optional.of(domain.indexOf(text.text()).getAsInt())
              : Optional.empty();
      if (value.isEmpty()) {
        problems.add(
            Problem.of(text.mark(), "", text.described() + " is no value here")
                .allowing(domain.described()));
      }
      return value;
    }
  }
}
