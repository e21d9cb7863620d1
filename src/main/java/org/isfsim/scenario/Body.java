package org.isfsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.parameter.Values;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a scenario file that set parameters: which address is given which value, checked as
 * far as names go; the values themselves are checked once policy and command line are applied.
 */
final class Body {

  static final String BANDS = "bands.";

  static final String CONTRIBUTORS = "contributors";

  private static final Pattern CONTRIBUTOR = Pattern.compile("[A-Z0-9-]{2,12}");

  /** Words that the command line and results use where there is no policy, or every one. */
  private static final Set<String> NO_POLICY = Set.of("all", "none");

  private final Catalogue catalogue;
  private final Predicate<String> knownClaim;
  private final Problems problems;

  /** Every parameter by address, in the order of the catalogue, then of the contributors. */
  final Map<String, Parameter> parameters = new LinkedHashMap<>();

  /** What was written, by address; a band's begins with {@code bands.}. */
  final Map<String, Raw> written = new LinkedHashMap<>();

  final List<Contributor> contributors = new ArrayList<>();

  /** The policies, by name and lever. */
  final Map<String, Map<String, Node>> policies = new LinkedHashMap<>();

  Body(Catalogue catalogue, Predicate<String> knownClaim, Problems problems) {
    this.catalogue = catalogue;
    this.knownClaim = knownClaim;
    this.problems = problems;
    catalogue.global().forEach(parameter -> parameters.put(parameter.id(), parameter));
  }

  void read(Fields root) {
    section(root, CONTRIBUTORS, this::contributor);
    for (ParameterKind kind : ParameterKind.values()) {
      section(root, kind.section(), (id, entry) -> parameter(kind, id, entry));
    }
    section(root, "bands", this::band);
    section(root, "policies", this::policy);
  }

  private void section(Fields root, String name, BiConsumer<String, Node.Entry> reader) {
    root.find(name)
        .filter(node -> !Header.isNothing(node))
        .flatMap(node -> Fields.of(node, name, problems))
        .ifPresent(fields -> fields.forEach(reader));
  }

  private void parameter(ParameterKind kind, String id, Node.Entry entry) {
    String path = kind.section() + "." + id;
    Parameter parameter = parameters.get(id);
    if (parameter == null || parameter.isAttribute()) {
      problems.add(unknownParameter(kind, id, entry.key(), path));
    } else if (parameter.kind() != kind) {
      problems.add(
          Problem.of(
                  entry.key().mark(),
                  path,
                  "\""
                      + id
                      + "\" is "
                      + withArticle(parameter.kind())
                      + ", not "
                      + withArticle(kind))
              .advising("it belongs under \"" + parameter.kind().section() + "\""));
    } else {
      written.put(id, new Raw(entry.value(), path, Origin.FILE));
    }
  }

  /** Where a parameter belongs whose address, or its beginning, stands where sections do. */
  @Nullable String sectionOf(String key) {
    return catalogue.global().stream()
        .filter(parameter -> (parameter.id() + ".").startsWith(key + "."))
        .findFirst()
        .map(
            parameter ->
                "write \"" + parameter.id() + "\" under \"" + parameter.kind().section() + "\"")
        .orElse(null);
  }

  private static String withArticle(ParameterKind kind) {
    return (kind == ParameterKind.UNCERTAINTY ? "an " : "a ") + kind.word();
  }

  private Problem unknownParameter(ParameterKind kind, String id, Node.Scalar key, String path) {
    Problem problem = Problem.of(key.mark(), path, "there is no parameter \"" + id + "\"");
    boolean ofContributor =
        id.startsWith("contributors.")
            || catalogue.attributes().stream().anyMatch(a -> a.attribute().equals(id));
    if (ofContributor) {
      return problem.advising("attributes of a contributor belong under \"contributors\"");
    }
    List<String> ids =
        catalogue.global().stream()
            .filter(parameter -> parameter.kind() == kind)
            .map(Parameter::id)
            .toList();
    String advice = Suggestions.didYouMean(id, ids);
    return problem.advising(
        advice != null
            ? advice
            : Suggestions.didYouMean(id, parameters.keySet(), Parameter.LISTED));
  }

