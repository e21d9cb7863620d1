package org.isfsim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;

/**
 * Which outcomes can be reached under each side of each conflict of sources that a switch decides,
 * one switch changed at a time.
 *
 * @param outcomes the outcomes that are looked at, in order
 * @param sides every side of every switch, in the order of the catalogue
 */
public record ReachSides(List<String> outcomes, List<ReachSides.Side> sides) {

  /**
   * One side.
   *
   * @param conflict the conflict
   * @param address the switch
   * @param value its value under this side
   * @param isTaken whether the scenario takes this side
   * @param reachable whether each outcome can be reached; empty if it could not be worked out
   * @param problem why it could not, if so
   */
  public record Side(
      String conflict,
      String address,
      String value,
      boolean isTaken,
      List<Boolean> reachable,
      Optional<String> problem) {}

  /**
   * The answer.
   *
   * @param wanted the index of the only outcome that is looked at; -1 for all
   * @param progress is told what is looked at
   */
  public static ReachSides of(
      Study study, Decisions decisions, int wanted, Consumer<String> progress)
      throws TooLargeException {
    Plan plan = study.plan();
    List<Integer> outcomes = new ArrayList<>();
    for (int i = 0; i < plan.outcome().domain().size(); i++) {
      if (wanted < 0 || wanted == i) {
        outcomes.add(i);
      }
    }
    SettingGrounds grounds = new SettingGrounds(plan, study.register());
    List<Side> sides = new ArrayList<>();
    progress.accept("the sides taken");
    WalkMemory memory = new WalkMemory();
    List<Boolean> asItIs = reachable(new ExactWalk(plan, decisions, memory), plan, outcomes);
    for (Parameter parameter : plan.model().catalogue().global()) {
      if (parameter.kind() != ParameterKind.SWITCH || parameter.conflict().isEmpty()) {
        continue;
      }
      String taken = grounds.value(parameter.id());
      for (String value : parameter.domain().texts()) {
        progress.accept(parameter.id() + "=" + value);
        // The sides that are taken are all the scenario as it is, which is walked once.
        sides.add(
            taken.equals(value)
                ? new Side(
                    parameter.conflict().orElse(""),
                    parameter.id(),
                    value,
                    true,
                    asItIs,
                    Optional.empty())
                : other(study, decisions, memory, outcomes, parameter, value));
      }
    }
    return new ReachSides(
        outcomes.stream().map(i -> plan.outcome().domain().text(i)).toList(), sides);
  }

  private static Side other(
      Study study,
      Decisions decisions,
      WalkMemory memory,
      List<Integer> outcomes,
      Parameter parameter,
      String value) {
    List<Boolean> reachable = List.of();
    Optional<String> problem = Optional.empty();
    try {
      Plan plan = study.with(Map.of(parameter.id(), value));
      reachable = reachable(new ExactWalk(plan, decisions, memory), plan, outcomes);
    } catch (TooLargeException e) {
      problem = Optional.of(Objects.requireNonNullElse(e.getMessage(), "too large"));
    } catch (InvalidInputException e) {
      problem = Optional.of(e.problems().get(0).toString());
    }
    String conflict = parameter.conflict().orElse("");
    return new Side(conflict, parameter.id(), value, false, reachable, problem);
  }

  private static List<Boolean> reachable(ExactWalk walk, Plan plan, List<Integer> outcomes)
      throws TooLargeException {
    boolean[] possible = walk.possible(Map.of(), plan.outcome());
    return outcomes.stream().map(outcome -> possible[outcome]).toList();
  }

  /** The sides of one switch. */
  public List<Side> of(String address) {
    return sides.stream().filter(side -> side.address().equals(address)).toList();
  }

  /** The switches in their order. */
  public List<String> switches() {
    return sides.stream().map(Side::address).distinct().toList();
  }

  /** The sides of a switch on which an outcome can be reached, or cannot. */
  public List<Side> where(String address, int outcome, boolean isReachable) {
    return of(address).stream()
        .filter(side -> side.problem().isEmpty())
        .filter(side -> side.reachable().get(outcome) == isReachable)
        .toList();
  }
}
