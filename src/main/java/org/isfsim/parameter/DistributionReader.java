package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Amount.Wanted;
import org.isfsim.parameter.Specification.Shift;
import org.isfsim.parameter.Specification.When;

/**
 * Reads what a catalogue or a scenario says of a parameter's value: a single value, {@code choice},
 * {@code chance}, {@code uniform}, {@code triangular}, {@code pert}, {@code normal}, {@code
 * lognormal}, {@code beta}, {@code exponential}, {@code planned}, {@code binomial}, {@code
 * empirical}, {@code given}, and {@code shift} and {@code claims} beside any of them.
 */
public final class DistributionReader {

  /** Every form of a distribution, as it is written. */
  public static final List<String> FORMS =
      List.of(
          "choice",
          "chance",
          "uniform",
          "triangular",
          "pert",
          "normal",
          "lognormal",
          "beta",
          "exponential",
          "planned",
          "binomial",
          "empirical",
          "given");

  private static final Set<String> BESIDE = new LinkedHashSet<>(List.of("shift", "claims"));
  private static final String ELSE = "else";
  private static final String NO_CONDITION = "the shift has no condition";

  private final Problems problems;
  private final AmountReader amounts;
  private final UnaryOperator<String> addresses;

  /**
   * A reader.
   *
   * @param addresses what an address in the document stands for, such as the same contributor's
   *     attribute for {@code contributors.*.willing}
   */
  public DistributionReader(Problems problems, UnaryOperator<String> addresses) {
    this.problems = problems;
    this.addresses = addresses;
    this.amounts = new AmountReader(problems, addresses);
  }

  /** Reads a value or distribution of a domain; empty when it has problems, which are added. */
  public Optional<Specification> read(Node node, String path, Domain domain) {
    if (!(node instanceof Node.Mapping map)) {
      OptionalInt value = Values.read(node, path, domain, problems);
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(specification(node, path, domain, new Form.Fixed(value.getAsInt())));
    }
    Optional<Form> form = form(map, path, domain);
    List<Citation> citations = new ArrayList<>();
    List<Shift> shifts = shifts(map, path, domain, citations);
    Node.Entry claims = map.get("claims");
    if (claims != null) {
      citations.addAll(0, Citation.readAll(claims.value(), path + ".claims", problems));
    }
    if (form.isEmpty()) {
      return Optional.empty();
    }
    if (form.get() instanceof Form.Given given) {
      given.branches().forEach(branch -> citations.addAll(branch.citations()));
      given.otherwise().ifPresent(branch -> citations.addAll(branch.citations()));
    }
    return Optional.of(new Specification(node, path, domain, form.get(), shifts, citations));
  }

  private static Specification specification(Node node, String path, Domain domain, Form form) {
    return new Specification(node, path, domain, form, List.of(), List.of());
  }

  private Optional<Form> form(Node.Mapping map, String path, Domain domain) {
    Node.Entry given = map.get("given");
    if (given != null) {
      return given(map, given.value(), path, domain);
    }
    List<String> forms =
        map.entries().keySet().stream().filter(key -> !BESIDE.contains(key)).toList();
    if (forms.isEmpty()) {
      problems.add(
          Problem.of(map.mark(), path, "the map names no distribution")
              .allowing(String.join(", ", FORMS)));
      return Optional.empty();
    }
    for (String key : forms) {
      if (!FORMS.contains(key)) {
        Node.Scalar where = map.require(key).key();
        problems.add(
            Problem.of(where.mark(), path + "." + key, "unknown distribution \"" + key + "\"")
                .allowing(String.join(", ", FORMS) + "; beside them " + String.join(", ", BESIDE))
                .advising(Suggestions.didYouMean(key, FORMS)));
        return Optional.empty();
      }
    }
    if (forms.size() > 1) {
      problems.add(
          Problem.of(
                  map.require(forms.get(1)).key().mark(),
                  path,
                  "more than one distribution: " + String.join(", ", forms))
              .allowing("one of them"));
      return Optional.empty();
    }
    String word = forms.get(0);
    return form(word, map.require(word).value(), path + "." + word, domain);
  }

