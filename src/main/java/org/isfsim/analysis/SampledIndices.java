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
 * @param byTarget for each target, by the address of the parameter; empty for a target that all
 *     cases or none hit
 */
public record SampledIndices(
    int base, int failed, long evaluations, List<Map<String, SobolEstimate>> byTarget) {

  /** Copies the lists. */
  public SampledIndices {
    byTarget = byTarget.stream().<Map<String, SobolEstimate>>map(LinkedHashMap::new).toList();
  }

  /** The estimate for a target and a parameter. */
  public Optional<SobolEstimate> of(int target, String address) {
    return Optional.ofNullable(byTarget.get(target).get(address));
  }

  /** Whether noise has made any estimate negative. */
  public boolean anyNegative() {
    return byTarget.stream()
        .flatMap(estimates -> estimates.values().stream())
        .anyMatch(estimate -> estimate.first().value() < 0);
  }
}
