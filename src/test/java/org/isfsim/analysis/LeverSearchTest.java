package org.isfsim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.isfsim.Exactly;
import org.isfsim.Shipped;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ParameterKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeverSearchTest {

  private static final double SAME = 1e-12;
  private static final List<Objective> OBJECTIVES =
      List.of(
          Small.objective("aid >= humanitarian and area != none"),
          Objective.unlikely(Small.statement("endurance in (withdrawn, broken-off)")),
          Small.objective("legitimacy = high"));

  private static LeverTable table;

  @BeforeAll
  static void search() throws TooLargeException {
    Alternative base = new Alternative("baseline", "baseline", Small.plan());
    LeverSearch search = new LeverSearch(base, OBJECTIVES, clausesAndAid(base.plan()));
    assertThat(search.combinations()).isEqualTo(1728);
    table = search.find(Shipped.decisions(), what -> {});
  }

  private static Map<Variable, int[]> clausesAndAid(Plan plan) {
    Map<Variable, int[]> levers = new LinkedHashMap<>();
    plan.scenario()
        .settings()
        .forEach(
            (address, setting) -> {
              boolean isClause =
                  address.startsWith("text.") && setting.parameter().kind() == ParameterKind.LEVER;
              if (isClause || address.equals("aid.policy")) {
                levers.put(
                    plan.variable(address), IntStream.range(0, setting.domain().size()).toArray());
              }
            });
    return levers;
  }

  @Test
  void combinationsHaveTheProbabilitiesOfSeparateWalks() {
    assertThat(table.rows()).hasSize(1728);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 6; i++) {
      LeverTable.Row row = table.rows().get(random.nextInt(table.rows().size()));
      Map<String, String> sets = new LinkedHashMap<>();
      for (int l = 0; l < row.at().length; l++) {
        Variable lever = table.levers().get(l);
        sets.put(lever.name(), lever.domain().text(row.at()[l]));
      }
      Question question =
          Question.of(Small.plan(sets), OBJECTIVES.stream().map(Objective::statement).toList());
      List<double[]> separate = new Exactly(question.plan()).of(question.flags());
      for (int o = 0; o < OBJECTIVES.size(); o++) {
        assertThat(row.probability()[o])
            .as(sets + " " + OBJECTIVES.get(o).text())
            .isCloseTo(separate.get(o)[1], within(SAME));
      }
    }
  }

  @Test
  void theParetoSetIsWhatNoCombinationDominates() {
    Set<LeverTable.Row> pareto = new HashSet<>();
    table.groups().stream()
        .filter(LeverTable.Group::isPareto)
        .forEach(g -> pareto.addAll(g.rows()));
    for (LeverTable.Row row : table.rows()) {
      boolean dominated =
          table.rows().stream()
              .anyMatch(other -> LeverTable.dominates(other.probability(), row.probability()));
      assertThat(pareto.contains(row)).isEqualTo(!dominated);
    }
    assertThat(pareto).isNotEmpty().hasSizeLessThan(table.rows().size());
  }

  @Test
  void boxesHoldTheCombinationsThatTheyDescribeAndNoOther() {
    for (LeverTable.Group group : table.groups().subList(0, 20)) {
      List<Map<String, List<String>>> boxes = table.described(group.rows());
      List<LeverTable.Row> held = new ArrayList<>();
      for (LeverTable.Row row : table.rows()) {
        long holding = boxes.stream().filter(box -> holds(box, row)).count();
        assertThat(holding).isLessThanOrEqualTo(1);
        if (holding == 1) {
          held.add(row);
        }
      }
      assertThat(held).containsExactlyInAnyOrderElementsOf(group.rows());
    }
  }

  private static boolean holds(Map<String, List<String>> box, LeverTable.Row row) {
    for (int l = 0; l < row.at().length; l++) {
      Variable lever = table.levers().get(l);
      List<String> values = box.get(lever.name());
      if (values != null && !values.contains(lever.domain().text(row.at()[l]))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theScenariosOwnCombinationIsFound() {
    Optional<LeverTable.Row> own = table.own();
    assertThat(own).isPresent();
    int tasks = table.levers().indexOf(table.base().plan().variable("text.tasks"));
    assertThat(table.levers().get(tasks).domain().text(own.orElseThrow().at()[tasks]))
        .isEqualTo("enforcement");
  }

  @Test
  void withoutObjectivesEveryOutcomeIsACriterionAndNothingIsPareto() throws TooLargeException {
    Plan plan = Small.plan();
    Map<Variable, int[]> one = new LinkedHashMap<>();
    one.put(plan.variable("text.tasks"), new int[] {0, 2});
    LeverTable outcomes =
        new LeverSearch(new Alternative("baseline", "", plan), List.of(), one)
            .find(Shipped.decisions(), what -> {});
    assertThat(outcomes.criteria()).isEqualTo(plan.outcome().domain().texts());
    assertThat(outcomes.rows()).hasSize(2);
    assertThat(outcomes.groups()).noneMatch(LeverTable.Group::isPareto);
    assertThat(outcomes.rows().get(1).probability())
        .containsExactly(new Exactly(plan).of(List.of(plan.outcome())).get(0), within(SAME));
  }
}
