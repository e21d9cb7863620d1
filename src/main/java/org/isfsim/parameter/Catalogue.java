package org.isfsim.parameter;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;

/**
 * Every parameter and every band, defined once, in the order of the catalogue file.
 *
 * <p>Immutable.
 */
public final class Catalogue {

  /** The name of its file in a rule folder. */
  public static final String FILE = "parameters.yaml";

  private final NewScenario newScenario;
  private final Map<String, Unit> units;
  private final Map<String, Parameter> parameters;
  private final Map<String, Band> bands;
  private final Set<String> unsound;
  private final List<Citation> citations;

  Catalogue(
      NewScenario newScenario,
      Map<String, Unit> units,
      Map<String, Parameter> parameters,
      Map<String, Band> bands,
      Set<String> unsound,
      List<Citation> citations) {
    this.newScenario = newScenario;
    this.units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
    this.unsound = Set.copyOf(unsound);
    this.citations = List.copyOf(citations);
  }

  /**
   * A catalogue from a file.
   *
   * @throws InvalidInputException with every problem of the file
   */
  public static Catalogue read(Path file) {
    Problems problems = new Problems();
    Catalogue catalogue = read(file, problems);
    problems.throwIfAny();
    return catalogue;
  }

  /** A catalogue from a file, as far as it is sound; what is wrong is added to the problems. */
  public static Catalogue read(Path file, Problems problems) {
    return YamlReader.read(file, problems)
        .map(document -> new CatalogueReader(problems).read(document.root()))
        .orElseGet(
            () ->
                new Catalogue(NewScenario.NONE, Map.of(), Map.of(), Map.of(), Set.of(), List.of()));
  }

  /** What a scenario says that says nothing else. */
  public NewScenario newScenario() {
    return newScenario;
  }

  /** The units of numbers beside percent, by name. */
  public Map<String, Unit> units() {
    return units;
  }

  /** Every parameter, attributes of contributors included. */
  public Collection<Parameter> parameters() {
    return parameters.values();
  }

  /** The parameters that are no attributes of contributors. */
  public List<Parameter> global() {
    return parameters.values().stream().filter(p -> !p.isAttribute()).toList();
  }

  /** The attributes of every contributor. */
  public List<Parameter> attributes() {
    return parameters.values().stream().filter(Parameter::isAttribute).toList();
  }

  /** The parameter with an id; an attribute's id begins with {@code contributors.*.}. */
  public Optional<Parameter> parameter(String id) {
    return Optional.ofNullable(parameters.get(id));
  }

  /** Every band. */
  public Collection<Band> bands() {
    return bands.values();
  }

  /** The band with an id. */
  public Optional<Band> band(String id) {
    return Optional.ofNullable(bands.get(id));
  }

  /**
   * The names of parameters and bands that stand in the file and have a problem, which need not be
   * told again wherever they are read.
   */
  public Set<String> unsound() {
    return unsound;
  }

  /** Every claim that the catalogue cites, where it cites it. */
  public List<Citation> citations() {
    return citations;
  }
}
