package org.isfsim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.isfsim.parameter.Domain;
import org.jspecify.annotations.Nullable;

/** Distributions over few values, written at random as a scenario writes them. */
final class RandomDistributions {

  private static final int MOST_VALUES = 4;
  private static final int LARGEST_WEIGHT = 9;
  private static final int SMALL = 12;

  private final SplittableRandom random;
  private final Map<String, Drawn> kept = new LinkedHashMap<>();

  /**
   * A parameter with a distribution.
   *
   * @param address its address
   * @param domain its domain
   * @param values the values that can occur, as indices, ascending
   * @param text the distribution as written
   */
  record Drawn(String address, Domain domain, List<Integer> values, String text) {
    Drawn {
      values = List.copyOf(values);
    }
  }

  RandomDistributions(SplittableRandom random) {
    this.random = random;
  }

  /** Any value of a domain, as written. */
  String value(Domain domain) {
    return domain.text(random.nextInt(domain.size()));
  }

  /**
   * A distribution, in half of the cases given one or two parameters that were kept before.
   *
   * @param usual a value that it shall be able to have, if any
   */
  Drawn draw(String address, Domain domain, @Nullable String usual) {
    OptionalInt must = usual == null ? OptionalInt.empty() : domain.indexOf(usual);
    List<Drawn> parents = parents();
    Drawn same = parents.isEmpty() ? null : parents.get(0);
    if (same != null && same.domain().equals(domain) && domain instanceof Domain.Numbers grid) {
      int last = same.values().get(same.values().size() - 1);
      int first = same.values().get(0);
      if (last - first < MOST_VALUES && last + 1 < grid.size()) {
        List<Integer> values = new ArrayList<>();
        for (int value = first; value <= last + 1; value++) {
          values.add(value);
        }
        String text =
            "{ uniform: { min: { ref: "
                + same.address()
                + " }, max: "
                + grid.text(last + 1)
                + " } }";
        return new Drawn(address, domain, values, text);
      }
    }
    List<Integer> values = values(domain, must);
    return new Drawn(address, domain, values, given(parents, domain, values));
  }

  /** Lets later distributions be given this one. */
  void keep(Drawn drawn) {
    kept.put(drawn.address(), drawn);
  }

  private List<Drawn> parents() {
    List<Drawn> parents = new ArrayList<>();
    List<Drawn> all = new ArrayList<>(kept.values());
    while (!all.isEmpty() && parents.size() < 2 && random.nextBoolean()) {
      parents.add(all.remove(random.nextInt(all.size())));
      // A table over two parents of many values would be too large for a scenario.
      all.removeIf(drawn -> drawn.domain().size() > SMALL);
    }
    return parents;
  }

  /** A few values, of numbers some of them neighbours. */
  private List<Integer> values(Domain domain, OptionalInt must) {
    int count = 2 + random.nextInt(Math.min(MOST_VALUES, domain.size()) - 1);
    TreeSet<Integer> values = new TreeSet<>();
    must.ifPresent(values::add);
    while (values.size() < count) {
      int next =
          values.isEmpty() || random.nextBoolean()
              ? random.nextInt(domain.size())
              : values.last() + 1 + random.nextInt(3);
      values.add(Math.min(next, domain.size() - 1));
    }
    return new ArrayList<>(values);
  }

  private String given(List<Drawn> parents, Domain domain, List<Integer> values) {
    if (parents.isEmpty()) {
      return distribution(domain, values);
    }
    String names = parents.stream().map(Drawn::address).collect(Collectors.joining(", ", "[", "]"));
    return "{ given: " + names + ", " + branches(parents, domain, values) + " }";
  }

  private String branches(List<Drawn> parents, Domain domain, List<Integer> values) {
    Drawn parent = parents.get(0);
    List<Drawn> rest = parents.subList(1, parents.size());
    List<String> branches = new ArrayList<>();
    for (int value : parent.values().subList(1, parent.values().size())) {
      branches.add("\"" + parent.domain().text(value) + "\": " + branch(rest, domain, values));
    }
    branches.add("else: " + branch(rest, domain, values));
    return String.join(", ", branches);
  }

  /** Some of the values, so that what can occur depends on the parents, too. */
  private String branch(List<Drawn> rest, Domain domain, List<Integer> values) {
    if (!rest.isEmpty()) {
      return "{ " + branches(rest, domain, values) + " }";
    }
    List<Integer> some = values.stream().filter(value -> random.nextInt(4) > 0).toList();
    return distribution(domain, some.isEmpty() ? values : some);
  }

  private String distribution(Domain domain, List<Integer> values) {
    if (values.size() == 1) {
      return domain.text(values.get(0));
    }
    if (domain instanceof Domain.Flag) {
      int of = 2 + random.nextInt(LARGEST_WEIGHT);
      return "{ chance: " + (1 + random.nextInt(of - 1)) + "/" + of + shift(domain) + " }";
    }
    String form = domain instanceof Domain.Numbers ? "empirical" : "choice";
    String weights =
        values.stream()
            .map(value -> domain.text(value) + ": " + (1 + random.nextInt(LARGEST_WEIGHT)))
            .collect(Collectors.joining(", ", "{ ", " }"));
    return "{ " + form + ": " + weights + shift(domain) + " }";
  }

  /** Odds that a lever shifts, in some cases. */
  private String shift(Domain domain) {
    return random.nextInt(3) > 0
        ? ""
        : ", shift: [{ when: { text.tasks: enforcement }, towards: " + value(domain) + " }]";
  }
}
