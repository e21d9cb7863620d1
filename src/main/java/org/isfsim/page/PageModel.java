package org.isfsim.page;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.isfsim.analysis.Losses;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.exact.ExactResult;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.Ranges;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.Tally;
import org.isfsim.report.Circumstances;
import org.isfsim.report.ExactFigures;
import org.isfsim.report.RunReport;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.source.Register;
import org.isfsim.study.Observation;
import org.isfsim.study.Observations;
import org.isfsim.study.Request;
import org.isfsim.study.Study;
import org.jspecify.annotations.Nullable;

/** A scenario with its model, ready to be asked under any setting. For one thread. */
public final class PageModel {

  private final Circumstances circumstances;
  private final Model model;
  private final Decisions decisions;
  private final Register register;
  private final ScenarioLoader loader;
  private final Path file;
  private final ScenarioLoader.Opened opened;
  private final WalkMemory memory = new WalkMemory();
  private final Scenario plain;
  private final List<WrittenStatement> asks;
  private @Nullable Worked worked;

  /**
   * A scenario that was read.
   *
   * @param circumstances how its reports are made
   * @param register the claims behind it
   * @param file the scenario's file
   * @param asks statements that are asked of every setting, beside the scenario's own questions
   */
  public PageModel(
      Circumstances circumstances,
      Model model,
      Decisions decisions,
      Register register,
      Path file,
      List<WrittenStatement> asks) {
    this.circumstances = circumstances;
    this.model = model;
    this.decisions = decisions;
    this.register = register;
    this.loader = Observed.loader(model, register::hasClaim);
    this.file = file;
    this.asks = List.copyOf(asks);
    this.plain = loader.load(file, Selection.NONE.asking(this.asks));
    this.opened = ScenarioLoader.open(file);
  }

  /** The scenario as its file has it. */
  public Scenario plain() {
    return plain;
  }

  /** The scenario under a setting. */
  public Scenario scenario(PageSetting setting) {
    Selection selection = setting.selection();
    return loader.load(opened, selection.asking(asks));
  }

  /**
   * The setting under which this scenario says what another file says, such as one that was saved
   * from a page.
   *
   * @throws InvalidInputException with every problem of the file
   */
  PageSetting settingOf(Path other) {
    Scenario scenario = loader.load(other);
    Map<String, String> sets = new LinkedHashMap<>();
    Change.between(plain, scenario).forEach(change -> sets.put(change.address(), change.to()));
    List<String> before = plain.observed().stream().map(WrittenStatement::text).toList();
    List<String> observed =
        scenario.observed().stream()
            .map(WrittenStatement::text)
            .filter(text -> !before.contains(text))
            .toList();
    return new PageSetting(Optional.empty(), sets, observed);
  }

  /** The plan of a scenario, with what is known and asked of its cases. */
  public Plan plan(Scenario scenario) {
    return Observed.in(model.plan(scenario)).withFunnel();
  }

  /**
   * How likely the scenario's questions are under a setting, by their names.
   *
   * @throws InvalidInputException if the setting does not fit, with every problem
   * @throws TooLargeException if the walk would need too much room
   */
  Map<String, Double> asked(PageSetting setting) throws TooLargeException {
    Worked of = worked;
    Plan plan;
    ExactWalk.Marginals marginals;
    if (of != null && of.setting.equals(setting) && of.asked != null) {
      plan = of.plan;
      marginals = of.asked;
    } else {
      plan = Observed.in(model.plan(scenario(setting)));
      observation(plan);
      marginals = new ExactWalk(plan, decisions, memory).marginals(plan.asked());
    }
    Map<String, Double> asked = new LinkedHashMap<>();
    List<WrittenStatement> questions = plan.scenario().questions();
    for (int i = 0; i < questions.size(); i++) {
      double[] probabilities = marginals.known().get(plan.asked().get(i));
      if (probabilities == null) {
        // Tells why there is none.
        probabilities = new ExactWalk(plan, decisions, memory).marginal(plan.asked().get(i));
      }
      asked.put(questions.get(i).name(), Math.max(0, Math.min(1, probabilities[1])));
    }
    return asked;
  }

  /** How much of a report is worked out; each takes longer than the one before. */
  public enum Depth {
    /** Outcomes and the way to them. */
    OUTCOMES,
    /** Also how far single assumptions move an outcome: all that a run without cases says. */
    RANGES,
    /** Also indicators and milestones. */
    ALL
  }

  /** What was worked out last: the same setting is asked again, in more depth. */
  private static final class Worked {

    private final PageSetting setting;
    private final Plan plan;
    private final Losses losses;
    private final ExactWalk walk;
    private final Observation observation;
    private final Map<Depth, ExactFigures> figures = new EnumMap<>(Depth.class);
    private final Map<Variable, double[]> reported = new HashMap<>();
    private final Set<Variable> toReport;
    private ExactWalk.@Nullable Marginals asked;
    private @Nullable ExactResult result;

