package org.isfsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.article.Json;
import org.isfsim.decision.Field;
import org.isfsim.decision.Signature;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.model.Evidence;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.montecarlo.RunResult;
import org.isfsim.montecarlo.RunResult.Stopped;
import org.isfsim.montecarlo.Tally;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Distribution;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Domain.Choice;
import org.isfsim.parameter.Domain.Flag;
import org.isfsim.parameter.Domain.Numbers;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.BandSetting;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.RunSettings;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.study.Observation;

/**
 * A small plan whose cases are counted without any rules: a lever, three switches, an uncertainty,
 * a contributor with two attributes, a band; an indicator of each kind and two milestones.
 */
public final class FakeRuns {

  public static final Choice VETO = Choice.of("none", "turkey-only", "all-muslim-majority");
  public static final Choice FACTORS = Choice.of("first-list", "second-list");
  public static final Choice AUTHORITY = Choice.of("none", "observe", "protect", "enforce");
  public static final Choice PRECEDENT = Choice.of("none", "some", "all");
  public static final LocalDate START = LocalDate.of(2025, 11, 4);
  public static final int HORIZON = 100;

  public static final Circumstances CIRCUMSTANCES =
      new Circumstances(
          "0.1.0",
          "f00d".repeat(16),
          Optional.empty(),
          Map.of(),
          (conflict, value) ->
              conflict.equals("C15") && value.equals("second-list")
                  ? List.of("S002-16", "S002-17")
                  : List.of(),
          List.of());

  private FakeRuns() {}

