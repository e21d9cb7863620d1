package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.isfsim.analysis.SweepAxis;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Setting;
import org.isfsim.study.Variant;

/** Reads what is varied: {@code address} or {@code address=a,b,c}. */
final class SweepAxes {

  static final String OPTION = "--vary";

  /** A domain with at most this many values is tried whole. */
  private static final int MOST_VALUES = 25;

  /** How many values of a larger domain are tried. */
  private static final int USUAL_VALUES = 11;

  private final Plan plan;
  private final Problems problems;

  private SweepAxes(Plan plan, Problems problems) {
    this.plan = plan;
    this.problems = problems;
  }

  /**
   * The axes of a sweep.
   *
   * @param problems receives every problem of what was asked for
   */
  static List<SweepAxis> read(List<String> wanted, Plan plan, Problems problems) {
    SweepAxes axes = new SweepAxes(plan, problems);
    List<SweepAxis> read = new ArrayList<>();
    for (String text : wanted) {
      SweepAxis axis = axes.axis(text);
      if (read.stream().anyMatch(other -> other.address().equals(axis.address()))) {
        axes.problems.add(Mark.of(OPTION), "", axis.address() + " is varied twice");
      }
      read.add(axis);
    }
    return read;
  }

  private SweepAxis axis(String text) {
    int sign = text.indexOf('=');
    String address = (sign < 0 ? text : text.substring(0, sign)).strip();
    Mark mark = Mark.of(OPTION + " " + address);
    List<String> values = sign < 0 ? List.of() : Variant.parts(text.substring(sign + 1));
    Setting setting = plan.scenario().settings().get(address);
    if (setting == null) {
      return other(address, values, mark);
    }
    List<String> read = new ArrayList<>();
    if (sign < 0) {
      usual(setting).forEach(index -> read.add(setting.domain().text(index)));
    }
    for (String value : values) {
      try {
        read.add(setting.domain().text(plan.scenario().parse(address, value.strip(), mark)));
      } catch (InvalidInputException e) {
        e.problems().forEach(problems::add);
      }
    }
    requireDifferent(read, mark);
    return new SweepAxis(address, read, true, setting.domain() instanceof Domain.Numbers);
  }

  /** A band or a number of a distribution; whether there is such a thing shows when it is set. */
  private SweepAxis other(String address, List<String> values, Mark mark) {
    Set<String> parameters = plan.scenario().settings().keySet();
    boolean isNear =
        address.startsWith("bands.")
            || parameters.stream().anyMatch(p -> address.startsWith(p + "."));
    if (values.isEmpty() && isNear) {
      problems.add(
          Problem.of(mark, "", "the values of " + address + " must be stated")
              .allowing(OPTION + " " + address + "=VALUE,VALUE,..."));
    } else if (!isNear) {
      try {
        plan.scenario().parse(address, "", mark);
      } catch (InvalidInputException e) {
        e.problems().forEach(problems::add);
      }
    }
    List<String> read = values.stream().map(String::strip).toList();
    requireDifferent(read, mark);
    boolean isNumber =
        !read.isEmpty() && read.stream().allMatch(v -> v.matches("-?\\d+(\\.\\d+)?%?"));
    return new SweepAxis(address, read, false, isNumber);
  }

  private void requireDifferent(List<String> values, Mark mark) {
    if (values.stream().distinct().count() != values.size()) {
      problems.add(mark, "", "a value is stated twice");
    }
  }

  /** All values of a small domain; of a large one some, evenly spaced over those that can occur. */
  private List<Integer> usual(Setting setting) {
    int size = setting.domain().size();
    if (size <= MOST_VALUES) {
      return IntStream.range(0, size).boxed().toList();
    }
    int[] support = support(setting.address());
    int low = support.length > 1 ? support[0] : 0;
    int high = support.length > 1 ? support[support.length - 1] : size - 1;
    int count = Math.min(USUAL_VALUES, high - low + 1);
    return IntStream.range(0, count)
        .map(i -> low + (int) Math.round((double) i * (high - low) / (count - 1)))
        .boxed()
        .toList();
  }

  private int[] support(String address) {
    Step.Draw draw =
        plan.draws().stream()
            .filter(d -> d.variable().name().equals(address))
            .findFirst()
            .orElseThrow();
    List<int[]> parents = draw.parents().stream().map(p -> support(p.name())).toList();
    return draw.distribution().support(parents);
  }

  /** A problem of a value that was set, told where the value stands. */
  static InvalidInputException placed(InvalidInputException e, Map<String, String> sets) {
    List<Problem> placed = new ArrayList<>();
    for (Problem problem : e.problems()) {
      String set = "--set ";
      String place = problem.mark().file();
      String address = place.startsWith(set) ? place.substring(set.length()) : "";
      placed.add(
          sets.containsKey(address)
              ? new Problem(
                  Mark.of(OPTION + " " + address + "=" + sets.get(address)),
                  problem.path(),
                  problem.message(),
                  problem.allowed(),
                  problem.advice())
              : problem);
    }
    return new InvalidInputException(placed);
  }
}