    Worked(
        PageSetting setting,
        Plan plan,
        Losses losses,
        Decisions decisions,
        WalkMemory memory,
        Observation observation) {
      this.setting = setting;
      this.plan = plan;
      this.losses = losses;
      this.walk = new ExactWalk(losses.plan(), decisions, memory);
      this.observation = observation;
      this.toReport = new LinkedHashSet<>(plan.reported());
    }

    ReportedPart part(int place) throws TooLargeException {
      Variable variable = plan.reported().get(place);
      if (toReport.contains(variable)) {
        double[] known = walk.marginals(List.of(variable)).known().get(variable);
        take(new ReportedPart(place, Optional.ofNullable(known)));
      }
      return new ReportedPart(place, Optional.ofNullable(reported.get(variable)));
    }

    void take(ReportedPart part) {
      Variable variable = plan.reported().get(part.place());
      toReport.remove(variable);
      part.probabilities().ifPresent(known -> reported.put(variable, known));
    }

    ExactFigures figures(Depth depth) throws TooLargeException {
      ExactFigures known = figures.get(depth);
      if (known == null) {
        known = work(depth);
        figures.put(depth, known);
      }
      return known;
    }

    ExactResult result() throws TooLargeException {
      ExactResult known = result;
      if (known == null) {
        known = walk.outcomes(Ranges.SUPPORT);
        result = known;
      }
      return known;
    }

    private ExactFigures work(Depth depth) throws TooLargeException {
      if (depth == Depth.ALL) {
        reported.putAll(walk.marginals(List.copyOf(toReport)).known());
        toReport.clear();
        return figures(Depth.RANGES).with(reported);
      }
      ExactResult result = depth == Depth.RANGES ? result() : walk.outcomesAlone();
      ExactWalk.Marginals of = asked;
      if (of == null) {
        of = walk.marginalsByGroup(losses.asked());
        asked = of;
      }
      return ExactFigures.of(result, plan.outcome().domain())
          .with(of.known())
          .with(losses, of.known());
    }
  }

  /**
   * What a run without cases reports under a setting.
   *
   * @throws InvalidInputException if the setting does not fit, with every problem
   * @throws TooLargeException if the walk would need too much room
   */
  public RunReport report(PageSetting setting, Depth depth) throws TooLargeException {
    Worked of = worked(setting);
    Scenario scenario = of.plan.scenario();
    RunResult none =
        new RunResult(
            of.plan, scenario.run().seed(), 0, new Tally(of.plan), RunResult.Stopped.CASES);
    Circumstances told = circumstances.with(setting.sets(), List.of());
    return RunReport.of(
        none, told, of.figures(depth), of.observation, Change.between(plain, scenario));
  }

  /** How many indicators and milestones a report of all has. */
  int parts(PageSetting setting) {
    return worked(setting).plan.reported().size();
  }

  /**
   * Works out one of the indicators and milestones, so that a report of all takes several short
   * questions.
   *
   * @param place its place among them, from 0
   * @throws InvalidInputException if the setting does not fit, with every problem
   * @throws TooLargeException if even a step's table would be too large
   */
  ReportedPart part(PageSetting setting, int place) throws TooLargeException {
    return worked(setting).part(place);
  }

  /** Takes one that was worked out for the same setting elsewhere. */
  void take(PageSetting setting, ReportedPart part) {
    worked(setting).take(part);
  }

  private Worked worked(PageSetting setting) {
    Worked of = worked;
    if (of == null || !of.setting.equals(setting)) {
      Scenario scenario = scenario(setting);
      // What only weighs otherwise is the same plan, which takes a while to write.
      Optional<Plan> same = of == null ? Optional.empty() : of.plan.under(scenario);
      Optional<Losses> sameLosses = of == null ? Optional.empty() : of.losses.under(scenario);
      Plan plan = same.orElseGet(() -> plan(scenario));
      of =
          new Worked(
              setting,
              plan,
              sameLosses.orElseGet(() -> Losses.in(plan, decisions)),
              decisions,
              memory,
              observation(plan));
      worked = of;
    }
    return of;
  }

  private Observation observation(Plan plan) {
    return new Observations(register, decisions, memory).of(plan);
  }

  /**
   * What is known of an outcome, and why, is asked of a study.
   *
   * @param progress is told what is looked at
   */
  PageReasons reasons(PageSetting setting, String outcome, Consumer<String> progress) {
    Plan plan = Observed.in(model.plan(scenario(setting)));
    observation(plan);
    Request request =
        new Request(
            file,
            setting.policy(),
            setting.sets(),
            setting.selection().observed(),
            Optional.empty(),
            circumstances.rulesFolder().map(Path::of));
    return new PageReasons(
        new Study(plan, decisions.rules(), register, request), decisions, outcome, progress);
  }

  /**
   * What the walk gives with ranges and the most likely case of each outcome.
   *
   * @throws TooLargeException if the walk would need too much room
   */
  ExactResult result(PageSetting setting) throws TooLargeException {
    return worked(setting).result();
  }
}
