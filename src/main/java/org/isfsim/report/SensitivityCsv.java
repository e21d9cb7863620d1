package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.analysis.ConflictInfluence;
import org.isfsim.analysis.Influence;
import org.isfsim.analysis.Overall;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SobolEstimate;
import org.isfsim.analysis.TargetInfluences;

/** What moves which result, as tables of comma-separated values. */
public final class SensitivityCsv {

  private SensitivityCsv() {}

  /** A row for each target and parameter: lowest, highest, indices. What is not known is empty. */
  public static String indices(Sensitivity sensitivity) {
    StringBuilder text = new StringBuilder();
    Csv.line(
        text,
        List.of(
            "target",
            "probability",
            "parameter",
            "kind",
            "lowest_at",
            "lowest",
            "highest_at",
            "highest",
            "first",
            "total",
            "first_sampled",
            "first_low",
            "first_high",
            "total_sampled",
            "total_low",
            "total_high"));
    for (int i = 0; i < sensitivity.targets().size(); i++) {
      TargetInfluences of = sensitivity.targets().get(i);
      for (Influence influence : of.influences()) {
        List<String> fields =
            new ArrayList<>(
                List.of(
                    of.target().name(),
                    String.valueOf(of.probability()),
                    influence.address(),
                    influence.setting().parameter().kind().word(),
                    influence.lowest().value(),
                    String.valueOf(influence.lowest().probability()),
                    influence.highest().value(),
                    String.valueOf(influence.highest().probability()),
                    number(influence.first()),
                    number(influence.total())));
        int target = i;
        fields.addAll(
            estimate(sensitivity.sampled().flatMap(s -> s.of(target, influence.address()))));
        Csv.line(text, fields);
      }
    }
    return text.toString();
  }

  private static List<String> estimate(Optional<SobolEstimate> estimate) {
    if (estimate.isEmpty()) {
      return List.of("", "", "", "", "", "");
    }
    SobolEstimate.Bounded first = estimate.get().first();
    SobolEstimate.Bounded total = estimate.get().total();
    return List.of(
        String.valueOf(first.value()),
        String.valueOf(first.low()),
        String.valueOf(first.high()),
        String.valueOf(total.value()),
        String.valueOf(total.low()),
        String.valueOf(total.high()));
  }

  /** A row for each target, parameter and value of the parameter. */
  public static String values(Sensitivity sensitivity) {
    StringBuilder text = new StringBuilder();
    Csv.line(text, List.of("target", "parameter", "value", "probability"));
    for (TargetInfluences of : sensitivity.targets()) {
      for (Influence influence : of.influences()) {
        for (Influence.AtValue at : influence.values()) {
          Csv.line(
              text,
              List.of(
                  of.target().name(),
                  influence.address(),
                  at.value(),
                  String.valueOf(at.probability())));
        }
      }
    }
    return text.toString();
  }

  /** A row for each result and uncertain parameter, over all values of the result. */
  public static String overall(Sensitivity sensitivity) {
    StringBuilder text = new StringBuilder();
    Csv.line(text, List.of("result", "parameter", "first", "total"));
    for (Overall row : sensitivity.overall()) {
      Csv.line(
          text,
          List.of(
              row.variable().name(),
              row.address(),
              String.valueOf(row.first()),
              number(row.total())));
    }
    return text.toString();
  }

  /** A row for each conflict of sources, side and target. */
  public static String sources(Sensitivity sensitivity) {
    StringBuilder text = new StringBuilder();
    Csv.line(
        text, List.of("conflict", "parameter", "kind", "side", "taken", "target", "probability"));
    for (ConflictInfluence conflict : sensitivity.conflicts()) {
      for (ConflictInfluence.Side side : conflict.sides()) {
        for (int i = 0; i < sensitivity.targets().size(); i++) {
          Csv.line(
              text,
              List.of(
                  conflict.conflict(),
                  conflict.setting().address(),
                  conflict.setting().parameter().kind().word(),
                  side.value(),
                  String.valueOf(side.isTaken()),
                  sensitivity.targets().get(i).target().name(),
                  String.valueOf(side.probabilities().get(i))));
        }
      }
    }
    return text.toString();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }
}
