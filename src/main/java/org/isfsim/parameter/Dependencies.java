package org.isfsim.parameter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.parameter.ConditionalDistribution.Row;

/**
 * Ties the specifications of parameters to each other: {@code given}, {@code ref} and {@code shift}
 * become parents, cycles are found, and every combination of the parents' possible values is tried,
 * so that a scenario that loads has a distribution for every case that can occur in it.
 */
public final class Dependencies {

  /** The largest number of combinations times values that one parameter may have. */
  static final int MAX_CELLS = 1 << 24;

  private static final int MAX_MESSAGES = 3;

  /**
   * A parameter at an address.
   *
   * @param specification what is said of it; empty when that has problems of its own
   */
  public record Declared(Domain domain, Optional<Specification> specification) {}

  /**
   * A specification with its parents.
   *
   * @param domains theirs, in the same order
   * @param distribution empty when there are too many combinations of their values
   */
  record Bound(
      Specification specification,
      List<String> parents,
      List<Domain> domains,
      Optional<ConditionalDistribution> distribution) {}

  /**
   * Combinations that all give a distribution.
   *
   * @param possible the values of the parents
   * @param support the values that can occur
   */
  record Tried(ConditionalDistribution of, List<int[]> possible, int[] support) {

    private boolean isOf(ConditionalDistribution other, List<int[]> values) {
      if (of != other) {
        return false;
      }
      for (int i = 0; i < values.size(); i++) {
        if (!Arrays.equals(possible.get(i), values.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private final Map<String, Declared> declared;
  private final Problems problems;
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<String, Bound> bound = new LinkedHashMap<>();
  private final Map<String, ConditionalDistribution> resolved = new HashMap<>();
  private final Map<String, int[]> supports = new HashMap<>();

  private Dependencies(Map<String, Declared> declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
    declared.forEach((address, parameter) -> domains.put(address, parameter.domain()));
  }

  /**
   * The distribution of every parameter, in the order given; those with problems are left out.
   *
   * @param declared every parameter by address
   */
  public static Map<String, ConditionalDistribution> resolve(
      Map<String, Declared> declared, Problems problems) {
    return new Dependencies(declared, problems).resolve();
  }

  private Map<String, ConditionalDistribution> resolve() {
    declared.forEach(
        (address, parameter) -> parameter.specification().ifPresent(s -> bind(address, s)));
    Set<String> left = resolveInOrder();
    reportCycles(left);
    Map<String, ConditionalDistribution> inOrder = new LinkedHashMap<>();
    for (String address : declared.keySet()) {
      ConditionalDistribution distribution = resolved.get(address);
      if (distribution != null) {
        inOrder.put(address, distribution);
      }
    }
    return inOrder;
  }

  private void bind(String address, Specification specification) {
    Bound known = specification.bound();
    if (known != null && fits(known)) {
      bound.put(address, known);
      return;
    }
    int before = problems.size();
    Binder binder = new Binder(domains, problems);
    Row row = specification.bind(binder);
    if (problems.size() == before) {
      Bound made = bound(specification, binder.parents(), row);
      specification.remember(made);
      bound.put(address, made);
    }
  }

  /** Whether what was bound before has the same parents here. */
  private boolean fits(Bound known) {
    for (int i = 0; i < known.parents().size(); i++) {
      if (!known.domains().get(i).equals(domains.get(known.parents().get(i)))) {
        return false;
      }
    }
    return true;
  }

  private Bound bound(Specification specification, List<String> parents, Row row) {
    List<Domain> ofParents = parents.stream().map(parent -> get(domains, parent)).toList();
    int[] sizes = ofParents.stream().mapToInt(Domain::size).toArray();
    long cells = specification.domain().size();
    for (int size : sizes) {
      cells = cells > MAX_CELLS ? cells : cells * size;
    }
    return new Bound(
        specification,
        parents,
        ofParents,
        cells > MAX_CELLS
            ? Optional.empty()
            : Optional.of(new ConditionalDistribution(parents, sizes, row)));
  }

  /** Resolves parents before children; returns the addresses that wait for themselves. */
  private Set<String> resolveInOrder() {
    Map<String, List<String>> children = new HashMap<>();
    Map<String, Integer> waiting = new LinkedHashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    bound.forEach(
        (address, b) -> {
          int open = 0;
          for (String parent : b.parents()) {
            if (bound.containsKey(parent)) {
              children.computeIfAbsent(parent, unused -> new ArrayList<>()).add(address);
              open++;
            }
          }
          waiting.put(address, open);
          if (open == 0) {
            ready.add(address);
          }
        });
    while (!ready.isEmpty()) {
      String address = ready.remove();
      waiting.remove(address);
      tabulate(address);
      for (String child : children.getOrDefault(address, List.of())) {
        if (waiting.merge(child, -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    return waiting.keySet();
  }

  private void tabulate(String address) {
    Bound b = get(bound, address);
    if (!resolved.keySet().containsAll(b.parents())) {
      return;
    }
    if (b.distribution().isEmpty()) {
      problems.add(
          b.specification()
              .problem("depends on too many combinations of " + String.join(", ", b.parents()))
              .allowing("at most " + MAX_CELLS + " combinations times values"));
      return;
    }
    ConditionalDistribution distribution = b.distribution().get();
    List<int[]> possible = b.parents().stream().map(parent -> get(supports, parent)).toList();
    tried(b, distribution, possible)
        .ifPresent(
            support -> {
              resolved.put(address, distribution);
              supports.put(address, support);
            });
  }

  /** The values that can occur; empty if some combination of the parents' gives none. */
  private Optional<int[]> tried(Bound b, ConditionalDistribution of, List<int[]> possible) {
    Tried known = b.specification().tried();
    if (known != null && known.isOf(of, possible)) {
      return Optional.of(known.support());
    }
    Map<String, Problem> found = new LinkedHashMap<>();
    BitSet support = new BitSet();
    Combinations.of(possible)
        .forEach(
            values -> {
              try {
                Arrays.stream(of.tried(values).support()).forEach(support::set);
              } catch (ImpossibleException e) {
                Problem problem = e.problem();
                String key = problem.message().replaceAll("[0-9.]+", "#");
                found.putIfAbsent(key, b.parents().isEmpty() ? problem : where(problem, b, values));
              }
            });
    found.values().stream().limit(MAX_MESSAGES).forEach(problems::add);
    if (!found.isEmpty()) {
      return Optional.empty();
    }
    Tried tried = new Tried(of, possible, support.stream().toArray());
    b.specification().remember(tried);
    return Optional.of(tried.support());
  }

  private Problem where(Problem problem, Bound b, int[] values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String parent = b.parents().get(i);
      String value = get(domains, parent).text(values[i]);
      if (!problem.message().endsWith("the value " + value + " of " + parent)) {
        parts.add(parent + " is " + value);
      }
    }
    if (parts.isEmpty()) {
      return problem;
    }
    String message = problem.message() + " when " + String.join(" and ", parts);
    return new Problem(
        problem.mark(), problem.path(), message, problem.allowed(), problem.advice());
  }

  private void reportCycles(Set<String> left) {
    Set<String> seen = new HashSet<>();
    for (String start : left) {
      Set<String> way = new LinkedHashSet<>();
      String at = start;
      while (seen.add(at)) {
        way.add(at);
        at = get(bound, at).parents().stream().filter(left::contains).findFirst().orElse(at);
      }
      if (way.contains(at)) {
        List<String> cycle = new ArrayList<>(way);
        cycle = new ArrayList<>(cycle.subList(cycle.indexOf(at), cycle.size()));
        cycle.add(at);
        problems.add(
            get(bound, at)
                .specification()
                .problem("depends on itself: " + String.join(" -> ", cycle)));
      }
    }
  }

  private static <T> T get(Map<String, T> map, String key) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalStateException(
          "Not there: " + key + " among " + Arrays.toString(map.keySet().toArray()));
    }
    return value;
  }
}
