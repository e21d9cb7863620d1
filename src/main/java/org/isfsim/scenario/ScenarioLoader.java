package org.isfsim.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Citation;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Cuts;
import org.isfsim.parameter.Dependencies;
import org.isfsim.parameter.Dependencies.Declared;
import org.isfsim.parameter.DistributionReader;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.parameter.Specification;
import org.isfsim.parameter.Values;
import org.jspecify.annotations.Nullable;

/** Loads scenario files against a catalogue. Thread-safe if the predicate is. */
public final class ScenarioLoader {

  /** Every key of a scenario file, in the order in which files are best written. */
  static final List<String> KEYS =
      List.of(
          "format",
          "extends",
          "id",
          "title",
          "question",
          "start",
          "horizon",
          "run",
          "claims",
          "levers",
          "switches",
          "uncertainties",
          "constants",
          "bands",
          "contributors",
          "policies",
          Statements.OBSERVED,
          Statements.QUESTIONS);

  private final Catalogue catalogue;
  private final Predicate<String> knownClaim;
  private final StatementCheck statementCheck;

  /** What the catalogue says of parameters, by address, once it was read without a problem. */
  private final Map<String, Specified> defaults = new ConcurrentHashMap<>();

  /** The same of what the latest file says. */
  private final Map<String, Specified> ofFile = new ConcurrentHashMap<>();

  /** The settings that were made last, by address. */
  private final Map<String, Setting> made = new ConcurrentHashMap<>();

  /** What was read from a node. */
  private record Specified(Node node, Specification specification) {}

  /**
   * A loader that looks at no statement.
   *
   * @param knownClaim whether a claim with an id such as {@code S001-29} exists
   */
  public ScenarioLoader(Catalogue catalogue, Predicate<String> knownClaim) {
    this(catalogue, knownClaim, StatementCheck.NONE);
  }

  /**
   * A loader.
   *
   * @param knownClaim whether a claim with an id such as {@code S001-29} exists
   * @param statementCheck finds what is wrong with the statements of a scenario that has problems,
   *     so that they are told with them; those of a sound one are read with its plan
   */
  public ScenarioLoader(
      Catalogue catalogue, Predicate<String> knownClaim, StatementCheck statementCheck) {
    this.catalogue = catalogue;
    this.knownClaim = knownClaim;
    this.statementCheck = statementCheck;
  }

  /**
   * Loads a file as it stands.
   *
   * @throws InvalidInputException with every problem of the file
   */
  public Scenario load(Path file) {
    return load(file, Selection.NONE);
  }

  /**
   * Loads a file, applies a policy, then values from the command line.
   *
   * @throws InvalidInputException with every problem of the file and of the selection; those of the
   *     latter have a mark whose file is {@code --policy NAME} or {@code --set ADDRESS}
   */
  public Scenario load(Path file, Selection selection) {
    Problems problems = new Problems();
    SourceFiles files = new SourceFiles(problems);
    Optional<SourceFiles.Merged> merged = files.read(file);
    if (merged.isEmpty()) {
      Mark unknown = Mark.of("");
      Problems own = new Problems();
      new Loading(own).check(files.alone(unknown), selection);
      own.all().stream().filter(p -> !p.mark().equals(unknown)).forEach(problems::add);
    }
    Optional<Scenario> scenario =
        merged.flatMap(m -> new Loading(problems).load(m, file.toString(), selection));
    problems.throwIfAny();
    return scenario.orElseThrow(
        () -> new IllegalStateException("No scenario and no problem: " + file));
  }

  /** A scenario file that was read, with those that it extends. */
  public static final class Opened {

    private final String file;
    private final SourceFiles.Merged merged;

    private Opened(String file, SourceFiles.Merged merged) {
      this.file = file;
      this.merged = merged;
    }
  }

  /**
   * Reads a file that is loaded several times.
   *
   * @throws InvalidInputException with every problem of reading it
   */
  public static Opened open(Path file) {
    Problems problems = new Problems();
    Optional<SourceFiles.Merged> merged = new SourceFiles(problems).read(file);
    problems.throwIfAny();
    return new Opened(
        file.toString(),
        merged.orElseThrow(() -> new IllegalStateException("No file and no problem: " + file)));
  }

  /**
   * Loads a file that was read, and applies a policy and values as {@link #load(Path, Selection)}.
   *
   * @throws InvalidInputException with every problem of the file and of the selection
   */
  public Scenario load(Opened file, Selection selection) {
    Problems problems = new Problems();
    Optional<Scenario> scenario = new Loading(problems).load(file.merged, file.file, selection);
    problems.throwIfAny();
    return scenario.orElseThrow(
        () -> new IllegalStateException("No scenario and no problem: " + file.file));
  }

