package org.isfsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.isfsim.decision.Result;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;

/**
 * Writes the plan of a scenario step by step. Whatever is asked for is written just before it is
 * first needed, so that no value is alive longer than it must be.
 */
final class PlanBuilder {

  private final Model model;
  private final Model.Parts parts;
  private final Scenario scenario;
  private final int never;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Variable> written = new HashMap<>();
  private final Map<String, Question> questionOf = new HashMap<>();
  private int decisions;

  PlanBuilder(Model model, Model.Parts parts, Scenario scenario) {
    this.model = model;
    this.parts = parts;
    this.scenario = scenario;
    this.never = scenario.horizonWeeks() + 1;
    for (Question question : parts.questions()) {
      for (int result = 0; result < question.signature().results().size(); result++) {
        questionOf.put(question.result(result), question);
      }
    }
  }

  Plan build() {
    for (Question question : parts.questions()) {
      if (question.isForEach()) {
        for (Contributor contributor : scenario.contributors()) {
          variable(question.name(), contributor.id());
        }
      } else {
        variable(question.name(), "");
      }
    }
    List<Milestone> milestones = new ArrayList<>();
    for (Shown shown : parts.milestones()) {
      Variable week = shown(shown, "date." + shown.name());
      milestones.add(
          new Milestone(shown.name(), shown.title(), shown.means(), week, shown.cause()));
    }
    List<Indicator> indicators = new ArrayList<>();
    for (Shown shown : parts.indicators()) {
      Variable of = shown(shown, shown.name());
      indicators.add(
          new Indicator(
              shown.name(), shown.title(), shown.means(), of, shown.cause(), shown.opinion()));
    }
    Map<String, Variable> causes = new LinkedHashMap<>();
    parts.causes().forEach((name, of) -> causes.put(name, named("cause." + name, of)));
    List<Stage> stages = stages();
    // What no step reads is drawn as well, so that every parameter has a value in every case.
    scenario.settings().values().forEach(setting -> variable(setting.address(), ""));
    return new Plan(
        model,
        scenario,
        variables,
        steps,
        variable(parts.outcome(), ""),
        stages,
        causes,
        indicators,
        milestones);
  }

