package org.isfsim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isfsim.RuleCopy;
import org.isfsim.Shipped;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A condition that three rules need is a quantity or a decision with a name, so that whoever
 * changes it changes it once.
 *
 * <p>What names a condition written elsewhere may stand anywhere: a flag, and a comparison with the
 * result of a decision or with a quantity of the model. What may not are comparisons with a number,
 * comparisons with a value of a parameter, and groups of alternatives. A comparison and its
 * opposite are one condition, however they are written.
 */
final class OneConditionOnePlaceTest {

  private static final int TOO_OFTEN = 3;

  @Test
  void noConditionStandsInThreeRulesOfADecision() {
    assertThat(repeated(Shipped.rules())).isEmpty();
  }

  @Test
  void aComparisonWithAParameterInThreeRulesIsFoundHoweverItIsWritten(@TempDir Path folder)
      throws IOException {
    RuleCopy copy = new RuleCopy(folder.resolve("rules"));
    add(
        copy,
        "adequacy",
        "Adequacy(yardstick in (\"precedent-numbers\", \"ratio-per-1000\", \"none\"),"
            + " reachesRatio)");

    assertThat(repeated(Shipped.rules(copy.folder())))
        .containsExactly("adequacy: yardstick is one of \"tabled-strength\"");
  }

  @Test
  void alternativesInThreeRulesAreFoundInAnyOrder(@TempDir Path folder) throws IOException {
    RuleCopy copy = new RuleCopy(folder.resolve("rules"));
    add(
        copy,
        "politics",
        "Politics(adopted, reportingContested, !westBankLink || !twoStateHorizon)");

    assertThat(repeated(Shipped.rules(copy.folder())))
        .containsExactly("politics: !twoStateHorizon or !westBankLink");
  }

  private static void add(RuleCopy copy, String decision, String condition) throws IOException {
    Files.writeString(
        copy.folder().resolve(decision + ".drl"),
        """

        rule "One more"
            @claims("S000-19")
            @kind(condition)
        when
            %s
        then
            reason("one-more");
        end
        """
            .formatted(condition),
        StandardOpenOption.APPEND);
  }

  /** The conditions that stand too often, each with its decision. */
  private static List<String> repeated(RuleSet rules) {
    Map<String, Set<String>> places = new TreeMap<>();
    Map<String, Set<String>> drawn = fieldsThatAreParameters();
    for (Rule rule : rules.rules()) {
      for (String condition :
          conditions(rule.condition(), drawn.getOrDefault(rule.decision(), Set.of()))) {
        places
            .computeIfAbsent(rule.decision() + ": " + condition, place -> new HashSet<>())
            .add(rule.name());
      }
    }
    places.values().removeIf(names -> names.size() < TOO_OFTEN);
    return List.copyOf(places.keySet());
  }

  /** By decision, the fields that some parameter stands behind. */
  private static Map<String, Set<String>> fieldsThatAreParameters() {
    Map<String, Set<String>> fields = new TreeMap<>();
    List<Step> steps = Shipped.baseline(Map.of()).steps();
    Set<Variable> parameters = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Draw draw) {
        parameters.add(draw.variable());
      } else if (step instanceof Step.Decide decide) {
        Set<String> drawn =
            fields.computeIfAbsent(decide.signature().decision(), name -> new TreeSet<>());
        for (int i = 0; i < decide.inputs().size(); i++) {
          if (parameters.contains(decide.inputs().get(i))) {
            drawn.add(decide.signature().inputs().get(i).name());
          }
        }
      }
    }
    return fields;
  }

  private static Set<String> conditions(Condition condition, Set<String> drawn) {
    Set<String> found = new TreeSet<>();
    for (Condition.Atom atom : condition.atoms()) {
      Domain domain = atom.field().domain();
      boolean numeric = domain instanceof Domain.Numbers;
      boolean parameter = drawn.contains(atom.field().name()) && domain != Domain.Flag.FLAG;
      if (numeric || parameter) {
        found.add(named(atom));
      }
    }
    collectAlternatives(condition, found);
    return found;
  }

  private static void collectAlternatives(Condition condition, Set<String> found) {
    if (condition instanceof Condition.AnyOf any) {
      found.add(
          any.parts().stream()
              .map(OneConditionOnePlaceTest::written)
              .sorted()
              .collect(Collectors.joining(" or ")));
      any.parts().forEach(part -> collectAlternatives(part, found));
    } else if (condition instanceof Condition.AllOf all) {
      all.parts().forEach(part -> collectAlternatives(part, found));
    } else if (condition instanceof Condition.Not not) {
      collectAlternatives(not.part(), found);
    }
  }

  /** One way of writing a condition, whatever the order of its parts. */
  private static String written(Condition condition) {
    if (condition instanceof Condition.Atom atom) {
      return atom.field().domain() == Domain.Flag.FLAG
          ? (atom.required().equals("true") ? "" : "!") + atom.field().name()
          : atom.field().name() + " in " + accepted(atom);
    }
    if (condition instanceof Condition.Not not) {
      return written(not.part().negation());
    }
    boolean all = condition instanceof Condition.AllOf;
    List<Condition> parts =
        condition instanceof Condition.AllOf allOf
            ? allOf.parts()
            : ((Condition.AnyOf) condition).parts();
    return parts.stream()
        .map(OneConditionOnePlaceTest::written)
        .sorted()
        .collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
  }

  /** A comparison or its opposite, whichever accepts fewer values. */
  private static String named(Condition.Atom atom) {
    List<String> accepted = accepted(atom);
    List<String> others = accepted(atom.negation());
    boolean fewer =
        accepted.size() < others.size()
            || accepted.size() == others.size()
                && accepted.toString().compareTo(others.toString()) < 0;
    return atom.field().name() + " is one of " + String.join(", ", fewer ? accepted : others);
  }

  private static List<String> accepted(Condition.Atom atom) {
    if (atom instanceof Condition.FieldComparison comparison) {
      return List.of(comparison.required());
    }
    Domain domain = atom.field().domain();
    int[] row = new int[atom.position() + 1];
    List<String> accepted = new ArrayList<>();
    IntStream.range(0, domain.size())
        .forEach(
            value -> {
              row[atom.position()] = value;
              if (atom.holds(row)) {
                accepted.add('"' + domain.text(value) + '"');
              }
            });
    return accepted;
  }
}
