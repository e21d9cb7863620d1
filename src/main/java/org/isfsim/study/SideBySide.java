package org.isfsim.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Comparer;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.ExactAnswer;
import org.isfsim.analysis.Objective;
import org.isfsim.analysis.PairedSample;
import org.isfsim.analysis.Robustness;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InvalidInputException;
import org.isfsim.exact.Ranges;
import org.isfsim.source.Register;

/** Alternatives side by side, with what is known of each. For one thread. */
public final class SideBySide {

  private final List<Alternative> alternatives;
  private final List<Observation> observations;
  private final Comparer comparer;

  /**
   * Alternatives.
   *
   * @throws InvalidInputException if of one of them no case agrees with what is known
   */
  public SideBySide(
      List<Alternative> alternatives,
      List<Objective> objectives,
      Decisions decisions,
      Register register,
      Ranges ranges) {
    this.alternatives = List.copyOf(alternatives);
    this.observations = observations(alternatives, decisions, register);
    this.comparer = new Comparer(alternatives, objectives, decisions, ranges);
  }

  /**
   * What is known of alternatives.
   *
   * @throws InvalidInputException if of one of them no case agrees with it
   */
  public static List<Observation> observations(
      List<Alternative> alternatives, Decisions decisions, Register register) {
    Observations known = new Observations(register, decisions);
    return alternatives.stream().map(alternative -> known.of(alternative.plan())).toList();
  }

  /** What is known of each. */
  public List<Observation> observations() {
    return observations;
  }

  /** The exact answers; {@code progress} is told what is looked at. */
  public List<ExactAnswer> exactly(Consumer<String> progress) {
    return comparer.exactly(progress);
  }

  /**
   * The comparison, on common cases too unless their number is 0.
   *
   * @param progress is told how many cases are done
   * @throws InvalidInputException if no sampled case of an alternative agrees with what is known
   */
  public Comparison compared(
      List<ExactAnswer> exact, long seed, long cases, int threads, LongConsumer progress) {
    Optional<PairedSample> sample = comparer.sampled(seed, cases, threads, progress);
    sample
        .flatMap(PairedSample::agreement)
        .ifPresent(
            agreement -> {
              for (int a = 0; a < observations.size(); a++) {
                Observations.requireSome(
                    alternatives.get(a).plan(),
                    agreement.cases()[a],
                    sample.orElseThrow().cases(),
                    observations.get(a));
              }
            });
    return comparer.comparison(exact, sample);
  }

  /** How each stands up to single assumptions, for each objective that is stated. */
  public static List<Robustness> robustness(Comparison comparison, double level) {
    List<Robustness> robustness = new ArrayList<>();
    for (int o = 0; o < comparison.objectives().size(); o++) {
      Robustness.of(comparison, o, level).ifPresent(robustness::add);
    }
    return robustness;
  }

  /**
   * What could not be worked out exactly, a sentence each with the alternatives it holds for.
   *
   * @param cases how many cases are sampled instead
   */
  public List<String> tooLarge(List<ExactAnswer> exact, long cases) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (int a = 0; a < alternatives.size(); a++) {
      String name = alternatives.get(a).name();
      exact
          .get(a)
          .tooLarge()
          .forEach(
              (what, why) -> {
                names.computeIfAbsent(what, w -> new ArrayList<>()).add(name);
                reasons.putIfAbsent(what, why);
              });
    }
    List<String> sentences = new ArrayList<>();
    names.forEach(
        (what, of) ->
            sentences.add(
                what
                    + " is too large for an exact answer ("
                    + String.join(", ", of)
                    + "): "
                    + reasons.get(what)
                    + (cases == 0 ? "; not worked out" : "; sampled alone")));
    return sentences;
  }
}
