package org.isfsim.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Plan;
import org.isfsim.parameter.PortableMath;

/**
 * What to watch for a target.
 *
 * @param plan the plan of the scenario
 * @param target what the target is called in answers
 * @param names the names of the target's values that are asked about
 * @param indices their indices, in the same order
 * @param probability how likely each value of the target is
 * @param entropy how uncertain the target is, in bits
 * @param signposts what tells of it, the most telling first
 * @param tooLarge what could not be worked out, with the reason
 */
public record SignpostList(
    Plan plan,
    String target,
    List<String> names,
    List<Integer> indices,
    double[] probability,
    double entropy,
    List<Signpost> signposts,
    Map<String, String> tooLarge) {

  /** Copies the collections and sorts the signposts. */
  public SignpostList {
    names = List.copyOf(names);
    indices = List.copyOf(indices);
    signposts = signposts.stream().sorted(PortableMath.largestFirst(Signpost::bits)).toList();
    tooLarge = Collections.unmodifiableMap(new LinkedHashMap<>(tooLarge));
  }

  /** Whether one value of the target is asked about, and not all of them. */
  public boolean isSingle() {
    return indices.size() == 1;
  }
}