  public static Scenario scenario(Optional<String> policy, Origin vetoOrigin, String veto) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    put(
        settings,
        "text.tasks",
        ParameterKind.LEVER,
        Flag.FLAG,
        "true",
        Basis.DOCUMENTED,
        Origin.FILE);
    Setting scope =
        setting(
            parameter(
                "contingent.veto-scope",
                ParameterKind.SWITCH,
                VETO,
                "turkey-only",
                Basis.SWITCH,
                Optional.of("C1")),
            "contingent.veto-scope",
            Basis.SWITCH,
            vetoOrigin,
            veto);
    settings.put(scope.address(), scope);
    put(
        settings,
        "board.gates",
        ParameterKind.SWITCH,
        Flag.FLAG,
        "true",
        Basis.SWITCH,
        Origin.CATALOGUE);
    Setting factors =
        setting(
            parameter(
                "precedent.factors",
                ParameterKind.SWITCH,
                FACTORS,
                "second-list",
                Basis.SWITCH,
                Optional.of("C15")),
            "precedent.factors",
            Basis.SWITCH,
            Origin.CATALOGUE,
            "second-list");
    settings.put(factors.address(), factors);
    put(
        settings,
        "a, \"quoted\" chance",
        ParameterKind.UNCERTAINTY,
        Flag.FLAG,
        "{ chance: 1/2 }",
        Basis.ASSUMPTION,
        Origin.CATALOGUE);
    attribute(settings, "willing", Origin.CATALOGUE);
    attribute(settings, "troops", Origin.FILE);
    Band band =
        new Band(
            "force.troops",
            "Armed troops",
            Numbers.percent(),
            List.of("few", "many"),
            List.of(50),
            Basis.ASSUMPTION,
            List.of("S002-27"),
            Optional.empty());
    Map<String, Map<String, String>> policies = new LinkedHashMap<>();
    policies.put("amended", Map.of("text.tasks", "false"));
    policies.put("as-documented", Map.of());
    return new Scenario(
        "fake",
        "A small plan",
        "Which outcomes are reachable?",
        START,
        START.plusWeeks(HORIZON),
        new RunSettings(1000, 7),
        List.of(),
        settings,
        Map.of(
            "force.troops", new BandSetting(band, List.of(50), Origin.CATALOGUE, Optional.empty())),
        List.of(new Contributor("IDN", "Indonesia", List.of())),
        policies,
        policy,
        "some folder/fake.yaml",
        "beef".repeat(16));
  }

  public static Scenario scenario() {
    return scenario(Optional.empty(), Origin.CATALOGUE, "turkey-only");
  }

  private static void attribute(Map<String, Setting> settings, String name, Origin origin) {
    Parameter parameter =
        parameter(
            "contributors.*." + name,
            ParameterKind.UNCERTAINTY,
            Flag.FLAG,
            "{ chance: 2/3 }",
            Basis.ASSUMPTION,
            Optional.empty());
    String address = "contributors.IDN." + name;
    settings.put(address, setting(parameter, address, Basis.ASSUMPTION, origin, "{ chance: 2/3 }"));
  }

  private static void put(
      Map<String, Setting> settings,
      String address,
      ParameterKind kind,
      Domain domain,
      String written,
      Basis basis,
      Origin origin) {
    Parameter parameter = parameter(address, kind, domain, written, basis, Optional.empty());
    settings.put(address, setting(parameter, address, basis, origin, written));
  }

  private static Parameter parameter(
      String id,
      ParameterKind kind,
      Domain domain,
      String written,
      Basis basis,
      Optional<String> conflict) {
    return new Parameter(
        id,
        kind,
        domain,
        "What " + id + " is about",
        new Node.Scalar(Mark.of("catalogue.yaml"), written, false),
        basis,
        List.of("S001-25", "S000-14"),
        conflict,
        Optional.of("a named speaker"),
        List.of());
  }

  private static Setting setting(
      Parameter parameter, String address, Basis basis, Origin origin, String written) {
    Domain domain = parameter.domain();
    double[] weights = new double[domain.size()];
    domain
        .indexOf(written)
        .ifPresentOrElse(value -> weights[value] = 1, () -> java.util.Arrays.fill(weights, 1));
    return new Setting(
        address,
        parameter,
        ConditionalDistribution.of(Distribution.of(weights)),
        origin,
        basis,
        parameter.claims(),
        written,
        Optional.empty());
  }

  public static Plan plan(Scenario scenario) {
    List<Variable> variables = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    scenario
        .settings()
        .forEach(
            (address, setting) -> {
              Variable drawn = add(variables, address, setting.domain());
              steps.add(new Step.Draw(drawn, List.of(), setting.distribution()));
            });
    Variable outcome = add(variables, "outcome", org.isfsim.Shipped.outcomes());
    Variable onTime = add(variables, "on-time", Flag.FLAG);
    Variable votes = add(variables, "council.yes-votes", Numbers.count(0, 15));
    Variable authority = add(variables, "mandate", AUTHORITY);
    Variable precedent = add(variables, "precedent", PRECEDENT);
    Variable vote = add(variables, "date.vote", Numbers.weeks(0, HORIZON + 1));
    Variable troops = add(variables, "date.troops", Numbers.weeks(0, HORIZON + 1));
    steps.add(
        new Step.Decide(
            0,
            "precedent",
            Signature.of("precedent", PRECEDENT, new Field("factors", FACTORS)),
            List.of(variables.get(3)),
            List.of(precedent)));
    Map<String, Variable> byName = new HashMap<>();
    variables.forEach(variable -> byName.put(variable.name(), variable));
    return new Plan(
        org.isfsim.Shipped.model(),
        scenario,
        variables,
        steps,
        outcome,
        List.of(),
        Map.of(),
        List.of(
            indicator("on-time", "First troops on time", onTime, false),
            indicator("council-tally", "Yes votes in the Council", votes, false),
            indicator("authority", "Authority of the force", authority, false),
            indicator("precedent", "Factors of success present", precedent, true)),
        List.of(
            new Milestone("vote", "Vote", "Vote", vote, ""),
            new Milestone("troops", "First troops", "First troops", troops, "")),
        byName,
        Map.of(),
        Evidence.NONE,
        List.of());
  }

  private static Indicator indicator(
      String name, String title, Variable variable, boolean opinion) {
    return new Indicator(name, title, title, variable, "", opinion);
  }

  private static Variable add(List<Variable> variables, String name, Domain domain) {
    Variable variable = new Variable(variables.size(), name, domain);
    variables.add(variable);
    return variable;
  }

  /** The row of a case: the outcome, and a vote in a week; nothing else happens. */
  public static int[] row(Plan plan, String outcome, int voteWeek) {
    int[] values = new int[plan.variables().size()];
    values[plan.outcome().slot()] = plan.outcome().domain().indexOf(outcome).orElseThrow();
    values[plan.variable("date.vote").slot()] = voteWeek;
    values[plan.variable("date.troops").slot()] = HORIZON + 1;
    values[plan.variable("council.yes-votes").slot()] = voteWeek % 16;
    return values;
  }

  /**
   * A hundred cases: 60 vetoed, 39 not deployed, one enforcement at the yardstick, with the vote in
   * week 1 to 100; and two that failed.
   */
  public static RunResult result(Plan plan) {
    Tally tally = new Tally(plan);
    for (int i = 1; i <= 100; i++) {
      String outcome =
          i <= 60 ? "not-adopted-veto" : i < 100 ? "not-deployed" : "enforcement-at-yardstick";
      tally.add(i, row(plan, outcome, i));
    }
    tally.fail(101, "council: no rule decides", new int[0]);
    tally.fail(102, "council: no rule decides", new int[0]);
    return new RunResult(plan, 7, 102, tally, Stopped.CASES);
  }

  public static RunReport report() {
    return report(result(plan(scenario())), ExactFigures.NONE);
  }

  /** A report of a run in which nothing was observed or set. */
  public static RunReport report(RunResult result, ExactFigures exact) {
    return RunReport.of(result, CIRCUMSTANCES, exact, Observation.NONE, List.of());
  }

  /** What a walk gave of the outcomes alone. */
  static ExactFigures exactly(Map<String, ExactOutcome> outcomes, List<Mover> movers) {
    return new ExactFigures(
        outcomes, movers, Map.of(), List.of(), OptionalDouble.empty(), Map.of());
  }

  /** A report whose exact figures exclude what was not seen, but for one outcome. */
  public static RunReport exactReport() {
    Plan plan = plan(scenario());
    Map<String, ExactOutcome> exact = new LinkedHashMap<>();
    for (String outcome : org.isfsim.Shipped.outcomes().values()) {
      exact.put(outcome, new ExactOutcome(false, 0, Optional.empty()));
    }
    exact.put(
        "not-adopted-veto",
        new ExactOutcome(
            true,
            0.6,
            Optional.of(new Range(0.1, 0.9, "council.china.vote=yes", "council.china.vote=no"))));
    exact.put("not-deployed", new ExactOutcome(true, 0.3949, Optional.empty()));
    exact.put("enforcement-at-yardstick", new ExactOutcome(true, 0.005, Optional.empty()));
    exact.put("ended-early", new ExactOutcome(true, 0.0001, Optional.empty()));
    String vote = "council.china.vote";
    Mover mover = new Mover(vote, "not-adopted-veto", 0.1, 0.9, vote, vote);
    return report(result(plan), exactly(exact, List.of(mover)));
  }

  /** What JSON says of a run. */
  public static String json(RunReport report) {
    return Json.document(JsonReport.of(report));
  }

  /** What JSON says of a batch. */
  public static String json(BatchReport batch) {
    return Json.document(JsonReport.of(batch));
  }
}
