package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** Reads a catalogue file and checks that its defaults give distributions. */
final class CatalogueReader {

  private static final Pattern ID =
      Pattern.compile("(contributors\\.\\*\\.)?[a-z][a-z0-9]*([.-][a-z0-9]+)*");
  private static final int LARGEST_STEP = 1_000_000;
  private static final Pattern CONFLICT = Pattern.compile("C\\d{1,3}");
  private static final List<String> PARAMETER_KEYS =
      List.of(
          "kind",
          "domain",
          "describes",
          "default",
          "ordered",
          "basis",
          "claims",
          "conflict",
          "note");
  private static final List<String> BAND_KEYS =
      List.of("describes", "of", "names", "cuts", "basis", "claims", "note");

  private final Problems problems;
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final DomainReader domains;
  private final DistributionReader distributions;
  private NewScenario scenario = NewScenario.NONE;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Dependencies.Declared> declared = new LinkedHashMap<>();
  private final Map<String, Band> bands = new LinkedHashMap<>();
  private final Set<String> unsound = new HashSet<>();
  private final List<Citation> citations = new ArrayList<>();

  CatalogueReader(Problems problems) {
    this.problems = problems;
    for (Unit unit : List.of(Unit.COUNT, Unit.WEEKS)) {
      units.put(unit.name(), unit);
    }
    this.domains = new DomainReader(problems, units);
    this.distributions = new DistributionReader(problems, address -> address);
  }

  Catalogue read(Node root) {
    Fields.of(root, "", problems)
        .map(fields -> fields.allow(List.of("format", "scenario", "units", "parameters", "bands")))
        .ifPresent(
            fields -> {
              fields.word("format", List.of("1"));
              scenario = NewScenario.read(fields, problems);
              section(fields, "units", this::unit);
              section(fields, "parameters", this::parameter);
              section(fields, "bands", this::band);
            });
    Dependencies.resolve(declared, problems);
    return new Catalogue(scenario, units, parameters, bands, unsound, citations);
  }

  @FunctionalInterface
  private interface EntryReader {
    void read(String id, Fields fields);
  }

  private void section(Fields root, String name, EntryReader reader) {
    root.find(name)
        .flatMap(node -> Fields.of(node, name, problems))
        .ifPresent(
            section ->
                section.forEach(
                    (id, entry) -> {
                      String path = name + "." + id;
                      if (!ID.matcher(id).matches()) {
                        problems.add(
                            Problem.of(entry.key().mark(), path, "\"" + id + "\" is no id")
                                .allowing("dotted kebab-case"));
                      }
                      Fields.of(entry.value(), path, problems)
                          .ifPresent(fields -> reader.read(id, fields));
                      if (!parameters.containsKey(id)
                          && !bands.containsKey(id)
                          && !units.containsKey(id)) {
                        unsound.add(id);
                      }
                    }));
  }

  private void unit(String id, Fields fields) {
    fields.allow(List.of("label", "step"));
    if (units.containsKey(id) || id.equals(Unit.PERCENT.name())) {
      problems.add(fields.map().mark(), fields.pathOf("label"), "the unit " + id + " is built in");
    }
    int step =
        fields
            .find("step")
            .map(
                node ->
                    Values.read(
                            node,
                            fields.pathOf("step"),
                            Domain.Numbers.count(1, LARGEST_STEP),
                            problems)
                        .orElse(0))
            .map(index -> index + 1)
            .orElse(1);
    fields.requiredText("label").ifPresent(label -> units.put(id, new Unit(id, label, "", step)));
  }

  private void parameter(String id, Fields fields) {
    fields.allow(PARAMETER_KEYS);
    Optional<ParameterKind> kind =
        fields.word("kind", ParameterKind.words()).flatMap(ParameterKind::of);
    Optional<String> description = fields.requiredText("describes");
    Optional<Basis> basis = fields.word("basis", Basis.words()).flatMap(Basis::of);
    Optional<Domain> domain =
        fields.require("domain").flatMap(n -> domains.read(n, fields.pathOf("domain")));
    Optional<Node> written = fields.require("default");
    List<String> claims = claims(fields);
    Optional<String> conflict = conflict(fields);
    Optional<String> note = fields.text("note");
    if (domain.isEmpty() || written.isEmpty()) {
      return;
    }
    String path = fields.pathOf("default");
    Optional<Specification> specification = distributions.read(written.get(), path, domain.get());
    declared.put(id, new Dependencies.Declared(domain.get(), specification));
    specification.ifPresent(s -> citations.addAll(s.citations()));
    if (kind.isEmpty() || description.isEmpty() || basis.isEmpty()) {
      return;
    }
    boolean mustBeFixed = kind.get() != ParameterKind.UNCERTAINTY;
    if (mustBeFixed && specification.isPresent() && specification.get().value().isEmpty()) {
      problems.add(written.get().mark(), path, "a " + kind.get().word() + " takes a single value");
    }
    List<Order> ordered = ordered(fields, kind.get(), specification);
    parameters.put(
        id,
        new Parameter(
            id,
            kind.get(),
            domain.get(),
            description.get(),
            written.get(),
            basis.get(),
            claims,
            conflict,
            note,
            ordered));
  }

  private List<Order> ordered(
      Fields fields, ParameterKind kind, Optional<Specification> specification) {
    return specification
        .flatMap(
            read ->
                fields
                    .find("ordered")
                    .map(
                        node ->
                            new OrderReader(problems, citations)
                                .read(node, fields.pathOf("ordered"), kind, read)))
        .orElse(List.of());
  }

  private List<String> claims(Fields fields) {
    List<Citation> cited =
        fields
            .find("claims")
            .map(node -> Citation.readAll(node, fields.pathOf("claims"), problems))
            .orElse(List.of());
    citations.addAll(cited);
    return Citation.ids(cited);
  }

  private Optional<String> conflict(Fields fields) {
    Optional<String> conflict = fields.text("conflict");
    if (conflict.isPresent() && !CONFLICT.matcher(conflict.get()).matches()) {
      problems.add(
          Problem.of(
                  fields.find("conflict").orElseThrow().mark(),
                  fields.pathOf("conflict"),
                  "\"" + conflict.get() + "\" is not the id of a conflict")
              .allowing("ids such as C25"));
    }
    return conflict;
  }

  private void band(String id, Fields fields) {
    fields.allow(BAND_KEYS);
    Optional<String> description = fields.requiredText("describes");
    Optional<Basis> basis = fields.word("basis", Basis.words()).flatMap(Basis::of);
    Optional<Domain> domain =
        fields.require("of").flatMap(node -> domains.read(node, fields.pathOf("of")));
    List<String> names =
        fields
            .require("names")
            .map(node -> Fields.scalars(node, fields.pathOf("names"), problems))
            .orElse(List.of())
            .stream()
            .map(Node.Scalar::text)
            .toList();
    Optional<Node> cuts = fields.require("cuts");
    List<String> claims = claims(fields);
    Optional<String> note = fields.text("note");
    if (domain.isEmpty() || cuts.isEmpty() || description.isEmpty() || basis.isEmpty()) {
      return;
    }
    if (names.size() < 2 || names.stream().distinct().count() != names.size()) {
      problems.add(
          fields.map().mark(), fields.pathOf("names"), "a band needs two or more different names");
      return;
    }
    Cuts.read(cuts.get(), fields.pathOf("cuts"), domain.get(), names, problems)
        .ifPresent(
            indices ->
                bands.put(
                    id,
                    new Band(
                        id,
                        description.get(),
                        domain.get(),
                        names,
                        indices,
                        basis.get(),
                        claims,
                        note)));
  }
}
