package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.JointWalk;
import org.isfsim.exact.TooLargeException;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.PortableMath;

/**
 * Finds what to watch: what the parameters, the results of decisions and the milestones tell of a
 * target when they become known, and what the target tells of them. Exact.
 */
public final class Signposts {

  /** What is less than this, in bits, rounding alone may make. */
  private static final double ROUNDING = 1e-12;

  /** The index of a flag's value that says that it holds. */
  private static final int HOLDS = 1;

  private final Plan plan;
  private final Decisions decisions;
  private final Consumer<String> progress;

  /**
   * @param progress is told what is looked at
   */
  public Signposts(Plan plan, Decisions decisions, Consumer<String> progress) {
    this.plan = plan;
    this.decisions = decisions;
    this.progress = progress;
  }

  /**
   * What to watch for the outcome as a whole.
   *
   * @throws TooLargeException if the target alone would need too much room
   */
  public SignpostList ofOutcome() throws TooLargeException {
    Variable outcome = plan.outcome();
    return of(
        plan,
        outcome,
        Subjects.OUTCOME,
        IntStream.range(0, outcome.domain().size()).boxed().toList());
  }

  /**
   * What to watch for a statement.
   *
   * @throws TooLargeException if the target alone would need too much room
   */
  public SignpostList of(String name, Statement statement) throws TooLargeException {
    Question question = Question.of(plan, List.of(statement));
    return of(question.plan(), question.flags().get(0), name, List.of(HOLDS));
  }

  private SignpostList of(Plan asked, Variable target, String name, List<Integer> indices)
      throws TooLargeException {
    Map<Variable, Named> watched = watched(target);
    progress.accept(name);
    JointWalk.Joints joints =
        new JointWalk(asked, decisions).with(target, List.copyOf(watched.keySet()));
    double[] probability = new double[target.domain().size()];
    for (double[][] joint : joints.known().values()) {
      probability = marginal(joint);
    }
    List<Signpost> signposts = told(watched, joints.known());
    Map<String, String> tooLarge = new LinkedHashMap<>();
    joints.tooLarge().forEach((variable, why) -> tooLarge.put(variable.name(), why));
    return new SignpostList(
        asked,
        name,
        indices.stream().map(i -> indices.size() == 1 ? name : target.domain().text(i)).toList(),
        indices,
        probability,
        entropy(probability),
        signposts,
        tooLarge);
  }

  /** The uncertain parameters of the plan. */
  public List<Variable> parameters() {
    return plan.draws().stream()
        .filter(draw -> !draw.distribution().isFixed())
        .map(Step.Draw::variable)
        .toList();
  }

  /**
   * What parameters tell of a target.
   *
   * @param joints by parameter, for each of its values and each of the target's, by index, how
   *     likely both are
   */
  public List<Signpost> told(Map<Variable, double[][]> joints) {
    Map<Variable, Named> named = new LinkedHashMap<>();
    joints.keySet().forEach(variable -> named.put(variable, parameter(variable)));
    return told(named, joints);
  }

  private List<Signpost> told(Map<Variable, Named> named, Map<Variable, double[][]> joints) {
    List<Signpost> signposts = new ArrayList<>();
    joints.forEach(
        (variable, joint) -> {
          Named its = named.get(variable);
          if (its != null) {
            signpost(its, variable, joint).ifPresent(signposts::add);
          }
        });
    return signposts;
  }

  private Named parameter(Variable variable) {
    String address = variable.name();
    String title = plan.scenario().setting(address).parameter().description();
    return new Named(Signpost.Origin.PARAMETER, address, title);
  }

  /** What a variable is to people. */
  private record Named(Signpost.Origin kind, String name, String title) {}

