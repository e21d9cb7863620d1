package org.isfsim.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.isfsim.Exactly;
import org.isfsim.Replay;
import org.isfsim.Shipped;
import org.isfsim.model.Indicator;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scenarios that come with the program must show. */
final class ShippedScenariosTest {

  private static final List<String> ARMED =
      List.of(
          "deployed-without-mandate",
          "ended-early",
          "observation",
          "peacekeeping",
          "enforcement-dual-command",
          "enforcement-partial-area",
          "enforcement-below-yardstick",
          "enforcement-at-yardstick");
  private static final List<String> ENFORCEMENT = ARMED.subList(4, 8);

  private static final Offset<Double> TINY = Offset.offset(1e-12);

  private static Path file(String name) {
    return Shipped.SCENARIOS.resolve(name + ".yaml");
  }

  private static Plan plan(String name, String... addressesAndValues) {
    Map<String, String> sets = new HashMap<>();
    for (int i = 0; i < addressesAndValues.length; i += 2) {
      sets.put(addressesAndValues[i], addressesAndValues[i + 1]);
    }
    return Shipped.plan(file(name), Selection.ofSets(sets));
  }

  private static Exactly baselineUnder(String policy) {
    return new Exactly(Shipped.plan(Shipped.BASELINE, Selection.ofPolicy(policy)));
  }

  private static double enforcement(Exactly exactly) {
    Map<String, Double> outcomes = exactly.outcomes();
    return ENFORCEMENT.stream().mapToDouble(outcome -> outcomes.getOrDefault(outcome, 0.0)).sum();
  }

