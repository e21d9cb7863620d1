package org.isfsim.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.parameter.ConditionalDistribution.Row;

/** One form in which probabilities are written. */
sealed interface Form {

  /**
   * Ties the form to the parameters that it mentions; what is wrong is added to the binder's
   * problems.
   *
   * @param domain the values that get weights
   * @param path the path of the specification
   * @return weights, not yet divided by their sum
   */
  Row bind(Domain domain, String path, Binder binder);

  /** Whether it weighs what claims can order: named values, a flag, or the chance of a count. */
  default boolean canBeOrdered(Domain domain) {
    return false;
  }

  /**
   * Whether its weights, the chance of false and of true for a chance, are in these proportions;
   * empty where they depend on another parameter, or there are none.
   */
  default Optional<Boolean> hasProportions(List<BigInteger> weights) {
    return Optional.empty();
  }

  /** One value for certain. */
  record Fixed(int index) implements Form {
    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      double[] weights = new double[domain.size()];
      weights[index] = 1;
      return values -> weights.clone();
    }
  }

  /** {@code choice} and {@code empirical}: values with weights; the others are impossible. */
  record Weighted(Node node, List<Weight> weights) implements Form {

    record Weight(int index, Amount amount) {}

    private static final double TOLERANCE = 1e-9;

    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      List<Reading> readings = weights.stream().map(w -> binder.reading(w.amount())).toList();
      long percentages = weights.stream().filter(w -> isPercentage(w, binder)).count();
      if (percentages > 0 && percentages < weights.size()) {
        binder
            .problems()
            .add(
                Problem.of(node.mark(), path, "percentages and plain weights are mixed")
                    .allowing("either percentages that add to 100%, or ratios such as 1, 2, 2"));
      }
      return values -> weights(domain, path, readings, percentages > 0, values);
    }

    @Override
    public boolean canBeOrdered(Domain domain) {
      return !(domain instanceof Domain.Numbers);
    }

    @Override
    public Optional<Boolean> hasProportions(List<BigInteger> proportions) {
      Map<Integer, BigDecimal> found = new LinkedHashMap<>();
      for (Weight weight : weights) {
        if (!(weight.amount() instanceof Amount.Literal literal)) {
          return Optional.empty();
        }
        found.put(weight.index(), literal.value());
      }
      if (found.size() < proportions.size()) {
        return Optional.of(false);
      }
      BigDecimal first = found.getOrDefault(0, BigDecimal.ZERO);
      BigDecimal wanted = new BigDecimal(proportions.get(0));
      return Optional.of(
          found.entrySet().stream()
              .allMatch(
                  entry ->
                      new BigDecimal(proportions.get(entry.getKey()))
                              .multiply(first)
                              .compareTo(entry.getValue().multiply(wanted))
                          == 0));
    }

    private static boolean isPercentage(Weight weight, Binder binder) {
      if (weight.amount() instanceof Amount.Ref ref) {
        return binder.isPercentage(ref);
      }
      return ((Amount.Literal) weight.amount()).percent();
    }

    private double[] weights(
        Domain domain, String path, List<Reading> readings, boolean percentages, int[] values) {
      double[] row = new double[domain.size()];
      double sum = 0;
      for (int i = 0; i < weights.size(); i++) {
        double weight = readings.get(i).at(values);
        if (!(weight > 0)) {
          throw new ImpossibleException(
              weights
                  .get(i)
                  .amount()
                  .problem("a weight must be positive, found " + Texts.number(weight))
                  .advising("leave an impossible value out"));
        }
        row[weights.get(i).index()] = weight;
        sum += weight;
      }
      if (percentages && Math.abs(sum - 100) > TOLERANCE) {
        throw new ImpossibleException(
            Problem.of(
                node.mark(), path, "the percentages add to " + Texts.number(sum) + "%, not 100%"));
      }
      return row;
    }
  }

  /** {@code chance}: the probability of true. */
  record Chance(Amount chance) implements Form {
    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      Reading reading = binder.reading(chance);
      return values -> {
        double p = probability(chance, reading, values);
        return new double[] {1 - p, p};
      };
    }

    @Override
    public boolean canBeOrdered(Domain domain) {
      return true;
    }

    @Override
    public Optional<Boolean> hasProportions(List<BigInteger> proportions) {
      return isChance(chance, proportions);
    }
  }

  /** Ratios are read as percentages of 34 digits, and so the same ratio is the same number. */
  private static Optional<Boolean> isChance(Amount chance, List<BigInteger> proportions) {
    if (!(chance instanceof Amount.Literal literal)) {
      return Optional.empty();
    }
    BigDecimal part = new BigDecimal(proportions.get(1));
    BigDecimal whole = part.add(new BigDecimal(proportions.get(0)));
    BigDecimal percent = AmountReader.percent(part, whole);
    return Optional.of(literal.value().compareTo(percent) == 0);
  }

  private static double probability(Amount chance, Reading reading, int[] values) {
    double percent = reading.at(values);
    if (!(percent >= 0 && percent <= 100)) {
      throw new ImpossibleException(
          chance
              .problem("a chance of " + Texts.number(percent) + "% is none")
              .allowing("0% to 100%"));
    }
    return percent / 100;
  }

  /** {@code uniform}: equal weights for the values of the grid from min to max, both included. */
  record Uniform(Amount min, Amount max) implements Form {
    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      Domain.Numbers grid = (Domain.Numbers) domain;
      Reading low = binder.reading(min);
      Reading high = binder.reading(max);
      return values -> {
        int from = onGrid(grid, min, low.at(values));
        int to = onGrid(grid, max, high.at(values));
        if (from > to) {
          throw new ImpossibleException(
              max.problem("max " + grid.text(to) + " is below min " + grid.text(from)));
        }
        double[] weights = new double[grid.size()];
        Arrays.fill(weights, from, to + 1, 1);
        return weights;
      };
    }

    private static int onGrid(Domain.Numbers grid, Amount amount, double number) {
      OptionalInt index =
          number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
              ? grid.indexOfNumber((int) number)
              : OptionalInt.empty();
      if (index.isPresent()) {
        return index.getAsInt();
      }
      boolean outside = number < grid.min() || number > grid.max();
      throw new ImpossibleException(
          amount
              .problem(
                  Texts.number(number)
                      + grid.unit().suffix()
                      + (outside ? " is out of range" : " is off the grid"))
              .allowing(grid.described()));
    }
  }

  /**
   * A continuous law on the grid.
   *
   * @param name how the law is written
   * @param amounts its numbers by name; those left out are absent
   */
  record Continuous(Node node, LawName name, Map<String, Amount> amounts) implements Form {
    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      Domain.Numbers grid = (Domain.Numbers) domain;
      Map<String, Reading> readings = new LinkedHashMap<>();
      amounts.forEach((key, amount) -> readings.put(key, binder.reading(amount)));
      return values -> {
        Map<String, Double> found = new LinkedHashMap<>();
        readings.forEach((key, reading) -> found.put(key, reading.at(values)));
        LawNumbers numbers = new LawNumbers(grid, amounts, found);
        double[] weights = name.law(numbers).onto(grid);
        for (double weight : weights) {
          if (weight > 0) {
            return weights;
          }
        }
        throw new ImpossibleException(
            Problem.of(node.mark(), path, "no value of the parameter gets any probability")
                .allowing(grid.described()));
      };
    }
  }

  /**
   * {@code planned}: a wait with the planned lead as its median, each further lead half as likely:
   * P(X ≤ k) = 1 − 2^(−k/lead) at every point k of the grid, so that the plan is met at even odds.
   * What lies beyond the domain counts at its end.
   */
  record Planned(Amount lead) implements Form {
    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      Domain.Numbers grid = (Domain.Numbers) domain;
      Reading reading = binder.reading(lead);
      return values -> {
        double median = reading.at(values);
        if (!(median > grid.min() && median <= grid.max())) {
          throw new ImpossibleException(
              lead.problem(Texts.number(median) + grid.unit().suffix() + " is no planned lead here")
                  .allowing("above " + grid.text(0) + ", at most " + grid.text(grid.size() - 1)));
        }
        double[] weights = new double[grid.size()];
        double left = 1;
        for (int i = 0; i < weights.length; i++) {
          double after = PortableMath.exp2(-grid.number(i) / median);
          weights[i] = left - after;
          left = after;
        }
        weights[weights.length - 1] += left;
        return weights;
      };
    }
  }

  /**
   * {@code binomial}: the number of successes in a number of independent trials with one chance;
   * values outside the domain are cut off. Probabilities by C. Loader, Fast and Accurate
   * Computation of Binomial Probabilities, 2000, as in commons-math3.
   *
   * @param trials the number of trials; the domain's largest value when absent
   */
  record Binomial(Optional<Amount> trials, Amount chance) implements Form {
    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      Domain.Numbers grid = (Domain.Numbers) domain;
      Reading count = trials.map(binder::reading).orElse(values -> grid.max());
      Reading reading = binder.reading(chance);
      return values -> {
        double n = count.at(values);
        if (trials.isPresent() && !(n == Math.rint(n) && n >= 1 && n <= grid.max())) {
          throw new ImpossibleException(
              trials
                  .get()
                  .problem(Texts.number(n) + " is no number of trials here")
                  .allowing("a whole number from 1 to " + grid.max()));
        }
        BinomialDistribution law =
            new BinomialDistribution(null, (int) n, probability(chance, reading, values));
        double[] weights = new double[grid.size()];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = law.probability(grid.number(i));
        }
        return weights;
      };
    }

    @Override
    public boolean canBeOrdered(Domain domain) {
      return true;
    }

    @Override
    public Optional<Boolean> hasProportions(List<BigInteger> proportions) {
      return isChance(chance, proportions);
    }
  }

  /**
   * {@code given}: another specification for each value of a parent.
   *
   * @param otherwise the specification for values that no branch covers
   */
  record Given(
      Node node,
      Address parent,
      List<Node.Scalar> keys,
      List<Specification> branches,
      Optional<Specification> otherwise)
      implements Form {
    @Override
    public boolean canBeOrdered(Domain domain) {
      return !(domain instanceof Domain.Numbers);
    }

    @Override
    public Row bind(Domain domain, String path, Binder binder) {
      Domain parentDomain = binder.domain(parent);
      int position = parentDomain == null ? 0 : binder.parent(parent.text());
      List<Row> rows = branches.stream().map(branch -> binder.checked(branch)).toList();
      Optional<Row> rest = otherwise.map(branch -> binder.checked(branch));
      if (parentDomain == null) {
        return values -> new double[0];
      }
      int[] branchOf = binder.covered(parentDomain, keys, path);
      return values -> {
        int value = values[position];
        if (branchOf[value] >= 0) {
          return rows.get(branchOf[value]).weights(values);
        }
        return rest.orElseThrow(
                () ->
                    new ImpossibleException(
                        Problem.of(
                                node.mark(),
                                path,
                                "no branch for the value "
                                    + parentDomain.text(value)
                                    + " of "
                                    + parent.text())
                            .advising("add a branch for it, or \"else\"")))
            .weights(values);
      };
    }
  }
}