  /** What can be watched, without the target itself and what is fixed. */
  private Map<Variable, Named> watched(Variable target) {
    Map<Variable, Named> watched = new LinkedHashMap<>();
    for (Milestone milestone : plan.milestones()) {
      watched.putIfAbsent(
          milestone.week(),
          new Named(Signpost.Origin.MILESTONE, milestone.name(), milestone.title()));
    }
    parameters().forEach(variable -> watched.putIfAbsent(variable, parameter(variable)));
    Set<Variable> results = new LinkedHashSet<>();
    plan.decisions().forEach(decide -> results.addAll(decide.results()));
    results.forEach(
        result ->
            watched.putIfAbsent(
                result, new Named(Signpost.Origin.DECISION, result.name(), title(result))));
    watched.remove(target);
    watched.remove(plan.outcome());
    return watched;
  }

  private String title(Variable result) {
    return plan.indicators().stream()
        .filter(indicator -> indicator.variable().equals(result))
        .findFirst()
        .map(indicator -> indicator.title())
        .orElse("");
  }

  /** Empty if it tells nothing. */
  private Optional<Signpost> signpost(Named named, Variable variable, double[][] joint) {
    double bits = information(joint);
    if (bits < ROUNDING) {
      return Optional.empty();
    }
    boolean isDated = named.kind() == Signpost.Origin.MILESTONE;
    List<Signpost.AtValue> values = new ArrayList<>();
    double[] target = marginal(joint);
    for (int x = 0; x < joint.length; x++) {
      double p = Arrays.stream(joint[x]).sum();
      if (p > 0) {
        double[] row = joint[x];
        values.add(
            new Signpost.AtValue(
                isDated ? date(variable, x) : variable.domain().text(x),
                p,
                Arrays.stream(row).map(of -> Math.min(1, of / p)).toArray(),
                IntStream.range(0, row.length)
                    .mapToDouble(t -> target[t] > 0 ? Math.min(1, row[t] / target[t]) : 0)
                    .toArray()));
      }
    }
    return Optional.of(
        new Signpost(
            named.kind(),
            named.name(),
            named.title(),
            variable,
            bits,
            values,
            isDated ? known(variable, joint) : Optional.empty()));
  }

  private String date(Variable week, int index) {
    int number = week.domain().number(index);
    return number > plan.horizonWeeks() ? Subjects.NEVER : plan.date(number).toString();
  }

  /** When a milestone is reached, if it is by the horizon. */
  private Optional<Signpost.Known> known(Variable week, double[][] joint) {
    Domain weeks = week.domain();
    double[] reached = new double[joint.length];
    for (int x = 0; x < joint.length; x++) {
      reached[x] = weeks.number(x) > plan.horizonWeeks() ? 0 : Arrays.stream(joint[x]).sum();
    }
    double total = Arrays.stream(reached).sum();
    double sum = 0;
    Optional<Integer> earliest = Optional.empty();
    for (int x = 0; x < reached.length && total > 0; x++) {
      if (reached[x] > 0 && earliest.isEmpty()) {
        earliest = Optional.of(x);
      }
      sum += reached[x];
      if (earliest.isPresent() && 2 * sum >= total * (1 - ROUNDING)) {
        return Optional.of(
            new Signpost.Known(
                plan.date(weeks.number(earliest.get())), plan.date(weeks.number(x))));
      }
    }
    return Optional.empty();
  }

  private static double[] marginal(double[][] joint) {
    double[] marginal = new double[joint[0].length];
    for (double[] row : joint) {
      for (int t = 0; t < row.length; t++) {
        marginal[t] += row[t];
      }
    }
    return marginal;
  }

  /** The sum of p log (p / (p(x) p(t))) over all values, in bits; at least 0. */
  static double information(double[][] joint) {
    double[] target = marginal(joint);
    double bits = 0;
    for (double[] row : joint) {
      double p = Arrays.stream(row).sum();
      for (int t = 0; t < row.length; t++) {
        if (row[t] > 0) {
          bits += row[t] * PortableMath.log(row[t] / (p * target[t]));
        }
      }
    }
    return Math.max(0, bits / PortableMath.log(2));
  }

  private static double entropy(double[] probability) {
    double bits = 0;
    for (double p : probability) {
      bits -= p > 0 ? p * PortableMath.log(p) : 0;
    }
    return bits / PortableMath.log(2);
  }
}