  static List<Path> files() {
    return Shipped.scenarioFiles();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aScenarioIsNamedLikeItsFileAndHasATitleAQuestionAndClaims(Path file) throws IOException {
    Scenario scenario = Shipped.scenario(file, Selection.NONE);

    assertThat(file.getFileName()).hasToString(scenario.id() + ".yaml");
    assertThat(scenario.title()).isNotBlank();
    assertThat(scenario.question()).endsWith("?");
    assertThat(scenario.claims()).isNotEmpty();
    String first = Files.readAllLines(file).get(0);
    assertThat(first).startsWith("# yaml-language-server: $schema=");
    assertThat(file.resolveSibling(first.substring(first.indexOf('=') + 1))).isRegularFile();
  }

  /** Below the line for editors, in one sentence. */
  @ParameterizedTest
  @MethodSource("files")
  void aWhatIfSaysWhatItChangesAndWhereToLook(Path file) throws IOException {
    if (file.equals(Shipped.BASELINE) || file.toString().contains("precedents")) {
      return;
    }
    String said =
        Files.readAllLines(file).stream()
            .skip(1)
            .takeWhile(line -> line.startsWith("# "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining(" "));
    assertThat(said).as(file.toString()).matches("[A-Z][^.;]+; look at [^.;]+\\.");
  }

  @Test
  void everyScenarioHasItsOwnIdAndTitle() {
    List<Scenario> all =
        files().stream().map(file -> Shipped.scenario(file, Selection.NONE)).toList();

    assertThat(all.stream().map(Scenario::id)).doesNotHaveDuplicates();
    assertThat(all.stream().map(Scenario::title)).doesNotHaveDuplicates();
    assertThat(all.stream().map(Scenario::id))
        .contains(
            "baseline",
            "no-veto",
            "wide-veto",
            "named-contributors-only",
            "hostile-council",
            "no-consent",
            "untied-aid",
            "operations-go-on",
            "precedent-sized-force",
            "late-board",
            "early-end-of-ceasefire",
            "force-without-mandate",
            "no-political-track",
            "kosovo-1999",
            "bosnia-1995",
            "east-timor-1999",
            "lebanon-unifil");
  }

  @Test
  void theBaselineHasItsPolicies() {
    assertThat(Shipped.scenario(Shipped.BASELINE, Selection.NONE).policies().keySet())
        .containsExactlyInAnyOrder(
            "as-documented",
            "moderately-amended",
            "heavily-amended",
            "peacekeeping-text",
            "observation-text",
            "aid-as-drafted");
  }

  @Test
  void aWhatIfDiffersFromTheBaselineInWhatItSays() {
    Scenario baseline = Shipped.scenario(Shipped.BASELINE, Selection.NONE);
    for (Path file : files()) {
      Scenario scenario = Shipped.scenario(file, Selection.NONE);
      if (scenario.id().equals("baseline")) {
        continue;
      }
      List<String> changed = new ArrayList<>();
      scenario
          .settings()
          .forEach(
              (address, setting) -> {
                var other = baseline.settings().get(address);
                if (other == null || !other.written().equals(setting.written())) {
                  changed.add(address);
                }
              });
      boolean fewer = !scenario.settings().keySet().containsAll(baseline.settings().keySet());
      boolean more = !scenario.observed().isEmpty();
      assertThat(!changed.isEmpty() || fewer || more).as(scenario.id()).isTrue();
    }
  }

  @Test
  void withTheWideBarNoArmedForceDeploysIfOnlyNamedContributorsJoin() {
    TreeSet<String> reachable =
        new Exactly(plan("named-contributors-only", "contingent.veto-scope", "all-muslim-majority"))
            .reachable();

    assertThat(reachable)
        .doesNotContainAnyElementsOf(ARMED)
        .contains("no-contingents", "not-adopted-veto");
  }

  @Test
  void withTheWideBarAnArmedForceCanStillDeployInTheBaseline() {
    assertThat(
            new Exactly(plan("baseline", "contingent.veto-scope", "all-muslim-majority"))
                .reachable())
        .contains("ended-early", "enforcement-dual-command");
    assertThat(new Exactly(plan("wide-veto")).reachable()).contains("ended-early");
  }

  @Test
  void withTheNarrowBarNamedContributorsCanDeploy() {
    assertThat(new Exactly(plan("named-contributors-only")).reachable())
        .contains("ended-early", "enforcement-dual-command");
  }

  @Test
  void aHeavilyAmendedTextIsLikelierAdoptedAndEnforcedMoreRarely() {
    Exactly documented = baselineUnder("as-documented");
    Exactly amended = baselineUnder("heavily-amended");

    assertThat(amended.of("council", "adopted"))
        .isGreaterThan(documented.of("council", "adopted") + 0.1);
    assertThat(enforcement(amended)).isLessThan(enforcement(documented));
    assertThat(enforcement(documented)).isGreaterThan(0.001);
  }

  @Test
  void aModeratelyAmendedTextLiesBetweenTheTwo() {
    double documented = baselineUnder("as-documented").of("council", "adopted");
    double moderately = baselineUnder("moderately-amended").of("council", "adopted");
    double heavily = baselineUnder("heavily-amended").of("council", "adopted");

    assertThat(moderately).isStrictlyBetween(documented, heavily);
  }

  @Test
  void aTextThatKeepsThePowerToDisarmKeepsIsraelsSupportAndLosesArabContributors() {
    Exactly documented = baselineUnder("as-documented");
    Exactly peacekeeping = baselineUnder("peacekeeping-text");

    assertThat(documented.mean("israel.accepts-text"))
        .isGreaterThan(peacekeeping.mean("israel.accepts-text"));
    for (String arab : List.of("EGY", "ARE")) {
      assertThat(documented.mean("contributors." + arab + ".willing"))
          .isLessThan(peacekeeping.mean("contributors." + arab + ".willing"));
    }
  }

  @Test
  void afterAVetoAForceDeploysOnlyIfAContributorNeedsNoMandate() {
    assertThat(new Exactly(plan("force-without-mandate", "council.china.vote", "no")).reachable())
        .contains("deployed-without-mandate", "not-adopted-veto")
        .doesNotContain("no-contingents", "ended-early");
    assertThat(new Exactly(plan("baseline", "council.china.vote", "no")).reachable())
        .containsExactlyInAnyOrder("no-vote", "not-adopted-insufficient", "not-adopted-veto");
  }

  @ParameterizedTest
  @MethodSource("files")
  void deploymentWithoutAMandateTakesAContributorThatNeedsNone(Path file) {
    Plan plan = Shipped.plan(file, Selection.NONE);
    boolean someNeedNone =
        plan.scenario().contributors().stream()
            .map(c -> plan.scenario().setting(c, "requires-mandate").distribution())
            .anyMatch(distribution -> distribution.at().isPossible(0));
    double probability =
        new Exactly(plan).outcomes().getOrDefault("deployed-without-mandate", -1.0);
    boolean alwaysAdopted = new Exactly(plan).of("council", "adopted") > 1 - 1e-12;

    assertThat(probability > 0).isEqualTo(someNeedNone && !alwaysAdopted);
  }

  @Test
  void abstentionsOfChinaAndRussiaLetTheTextPassAndANoOfEitherIsAVeto() {
    String[] others = {
      "council.france.vote", "yes",
      "council.united-kingdom.vote", "yes",
      "council.vote-week", "4",
      "council.elected-yes", "6"
    };
    assertThat(council(others, "abstain", "abstain").of("council", "adopted")).isCloseTo(1, TINY);
    assertThat(council(others, "no", "abstain").of("council", "vetoed")).isCloseTo(1, TINY);
    assertThat(council(others, "abstain", "no").of("council", "vetoed")).isCloseTo(1, TINY);
    others[7] = "5";
    assertThat(council(others, "no", "no").of("council", "insufficient")).isCloseTo(1, TINY);
    assertThat(council(others, "abstain", "abstain").of("council", "insufficient"))
        .isCloseTo(1, TINY);
  }

  private static Exactly council(String[] others, String china, String russia) {
    List<String> all = new ArrayList<>(List.of(others));
    all.addAll(List.of("council.china.vote", china, "council.russia.vote", russia));
    return new Exactly(plan("baseline", all.toArray(String[]::new)));
  }

  @Test
  void theBaselineReachesEveryOutcomeThatADocumentedContributorAllows() {
    assertThat(new Exactly(plan("baseline")).reachable())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "no-vote",
                "not-adopted-insufficient",
                "not-adopted-veto",
                "no-contingents",
                "not-deployed",
                "ended-early",
                "enforcement-dual-command",
                "enforcement-partial-area",
                "enforcement-below-yardstick",
                "enforcement-at-yardstick"));
  }