  private void band(String id, Node.Entry entry) {
    String path = BANDS + id;
    if (catalogue.band(id).isEmpty()) {
      List<String> ids = catalogue.bands().stream().map(Band::id).toList();
      problems.add(
          Problem.of(entry.key().mark(), path, "there is no band \"" + id + "\"")
              .allowing(String.join(", ", ids))
              .advising(Suggestions.didYouMean(id, ids)));
      return;
    }
    written.put(path, new Raw(entry.value(), path, Origin.FILE));
  }

  private void contributor(String id, Node.Entry entry) {
    String path = "contributors." + id;
    if (!CONTRIBUTOR.matcher(id).matches()) {
      problems.add(
          Problem.of(entry.key().mark(), path, "\"" + id + "\" is no id of a contributor")
              .allowing("2 to 12 capital letters, digits and dashes, such as IDN"));
    }
    Optional<Fields> fields = Fields.of(entry.value(), path, problems);
    if (fields.isEmpty()) {
      add(new Contributor(id, id, List.of()));
      return;
    }
    List<String> allowed = new ArrayList<>(List.of("name", "claims"));
    catalogue.attributes().forEach(attribute -> allowed.add(attribute.attribute()));
    fields.get().allow(allowed);
    Optional<String> name = fields.get().requiredText("name");
    List<String> claims = Header.claims(fields.get(), knownClaim, problems);
    add(new Contributor(id, name.orElse(id), claims));
    for (Parameter attribute : catalogue.attributes()) {
      String address = attribute.addressFor(id);
      fields
          .get()
          .find(attribute.attribute())
          .ifPresent(node -> written.put(address, new Raw(node, address, Origin.FILE)));
    }
  }

  /** Adds a contributor of which nothing is written. */
  void add(Contributor contributor) {
    contributors.add(contributor);
    catalogue.attributes().forEach(a -> parameters.put(a.addressFor(contributor.id()), a));
  }

  private void policy(String name, Node.Entry entry) {
    String path = "policies." + name;
    if (!Header.KEBAB_CASE.matcher(name).matches() || NO_POLICY.contains(name)) {
      problems.add(
          Problem.of(entry.key().mark(), path, "\"" + name + "\" is no name of a policy")
              .allowing(
                  "lower-case letters and digits in words joined by \"-\", except \"all\" and"
                      + " \"none\""));
    }
    Map<String, Node> values = new LinkedHashMap<>();
    Fields.of(entry.value(), path, problems)
        .ifPresent(
            fields ->
                fields.forEach(
                    (address, value) -> lever(address, value, fields.pathOf(address), values)));
    policies.put(name, values);
  }

  private void lever(String address, Node.Entry entry, String path, Map<String, Node> values) {
    Parameter parameter = parameters.get(address);
    if (parameter == null) {
      List<String> levers = parameters.keySet().stream().filter(this::isLever).toList();
      problems.add(
          Problem.of(entry.key().mark(), path, "there is no lever \"" + address + "\"")
              .advising(Suggestions.didYouMean(address, levers, Parameter.LISTED)));
      return;
    }
    if (parameter.kind() != ParameterKind.LEVER) {
      problems.add(
          Problem.of(
                  entry.key().mark(),
                  path,
                  "\"" + address + "\" is " + withArticle(parameter.kind()))
              .allowing("a policy sets levers only"));
      return;
    }
    OptionalInt value = Values.read(entry.value(), path, parameter.domain(), problems);
    if (value.isPresent()) {
      values.put(address, entry.value());
    }
  }

  private boolean isLever(String address) {
    Parameter parameter = parameters.get(address);
    return parameter != null && parameter.kind() == ParameterKind.LEVER;
  }
}
