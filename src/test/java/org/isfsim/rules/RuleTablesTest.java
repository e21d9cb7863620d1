package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isfsim.Shipped;
import org.isfsim.decision.DecisionTable;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.source.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped rules against truth tables that were written from the claims and not from the rules.
 */
final class RuleTablesTest {

  static List<Signature> decisions() {
    return Shipped.rules().signatures();
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void everyRowHoldsWhateverTheFieldsAreThatItLeavesOut(Signature signature) {
    RuleTable table = RuleTable.of(signature);
    DecisionTable decision = Shipped.decisions().table(signature.decision());
    List<String> wrong = new ArrayList<>();
    Set<RuleTable.Row> seen = new HashSet<>();
    for (long key = 0; key < signature.combinations(); key++) {
      int[] combination = signature.combination(key);
      Finding finding = decision.find(combination);
      for (RuleTable.Row row : table.covering(combination)) {
        seen.add(row);
        if (!row.expects(finding)) {
          wrong.add(row.place() + " when " + signature.inWords(combination) + ": " + finding);
        }
      }
    }
    assertThat(wrong).as("combinations decided otherwise than their row says").isEmpty();
    assertThat(seen).as("rows that speak of a combination").hasSameSizeAs(table.rows());
  }

  @Test
  void everyDecisionHasATableAndEveryTableADecision() throws IOException {
    List<String> names = decisions().stream().map(Signature::fileName).sorted().toList();
    try (Stream<Path> files = Files.list(RuleTable.FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .map(name -> name.replace(".yaml", ".drl"))
                  .sorted())
          .containsExactlyElementsOf(names);
    }
  }

  @Test
  void everyClaimThatATableCitesIsInTheRegister() {
    Register register = Register.read(Shipped.HOME.resolve("seeds"));
    Set<String> unknown = new TreeSet<>();
    for (Signature signature : decisions()) {
      RuleTable table = RuleTable.of(signature);
      Stream.concat(
              table.claims().stream(), table.rows().stream().flatMap(row -> row.claims().stream()))
          .filter(claim -> !register.hasClaim(claim))
          .forEach(claim -> unknown.add(signature.decision() + ": " + claim));
    }
    assertThat(unknown).isEmpty();
  }

  /** So that no rule can be changed, added or left out unnoticed. */
  @ParameterizedTest
  @MethodSource("decisions")
  void everyResultOfEveryCombinationIsExpectedBySomeRow(Signature signature) {
    RuleTable table = RuleTable.of(signature);
    List<String> unsettled = new ArrayList<>();
    for (long key = 0; key < signature.combinations(); key++) {
      int[] combination = signature.combination(key);
      Set<Integer> results = new TreeSet<>();
      table.covering(combination).forEach(row -> results.addAll(row.then().keySet()));
      if (results.size() < signature.results().size()) {
        unsettled.add(signature.inWords(combination));
      }
    }
    assertThat(unsettled).as("combinations of which the table says nothing").isEmpty();
  }

  /** Fires in a row means: in every combination of which the row speaks. */
  @ParameterizedTest
  @MethodSource("decisions")
  void everyRuleFiresInSomeRowAndDoesNotFireInAnother(Signature signature) {
    List<Rule> rules = Shipped.rules().rulesOf(signature.decision());
    List<RuleTable.Row> rows = RuleTable.of(signature).rows();
    BitSet[] fires = new BitSet[rows.size()];
    BitSet[] silent = new BitSet[rows.size()];
    for (int r = 0; r < fires.length; r++) {
      fires[r] = new BitSet();
      fires[r].set(0, rules.size());
      silent[r] = (BitSet) fires[r].clone();
    }
    for (long key = 0; key < signature.combinations(); key++) {
      int[] combination = signature.combination(key);
      BitSet fired = new BitSet();
      Shipped.decisions()
          .trace(signature.decision(), combination)
          .fired()
          .forEach(rule -> fired.set(rules.indexOf(rule)));
      for (int r = 0; r < fires.length; r++) {
        if (rows.get(r).covers(combination)) {
          fires[r].and(fired);
          silent[r].andNot(fired);
        }
      }
    }
    assertThat(in(fires, rules))
        .as("rules that fire in a row")
        .containsExactlyElementsOf(names(rules));
    assertThat(in(silent, rules))
        .as("rules that do not fire in a row")
        .containsExactlyElementsOf(names(rules));
  }

  private static List<String> names(List<Rule> rules) {
    return rules.stream().map(Rule::name).toList();
  }

  private static List<String> in(BitSet[] rows, List<Rule> rules) {
    BitSet any = new BitSet();
    for (BitSet row : rows) {
      any.or(row);
    }
    return any.stream().mapToObj(rule -> rules.get(rule).name()).toList();
  }
}