  /**
   * What each what-if asks about, against the baseline: an outcome or a value of an indicator that
   * becomes likelier or rarer by more than one case in a thousand.
   */
  @ParameterizedTest
  @CsvSource({
    "hostile-council, authority, none, rises",
    "no-veto, outcome, no-contingents, falls",
    "wide-veto, outcome, no-contingents, rises",
    "named-contributors-only, outcome, no-contingents, rises",
    "no-consent, disarmament, none, rises",
    "untied-aid, aid, reconstruction, rises",
    "tied-aid-helps, aid, blocked, rises",
    "tied-aid-harms, aid, blocked, rises",
    "operations-go-on, outcome, not-deployed, rises",
    "precedent-sized-force, at-precedent-numbers, true, rises",
    "late-board, outcome, not-deployed, rises",
    "early-end-of-ceasefire, outcome, not-deployed, rises",
    "restored-ceasefire, endurance, broken-off, falls",
    "force-without-mandate, outcome, deployed-without-mandate, rises",
    "no-political-track, politics, horizon, falls",
    "board-by-the-plan, governance, none, falls",
    "documented-timetable, on-time, true, rises",
    "trainers-not-troops, police, operating, rises"
  })
  void aWhatIfMovesWhatItIsAbout(String name, String reported, String value, String direction) {
    double before = probability(plan("baseline"), reported, value);
    double after = probability(plan(name), reported, value);

    assertThat(direction.equals("rises") ? after - before : before - after)
        .as("from %s to %s", before, after)
        .isGreaterThan(0.001);
  }

  /** The probability of a value of the outcome or of an indicator. */
  private static double probability(Plan plan, String reported, String value) {
    Variable variable =
        plan.indicators().stream()
            .filter(indicator -> indicator.name().equals(reported))
            .map(Indicator::variable)
            .findFirst()
            .orElseGet(plan::outcome);
    int index = variable.domain().indexOf(value).orElseThrow();
    return new Exactly(plan).of(List.of(variable)).get(0)[index];
  }

  /** On the same cases: none is worse off by the value's order, and some are better off. */
  @ParameterizedTest
  @CsvSource({
    "no-consent, disarmament, falls",
    "untied-aid, aid, rises",
    "no-political-track, politics, falls",
    "named-contributors-only, force.troops, falls",
    "no-veto, force.troops, rises"
  })
  void aWhatIfMovesNoCaseTheOtherWay(String name, String variable, String direction) {
    Replay baseline = new Replay(plan("baseline"), 3);
    Replay whatIf = new Replay(plan(name), 3);
    int sign = direction.equals("rises") ? 1 : -1;
    int moved = 0;
    for (int number = 1; number <= 4_000; number++) {
      int before = baseline.at(number).number(variable);
      int after = whatIf.at(number).number(variable);
      assertThat(sign * (after - before)).as("case %d", number).isNotNegative();
      moved += after != before ? 1 : 0;
    }
    assertThat(moved).isPositive();
  }

  @Test
  void everyWhatIfHasItsDirectionTested() throws NoSuchMethodException {
    CsvSource source =
        ShippedScenariosTest.class
            .getDeclaredMethod(
                "aWhatIfMovesWhatItIsAbout", String.class, String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    // The one is compared with; the other sets nothing, but says what turned out.
    List<String> tested = new ArrayList<>(List.of("baseline", "adopted"));
    for (String row : source.value()) {
      tested.add(row.substring(0, row.indexOf(',')));
    }
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            files().stream()
                .filter(file -> Shipped.SCENARIOS.equals(file.getParent()))
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .collect(Collectors.toList()));
  }
}
