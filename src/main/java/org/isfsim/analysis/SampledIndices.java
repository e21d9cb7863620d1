package org.isfsim.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sobol' indices estimated by Saltelli's scheme.
 *
 * @param base how many pairs of cases the scheme began with
 * @param failed how many of them were left out, since the rules could not finish a case
 * @param evaluations how many cases were evaluated
 * @param hits how many cases of the pairs hit each target
 * @param byTarget for each target, by the address of the parameter; empty for a target that too few
 *     cases hit, or all but too few
 */
public record SampledIndices(
    int base,
    int failed,
    long evaluations,
    List<Integer> hits,
    List<Map<String, SobolEstimate>> byTarget) {

  /** With fewer cases that hit a target, or miss it, nothing is estimated. */
  public static final int FEWEST_HITS = 20;

  /** With fewer, intervals are rough: their bounds rest on the normal distribution. */
  private static final int ENOUGH_HITS = 500;

  /** Copies the lists. */
  public SampledIndices {
    hits = List.copyOf(hits);
    byTarget = byTarget.stream().<Map<String, SobolEstimate>>map(LinkedHashMap::new).toList();
  }

  /** The estimate for a target and a parameter. */
  public Optional<SobolEstimate> of(int target, String address) {
    return Optional.ofNullable(byTarget.get(target).get(address));
  }

  /** How many of all cases of pairs hit a target or miss it, whichever is rarer. */
  public int rarer(int target) {
    return Math.min(hits.get(target), 2 * (base - failed) - hits.get(target));
  }

  /** Whether so few cases hit a target, or miss it, that its intervals are rough. */
  public boolean isRough(int target) {
    return rarer(target) < ENOUGH_HITS;
  }

  /** Whether noise has made any estimate negative. */
  public boolean anyNegative() {
    return byTarget.stream()
        .flatMap(estimates -> estimates.values().stream())
        .anyMatch(estimate -> estimate.first().value() < 0);
  }
}
