package org.isfsim.exact;

import java.util.List;
import java.util.Map;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.jspecify.annotations.Nullable;

/** The supports of one question after the other about a plan: what was worked out serves again. */
final class SharedSupports {

  private static final Supports.Choice AS_THEY_ARE = (drawn, possible) -> possible;

  private final Plan plan;
  private final Decisions decisions;
  private final WalkMemory memory;
  private @Nullable Supports latest;

  /** Of all variables that were asked about, as they are. */
  private @Nullable Supports all;

  SharedSupports(Plan plan, Decisions decisions, WalkMemory memory) {
    this.memory = memory;
    this.plan = plan;
    this.decisions = decisions;
  }

  /**
   * The values that can occur in the scenario as it is.
   *
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  synchronized Supports of(List<Variable> targets) throws TooLargeException {
    if (all == null) {
      Supports like = memory.like(plan, decisions);
      all = like == null ? of(List.of(), AS_THEY_ARE) : like;
    }
    Supports more = all.and(targets, AS_THEY_ARE);
    if (more != all) {
      memory.remember(more);
      all = more;
    }
    return all.only(targets);
  }

  /**
   * The values that are looked at.
   *
   * @throws TooLargeException if a function's table would be too large, naming the step
   */
  synchronized Supports of(List<Variable> targets, Supports.Choice choice)
      throws TooLargeException {
    latest =
        latest == null
            ? Supports.of(plan, decisions, targets, choice, Map.of(), memory)
            : latest.again(targets, choice);
    return latest;
  }
}
