package org.isfsim.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules, parameters and scenarios rest on registered claims, and every claim has its use. */
class NothingRestsOnNothingTest {

  private static final Path HOME = Path.of(System.getProperty("isfsim.home"));

  private static Register register;
  private static Catalogue catalogue;
  private static List<Rule> rules;

  /** Where each claim is cited: a rule, a parameter, a band, a conflict or a scenario. */
  private static final Map<String, Set<String>> CITED = new TreeMap<>();

  @BeforeAll
  static void readAll() throws IOException {
    register = Register.read(HOME.resolve("seeds"));
    catalogue = org.isfsim.Shipped.model().catalogue();
    rules = RuleSet.read(HOME.resolve("rules"), org.isfsim.Shipped.model().signatures()).rules();
    CITED.clear();
    rules.forEach(rule -> rule.claims().forEach(claim -> cite(claim, "rule: " + rule.name())));
    catalogue.citations().forEach(citation -> cite(citation.claim(), citation.path()));
    for (Conflict conflict : register.conflicts()) {
      for (Conflict.Side side : conflict.sides()) {
        side.claims().forEach(claim -> cite(claim, conflict.id()));
      }
    }
    for (Path file : scenarios()) {
      root(file).ifPresent(root -> citeAll(root, false, file.getFileName().toString()));
    }
  }

  @Test
  void everyCitedClaimExists() {
    assertThat(CITED)
        .allSatisfy((claim, places) -> assertThat(register.hasClaim(claim)).as(claim).isTrue());
  }

  @Test
  void everyClaimIsCitedOrSaysWhyNot() {
    List<String> idle =
        register.claims().stream()
            .filter(claim -> claim.unused().isEmpty() && !CITED.containsKey(claim.id()))
            .map(claim -> claim.id() + " " + claim.says())
            .toList();
    assertThat(idle).isEmpty();
  }

  @Test
  void noClaimIsBothCitedAndMarkedUnused() {
    List<String> both =
        register.claims().stream()
            .filter(claim -> claim.unused().isPresent() && CITED.containsKey(claim.id()))
            .map(claim -> claim.id() + " by " + CITED.get(claim.id()))
            .toList();
    assertThat(both).isEmpty();
  }

  @Test
  void everyRuleThatIsNoNormAndNoAssumptionCitesAClaim() {
    assertThat(rules)
        .filteredOn(rule -> rule.kind().needsClaims())
        .allSatisfy(rule -> assertThat(rule.claims()).as(rule.name()).isNotEmpty());
  }

  @Test
  void aNormThatCitesNoClaimIsNamed() {
    assertThat(rules)
        .filteredOn(rule -> rule.claims().isEmpty())
        .allSatisfy(
            rule ->
                assertThat(rule.norm().isPresent() || rule.note().isPresent())
                    .as(rule.name())
                    .isTrue());
  }

  @Test
  void everyDocumentedDefaultNamesItsClaim() {
    assertThat(catalogue.parameters())
        .filteredOn(parameter -> parameter.basis() == Basis.DOCUMENTED)
        .allSatisfy(parameter -> assertThat(parameter.claims()).as(parameter.id()).isNotEmpty());
  }

  @Test
  void aDefaultWithoutAClaimSaysWhy() {
    assertThat(catalogue.parameters())
        .filteredOn(parameter -> parameter.claims().isEmpty())
        .allSatisfy(parameter -> assertThat(parameter.note()).as(parameter.id()).isPresent());
    assertThat(catalogue.bands())
        .filteredOn(band -> band.claims().isEmpty())
        .extracting(Band::note)
        .allSatisfy(note -> assertThat(note).isPresent());
  }

  @Test
  void weightsThatAreNotEqualNameAClaimThatOrdersThem() {
    List<String> ungrounded =
        catalogue.parameters().stream()
            .filter(p -> isUnequal(p.written(), p.domain()) && p.claims().isEmpty())
            .map(Parameter::id)
            .toList();
    assertThat(ungrounded).isEmpty();
  }

  @Test
  void everyShiftNamesAClaim() {
    List<String> ungrounded =
        catalogue.parameters().stream()
            .filter(p -> shiftsOf(p.written()).stream().anyMatch(shift -> !hasClaims(shift)))
            .map(Parameter::id)
            .toList();
    assertThat(ungrounded).isEmpty();
  }