  /** A scenario file and those that it extends, the file first, as far as they can be read. */
  public static List<Path> filesOf(Path file) {
    SourceFiles files = new SourceFiles(new Problems());
    files.read(file);
    return files.files();
  }

  /** Whether a scenario in a folder can extend a file. */
  public static boolean reaches(Path folder, Path file) {
    return SourceFiles.isInTree(folder, file);
  }

  /** One loading of one file. */
  private final class Loading {

    private final Problems problems;
    private final Body body;

    Loading(Problems problems) {
      this(problems, new Body(catalogue, knownClaim, problems));
    }

    private Loading(Problems problems, Body body) {
      this.problems = problems;
      this.body = body;
    }

    Optional<Scenario> load(SourceFiles.Merged merged, String file, Selection selection) {
      Fields root =
          Fields.of(merged.root(), "", problems).orElseThrow().allow(KEYS, body::sectionOf);
      Header header = header(root);
      body.read(root);
      Statements statements = Statements.read(root, problems).and(selection);
      new Overrides(catalogue, body, problems).apply(selection);
      Map<String, BandSetting> bands = bands();
      Map<String, Setting> settings = settings();
      if (!problems.isEmpty()) {
        boolean areKnown =
            root.find(Body.CONTRIBUTORS)
                .map(node -> node instanceof Node.Mapping || Header.isNothing(node))
                .orElse(true);
        checkStatements(statements, header, areKnown);
        return Optional.empty();
      }
      return Optional.of(
          scenario(
              header,
              settings,
              bands,
              policies(),
              selection.policy(),
              file,
              merged.sha256(),
              statements));
    }

    private Scenario scenario(
        Header header,
        Map<String, Setting> settings,
        Map<String, BandSetting> bands,
        Map<String, Map<String, String>> policies,
        Optional<String> policy,
        String file,
        String sha256,
        Statements statements) {
      return new Scenario(
          header.id(),
          header.title(),
          header.question(),
          header.start(),
          header.horizon(),
          header.run(),
          header.claims(),
          settings,
          bands,
          body.contributors,
          policies,
          policy,
          file,
          sha256,
          statements.observed(),
          statements.questions());
    }

    private Header header(Fields root) {
      return Header.read(root, catalogue.newScenario().start(), knownClaim, problems);
    }

    /** Finds what is wrong with the parts of a scenario, whatever the rest of it says. */
    void check(Node.Mapping part, Selection selection) {
      Fields root = Fields.of(part, "", problems).orElseThrow().allow(KEYS, body::sectionOf);
      Header header = header(root);
      body.read(root);
      Statements statements = Statements.read(root, problems).and(selection);
      Map<String, BandSetting> unusedBands = bands();
      body.parameters.forEach(
          (address, parameter) -> {
            if (body.written.containsKey(address)) {
              Optional<Specification> unused = specification(address, parameter);
            }
          });
      checkStatements(statements, header, false);
    }

    /**
     * Finds what is wrong with statements about a scenario that has problems. What they may name
     * depends on the contributors, and on no value of a parameter.
     *
     * @param areKnown whether every contributor is known; else each that a statement speaks of is
     *     taken to be there
     */
    private void checkStatements(Statements statements, Header header, boolean areKnown) {
      if (statementCheck == StatementCheck.NONE) {
        return;
      }
      body.written.clear();
      if (!areKnown) {
        List<String> known = body.contributors.stream().map(Contributor::id).toList();
        statements.contributors().stream()
            .filter(id -> !known.contains(id))
            .forEach(id -> body.add(new Contributor(id, id, List.of())));
      }
      Problems ofDefaults = new Problems();
      Loading standIn = new Loading(ofDefaults, body);
      Map<String, BandSetting> bands = standIn.bands();
      Map<String, Setting> settings = standIn.settings();
      if (!ofDefaults.isEmpty()) {
        return;
      }
      statementCheck
          .problems(
              scenario(header, settings, bands, Map.of(), Optional.empty(), "", "", statements),
              areKnown)
          .forEach(problems::add);
    }

    private Map<String, Map<String, String>> policies() {
      Map<String, Map<String, String>> texts = new LinkedHashMap<>();
      body.policies.forEach(
          (name, values) -> {
            Map<String, String> levers = new LinkedHashMap<>();
            values.forEach(
                (address, node) -> levers.put(address, ((Node.Scalar) node).text().strip()));
            texts.put(name, java.util.Collections.unmodifiableMap(levers));
          });
      return texts;
    }

