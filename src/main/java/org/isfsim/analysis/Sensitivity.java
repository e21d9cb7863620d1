package org.isfsim.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.PortableMath;

/**
 * Which parameters, and which conflicts of sources, move which target of a scenario.
 *
 * @param plan the plan of the scenario
 * @param targets what moves each target, in the order asked for
 * @param overall what each uncertain parameter does to a result as a whole, for every result asked
 *     about; the strongest first
 * @param conflicts what each conflict of sources does that a switch or a lever stands for; the one
 *     that moves a target most comes first
 * @param sampled estimates of indices by Saltelli's scheme, if asked for
 * @param notes what could not be worked out exactly, by its name, and why
 */
public record Sensitivity(
    Plan plan,
    List<TargetInfluences> targets,
    List<Overall> overall,
    List<ConflictInfluence> conflicts,
    Optional<SampledIndices> sampled,
    Map<String, String> notes) {

  /** Copies the lists. */
  public Sensitivity {
    targets = List.copyOf(targets);
    overall = overall.stream().sorted(PortableMath.largestFirst(Overall::first)).toList();
    conflicts =
        conflicts.stream()
            .sorted(PortableMath.largestFirst(ConflictInfluence::largestSwing))
            .toList();
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /** The same with estimates of indices. */
  public Sensitivity with(SampledIndices estimates) {
    return new Sensitivity(plan, targets, overall, conflicts, Optional.of(estimates), notes);
  }

  /** The results asked about: the outcome, indicators. */
  public List<Variable> variables() {
    return targets.stream().map(t -> t.target().variable()).distinct().toList();
  }
}