  private Optional<Form> form(String word, Node node, String path, Domain domain) {
    return switch (word) {
      case "choice" -> named(node, path, domain);
      case "chance" -> chance(node, path, domain);
      default -> numeric(word, node, path, domain);
    };
  }

  private Optional<Form> named(Node node, String path, Domain domain) {
    if (domain instanceof Domain.Numbers) {
      return unfit(
          node, path, "choice is for named values; this parameter has numbers", "empirical");
    }
    return weighted(node, path, domain);
  }

  private Optional<Form> chance(Node node, String path, Domain domain) {
    if (!(domain instanceof Domain.Flag)) {
      String instead = domain instanceof Domain.Choice ? "choice" : "empirical";
      return unfit(node, path, "chance is for true or false", instead);
    }
    return amounts.read(node, path, Wanted.CHANCE).map(Form.Chance::new);
  }

  private Optional<Form> unfit(Node node, String path, String message, String instead) {
    problems.add(Problem.of(node.mark(), path, message).advising("write " + instead));
    return Optional.empty();
  }

  private Optional<Form> numeric(String word, Node node, String path, Domain domain) {
    if (!(domain instanceof Domain.Numbers grid)) {
      String message =
          word + " is for numbers; this parameter has the values " + domain.described();
      return unfit(node, path, message, domain instanceof Domain.Flag ? "chance" : "choice");
    }
    Wanted inUnit = Wanted.of(grid.unit());
    return switch (word) {
      case "empirical" -> weighted(node, path, domain);
      case "uniform" ->
          amounts(node, path, List.of("min", "max"), List.of(), Map.of(), inUnit)
              .map(found -> new Form.Uniform(of(found, "min"), of(found, "max")));
      case "planned" -> amounts.read(node, path, inUnit).map(Form.Planned::new);
      case "binomial" -> binomial(node, path, grid);
      default -> continuous(LawName.of(word).orElseThrow(), node, path, grid);
    };
  }

