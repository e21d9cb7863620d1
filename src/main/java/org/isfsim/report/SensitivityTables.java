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
import org.isfsim.article.Table;
import org.isfsim.source.Register;

/** What moves which result, as tables. */
public final class SensitivityTables {

  private static final String INDICES = "indices";
  private static final String VALUES = "values";
  private static final String OVERALL = "overall";
  private static final String SOURCES = "sources";

  private SensitivityTables() {}

  /** The names of the tables. */
  public static List<String> names() {
    return List.of(INDICES, VALUES, OVERALL, SOURCES);
  }

  /** The tables. */
  public static List<Table> of(Sensitivity sensitivity, Register register) {
    return List.of(
        indices(sensitivity),
        values(sensitivity),
        overall(sensitivity),
        sources(sensitivity, register));
  }

  /** A row for each target and parameter: lowest, highest, indices. */
  private static Table indices(Sensitivity sensitivity) {
    Table.Builder table =
        new Table.Builder(
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
        table.row(
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
    return table.build();
  }

  /** A row for each target, parameter and value of the parameter. */
  private static Table values(Sensitivity sensitivity) {
    Table.Builder table = new Table.Builder(VALUES, "target", "parameter", "value", "probability");
    for (TargetInfluences of : sensitivity.targets()) {
      for (Influence influence : of.influences()) {
        for (Influence.AtValue at : influence.values()) {
          table.row(of.target().name(), influence.address(), at.value(), at.probability());
        }
      }
    }
    return table.build();
  }

  /** A row for each result and uncertain parameter, over all values of the result. */
  private static Table overall(Sensitivity sensitivity) {
    Table.Builder table = new Table.Builder(OVERALL, "result", "parameter", "first", "total");
    for (Overall row : sensitivity.overall()) {
      table.row(row.variable().name(), row.address(), row.first(), known(row.total()));
    }
    return table.build();
  }

  /** A row for each conflict of sources, side and target. */
  private static Table sources(Sensitivity sensitivity, Register register) {
    Table.Builder table =
        new Table.Builder(
            SOURCES,
            "conflict",
            "parameter",
            "kind",
            "side",
            "taken",
            "target",
            "probability",
            "claims");
    for (ConflictInfluence conflict : sensitivity.conflicts()) {
      for (ConflictInfluence.Side side : conflict.sides()) {
        for (int i = 0; i < sensitivity.targets().size(); i++) {
          table.row(
              conflict.conflict(),
              conflict.setting().address(),
              conflict.setting().parameter().kind().word(),
              side.value(),
              side.isTaken(),
              sensitivity.targets().get(i).target().name(),
              side.probabilities().get(i),
              register.claims(conflict.conflict(), side.value()));
        }
      }
    }
    return table.build();
  }

  private static Optional<Double> known(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