    private Map<String, BandSetting> bands() {
      Map<String, BandSetting> bands = new LinkedHashMap<>();
      for (Band band : catalogue.bands()) {
        Raw raw = body.written.get(Body.BANDS + band.id());
        if (raw == null) {
          bands.put(
              band.id(), new BandSetting(band, band.cuts(), Origin.CATALOGUE, Optional.empty()));
        } else {
          Cuts.read(raw.node(), raw.path(), band.domain(), band.names(), problems)
              .ifPresent(
                  cuts ->
                      bands.put(
                          band.id(),
                          new BandSetting(
                              band, cuts, raw.origin(), Optional.of(raw.node().mark()))));
        }
      }
      return bands;
    }

    private Map<String, Setting> settings() {
      Map<String, Declared> declared = new LinkedHashMap<>();
      body.parameters.forEach(
          (address, parameter) ->
              declared.put(
                  address, new Declared(parameter.domain(), specification(address, parameter))));
      Map<String, ConditionalDistribution> distributions = Dependencies.resolve(declared, problems);
      Map<String, Setting> settings = new LinkedHashMap<>();
      distributions.forEach(
          (address, distribution) -> {
            Declared d = declared.get(address);
            Parameter parameter = body.parameters.get(address);
            if (d != null && parameter != null) {
              Setting before = made.get(address);
              // A distribution is of one specification, and of that is all that a setting says.
              Setting setting =
                  before != null && before.distribution() == distribution
                      ? before
                      : setting(address, parameter, d.specification().orElseThrow(), distribution);
              made.put(address, setting);
              settings.put(address, setting);
            }
          });
      return settings;
    }

    private Optional<Specification> specification(String address, Parameter parameter) {
      Raw raw = body.written.get(address);
      if (raw != null && raw.origin() != Origin.FILE) {
        return read(address, parameter, raw);
      }
      Map<String, Specified> before = raw == null ? defaults : ofFile;
      Node node = raw == null ? parameter.written() : raw.node();
      Specified known = before.get(address);
      if (known != null && known.node() == node) {
        return Optional.of(known.specification());
      }
      int problemsBefore = problems.size();
      Optional<Specification> read = read(address, parameter, raw);
      if (problems.size() == problemsBefore) {
        read.ifPresent(of -> before.put(address, new Specified(node, of)));
      }
      return read;
    }

    private Optional<Specification> read(String address, Parameter parameter, @Nullable Raw raw) {
      Node node = raw == null ? parameter.written() : raw.node();
      String path = raw == null ? "parameters." + parameter.id() + ".default" : raw.path();
      if (parameter.kind() != ParameterKind.UNCERTAINTY && !(node instanceof Node.Scalar)) {
        Values.read(node, path, parameter.domain(), problems);
        return Optional.empty();
      }
      Optional<Specification> specification =
          new DistributionReader(problems, sameContributor(address, parameter))
              .read(node, path, parameter.domain());
      if (raw != null) {
        specification.ifPresent(
            s -> s.citations().forEach(citation -> citation.check(knownClaim, problems)));
      }
      return specification;
    }

    /** In an attribute's default, {@code contributors.*.} is the contributor itself. */
    private UnaryOperator<String> sameContributor(String address, Parameter parameter) {
      if (!parameter.isAttribute()) {
        return text -> text;
      }
      String prefix = address.substring(0, address.length() - parameter.attribute().length());
      return text ->
          text.startsWith(Parameter.CONTRIBUTORS)
              ? prefix + text.substring(Parameter.CONTRIBUTORS.length())
              : text;
    }

    private Setting setting(
        String address,
        Parameter parameter,
        Specification specification,
        ConditionalDistribution distribution) {
      Raw raw = body.written.get(address);
      Origin origin = raw == null ? Origin.CATALOGUE : raw.origin();
      String written = specification.written();
      boolean asCatalogue = raw == null || written.equals(parameter.defaultText());
      boolean side = parameter.basis() == Basis.SWITCH || parameter.kind() == ParameterKind.SWITCH;
      Basis basis = asCatalogue ? parameter.basis() : side ? Basis.SWITCH : Basis.ASSUMPTION;
      Optional<Mark> mark = raw == null ? Optional.empty() : Optional.of(raw.node().mark());
      return new Setting(
          address,
          parameter,
          distribution,
          origin,
          basis,
          claims(address, parameter, specification, asCatalogue, raw != null),
          written,
          mark);
    }

    private List<String> claims(
        String address,
        Parameter parameter,
        Specification specification,
        boolean asCatalogue,
        boolean written) {
      List<String> claims = new ArrayList<>();
      if (asCatalogue) {
        claims.addAll(parameter.claims());
      }
      claims.addAll(Citation.ids(specification.citations()));
      if (written && parameter.isAttribute() && specification.citations().isEmpty()) {
        body.contributors.stream()
            .filter(c -> parameter.addressFor(c.id()).equals(address))
            .forEach(c -> claims.addAll(c.claims()));
      }
      return claims.stream().distinct().toList();
    }
  }
}