  private Optional<Form> continuous(LawName law, Node node, String path, Domain.Numbers grid) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    law.required().forEach(key -> wanted.put(key, LawName.wanted(key, grid)));
    law.optional().forEach(key -> wanted.put(key, LawName.wanted(key, grid)));
    return amounts(node, path, law.required(), law.optional(), wanted, Wanted.PLAIN)
        .map(found -> new Form.Continuous(node, law, found));
  }

  private Optional<Form> binomial(Node node, String path, Domain.Numbers grid) {
    if (!grid.unit().equals(Unit.COUNT) || grid.step() != 1) {
      return unfit(node, path, "binomial is for plain counts", "empirical");
    }
    Map<String, Wanted> wanted = Map.of("chance", Wanted.CHANCE, "trials", Wanted.PLAIN);
    return amounts(node, path, List.of("chance"), List.of("trials"), wanted, Wanted.PLAIN)
        .map(
            found ->
                new Form.Binomial(Optional.ofNullable(found.get("trials")), of(found, "chance")));
  }

  private static Amount of(Map<String, Amount> amounts, String key) {
    Amount amount = amounts.get(key);
    if (amount == null) {
      throw new IllegalStateException("A required number was not read: " + key);
    }
    return amount;
  }

  private Optional<Map<String, Amount>> amounts(
      Node node,
      String path,
      List<String> required,
      List<String> optional,
      Map<String, Wanted> wanted,
      Wanted otherwise) {
    int before = problems.size();
    Map<String, Amount> found = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(required);
    keys.addAll(optional);
    Optional<Fields> fields = Fields.of(node, path, problems).map(map -> map.allow(keys));
    if (fields.isPresent()) {
      required.forEach(fields.get()::require);
      for (String key : keys) {
        fields
            .get()
            .find(key)
            .flatMap(
                value -> amounts.read(value, path + "." + key, wanted.getOrDefault(key, otherwise)))
            .ifPresent(amount -> found.put(key, amount));
      }
    }
    return problems.size() > before ? Optional.empty() : Optional.of(found);
  }

  private Optional<Form> weighted(Node node, String path, Domain domain) {
    int before = problems.size();
    Map<Integer, Form.Weighted.Weight> weights = new LinkedHashMap<>();
    Optional<Fields> fields = Fields.of(node, path, problems);
    fields.ifPresent(
        map ->
            map.forEach(
                (key, entry) -> {
                  String here = path + "." + key;
                  OptionalInt index = Values.read(entry.key(), here, domain, problems);
                  Optional<Amount> amount = weight(entry.value(), here);
                  if (index.isPresent() && amount.isPresent()) {
                    int i = index.getAsInt();
                    if (weights.put(i, new Form.Weighted.Weight(i, amount.get())) != null) {
                      problems.add(
                          entry.key().mark(),
                          here,
                          "the value " + domain.text(i) + " occurs twice");
                    }
                  }
                }));
    if (fields.isPresent() && fields.get().keys().isEmpty()) {
      problems.add(node.mark(), path, "no value has a weight");
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Form.Weighted(node, List.copyOf(weights.values())));
  }

  private Optional<Amount> weight(Node node, String path) {
    Optional<Amount> amount = amounts.read(node, path, Wanted.WEIGHT);
    if (amount.isPresent()
        && amount.get() instanceof Amount.Literal literal
        && literal.value().signum() <= 0) {
      problems.add(
          literal
              .problem("a weight must be positive, found " + literal.value().toPlainString())
              .advising("leave an impossible value out"));
      return Optional.empty();
    }
    return amount;
  }

  private Optional<Form> given(Node.Mapping map, Node given, String path, Domain domain) {
    List<Node.Scalar> parents =
        given instanceof Node.Scalar scalar && !scalar.isNull()
            ? List.of(scalar)
            : Fields.scalars(given, path + ".given", problems);
    if (parents.isEmpty()) {
      problems.add(given.mark(), path + ".given", "given names no parameter");
      return Optional.empty();
    }
    Set<String> seen = new LinkedHashSet<>();
    for (Node.Scalar parent : parents) {
      if (!seen.add(parent.text())) {
        problems.add(
            parent.mark(), path + ".given", "\"" + parent.text() + "\" is named twice under given");
        return Optional.empty();
      }
    }
    List<String> reserved = new ArrayList<>(BESIDE);
    reserved.add("given");
    return branches(map, reserved, parents, path, domain).map(form -> form);
  }

  private Optional<Form.Given> branches(
      Node node,
      Collection<String> reserved,
      List<Node.Scalar> parents,
      String path,
      Domain domain) {
    int before = problems.size();
    Node.Scalar parent = parents.get(0);
    List<Node.Scalar> rest = parents.subList(1, parents.size());
    List<Node.Scalar> keys = new ArrayList<>();
    List<Specification> branches = new ArrayList<>();
    List<Specification> otherwise = new ArrayList<>();
    if (!(node instanceof Node.Mapping map)) {
      problems.add(
          node.mark(),
          path,
          "must be a map with a branch for each value of "
              + parent.text()
              + ", found "
              + node.described());
      return Optional.empty();
    }
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!reserved.contains(key)) {
                Optional<Specification> branch =
                    branch(entry.value(), rest, path + "." + key, domain);
                if (key.equals(ELSE)) {
                  branch.ifPresent(otherwise::add);
                } else {
                  keys.add(entry.key());
                  branch.ifPresent(branches::add);
                }
              }
            });
    if (problems.size() > before) {
      return Optional.empty();
    }
    if (keys.isEmpty() && otherwise.isEmpty()) {
      problems.add(map.mark(), path, "given has no branch for any value of " + parent.text());
      return Optional.empty();
    }
    Address address = address(parent, path + (reserved.isEmpty() ? "" : ".given"));
    return Optional.of(
        new Form.Given(map, address, keys, branches, otherwise.stream().findFirst()));
  }

  private Optional<Specification> branch(
      Node node, List<Node.Scalar> rest, String path, Domain domain) {
    return rest.isEmpty()
        ? read(node, path, domain)
        : branches(node, List.of(), rest, path, domain)
            .map(
                form -> {
                  List<Citation> citations = new ArrayList<>();
                  form.branches().forEach(branch -> citations.addAll(branch.citations()));
                  form.otherwise().ifPresent(branch -> citations.addAll(branch.citations()));
                  return new Specification(node, path, domain, form, List.of(), citations);
                });
  }

  private Address address(Node.Scalar scalar, String path) {
    return new Address(addresses.apply(scalar.text()), scalar.mark(), path);
  }

  private List<Shift> shifts(
      Node.Mapping map, String path, Domain domain, List<Citation> citations) {
    List<Shift> shifts = new ArrayList<>();
    Node.Entry entry = map.get("shift");
    if (entry == null) {
      return shifts;
    }
    String here = path + ".shift";
    if (!(entry.value() instanceof Node.Sequence list)) {
      problems.add(
          entry.value().mark(), here, "must be a list, found " + entry.value().described());
      return shifts;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String item = here + "[" + i + "]";
      Fields.of(list.items().get(i), item, problems)
          .flatMap(fields -> shift(fields, item, domain, citations))
          .ifPresent(shifts::add);
    }
    return shifts;
  }

  private Optional<Shift> shift(
      Fields fields, String path, Domain domain, List<Citation> citations) {
    fields.allow(List.of("when", "towards", "claims"));
    Optional<When> when =
        fields
            .require("when")
            .flatMap(node -> Fields.of(node, path + ".when", problems))
            .flatMap(conditions -> when(conditions, path + ".when"));
    OptionalInt towards =
        fields
            .require("towards")
            .map(node -> Values.read(node, path + ".towards", domain, problems))
            .orElse(OptionalInt.empty());
    fields
        .find("claims")
        .ifPresent(node -> citations.addAll(Citation.readAll(node, path + ".claims", problems)));
    return when.map(of -> new Shift(of, towards.orElse(0)));
  }

  /** Conditions that must all hold: parameters with values, {@code any} and {@code all}. */
  private Optional<When> when(Fields conditions, String path) {
    int before = problems.size();
    List<When> parts = new ArrayList<>();
    conditions.forEach(
        (key, entry) -> {
          String here = path + "." + key;
          if (key.equals("any") || key.equals("all")) {
            List<When> several = several(entry.value(), here);
            parts.add(key.equals("any") ? new When.Any(several) : new When.All(several));
            return;
          }
          List<Node.Scalar> values =
              entry.value() instanceof Node.Scalar scalar
                  ? List.of(scalar)
                  : Fields.scalars(entry.value(), here, problems);
          parts.add(new When.Has(address(entry.key(), here), values));
        });
    if (problems.size() == before && parts.isEmpty()) {
      problems.add(conditions.map().mark(), path, NO_CONDITION);
    }
    return problems.size() > before ? Optional.empty() : Optional.of(new When.All(parts));
  }

  private List<When> several(Node node, String path) {
    List<When> several = new ArrayList<>();
    if (!(node instanceof Node.Sequence list)) {
      problems.add(node.mark(), path, "must be a list, found " + node.described());
      return several;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String here = path + "[" + i + "]";
      Fields.of(list.items().get(i), here, problems)
          .flatMap(conditions -> when(conditions, here))
          .ifPresent(several::add);
    }
    if (list.items().isEmpty()) {
      problems.add(node.mark(), path, NO_CONDITION);
    }
    return several;
  }
}
