package org.isfsim.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.exact.FuturesWalk.Futures;

/**
 * What the exact walks say of an alternative.
 *
 * @param outcome the outcomes' probabilities, as assumed and in every future; empty if too large
 * @param possible whether each outcome can occur whatever values the assumptions have; empty if too
 *     large
 * @param objectives for each objective its probability (value 1) likewise; empty if too large
 * @param marginals of indicators and of milestones' weeks, by their names in results
 * @param tooLarge what could not be worked out exactly, with the reason
 */
public record ExactAnswer(
    Optional<Futures> outcome,
    boolean[] possible,
    List<Optional<Futures>> objectives,
    Map<String, double[]> marginals,
    Map<String, String> tooLarge) {

  /** Copies the collections. */
  public ExactAnswer {
    objectives = List.copyOf(objectives);
    marginals = Collections.unmodifiableMap(new LinkedHashMap<>(marginals));
    tooLarge = Collections.unmodifiableMap(new LinkedHashMap<>(tooLarge));
  }
}
