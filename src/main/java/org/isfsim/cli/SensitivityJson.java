package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.analysis.ConflictInfluence;
import org.isfsim.analysis.Influence;
import org.isfsim.analysis.SampledIndices;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SobolEstimate;
import org.isfsim.analysis.TargetInfluences;
import org.isfsim.article.Json;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/** What moves which result, as JSON. */
final class SensitivityJson {

  private SensitivityJson() {}

  static Map<String, Object> of(Sensitivity sensitivity, Register register) {
    List<Object> targets = new ArrayList<>();
    for (int i = 0; i < sensitivity.targets().size(); i++) {
      targets.add(target(sensitivity, i));
    }
    return Json.object(
        "targets",
        targets,
        "overall",
        sensitivity.overall().stream()
            .map(
                row ->
                    Json.object(
                        "result", row.variable().name(),
                        "parameter", row.address(),
                        "first", row.first(),
                        "total", number(row.total())))
            .toList(),
        "conflicts",
        sensitivity.conflicts().stream().map(c -> conflict(sensitivity, register, c)).toList(),
        "sampled",
        sensitivity.sampled().map(SensitivityJson::sampled),
        "notWorkedOut",
        sensitivity.notes());
  }

  private static Map<String, Object> target(Sensitivity sensitivity, int number) {
    TargetInfluences of = sensitivity.targets().get(number);
    return Json.object(
        "target",
        of.target().name(),
        "probability",
        of.probability(),
        "explained",
        number(of.explained()),
        "sampledHits",
        sensitivity.sampled().map(sampled -> sampled.hits().get(number)),
        "parameters",
        of.influences().stream().map(i -> influence(sensitivity, number, i)).toList());
  }

  private static Map<String, Object> influence(
      Sensitivity sensitivity, int target, Influence influence) {
    Optional<SobolEstimate> estimate =
        sensitivity.sampled().flatMap(sampled -> sampled.of(target, influence.address()));
    return Json.object(
        "parameter",
        influence.address(),
        "kind",
        influence.setting().parameter().kind().word(),
        "dependsOn",
        influence.setting().distribution().parents(),
        "lowest",
        at(influence.lowest()),
        "highest",
        at(influence.highest()),
        "values",
        influence.values().stream().map(SensitivityJson::at).toList(),
        "first",
        number(influence.first()),
        "total",
        number(influence.total()),
        "firstSampled",
        estimate.map(e -> bounded(e.first())),
        "totalSampled",
        estimate.map(e -> bounded(e.total())));
  }

  private static Map<String, Object> at(Influence.AtValue at) {
    return Json.object("value", at.value(), "probability", at.probability());
  }

  private static Map<String, Object> bounded(SobolEstimate.Bounded bounded) {
    return Json.object("value", bounded.value(), "low", bounded.low(), "high", bounded.high());
  }

  private static Map<String, Object> sampled(SampledIndices sampled) {
    return Json.object(
        "pairs", sampled.base(),
        "failed", sampled.failed(),
        "evaluations", sampled.evaluations(),
        "confidence", 0.95);
  }

  private static Map<String, Object> conflict(
      Sensitivity sensitivity, Register register, ConflictInfluence of) {
    Optional<Conflict> conflict = register.conflict(of.conflict());
    List<Object> sides = new ArrayList<>();
    for (ConflictInfluence.Side side : of.sides()) {
      Map<String, Object> probabilities = Json.object();
      for (int i = 0; i < sensitivity.targets().size(); i++) {
        probabilities.put(
            sensitivity.targets().get(i).target().name(), side.probabilities().get(i));
      }
      sides.add(
          Json.object(
              "value",
              side.value(),
              "taken",
              side.isTaken(),
              "claims",
              conflict.stream()
                  .flatMap(c -> c.sides().stream())
                  .filter(s -> s.value().filter(side.value()::equals).isPresent())
                  .flatMap(s -> s.claims().stream())
                  .distinct()
                  .toList(),
              "probabilities",
              probabilities));
    }
    return Json.object(
        "conflict", of.conflict(),
        "title", conflict.map(Conflict::title),
        "parameter", of.setting().address(),
        "kind", of.setting().parameter().kind().word(),
        "largestSwing", of.largestSwing(),
        "sides", sides);
  }

  private static Optional<Double> number(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
