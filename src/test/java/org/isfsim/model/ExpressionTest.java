package org.isfsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isfsim.Shipped;
import org.junit.jupiter.api.Test;

/**
 * The expressions with a form of their own, each by a quantity of the shipped model: worked out for
 * every combination of values, or many of them, and a second time from the values as written.
 */
final class ExpressionTest {

  private static final Plan BASELINE = Shipped.baseline(Map.of());
  private static final int MOST = 20_000;

  /** What a quantity should be, as written, from the values of what it reads, as written. */
  private interface Second {
    String of(Values values);
  }

  /** The values of what a quantity reads, as written, by name. */
  private record Values(Map<String, String> byName) {
    String get(String name) {
      return Objects.requireNonNull(byName.get(name), name);
    }

    Collection<String> values() {
      return byName.values();
    }
  }

  private static void same(String quantity, Second second) {
    Step.Compute step =
        BASELINE.steps().stream()
            .filter(Step.Compute.class::isInstance)
            .map(Step.Compute.class::cast)
            .filter(compute -> compute.variable().name().equals(quantity))
            .findFirst()
            .orElseThrow();
    List<Variable> inputs = step.inputs();
    long all = inputs.stream().mapToLong(input -> input.domain().size()).reduce(1, (a, b) -> a * b);
    long stride = Math.max(1, all / MOST);
    TreeSet<String> seen = new TreeSet<>();
    for (long number = 0; number < all; number += stride) {
      int[] indices = new int[inputs.size()];
      long rest = number;
      for (int i = 0; i < indices.length; i++) {
        indices[i] = (int) (rest % inputs.get(i).domain().size());
        rest /= inputs.get(i).domain().size();
      }
      Map<String, String> values =
          IntStream.range(0, indices.length)
              .boxed()
              .collect(
                  Collectors.toMap(
                      i -> inputs.get(i).name(), i -> inputs.get(i).domain().text(indices[i])));
      String found = step.variable().domain().text(step.operation().apply(indices));
      assertThat(found).as("%s of %s", quantity, values).isEqualTo(second.of(new Values(values)));
      seen.add(found);
    }
    assertThat(seen).as("different values of %s", quantity).hasSizeGreaterThan(1);
  }

  @Test
  void ifTakesOneOfTwoByAFlag() {
    same(
        "ceasefire.strain",
        values ->
            values.get("ceasefire.delay-strains").equals("true")
                ? values.get("ceasefire.strain-of-delay")
                : "1");
  }

  @Test
  void chooseTakesTheFirstValueWhoseConditionHoldsAndElseTheRest() {
    same(
        "force.at-yardstick", values -> String.valueOf(values.get("force").equals("at-yardstick")));
    same(
        "deployment.entry",
        values ->
            !values.get("force.exists").equals("true")
                ? "no-force"
                : values.get("gates").equals("true") ? "goes-in" : "kept-out");
    same(
        "border.partners",
        values -> {
          long partners = values.values().stream().filter("true"::equals).count();
          return partners == 2 ? "both" : partners == 1 ? "one" : "none";
        });
  }

  @Test
  void isHoldsWhereAResultHasOneOfSomeValues() {
    same(
        "endurance.lasts",
        values ->
            String.valueOf(List.of("mandate-ended", "stays").contains(values.get("endurance"))));
  }

  @Test
  void countSaysOfHowManyAValueIsTrue() {
    same(
        "legitimacy.supports",
        values -> "" + values.values().stream().filter("true"::equals).count());
  }

  @Test
  void aBandIncludesItsLowerBound() {
    same(
        "force.troops-band",
        values -> {
          int troops = Integer.parseInt(values.get("force.troops"));
          return troops < 500 ? "none" : troops < 10_000 ? "symbolic" : "substantial";
        });
  }

  @Test
  void aContributorThatRulesMayNameKeepsItsIdAndEveryOtherIsOther() {
    List<String> found =
        List.of("EGY", "OTHER").stream()
            .map(id -> BASELINE.variable("contingent." + id + ".state"))
            .map(ExpressionTest::value)
            .toList();
    assertThat(found).containsExactly("EGY", "other");
  }

  /** The value of a quantity that reads nothing. */
  private static String value(Variable constant) {
    return BASELINE.steps().stream()
        .filter(Step.Compute.class::isInstance)
        .map(Step.Compute.class::cast)
        .filter(compute -> compute.variable().equals(constant))
        .map(compute -> constant.domain().text(compute.operation().apply(new int[0])))
        .findFirst()
        .orElseThrow();
  }
}
