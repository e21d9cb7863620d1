package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.analysis.ConflictInfluence;
import org.isfsim.analysis.Influence;
import org.isfsim.analysis.Overall;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SobolEstimate;
import org.isfsim.analysis.TargetInfluences;
import org.isfsim.article.Sheet;

/** What moves which result, as tables. */
public final class SensitivitySheets {

  private static final String INDICES = "indices";
  private static final String VALUES = "values";
  private static final String OVERALL = "overall";
  private static final String SOURCES = "sources";

  private SensitivitySheets() {}

  /** The names of the tables. */
  public static List<String> names() {
    return List.of(INDICES, VALUES, OVERALL, SOURCES);
  }

  /** The tables. */
  public static List<Sheet> of(Sensitivity sensitivity) {
    return List.of(
        indices(sensitivity), values(sensitivity), overall(sensitivity), sources(sensitivity));
  }

  /** A row for each target and parameter: lowest, highest, indices. */
  private static Sheet indices(Sensitivity sensitivity) {
    Sheet.Builder sheet =
        new Sheet.Builder(
            INDICES,
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
            "total_high");
    for (int i = 0; i < sensitivity.targets().size(); i++) {
      int target = i;
      TargetInfluences of = sensitivity.targets().get(i);
      for (Influence influence : of.influences()) {
        Optional<SobolEstimate> sampled =
            sensitivity.sampled().flatMap(s -> s.of(target, influence.address()));
        Optional<SobolEstimate.Bounded> first = sampled.map(SobolEstimate::first);
        Optional<SobolEstimate.Bounded> total = sampled.map(SobolEstimate::total);
        sheet.row(
            of.target().name(),
            of.probability(),
            influence.address(),
            influence.setting().parameter().kind().word(),
            influence.lowest().value(),
            influence.lowest().probability(),
            influence.highest().value(),
            influence.highest().probability(),
            known(influence.first()),
            known(influence.total()),
            first.map(SobolEstimate.Bounded::value),
            first.map(SobolEstimate.Bounded::low),
            first.map(SobolEstimate.Bounded::high),
            total.map(SobolEstimate.Bounded::value),
            total.map(SobolEstimate.Bounded::low),
            total.map(SobolEstimate.Bounded::high));
      }
    }
    return sheet.build();
  }

  /** A row for each target, parameter and value of the parameter. */
  private static Sheet values(Sensitivity sensitivity) {
    Sheet.Builder sheet = new Sheet.Builder(VALUES, "target", "parameter", "value", "probability");
    for (TargetInfluences of : sensitivity.targets()) {
      for (Influence influence : of.influences()) {
        for (Influence.AtValue at : influence.values()) {
          sheet.row(of.target().name(), influence.address(), at.value(), at.probability());
        }
      }
    }
    return sheet.build();
  }

  /** A row for each result and uncertain parameter, over all values of the result. */
  private static Sheet overall(Sensitivity sensitivity) {
    Sheet.Builder sheet = new Sheet.Builder(OVERALL, "result", "parameter", "first", "total");
    for (Overall row : sensitivity.overall()) {
      sheet.row(row.variable().name(), row.address(), row.first(), known(row.total()));
    }
    return sheet.build();
  }

  /** A row for each conflict of sources, side and target. */
  private static Sheet sources(Sensitivity sensitivity) {
    Sheet.Builder sheet =
        new Sheet.Builder(
            SOURCES, "conflict", "parameter", "kind", "side", "taken", "target", "probability");
    for (ConflictInfluence conflict : sensitivity.conflicts()) {
      for (ConflictInfluence.Side side : conflict.sides()) {
        for (int i = 0; i < sensitivity.targets().size(); i++) {
          sheet.row(
              conflict.conflict(),
              conflict.setting().address(),
              conflict.setting().parameter().kind().word(),
              side.value(),
              side.isTaken(),
              sensitivity.targets().get(i).target().name(),
              side.probabilities().get(i));
        }
      }
    }
    return sheet.build();
  }

  private static Optional<Double> known(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
