package org.isfsim.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Troops are held against one yardstick; who may disarm is counted apart. */
final class ForceRulesTest extends RulesOfDecision {

  ForceRulesTest() {
    super("force");
  }

  @Test
  void withoutTroopsThereIsNoForceWhateverTheYardstick() {
    String rule = "No armed troops are available";
    when("troops", "none").decides("none").by(rule);
    when("troops", "symbolic").notBy(rule);
    when("troops", "substantial").notBy(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "tabled-strength, reachesTabled",
    "precedent-numbers, reachesPrecedent",
    "ratio-per-1000, reachesRatio"
  })
  void fewTroopsThatStayBelowTheYardstickAreASymbolicForce(String yardstick, String reached) {
    String rule = "A small number of troops is a symbolic force";
    when("troops", "symbolic")
        .and("yardstick", yardstick)
        .and(reached, false)
        .decides("symbolic")
        .by(rule);
    when("troops", "symbolic")
        .and("yardstick", yardstick)
        .and(reached, true)
        .decides("at-yardstick")
        .notBy(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "tabled-strength, reachesTabled,"
        + " The troops stay below the strength tabled for this force,"
        + " The troops reach the strength tabled for this force",
    "precedent-numbers, reachesPrecedent,"
        + " The troops stay below the numbers of the precedents,"
        + " The troops reach the numbers of the precedents",
    "ratio-per-1000, reachesRatio,"
        + " Troops and police stay below the ratio to the population,"
        + " Troops and police reach the ratio to the population"
  })
  void manyTroopsAreBelowOrAtTheYardstickThatIsChosen(
      String yardstick, String reached, String below, String at) {
    when("troops", "substantial")
        .and("yardstick", yardstick)
        .and(reached, false)
        .decides("below-yardstick")
        .by(below)
        .notBy(at);
    when("troops", "substantial")
        .and("yardstick", yardstick)
        .and(reached, true)
        .decides("at-yardstick")
        .by(at)
        .notBy(below);
    when("yardstick", "none").notBy(below).notBy(at);
  }

  @ParameterizedTest
  @ValueSource(strings = {"symbolic", "substantial"})
  void withoutAYardstickEveryForceIsAdequate(String troops) {
    String rule = "Without a yardstick every force counts as adequate";
    when("troops", troops).and("yardstick", "none").decides("at-yardstick").by(rule);
    when("troops", troops).and("yardstick", "tabled-strength").notBy(rule);
  }

  @Test
  void onlyManyTroopsThatMayDisarmCanCompelIt() {
    String can = "Enough troops are free to disarm to compel it";
    String cannot = "Too few troops are free to disarm to compel it";
    when("freeToDisarm", "substantial").decides("can-compel", true).by(can).notBy(cannot);
    when("freeToDisarm", "symbolic").decides("can-compel", false).by(cannot).notBy(can);
    when("freeToDisarm", "none").decides("can-compel", false).by(cannot).notBy(can);
  }

  @Test
  void anyTroopsThatMayDisarmAreFreeToDisarm() {
    String some = "Some troops are free to disarm";
    String no = "No troops are free to disarm";
    when("freeToDisarm", "symbolic").decides("free-to-disarm", true).by(some).notBy(no);
    when("freeToDisarm", "substantial").decides("free-to-disarm", true).by(some).notBy(no);
    when("freeToDisarm", "none").decides("free-to-disarm", false).by(no).notBy(some);
  }
}
