package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Failure;
import org.isfsim.decision.Field;
import org.isfsim.decision.Finding;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;
import org.isfsim.decision.Tally;
import org.isfsim.decision.Verdict;
import org.isfsim.explanation.ExplainedDecision.ResultValue;
import org.isfsim.explanation.ParameterValue.How;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Origin;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.source.Register;

/**
 * Explains cases of a plan: evaluates a case as a run does, then asks Drools for every decision
 * which rules fired. Not thread-safe.
 */
public final class Explainer {

  private final Plan plan;
  private final Decisions decisions;
  private final Register register;
  private final long seed;
  private final CaseEvaluator evaluator;

  /**
   * An explainer.
   *
   * @param plan what a case goes through
   * @param decisions what decides
   * @param register the claims that rules cite
   * @param seed the seed of the draws
   */
  public Explainer(Plan plan, Decisions decisions, Register register, long seed) {
    this.plan = plan;
    this.decisions = decisions;
    this.register = register;
    this.seed = seed;
    this.evaluator = new CaseEvaluator(plan, decisions, seed);
  }

  /** Explains a case of the plan's scenario, numbered from 1. */
  public CaseExplanation explain(long caseNumber) {
    return explain(caseNumber, Map.of());
  }

  /**
   * Explains a case in which some values are given and the others are those of the case number.
   *
   * @param given the indices of values in their domains, by the address of the parameter
   */
  public CaseExplanation explain(long caseNumber, Map<String, Integer> given) {
    Case row = new Case(plan);
    evaluator.evaluate(caseNumber, CaseEvaluator.given(plan, given), row);
    return new Tracing(row, given.keySet()).explanation();
  }

  /** The tracing of one evaluated case. */
  private final class Tracing {
    private final Case row;
    private final Set<String> given;
    private final Map<String, ParameterValue> parameters = new HashMap<>();
    private final Map<Variable, Step> writers = new HashMap<>();
    private final Map<Step.Decide, Verdict> verdicts = new HashMap<>();

    Tracing(Case row, Set<String> given) {
      this.row = row;
      this.given = given;
    }

    CaseExplanation explanation() {
      List<Step> taken = new ArrayList<>();
      Step.Decide stoppedAt = null;
      for (Step step : plan.steps()) {
        taken.add(step);
        step.writes().forEach(variable -> writers.put(variable, step));
        if (step instanceof Step.Draw draw) {
          parameters.put(draw.variable().name(), parameter(draw));
        } else if (step instanceof Step.Decide decide) {
          Verdict verdict = trace(decide);
          verdicts.put(decide, verdict);
          if (verdict.finding().failed()) {
            stoppedAt = decide;
            break;
          }
        }
      }
      DecisiveSteps way =
          new DecisiveSteps(taken, verdicts, stoppedAt == null ? plan.outcome() : null, stoppedAt);
      List<ExplainedDecision> explained = new ArrayList<>();
      for (Step step : taken) {
        if (step instanceof Step.Decide decide) {
          explained.add(decision(decide, way));
        }
      }
      Scenario scenario = plan.scenario();
      Timeline timeline = new Timeline(plan, row, taken, way, writers);
      Ending ending =
          stoppedAt == null
              ? new Ending.Reached(row.text(plan.outcome()))
              : stopped(stoppedAt, verdict(stoppedAt).finding());
      return new CaseExplanation(
          scenario.id(),
          scenario.title(),
          scenario.policy(),
          row.number(),
          seed,
          scenario.horizon(),
          scenario.settings().keySet().stream()
              .filter(parameters::containsKey)
              .map(this::parameter)
              .toList(),
          timeline.events(),
          timeline.notByHorizon(),
          explained,
          ending,
          stoppedAt == null ? indicators() : List.of(),
          new Summary(explained).of(plan.model(), ending));
    }

    private ParameterValue parameter(Step.Draw draw) {
      Setting setting = plan.scenario().setting(draw.variable().name());
      boolean isFixed = draw.distribution().isFixed();
      boolean isSet =
          given.contains(setting.address()) || isFixed && setting.origin() == Origin.COMMAND_LINE;
      return new ParameterValue(
          setting.address(),
          setting.parameter().kind(),
          row.text(draw.variable()),
          isSet ? How.SET : isFixed ? How.FIXED : How.DRAWN,
          setting.basis(),
          setting.claims());
    }

    private ParameterValue parameter(String address) {
      ParameterValue value = parameters.get(address);
      if (value == null) {
        throw new IllegalStateException("Not drawn: " + address);
      }
      return value;
    }

    /** Fires the rules of a decision afresh and holds them against what the evaluation came to. */
    private Verdict trace(Step.Decide decide) {
      Verdict verdict = decisions.trace(decide.signature().decision(), combination(decide));
      Finding evaluated =
          decisions.table(decide.signature().decision()).finding(row.finding(decide));
      if (!verdict.finding().equals(evaluated)) {
        throw new IllegalStateException(
            decide.column() + " came to " + evaluated + ", traced " + verdict.finding());
      }
      return verdict;
    }

