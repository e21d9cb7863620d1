package org.isfsim.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evrete.KnowledgeService;
import org.evrete.api.FactHandle;
import org.evrete.api.IntToValue;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Evaluator;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleEngine;
import org.isfsim.decision.RuleSet;
import org.isfsim.decision.Signature;
import org.isfsim.model.Case;
import org.isfsim.model.CaseEvaluator;
import org.isfsim.model.Plan;
import org.isfsim.model.Step;
import org.isfsim.model.Variable;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The Council's decision and those about each contributor, for the same cases of the baseline, by
 * isfsim's tables, by Drools fired afresh, and by two other public rule engines. The rules of the
 * other engines are those of the rule files, as isfsim reads them: conditions are tested by the
 * same code, so what is compared is what an engine does around them. Before anything is timed, all
 * agree on every result of every case.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseParallelGC")
public class EngineBenchmark {

  private static final int CASES = 1_000;
  private static final Set<String> DECISIONS = Set.of("council", "contingent");

  /** A question to an engine: a decision and the values of its inputs and constants. */
  private record Ask(Signature signature, int[] combination, long key, Fact fact) {}

  /** What the other engines match. */
  public record Fact(int[] row) {
    /** The index of the value of every field. */
    public int[] getRow() {
      return row;
    }
  }

  private final RuleSet rules = Baseline.rules();
  private final Decisions decisions = Decisions.remembering(rules);
  private final RuleEngine drools = RuleEngine.compile(rules);
  private final Evaluator evaluator = drools.newEvaluator();
  private final List<Ask> asks = asks();
  private final BitSet fired = new BitSet();
  private final RulesEngine easy = new DefaultRulesEngine();
  private final Facts easyFacts = new Facts();
  private final Map<String, Rules> easyRules = new LinkedHashMap<>();
  private final KnowledgeService evrete = new KnowledgeService();
  private final Map<String, StatefulSession> sessions = new LinkedHashMap<>();

  /** Gives every engine its rules and holds their results against each other. */
  public EngineBenchmark() {
    for (String decision : DECISIONS) {
      Rules rulesOf = new Rules();
      Knowledge knowledge = evrete.newKnowledge();
      List<Rule> read = rules.rulesOf(decision);
      for (int i = 0; i < read.size(); i++) {
        int number = i;
        Rule rule = read.get(i);
        rulesOf.register(
            new RuleBuilder()
                .name("rule " + number)
                .when(facts -> rule.condition().holds(((Fact) facts.get("fact")).row()))
                .then(facts -> fired.set(number))
                .build());
        knowledge =
            knowledge
                .newRule("rule " + number)
                .forEach("$fact", Fact.class)
                .where((IntToValue v) -> rule.condition().holds(v.get(0)), "$fact.row")
                .execute(context -> fired.set(number));
      }
      easyRules.put(decision, rulesOf);
      sessions.put(decision, knowledge.newStatefulSession());
    }
    for (Ask ask : asks) {
      int[] wanted = decisions.table(ask.signature.decision()).find(ask.combination).results();
      requireSame(
          ask,
          wanted,
          evaluator.fire(ask.signature.decision(), ask.combination).finding().results(),
          "Drools");
      requireSame(ask, wanted, results(ask, byEasyRules(ask)), "Easy Rules");
      requireSame(ask, wanted, results(ask, byEvrete(ask)), "Evrete");
    }
  }

  private static void requireSame(Ask ask, int[] wanted, int[] found, String by) {
    if (!Arrays.equals(wanted, found)) {
      throw new IllegalStateException(
          by
              + " gives "
              + Arrays.toString(found)
              + " for "
              + ask.signature.inWords(ask.combination));
    }
  }

  private List<Ask> asks() {
    Plan plan = Baseline.plan();
    List<Step.Decide> decides =
        plan.decisions().stream()
            .filter(decide -> DECISIONS.contains(decide.signature().decision()))
            .collect(Collectors.toList());
    CaseEvaluator cases = new CaseEvaluator(plan, decisions, plan.scenario().run().seed());
    Case row = new Case(plan);
    List<Ask> all = new ArrayList<>();
    for (long number = 1; number <= CASES; number++) {
      cases.evaluate(number, CaseEvaluator.nothingGiven(plan), row);
      for (Step.Decide decide : decides) {
        int[] combination =
            decide.inputs().stream().mapToInt((Variable v) -> row.value(v)).toArray();
        Signature signature = decide.signature();
        all.add(
            new Ask(
                signature,
                combination,
                signature.key(combination),
                new Fact(signature.row(combination))));
      }
    }
    return all;
  }

  /** Gives everything back. */
  @TearDown
  public void close() {
    evaluator.close();
    drools.close();
    decisions.close();
    sessions.values().forEach(StatefulSession::close);
    evrete.shutdown();
  }

  /** Remembered results of isfsim. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public int tables() {
    int sum = 0;
    for (Ask ask : asks) {
      sum += decisions.table(ask.signature.decision()).lookup(ask.key);
    }
    return sum;
  }

  /** Drools, fired afresh as {@code --reference} does. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public int droolsAfresh() {
    int sum = 0;
    for (Ask ask : asks) {
      sum += evaluator.fire(ask.signature.decision(), ask.combination).fired().size();
    }
    return sum;
  }

  /** Easy Rules. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public int easyRules() {
    int sum = 0;
    for (Ask ask : asks) {
      sum += byEasyRules(ask).cardinality();
    }
    return sum;
  }

  /** Evrete, with a session that is kept and a fact that is taken out again. */
  @Benchmark
  @OperationsPerInvocation(CASES)
  public int evrete() {
    int sum = 0;
    for (Ask ask : asks) {
      sum += byEvrete(ask).cardinality();
    }
    return sum;
  }

  private BitSet byEasyRules(Ask ask) {
    fired.clear();
    easyFacts.put("fact", ask.fact);
    easy.fire(Objects.requireNonNull(easyRules.get(ask.signature.decision())), easyFacts);
    return fired;
  }

  private BitSet byEvrete(Ask ask) {
    fired.clear();
    StatefulSession session = Objects.requireNonNull(sessions.get(ask.signature.decision()));
    FactHandle handle = session.insert(ask.fact);
    session.fire();
    session.delete(handle);
    session.fire();
    return fired;
  }

  private int[] results(Ask ask, BitSet of) {
    int[] values = new int[ask.signature.results().size()];
    Arrays.fill(values, -1);
    List<Rule> read = rules.rulesOf(ask.signature.decision());
    of.stream()
        .mapToObj(read::get)
        .flatMap(rule -> rule.conclusions().stream())
        .forEach(
            conclusion -> {
              if (conclusion instanceof Conclusion.Decide decide) {
                values[decide.result()] = decide.value();
              }
            });
    return values;
  }
}
