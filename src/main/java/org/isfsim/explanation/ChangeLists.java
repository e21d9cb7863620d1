package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ChangeSet;
import org.isfsim.exact.SmallestChanges;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Case;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ParameterKind;

/** The smallest changes to a case that lead to an outcome, by who or what would have to change. */
public final class ChangeLists {

  /** How many sets a list holds at most. */
  public static final int MOST = 8;

  /** What may change in a list. */
  public enum Group {
    /** What somebody chooses. */
    LEVERS("do otherwise"),
    /** What nobody controls. */
    UNCERTAINTIES("happen otherwise"),
    /** Whom to believe, and readings that no document settles. */
    SWITCHES("judge otherwise"),
    /** Any of the three together. */
    MIXED("several kinds together"),
    /** Any parameter, figures taken as they are included. */
    ANYTHING("several kinds together, figures included");

    private final String words;

    Group(String words) {
      this.words = words;
    }

    /** What a change in it means: {@code do otherwise}. */
    public String words() {
      return words;
    }

    private boolean holds(ParameterKind kind) {
      return switch (this) {
        case LEVERS -> kind == ParameterKind.LEVER;
        case UNCERTAINTIES -> kind == ParameterKind.UNCERTAINTY;
        case SWITCHES -> kind == ParameterKind.SWITCH;
        case MIXED -> kind != ParameterKind.CONSTANT;
        case ANYTHING -> true;
      };
    }
  }

  /**
   * A set of changes that was evaluated and leads there.
   *
   * @param changes the changes
   * @param set what to set in the case of the same number, as indices by address: the changes, and
   *     what would otherwise be drawn anew because it depends on them
   */
  public record Verified(ChangeSet changes, Map<String, Integer> set) {}

  /**
   * One list.
   *
   * @param group what may change in it
   * @param sets the smallest sets, at most {@link #MOST}; empty if nothing of the group leads there
   * @param isCut whether there are more of the same size
   * @param refused how many sets were found that did not hold when evaluated, and so are left out
   * @param tooLarge why it could not be worked out, if so
   */
  public record Listing(
      Group group, List<Verified> sets, boolean isCut, int refused, Optional<String> tooLarge) {
    /** Copies the list. */
    public Listing {
      sets = List.copyOf(sets);
    }
  }

  private final Plan plan;
  private final Replays replays;
  private final SmallestChanges smallest;

  /** Changes to cases of a plan. */
  public ChangeLists(Plan plan, Decisions decisions, Replays replays) {
    this.plan = plan;
    this.replays = replays;
    this.smallest = new SmallestChanges(plan, decisions);
  }

  /**
   * The lists for a case: levers, uncertainties, switches; where none of them leads there, also
   * changes of several kinds.
   */
  public List<Listing> of(Case row, int outcome) {
    List<Listing> lists = new ArrayList<>();
    for (Group group : List.of(Group.LEVERS, Group.UNCERTAINTIES, Group.SWITCHES)) {
      lists.add(list(group, row, outcome));
    }
    for (Group group : List.of(Group.MIXED, Group.ANYTHING)) {
      if (lists.stream().allMatch(list -> list.sets().isEmpty())) {
        lists.add(list(group, row, outcome));
      }
    }
    return lists;
  }

  private Listing list(Group group, Case row, int outcome) {
    Predicate<Variable> mayChange =
        variable -> group.holds(plan.scenario().setting(variable.name()).parameter().kind());
    List<ChangeSet> found;
    try {
      found = smallest.find(row.values().clone(), outcome, mayChange, MOST + 1);
    } catch (TooLargeException e) {
      return new Listing(group, List.of(), false, 0, Optional.ofNullable(e.getMessage()));
    }
    List<Verified> verified = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(set -> set.changes().size()))
        .forEach(set -> verified(set, row, outcome).ifPresent(verified::add));
    return new Listing(
        group,
        verified.subList(0, Math.min(MOST, verified.size())),
        verified.size() > MOST,
        found.size() - verified.size(),
        Optional.empty());
  }

  private Optional<Verified> verified(ChangeSet changes, Case row, int outcome) {
    Map<String, Integer> first = new LinkedHashMap<>();
    changes.changes().forEach(change -> first.put(change.parameter().name(), change.to()));
    Map<String, Integer> wanted = replays.values(row);
    wanted.putAll(first);
    Case changed = replays.evaluate(row.number(), wanted);
    if (!replays.endsIn(changed, outcome)) {
      return Optional.empty();
    }
    Map<String, Integer> set =
        replays.settings(row.number(), first, wanted, replays.needed(changed));
    return replays.endsIn(replays.evaluate(row.number(), set), outcome)
        ? Optional.of(new Verified(changes, set))
        : Optional.empty();
  }
}
