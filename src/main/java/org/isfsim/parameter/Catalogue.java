package org.isfsim.parameter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;

/**
 * Every parameter and every band, defined once, in the order of the catalogue file.
 *
 * <p>Immutable.
 */
public final class Catalogue {

  private static final String SHIPPED = "/org/isfsim/parameter/catalogue.yaml";

  private final Map<String, Parameter> parameters;
  private final Map<String, Band> bands;
  private final List<Citation> citations;

  Catalogue(Map<String, Parameter> parameters, Map<String, Band> bands, List<Citation> citations) {
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
    this.citations = List.copyOf(citations);
  }

  /**
   * The catalogue that comes with the program.
   *
   * @throws InvalidInputException if it has problems
   */
  public static Catalogue shipped() {
    String name = SHIPPED.substring(SHIPPED.lastIndexOf('/') + 1);
    try (InputStream stream = Catalogue.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new InvalidInputException(
            Problem.of(Mark.of(name), "", "the program comes without its catalogue"));
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Problems problems = new Problems();
      Optional<Node> root = YamlReader.parse(text, name, problems);
      return read(root, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A catalogue from a file.
   *
   * @throws InvalidInputException with every problem of the file
   */
  public static Catalogue read(Path file) {
    Problems problems = new Problems();
    return read(YamlReader.read(file, problems).map(YamlReader.Document::root), problems);
  }

  private static Catalogue read(Optional<Node> root, Problems problems) {
    Catalogue catalogue =
        root.map(node -> new CatalogueReader(problems).read(node))
            .orElseGet(() -> new Catalogue(Map.of(), Map.of(), List.of()));
    problems.throwIfAny();
    return catalogue;
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

  /** Every claim that the catalogue cites, where it cites it. */
  public List<Citation> citations() {
    return citations;
  }
}
