package org.isfsim.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.ConditionalDistribution.Row;
import org.jspecify.annotations.Nullable;

/**
 * Ties the addresses that one specification mentions to the parameters of a scenario, and numbers
 * its parents in the order in which they are mentioned.
 */
final class Binder {

  private final Map<String, Domain> domains;
  private final Problems problems;
  private final Map<String, Integer> parents = new LinkedHashMap<>();
  private int mentions;

  Binder(Map<String, Domain> domains, Problems problems) {
    this.domains = domains;
    this.problems = problems;
  }

  List<String> parents() {
    return new ArrayList<>(parents.keySet());
  }

  Problems problems() {
    return problems;
  }

  /** The domain of an address; an unknown one is a problem. */
  @Nullable Domain domain(Address address) {
    Domain domain = domains.get(address.text());
    if (domain == null) {
      problems.add(
          Problem.of(
                  address.mark(),
                  address.path(),
                  "there is no parameter \"" + address.text() + "\"")
              .advising(
                  Suggestions.didYouMean(address.text(), domains.keySet(), Parameter.LISTED)));
    }
    return domain;
  }

  /** The position of an address among the parents. */
  int parent(String address) {
    mentions++;
    return parents.computeIfAbsent(address, unused -> parents.size());
  }

  /** Whether a parameter's values are percentages. */
  boolean isPercentage(Amount.Ref ref) {
    return domains.get(ref.address()) instanceof Domain.Numbers numbers
        && numbers.unit().equals(Unit.PERCENT);
  }

  /**
   * Binds a branch and, if it mentions no parameter, tries it at once, so that a mistake is found
   * in a branch that no combination reaches.
   */
  Row checked(Specification branch) {
    int mentionsBefore = mentions;
    int problemsBefore = problems.size();
    Row row = branch.bind(this);
    if (mentions == mentionsBefore && problems.size() == problemsBefore) {
      try {
        row.weights(new int[0]);
      } catch (ImpossibleException e) {
        problems.add(e.problem());
      }
    }
    return row;
  }

  /** How to read an amount, in the unit that is wanted. */
  Reading reading(Amount amount) {
    if (amount instanceof Amount.Literal literal) {
      double value = literal.value().doubleValue();
      return values -> value;
    }
    Amount.Ref ref = (Amount.Ref) amount;
    Domain domain = domain(new Address(ref.address(), ref.mark(), ref.path()));
    if (domain == null) {
      return values -> Double.NaN;
    }
    if (!(domain instanceof Domain.Numbers numbers) || !ref.wanted().accepts(numbers.unit())) {
      problems.add(
          Problem.of(
                  ref.mark(),
                  ref.path(),
                  "the values of \"" + ref.address() + "\" will not do as a number here")
              .allowing(ref.wanted().description()));
      return values -> Double.NaN;
    }
    int parent = parent(ref.address());
    return values -> numbers.number(values[parent]);
  }

  /**
   * Which values of a parent some keys stand for: a value, or {@code a..b} with both ends.
   *
   * @return an index of the keys for each value of the parent, −1 where no key covers it
   */
  int[] covered(Domain parent, List<Node.Scalar> keys, String path) {
    int[] covering = new int[parent.size()];
    Arrays.fill(covering, -1);
    for (int k = 0; k < keys.size(); k++) {
      Node.Scalar key = keys.get(k);
      int[] ends = ends(parent, key, path);
      if (ends.length == 0) {
        continue;
      }
      for (int value = ends[0]; value <= ends[1]; value++) {
        if (covering[value] >= 0) {
          Node.Scalar first = keys.get(covering[value]);
          problems.add(
              key.mark(),
              path,
              "\""
                  + key.text()
                  + "\" overlaps \""
                  + first.text()
                  + "\": both cover "
                  + parent.text(value));
          break;
        }
        covering[value] = k;
      }
    }
    return covering;
  }

  private int[] ends(Domain parent, Node.Scalar key, String path) {
    int dots = key.text().indexOf("..");
    String from = dots < 0 ? key.text() : key.text().substring(0, dots).strip();
    String to = dots < 0 ? key.text() : key.text().substring(dots + 2).strip();
    OptionalInt low = parent.indexOf(from);
    OptionalInt high = parent.indexOf(to);
    if (low.isEmpty() || high.isEmpty()) {
      String wrong = low.isEmpty() ? from : to;
      problems.add(
          Problem.of(key.mark(), path, "\"" + wrong + "\" is not one of the values")
              .allowing(parent.described())
              .advising(Values.advice(parent, wrong)));
      return new int[0];
    }
    if (low.getAsInt() > high.getAsInt()) {
      problems.add(key.mark(), path, "the range \"" + key.text() + "\" ends before it begins");
      return new int[0];
    }
    return new int[] {low.getAsInt(), high.getAsInt()};
  }
}
