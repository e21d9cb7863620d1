package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.isfsim.SmallScenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Regions of the baseline. The seed is the scenario's; had it been drawn, an exact figure would lie
 * outside the five standard errors that are allowed here with a chance below 1e-6 each.
 */
class DiscoverCommandTest {

  private static final String SMALL = SmallScenario.FILE.toString();
  private static final String CASES = "20000";

  private static JsonNode discover(String... more) {
    String[] args = new String[more.length + 6];
    args[0] = "discover";
    args[1] = SMALL;
    args[2] = "--cases";
    args[3] = CASES;
    args[4] = "--format";
    args[5] = "json";
    System.arraycopy(more, 0, args, 6, more.length);
    return ReachCommandTest.json(args);
  }

  private static void assertNear(JsonNode region) {
    double cases = Integer.parseInt(CASES);
    double mass = region.get("exact_mass").asDouble();
    double error = 5 * Math.sqrt(mass * (1 - mass) / cases) + 1e-9;
    assertThat(region.get("mass").asDouble()).isCloseTo(mass, within(error));
    double density = region.get("exact_density").asDouble();
    int inside = region.get("cases").asInt();
    // A box was chosen because it is dense in this sample, so its sampled density is somewhat high.
    double spread = 8 * Math.sqrt(density * (1 - density) / Math.max(1, inside)) + 2.0 / inside;
    assertThat(region.get("density").asDouble()).isCloseTo(density, within(spread));
  }

  @Test
  void exactFiguresStandBesideThoseOfTheSample() {
    JsonNode answer = discover("--outcome", "not-adopted-veto", "--depth", "3");
    assertThat(answer.get("hits").asInt() / 20000.0)
        .isCloseTo(answer.get("probability").asDouble(), within(0.02));
    JsonNode tables = answer.get("tables");
    assertThat(tables.get("boxes")).isNotEmpty();
    tables.get("boxes").forEach(DiscoverCommandTest::assertNear);
    assertThat(tables.get("limits").findValuesAsString("parameter"))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("council."));
    assertThat(tables.get("trajectory").get(0).get("coverage").asDouble()).isEqualTo(1);
    double mass = 0;
    for (JsonNode leaf : tables.get("tree")) {
      assertNear(leaf);
      mass += leaf.get("exact_mass").asDouble();
    }
    assertThat(mass).isCloseTo(1, within(1e-9));
  }

  @Test
  void severalOutcomesCountAsOneAndAnIndicatorMayBeAsked() {
    JsonNode both =
        discover("--outcome", "not-deployed,no-contingents", "--depth", "0", "--boxes", "1");
    assertThat(both.get("target").asString()).isEqualTo("not-deployed or no-contingents");
    assertThat(both.get("tables").get("tree")).isEmpty();
    JsonNode indicator = discover("--indicator", "legitimacy=high", "--depth", "2", "--boxes", "0");
    assertThat(indicator.get("tables").get("boxes")).isEmpty();
    assertThat(indicator.get("tables").get("tree")).isNotEmpty();
  }

  @Test
  void aReaderSeesTheBoxInTheTermsOfTheScenario() {
    Ran ran =
        Ran.isfsim(
            "discover",
            SMALL,
            "--cases",
            "5000",
            "--outcome",
            "not-deployed",
            "--boxes",
            "1",
            "--depth",
            "2");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("What leads to not-deployed", "council.china.vote", "abstain or yes")
        .contains("quasi p", "How it was found", "Classification tree", "(exactly ");
    assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    for (String table : new String[] {"limits", "tree"}) {
      Ran csv =
          Ran.isfsim(
              "discover",
              SMALL,
              "--cases",
              "2000",
              "--outcome",
              "not-deployed",
              "--boxes",
              "1",
              "--depth",
              "2",
              "--format",
              "csv",
              "--table",
              table);
      assertThat(csv.code()).as(csv.err()).isZero();
      assertThat(csv.out()).startsWith("target,").contains("\nnot-deployed,");
    }
  }

  @Test
  void tooFewCasesSayHowManyWouldDoAndWhatExcludesTheRest() {
    Ran rare =
        Ran.isfsim("discover", SMALL, "--cases", "1000", "--outcome", "enforcement-at-yardstick");
    assertThat(rare.code()).isEqualTo(ExitCode.INVALID);
    assertThat(rare.out()).isEmpty();
    assertThat(rare.err())
        .contains("of the 1,000 cases sampled")
        .contains("its exact probability is 0.00")
        .containsPattern("about [\\d,]+ cases are needed: --cases \\d+");
    Ran excluded = Ran.isfsim("discover", SMALL, "--cases", "1000", "--outcome", "peacekeeping");
    assertThat(excluded.code()).isEqualTo(ExitCode.INVALID);
    assertThat(excluded.err())
        .contains("none of the 1,000 cases sampled have peacekeeping")
        .contains("the scenario excludes it, by exhaustion", "--outcome peacekeeping");
  }

  @Test
  void whatIsNotKnownIsAProblem() {
    Ran unknown = Ran.isfsim("discover", SMALL, "--outcome", "ended-erly");
    assertThat(unknown.code()).isEqualTo(ExitCode.INVALID);
    assertThat(unknown.err()).contains("did you mean \"ended-early\"?");
    Ran mixed =
        Ran.isfsim("discover", SMALL, "--outcome", "ended-early", "--indicator", "aid=blocked");
    assertThat(mixed.code()).isEqualTo(ExitCode.INVALID);
    assertThat(mixed.err()).contains("ask for each in turn");
    assertThat(Ran.isfsim("discover", SMALL, "--indicator", "aid").err())
        .contains("every case has one of");
    assertThat(Ran.isfsim("discover", SMALL).code()).isEqualTo(ExitCode.USAGE);
    Ran step =
        Ran.isfsim(
            "discover", SMALL, "--cases", "2000", "--outcome", "not-deployed", "--step", "999");
    assertThat(step.code()).isEqualTo(ExitCode.INVALID);
    assertThat(step.err()).contains("the trajectory has no such step; allowed: 0 to ");
  }
}
