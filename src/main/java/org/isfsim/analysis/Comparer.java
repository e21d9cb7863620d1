package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.isfsim.decision.Decisions;
import org.isfsim.exact.ExactWalk;
import org.isfsim.exact.FuturesWalk;
import org.isfsim.exact.FuturesWalk.Futures;
import org.isfsim.exact.Ranges;
import org.isfsim.exact.TooLargeException;
import org.isfsim.exact.WalkMemory;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;

/** Compares alternatives, exactly and on common cases. */
public final class Comparer {

  private final List<Alternative> alternatives;
  private final List<Objective> objectives;
  private final List<Question> questions;
  private final Decisions decisions;
  private final WalkMemory memory = new WalkMemory();
  private final Ranges ranges;

  /**
   * @param alternatives at least one; differences are to the first
   * @param objectives what is to be made likely
   * @param ranges to which values assumptions are set
   */
  public Comparer(
      List<Alternative> alternatives,
      List<Objective> objectives,
      Decisions decisions,
      Ranges ranges) {
    this.ranges = ranges;
    this.alternatives = List.copyOf(alternatives);
    this.objectives = List.copyOf(objectives);
    this.questions = alternatives.stream().map(a -> a.asking(objectives)).toList();
    this.decisions = decisions;
  }

  /**
   * The exact walks of every alternative.
   *
   * @param progress is told what is looked at
   */
  public List<ExactAnswer> exactly(Consumer<String> progress) {
    List<ExactAnswer> answers = new ArrayList<>();
    List<Map<String, double[]>> shared = shared(progress);
    for (int i = 0; i < alternatives.size(); i++) {
      answers.add(exactly(alternatives.get(i), questions.get(i), shared.get(i), progress));
    }
    return answers;
  }

  /**
   * The same cases under every alternative.
   *
   * @param seed the seed of the random numbers
   * @param cases how many cases; 0 for none
   * @param threads how many threads; does not change the result
   * @param progress is told how many cases are done
   */
  public Optional<PairedSample> sampled(long seed, long cases, int threads, LongConsumer progress) {
    return cases == 0
        ? Optional.empty()
        : Optional.of(new PairedSampling(questions, decisions, seed, cases).run(threads, progress));
  }

  /** The comparison of what was worked out. */
  public Comparison comparison(List<ExactAnswer> exact, Optional<PairedSample> sample) {
    return new Comparison(alternatives, objectives, exact, sample, ranges);
  }

  private ExactAnswer exactly(
      Alternative alternative,
      Question question,
      Map<String, double[]> shared,
      Consumer<String> progress) {
    Walks walks = new Walks(alternative, question, progress);
    walks.marginals.putAll(shared);
    Variable outcome = question.plan().outcome();
    Optional<Futures> outcomes = walks.futures(Subjects.OUTCOME, outcome);
    boolean[] possible = walks.possible(outcome);
    List<Optional<Futures>> met = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      met.add(walks.met(objectives.get(i), question, i));
    }
    reported(question.plan()).forEach(walks::marginal);
    return new ExactAnswer(outcomes, possible, met, walks.marginals, walks.tooLarge);
  }

  /** The variables of indicators and milestones, by their names in results. */
  private static Map<String, Variable> reported(Plan plan) {
    Map<String, Variable> reported = new LinkedHashMap<>();
    for (Indicator indicator : plan.indicators()) {
      reported.put(indicator.name(), indicator.variable());
    }
    for (Milestone milestone : plan.milestones()) {
      reported.put(milestone.name(), milestone.week());
    }
    return reported;
  }

  /** For each alternative what one walk gives for all of them. */
  private List<Map<String, double[]>> shared(Consumer<String> progress) {
    List<Map<String, double[]>> shared = new ArrayList<>();
    alternatives.forEach(a -> shared.add(new LinkedHashMap<>()));
    SharedWalks walks = new SharedWalks(alternatives, decisions, memory);
    Map<String, Variable> reported = reported(alternatives.get(0).plan());
    Map<String, List<double[]>> found = new ConcurrentHashMap<>();
    List.copyOf(reported.entrySet()).stream()
        .parallel()
        .forEach(
            of -> {
              progress.accept(of.getKey());
              walks.marginals(of.getValue().name()).ifPresent(rows -> found.put(of.getKey(), rows));
            });
    for (String name : reported.keySet()) {
      List<double[]> rows = found.getOrDefault(name, List.of());
      for (int a = 0; a < rows.size(); a++) {
        shared.get(a).put(name, rows.get(a));
      }
    }
    return shared;
  }

  /** The walks of one alternative; what is too large is noted and does not stop the others. */
  private final class Walks {

    private final Alternative alternative;
    private final Consumer<String> progress;
    private final FuturesWalk walk;
    private final ExactWalk plain;
    private final Map<String, double[]> marginals = new LinkedHashMap<>();
    private final Map<String, String> tooLarge = new LinkedHashMap<>();

    Walks(Alternative alternative, Question question, Consumer<String> progress) {
      this.alternative = alternative;
      this.progress = progress;
      this.walk = new FuturesWalk(question.plan(), decisions, ranges, memory);
      this.plain = new ExactWalk(question.plan(), decisions, memory);
    }

    Optional<Futures> futures(String what, Variable target) {
      progress.accept(alternative.name() + ": " + what);
      try {
        return Optional.of(walk.futures(target, alternative.moves()));
      } catch (TooLargeException e) {
        tooLarge.put(what, String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    Optional<Futures> met(Objective objective, Question question, int place) {
      progress.accept(alternative.name() + ": " + objective.text());
      try {
        return Optional.of(
            walk.futures(
                question.flags().get(place), question.needed().get(place), alternative.moves()));
      } catch (TooLargeException e) {
        tooLarge.put(objective.text(), String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    boolean[] possible(Variable outcome) {
      try {
        return walk.possible(outcome, v -> alternative.isAssumption(v.name()));
      } catch (TooLargeException e) {
        return new boolean[0];
      }
    }

    void marginal(String what, Variable variable) {
      if (marginals.containsKey(what)) {
        return;
      }
      progress.accept(alternative.name() + ": " + what);
      try {
        marginals.put(what, plain.marginal(variable));
      } catch (TooLargeException e) {
        tooLarge.put(what, String.valueOf(e.getMessage()));
      }
    }
  }
}