    private Verdict verdict(Step.Decide decide) {
      Verdict verdict = verdicts.get(decide);
      if (verdict == null) {
        throw new IllegalStateException("Not taken: " + decide.column());
      }
      return verdict;
    }

    private int[] combination(Step.Decide decide) {
      return decide.inputs().stream().mapToInt(row::value).toArray();
    }

    private Ending stopped(Step.Decide decide, Finding finding) {
      return new Ending.Stopped(
          decide.column(),
          finding.failures().stream().map(Failure::what).toList(),
          decide.signature().inWords(combination(decide)));
    }

    private ExplainedDecision decision(Step.Decide decide, DecisiveSteps way) {
      Signature signature = decide.signature();
      Verdict verdict = verdict(decide);
      List<ResultValue> results = new ArrayList<>();
      for (int i = 0; i < decide.results().size(); i++) {
        if (verdict.finding().result(i) != Finding.NONE) {
          results.add(new ResultValue(decide.results().get(i).name(), verdict.finding().text(i)));
        }
      }
      return new ExplainedDecision(
          decide.column(),
          signature.decision(),
          subject(decide),
          way.has(decide),
          inputs(decide),
          results,
          verdict.finding().reasons(),
          verdict.fired().stream().map(rule -> fired(rule, decide, way)).toList());
    }

    private String subject(Step.Decide decide) {
      return plan.contributorOf(decide).map(Contributor::name).orElse("");
    }

    private List<InputValue> inputs(Step.Decide decide) {
      List<Field> fields = decide.signature().fields();
      int[] values = decide.signature().row(combination(decide));
      List<InputValue> inputs = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        Provenance provenance =
            i < decide.inputs().size()
                ? provenance(decide.inputs().get(i))
                : counted(decide.signature().tallies().get(i - decide.inputs().size()));
        inputs.add(
            new InputValue(
                field.name(), field.inWords(), field.domain().text(values[i]), provenance));
      }
      return inputs;
    }

    private Provenance counted(Tally tally) {
      List<String> fields = new ArrayList<>(tally.counted());
      fields.addAll(tally.added());
      return new Provenance.Counted(fields);
    }

    private Provenance provenance(Variable variable) {
      Step writer = writers.get(variable);
      if (writer instanceof Step.Draw) {
        ParameterValue value = parameter(variable.name());
        return new Provenance.FromParameter(value.address(), value.how(), value.basis());
      }
      if (writer instanceof Step.Compute compute) {
        return new Provenance.Computed(
            variable.name(),
            compute.text(),
            compute.inputs().stream()
                .map(input -> new Provenance.Operand(input.name(), shown(input)))
                .toList());
      }
      return new Provenance.FromDecision(variable.name());
    }

    private String shown(Variable variable) {
      if (!plan.isDate(variable)) {
        return row.text(variable);
      }
      int week = variable.domain().number(row.value(variable));
      return week > plan.horizonWeeks() ? "not by the horizon" : plan.date(week).toString();
    }

    private FiredRule fired(Rule rule, Step.Decide decide, DecisiveSteps way) {
      List<ResultValue> decides = new ArrayList<>();
      List<String> reasons = new ArrayList<>();
      for (Conclusion conclusion : rule.conclusions()) {
        if (conclusion instanceof Conclusion.Decide result) {
          Variable variable = decide.results().get(result.result());
          decides.add(new ResultValue(variable.name(), variable.domain().text(result.value())));
        } else if (conclusion instanceof Conclusion.Reason reason) {
          reasons.add(reason.code());
        }
      }
      return new FiredRule(
          rule.name(),
          rule.kind(),
          rule.norm(),
          way.has(decide, rule),
          asks(rule, decide.signature()),
          rule.condition().inWords(),
          rule.note(),
          decides,
          reasons,
          rule.mark().file(),
          rule.mark().line(),
          rule.claims().stream().map(id -> new CitedClaim(id, register.claim(id))).toList());
    }

    private List<String> asks(Rule rule, Signature signature) {
      List<Field> fields = signature.fields();
      return positions(rule.condition()).stream()
          .sorted()
          .map(position -> fields.get(position).name())
          .toList();
    }

    private List<IndicatorValue> indicators() {
      return plan.indicators().stream()
          .map(
              indicator ->
                  new IndicatorValue(
                      indicator.name(),
                      indicator.title(),
                      row.text(indicator.variable()),
                      indicator.opinion()))
          .toList();
    }
  }

  /** The places in a row that a condition compares. */
  static Set<Integer> positions(Condition condition) {
    Set<Integer> positions = new HashSet<>();
    for (Condition.Atom atom : condition.atoms()) {
      positions.add(atom.position());
      if (atom instanceof Condition.FieldComparison comparison) {
        positions.add(comparison.otherPosition());
      }
    }
    return positions;
  }
}