  @Test
  void everyConflictOfAParameterIsRegistered() {
    assertThat(catalogue.parameters())
        .allSatisfy(
            parameter ->
                parameter
                    .conflict()
                    .ifPresent(
                        id -> assertThat(register.conflict(id)).as(parameter.id()).isPresent()));
  }

  @Test
  void everySwitchNamesItsConflictOrSaysWhatItRestsOn() {
    assertThat(catalogue.parameters())
        .filteredOn(parameter -> parameter.basis() == Basis.SWITCH)
        .allSatisfy(
            parameter ->
                assertThat(parameter.conflict().isPresent() || parameter.note().isPresent())
                    .as(parameter.id())
                    .isTrue());
  }

  @Test
  void everyConflictHasAParameterOfTheCatalogueOrAStatedResolution() {
    for (Conflict conflict : register.conflicts()) {
      assertThat(conflict.resolution()).as(conflict.id()).isNotBlank();
      for (String parameter : conflict.parameters()) {
        assertThat(catalogue.parameter(parameter)).as(conflict.id() + ": " + parameter).isPresent();
      }
    }
  }

  @Test
  void theSidesOfAConflictAreValuesOfItsParameter() {
    for (Conflict conflict : register.conflicts()) {
      for (Conflict.Side side : conflict.sides()) {
        side.value()
            .ifPresent(
                value ->
                    assertThat(
                            conflict.parameters().stream()
                                .flatMap(id -> catalogue.parameter(id).stream())
                                .anyMatch(p -> p.domain().indexOf(value).isPresent()))
                        .as(conflict.id() + ": " + value)
                        .isTrue());
      }
    }
  }

  @Test
  void aParameterThatCarriesAConflictNamesItAndIsOfTheKindThatItsTreatmentSays() {
    for (Conflict conflict : register.conflicts()) {
      if (!conflict.treatment().needsParameter()) {
        continue;
      }
      for (String id : conflict.parameters()) {
        Parameter parameter = catalogue.parameter(id).orElseThrow();
        assertThat(parameter.conflict()).as(id).contains(conflict.id());
      }
      assertThat(conflict.parameters())
          .as(conflict.id())
          .anySatisfy(
              id ->
                  assertThat(catalogue.parameter(id).orElseThrow().kind().word())
                      .isEqualTo(conflict.treatment().word()));
    }
  }

  private static void cite(String claim, String place) {
    CITED.computeIfAbsent(claim, key -> new TreeSet<>()).add(place);
  }

  private static void citeAll(Node node, boolean areClaims, String file) {
    if (node instanceof Node.Scalar scalar && areClaims) {
      cite(scalar.text(), file);
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> citeAll(item, areClaims, file));
    } else if (node instanceof Node.Mapping map) {
      map.entries().forEach((key, entry) -> citeAll(entry.value(), key.equals("claims"), file));
    }
  }

  private static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(HOME.resolve("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Optional<Node> root(Path file) {
    Problems problems = new Problems();
    Optional<Node> root = YamlReader.read(file, problems).map(YamlReader.Document::root);
    problems.throwIfAny();
    return root;
  }

  /** Whether a specification orders values: unequal weights, a value left out, an uneven chance. */
  private static boolean isUnequal(Node node, Domain domain) {
    if (!(node instanceof Node.Mapping map)) {
      return false;
    }
    return map.entries().entrySet().stream()
        .anyMatch(
            entry -> {
              Node value = entry.getValue().value();
              return switch (entry.getKey()) {
                case "choice", "empirical" -> areUnequal((Node.Mapping) value, domain);
                case "chance" -> !Set.of("1/2", "50%").contains(value.written());
                case "shift" -> false;
                default -> isUnequal(value, domain);
              };
            });
  }

  private static boolean areUnequal(Node.Mapping weights, Domain domain) {
    long different =
        weights.entries().values().stream().map(e -> e.value().written()).distinct().count();
    return different > 1 || weights.entries().size() < domain.size();
  }

  private static List<Node.Mapping> shiftsOf(Node node) {
    List<Node.Mapping> shifts = new ArrayList<>();
    if (node instanceof Node.Mapping map) {
      map.entries()
          .forEach(
              (key, entry) -> {
                if (key.equals("shift") && entry.value() instanceof Node.Sequence list) {
                  list.items().forEach(item -> shifts.add((Node.Mapping) item));
                } else {
                  shifts.addAll(shiftsOf(entry.value()));
                }
              });
    }
    return shifts;
  }

  private static boolean hasClaims(Node.Mapping shift) {
    return shift.get("claims") != null;
  }
}
