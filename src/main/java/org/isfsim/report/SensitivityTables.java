package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.isfsim.analysis.ConflictInfluence;
import org.isfsim.analysis.Influence;
import org.isfsim.analysis.Overall;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SobolEstimate;
import org.isfsim.analysis.SobolEstimate.Bounded;
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

  /** A row for each target and parameter. */
  private record Moved(int number, TargetInfluences target, Influence by) {

    Optional<SobolEstimate> sampled(Sensitivity sensitivity) {
      return sensitivity.sampled().flatMap(s -> s.of(number, by.address()));
    }
  }

  private static List<Moved> moved(Sensitivity sensitivity) {
    List<Moved> moved = new ArrayList<>();
    for (int i = 0; i < sensitivity.targets().size(); i++) {
      TargetInfluences target = sensitivity.targets().get(i);
      for (Influence influence : target.influences()) {
        moved.add(new Moved(i, target, influence));
      }
    }
    return moved;
  }

  /** Lowest, highest, indices. */
  private static Table indices(Sensitivity sensitivity) {
    Table.Columns<Moved> table =
        new Table.Columns<Moved>(INDICES)
            .add("target", of -> of.target().target().name())
            .add("probability", of -> of.target().probability())
            .add("parameter", of -> of.by().address())
            .add("kind", of -> of.by().setting().parameter().kind().word())
            .add("lowest_at", of -> of.by().lowest().value())
            .add("lowest", of -> of.by().lowest().probability())
            .add("highest_at", of -> of.by().highest().value())
            .add("highest", of -> of.by().highest().probability())
            .add("first", of -> of.by().first())
            .add("total", of -> of.by().total());
    sampled(table, "first", of -> of.sampled(sensitivity).map(SobolEstimate::first));
    sampled(table, "total", of -> of.sampled(sensitivity).map(SobolEstimate::total));
    return table.of(moved(sensitivity));
  }

  private static void sampled(
      Table.Columns<Moved> table, String index, Function<Moved, Optional<Bounded>> estimate) {
    table
        .add(index + "_sampled", of -> estimate.apply(of).map(Bounded::value))
        .add(index + "_low", of -> estimate.apply(of).map(Bounded::low))
        .add(index + "_high", of -> estimate.apply(of).map(Bounded::high));
  }

  /** A target as a parameter has a value. */
  private record AtValue(Moved moved, Influence.AtValue at) {}

  private static Table values(Sensitivity sensitivity) {
    return new Table.Columns<AtValue>(VALUES)
        .add("target", of -> of.moved().target().target().name())
        .add("parameter", of -> of.moved().by().address())
        .add("value", of -> of.at().value())
        .add("probability", of -> of.at().probability())
        .of(
            moved(sensitivity).stream()
                .flatMap(of -> of.by().values().stream().map(at -> new AtValue(of, at)))
                .toList());
  }

  /** A row for each result and uncertain parameter, over all values of the result. */
  private static Table overall(Sensitivity sensitivity) {
    return new Table.Columns<Overall>(OVERALL)
        .add("result", of -> of.variable().name())
        .add("parameter", Overall::address)
        .add("first", Overall::first)
        .add("total", of -> of.total())
        .of(sensitivity.overall());
  }

  /** A target on a side of a conflict of sources. */
  private record OnSide(ConflictInfluence conflict, ConflictInfluence.Side side, int target) {}

  private static Table sources(Sensitivity sensitivity, Register register) {
    List<OnSide> rows = new ArrayList<>();
    for (ConflictInfluence conflict : sensitivity.conflicts()) {
      for (ConflictInfluence.Side side : conflict.sides()) {
        for (int i = 0; i < sensitivity.targets().size(); i++) {
          rows.add(new OnSide(conflict, side, i));
        }
      }
    }
    return new Table.Columns<OnSide>(SOURCES)
        .add("conflict", of -> of.conflict().conflict())
        .add("parameter", of -> of.conflict().setting().address())
        .add("kind", of -> of.conflict().setting().parameter().kind().word())
        .add("side", of -> of.side().value())
        .add("taken", of -> of.side().isTaken())
        .add("target", of -> sensitivity.targets().get(of.target()).target().name())
        .add("probability", of -> of.side().probabilities().get(of.target()))
        .add("claims", of -> register.claims(of.conflict().conflict(), of.side().value()))
        .of(rows);
  }
}