  /** A case is at a step of the way if it was at the one before it. */
  private List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    for (Shown shown : parts.stages()) {
      String name = "stage." + shown.name();
      Leaves leaves = new Leaves("");
      Term own = leaves.term(shown.of());
      String words = shown.of().words();
      Variable reached;
      if (stages.isEmpty()) {
        reached = named(name, shown.of());
      } else {
        Stage last = stages.get(stages.size() - 1);
        Term before = leaves.of(last.reached());
        reached =
            add(
                name,
                Domain.Flag.FLAG,
                leaves.variables(),
                new Term.Formula(
                    new Term.Either(before, own, new Term.Always(0)), Domain.Flag.FLAG),
                last.reached().name() + " and " + words,
                Optional.empty());
      }
      stages.add(new Stage(shown.name(), shown.title(), reached, shown.because()));
    }
    return stages;
  }

  /** A variable that is there under its own name, or a new one. */
  private Variable named(String name, Expression of) {
    return of instanceof Expression.Name known
        ? variable(known.name(), "")
        : compute(name, of, "", Optional.empty());
  }

  /** What is reported: a variable that is there under its own name, or a new one. */
  private Variable shown(Shown shown, String name) {
    return named(name, shown.of());
  }

  /**
   * The variable of a name.
   *
   * @param name a name of the model file
   * @param contributor the id that stands for the star, if the name has one
   */
  private Variable variable(String name, String contributor) {
    String own = Names.of(name, contributor);
    Variable known = written.get(own);
    if (known != null) {
      return known;
    }
    Quantity quantity = parts.quantities().get(name);
    if (quantity != null) {
      if (quantity.expression() instanceof Expression.Fold) {
        folds(quantity);
        return Objects.requireNonNull(written.get(own));
      }
      Variable variable = compute(own, quantity.expression(), contributor, quantity.title());
      written.put(own, variable);
      return variable;
    }
    Question question = questionOf.get(name);
    if (question != null) {
      decide(question, contributor);
      return Objects.requireNonNull(written.get(own));
    }
    return parameter(own);
  }

  /** A parameter is drawn, its parents before it. */
  private Variable parameter(String address) {
    Variable known = written.get(address);
    if (known != null) {
      return known;
    }
    Setting setting = scenario.setting(address);
    List<Variable> parents =
        setting.distribution().parents().stream().map(this::parameter).toList();
    Variable variable = add(address, setting.parameter().domain());
    written.put(address, variable);
    steps.add(new Step.Draw(variable, parents, setting.distribution()));
    return variable;
  }

  private void decide(Question question, String contributor) {
    List<Variable> inputs = new ArrayList<>();
    for (int i = 0; i < question.sources().size(); i++) {
      Expression source = question.sources().get(i);
      inputs.add(
          source instanceof Expression.Name name
              ? variable(name.name(), contributor)
              : compute(
                  Names.of(question.name(), contributor)
                      + "."
                      + question.signature().inputs().get(i).name(),
                  source,
                  contributor,
                  Optional.empty()));
    }
    String column = Names.of(question.name(), contributor);
    List<Variable> results = new ArrayList<>();
    List<Result> declared = question.signature().results();
    for (int result = 0; result < declared.size(); result++) {
      String name = Names.of(question.result(result), contributor);
      Variable variable = add(name, declared.get(result).domain());
      written.put(name, variable);
      results.add(variable);
    }
    steps.add(new Step.Decide(decisions++, column, question.signature(), inputs, results));
  }

  /**
   * Everything that is taken over all contributors, one contributor after the other, so that what
   * is about one of them stays together; the last sum has the quantity's name.
   */
  private void folds(Quantity asked) {
    List<Quantity> together = new ArrayList<>();
    for (Quantity quantity : parts.quantities().values()) {
      boolean isDue = quantity == asked || !needsFold(quantity.expression(), new HashSet<>());
      if (quantity.expression() instanceof Expression.Fold && isDue && !isWritten(quantity)) {
        together.add(quantity);
      }
    }
    Map<Quantity, Variable> sums = new LinkedHashMap<>();
    List<Contributor> contributors = scenario.contributors();
    for (Quantity quantity : together) {
      Expression.Fold fold = (Expression.Fold) quantity.expression();
      Domain domain = fold.type().domain(never);
      String name = contributors.isEmpty() ? quantity.name() : quantity.name() + ".none";
      sums.put(
          quantity,
          add(
              name,
              domain,
              List.of(),
              new Term.Formula(new Term.Always(fold.operator().start(fold.type())), domain),
              "no contributors",
              Optional.empty()));
    }
    for (int i = 0; i < contributors.size(); i++) {
      String id = contributors.get(i).id();
      boolean isLast = i == contributors.size() - 1;
      sums.replaceAll(
          (quantity, sum) ->
              put(
                  isLast ? quantity.name() : quantity.name() + "." + id,
                  (Expression.Fold) quantity.expression(),
                  sum,
                  id));
    }
    sums.forEach((quantity, sum) -> written.put(quantity.name(), sum));
  }

  private Variable put(String name, Expression.Fold fold, Variable sum, String contributor) {
    Leaves leaves = new Leaves(contributor);
    Term before = leaves.of(sum);
    Term one = leaves.term(fold.element());
    Domain domain = sum.domain();
    int most = domain.number(domain.size() - 1);
    FoldOperator operator = fold.operator();
    return add(
        name,
        domain,
        leaves.variables(),
        new Term.Formula(new Term.Put(operator, before, one, most), domain),
        sum.name() + operator.joiner() + Names.of(fold.element().words(), contributor),
        Optional.empty());
  }

  private boolean isWritten(Quantity quantity) {
    return written.containsKey(quantity.name());
  }

  /** Whether something reads, directly or through others, what is taken over all contributors. */
  private boolean needsFold(Expression expression, Set<String> seen) {
    return expression.names().stream().anyMatch(name -> isOrNeedsFold(name.name(), seen));
  }

  private boolean isOrNeedsFold(String name, Set<String> seen) {
    if (!seen.add(name)) {
      return false;
    }
    Quantity quantity = parts.quantities().get(name);
    if (quantity != null) {
      return quantity.expression() instanceof Expression.Fold
          || needsFold(quantity.expression(), seen);
    }
    Question question = questionOf.get(name);
    return question != null
        && question.sources().stream().anyMatch(source -> needsFold(source, seen));
  }

  private Variable compute(
      String name, Expression expression, String contributor, Optional<String> title) {
    Leaves leaves = new Leaves(contributor);
    Term term = leaves.term(expression);
    Domain domain = expression.type().domain(never);
    boolean isDate = expression.type() instanceof Type.Date;
    return add(
        name,
        domain,
        leaves.variables(),
        new Term.Formula(term, domain),
        Names.of(expression.words(), contributor),
        isDate ? Optional.of(title.orElse(name)) : Optional.empty());
  }

  private Variable add(
      String name,
      Domain domain,
      List<Variable> inputs,
      Operation operation,
      String words,
      Optional<String> date) {
    Variable variable = add(name, domain);
    steps.add(new Step.Compute(variable, inputs, operation, words, date));
    return variable;
  }

  private Variable add(String name, Domain domain) {
    Variable variable = new Variable(variables.size(), name, domain);
    variables.add(variable);
    return variable;
  }

  /** The variables that an expression reads, each once, in the order in which it names them. */
  private final class Leaves {

    private final String contributor;
    private final Map<Variable, Integer> places = new LinkedHashMap<>();

    Leaves(String contributor) {
      this.contributor = contributor;
    }

    List<Variable> variables() {
      return List.copyOf(places.keySet());
    }

    Term of(Variable variable) {
      Integer known = places.get(variable);
      int place = known == null ? places.size() : known;
      places.put(variable, place);
      return variable.domain() instanceof Domain.Numbers grid
          ? new Term.Place(place, grid.min(), grid.step())
          : new Term.Place(place, 0, 1);
    }

    Term term(Expression expression) {
      if (expression instanceof Expression.Name name) {
        return of(variable(name.name(), contributor));
      }
      if (expression instanceof Expression.Literal literal) {
        return new Term.Always(
            literal.number() == ExpressionReader.NEVER ? never : literal.number());
      }
      if (expression instanceof Expression.Call call) {
        return new Term.Applied(call.operator(), terms(call.parts()), never);
      }
      if (expression instanceof Expression.Is is) {
        return is(is);
      }
      if (expression instanceof Expression.Count count) {
        List<Integer> wanted =
            count.parts().stream()
                .map(part -> part.type().domain(never).indexOf(count.value()).orElseThrow())
                .toList();
        return new Term.Counted(terms(count.parts()), wanted);
      }
      if (expression instanceof Expression.Banded banded) {
        return new Term.Banded(
            term(banded.subject()),
            banded.band().domain(),
            Arrays.stream(scenario.band(banded.band().id())).boxed().toList());
      }
      if (expression instanceof Expression.If either) {
        return new Term.Either(
            term(either.condition()), term(either.then()), term(either.otherwise()));
      }
      if (expression instanceof Expression.Choose choose) {
        return new Term.Chosen(terms(choose.conditions()), choose.values(), choose.otherwise());
      }
      if (expression instanceof Expression.Identity identity) {
        return new Term.Always(Math.max(identity.type().values().indexOf(contributor), 0));
      }
      throw new IllegalStateException("A fold inside an expression was not refused");
    }

    private List<Term> terms(List<Expression> parts) {
      return parts.stream().map(this::term).toList();
    }

    private Term is(Expression.Is is) {
      Term subject = term(is.subject());
      Domain domain = is.subject().type().domain(never);
      List<Integer> wanted =
          is.values().stream().map(v -> domain.indexOf(v).orElseThrow()).sorted().toList();
      return new Term.Among(subject, domain, wanted);
    }
  }
}
