package org.isfsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.isfsim.analysis.Influence;
import org.isfsim.analysis.Overall;
import org.isfsim.analysis.SampledIndices;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.analysis.SobolEstimate;
import org.isfsim.analysis.Target;
import org.isfsim.analysis.TargetInfluences;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.drawing.Palette;
import org.isfsim.drawing.Picture;
import org.isfsim.drawing.Tornado;
import org.isfsim.model.Variable;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.source.Register;

/** What moves which result, to read. */
public final class SensitivityArticle {

  /** What moves a probability by less is not listed, only counted. */
  static final double SMALL = 0.0005;

  private static final double ROUNDING = 1e-12;

  private final Sensitivity sensitivity;
  private final Register register;
  private final int top;
  private final String sampling;
  private final Article article = new Article();

  private SensitivityArticle(Sensitivity sensitivity, Register register, int top, String sampling) {
    this.sensitivity = sensitivity;
    this.register = register;
    this.top = top;
    this.sampling = sampling;
  }

  /**
   * The article.
   *
   * @param register names the conflicts and the claims on their sides
   * @param top how many parameters to list for each target, at least 1
   * @param sampling a command that estimates from samples what is too large for exact answers
   */
  public static Article of(Sensitivity sensitivity, Register register, int top, String sampling) {
    return new SensitivityArticle(sensitivity, register, top, sampling).build();
  }

  private Article build() {
    Scenario scenario = sensitivity.plan().scenario();
    article.heading(1, scenario.title());
    article.paragraph(
        Known.named(scenario)
            + ": what moves "
            + (sensitivity.targets().size() == 1
                ? sensitivity.targets().get(0).target().name()
                : "which result")
            + ". Probabilities are exact, with one parameter at a time set to each of its values"
            + " and all else as it is.");
    sensitivity.variables().forEach(this::overall);
    for (int i = 0; i < sensitivity.targets().size(); i++) {
      target(i, sensitivity.targets().get(i));
    }
    unmoved();
    new ConflictSection(sensitivity, register, article).write();
    notes();
    reading();
    article.value("sampled", sensitivity.sampled().map(SensitivityArticle::value));
    return article
        .value("notWorkedOut", sensitivity.notes())
        .data(SensitivityTables.of(sensitivity, register));
  }

  private static Map<String, Object> value(SampledIndices sampled) {
    return Json.object(
        "pairs", sampled.base(),
        "failed", sampled.failed(),
        "evaluations", sampled.evaluations(),
        "confidence", 0.95);
  }

  private void overall(Variable variable) {
    long values =
        sensitivity.targets().stream().filter(t -> t.target().variable().equals(variable)).count();
    List<Overall> rows =
        sensitivity.overall().stream().filter(o -> o.variable().equals(variable)).toList();
    if (values < 2 || rows.isEmpty()) {
      return;
    }
    boolean totals = rows.stream().anyMatch(row -> row.total().isPresent());
    article.heading(2, "The " + named(variable) + " as a whole, by uncertain parameter");
    List<String> head = new ArrayList<>(List.of("parameter", ">first-order"));
    if (totals) {
      head.add(">total");
    }
    List<List<String>> cells = new ArrayList<>();
    for (Overall row : rows.subList(0, Math.min(Math.max(top, 5), rows.size()))) {
      List<String> line = new ArrayList<>(List.of(row.address(), index(row.first())));
      if (totals) {
        line.add(index(row.total()));
      }
      cells.add(line);
    }
    article.table(head, cells);
    double sum = rows.stream().mapToDouble(Overall::first).sum();
    article.paragraph(
        "Single parameters explain "
            + index(Math.min(1, sum))
            + " of the variance; the rest comes of parameters acting together.");
  }

  private String named(Variable variable) {
    return sensitivity.plan().indicators().stream()
        .filter(indicator -> indicator.variable().equals(variable))
        .map(indicator -> "indicator " + indicator.name())
        .findFirst()
        .orElse("outcome");
  }

  private void target(int number, TargetInfluences of) {
    List<Influence> moving = of.influences().stream().filter(Influence::isMoving).toList();
    if (moving.isEmpty() && of.isComplete()) {
      return;
    }
    Target target = of.target();
    article.heading(2, target.name() + ": " + Figures.percent(of.probability()));
    List<Influence> listed = moving.stream().filter(i -> i.swing() >= SMALL).limit(top).toList();
    listed = listed.isEmpty() && !moving.isEmpty() ? moving.subList(0, 1) : listed;
    boolean totals = listed.stream().anyMatch(i -> i.total().isPresent());
    List<String> head =
        new ArrayList<>(List.of("parameter", ">lowest", "at", ">highest", "at", ">first"));
    if (totals) {
      head.add(">total");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Influence influence : listed) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  influence.address() + mark(influence.setting()),
                  Figures.percent(influence.lowest().probability()),
                  influence.lowest().value(),
                  Figures.percent(influence.highest().probability()),
                  influence.highest().value(),
                  index(influence.first())));
      if (totals) {
        row.add(index(influence.total()));
      }
      rows.add(row);
    }
    if (!listed.isEmpty()) {
      article.picture(tornado(of, listed));
    }
    article.table(head, rows);
    rest(of, moving.size() - listed.size());
    sensitivity.sampled().ifPresent(sampled -> estimates(number, sampled));
  }

  private Picture tornado(TargetInfluences of, List<Influence> listed) {
    String title =
        "How far single parameters move "
            + of.target().name()
            + " ("
            + sensitivity.plan().scenario().id()
            + ")";
    return new Tornado(
        title,
        title
            + ": "
            + listed.stream()
                .map(i -> i.address() + " " + Figures.percents(lowest(i), highest(i)))
                .collect(Collectors.joining("; "))
            + ". The dark mark is where it stands.",
        listed.stream()
            .map(
                i ->
                    new Tornado.Swing(
                        i.address(),
                        lowest(i),
                        Figures.percent(lowest(i)) + " at " + i.lowest().value(),
                        highest(i),
                        "at " + i.highest().value() + " " + Figures.percent(highest(i)),
                        of.probability(),
                        Palette.at(0)))
            .toList());
  }

  private static double lowest(Influence influence) {
    return influence.lowest().probability();
  }

  private static double highest(Influence influence) {
    return influence.highest().probability();
  }

  private void rest(TargetInfluences of, int more) {
    String explained =
        of.probability() > 0 && of.probability() < 1 && of.explained().isPresent()
            ? "Single uncertain parameters explain " + index(of.explained()) + " of the variance. "
            : "";
    article.paragraph(
        explained
            + (more > 0
                ? Figures.count(more, "more parameter")
                    + " move"
                    + (more == 1 ? "s" : "")
                    + " it less."
                : of.isComplete()
                    ? "No other parameter moves it."
                    : "What uncertain parameters do to it was not worked out exactly."));
  }

  /** The strongest by estimated total index, whether or not they are listed above. */
  private void estimates(int number, SampledIndices sampled) {
    List<List<String>> rows =
        sampled.byTarget().get(number).entrySet().stream()
            .sorted(Comparator.comparingDouble(e -> -e.getValue().total().value()))
            .limit(top)
            .map(e -> estimate(e.getKey(), e.getValue()))
            .toList();
    String rarer = Figures.count(sampled.rarer(number));
    String all = Figures.count(2L * (sampled.base() - sampled.failed()));
    boolean isRare = sampled.hits().get(number) == sampled.rarer(number);
    String few = "only " + rarer + " of " + all + " cases " + (isRare ? "" : "do not ") + "end so";
    article.space();
    if (rows.isEmpty()) {
      article.paragraph("No sampled indices: " + few + ".");
    } else if (sampled.isRough(number)) {
      article.paragraph("The intervals of the sampled indices are rough: " + few + ".");
    }
    article.table(List.of("sampled indices", ">first", "95 %", ">total", "95 %"), rows);
  }

  private static List<String> estimate(String address, SobolEstimate estimate) {
    return List.of(
        address,
        estimated(estimate.first().value()),
        estimated(estimate.first().low()) + " to " + estimated(estimate.first().high()),
        estimated(estimate.total().value()),
        estimated(estimate.total().low()) + " to " + estimated(estimate.total().high()));
  }

  private static String mark(Setting setting) {
    ParameterKind kind = setting.parameter().kind();
    return kind == ParameterKind.LEVER
        ? " (lever)"
        : kind == ParameterKind.SWITCH ? " (switch)" : "";
  }

  private void unmoved() {
    List<TargetInfluences> unmoved =
        sensitivity.targets().stream()
            .filter(TargetInfluences::isComplete)
            .filter(of -> of.influences().stream().noneMatch(Influence::isMoving))
            .toList();
    if (!unmoved.isEmpty()) {
      article.heading(2, "What no single parameter moves");
      article.paragraph(
          unmoved.stream()
                  .map(of -> of.target().name() + " (" + Figures.percent(of.probability()) + ")")
                  .collect(Collectors.joining(", "))
              + ". \"isfsim reach\" tells what together would.");
    }
  }

  private void notes() {
    if (sensitivity.notes().isEmpty()) {
      return;
    }
    article.heading(2, "Not worked out");
    if (sensitivity.notes().size() <= 5) {
      sensitivity
          .notes()
          .forEach((what, why) -> article.paragraph("- " + what + ": too large, " + why + "."));
    } else {
      article.paragraph(
          String.join("; ", sensitivity.notes().keySet())
              + ": too large for exact answers. --format json tells why.");
    }
    if (sensitivity.sampled().isEmpty()
        && sensitivity.notes().keySet().stream().anyMatch(what -> what.contains("for "))) {
      article.paragraph("--saltelli N estimates indices from samples, for example:");
      article.command(sampling);
    }
  }

  private void reading() {
    article.heading(2, "How to read it");
    article.paragraph(
        "first: the first-order index, the share of the variance of \"a case ends so\" that the"
            + " parameter explains alone, between 0 and 1. total: the share that would remain if"
            + " all but this parameter were known, its joint effects with others included. A dash"
            + " stands at what is fixed: levers and switches vary only here, to show what they"
            + " would do.");
    List<String> dependent =
        sensitivity.plan().draws().stream()
            .filter(draw -> draw.parents().stream().anyMatch(this::isUncertain))
            .map(draw -> draw.variable().name())
            .filter(this::isListed)
            .toList();
    if (!dependent.isEmpty()) {
      article.paragraph(
          "Some of these parameters depend on other uncertain ones: "
              + String.join(", ", dependent)
              + ". The index of such a parameter is that of its own draw, the uniform number that"
              + " gives its value once the others have theirs; what comes from the others counts"
              + " as theirs.");
    }
    sensitivity
        .sampled()
        .ifPresent(
            sampled -> {
              article.paragraph(
                  "Sampled indices are from "
                      + Figures.count(sampled.base())
                      + " pairs of cases, "
                      + Figures.count(sampled.evaluations())
                      + " cases in all"
                      + (sampled.failed() > 0 ? "; " + sampled.failed() + " pairs failed" : "")
                      + ".");
              if (sampled.anyNegative()) {
                article.paragraph(
                    "An estimate below 0 is noise: the index is near 0, and more pairs bring the"
                        + " estimate closer to it.");
              }
            });
  }

  private boolean isUncertain(Variable parameter) {
    return !sensitivity.plan().scenario().setting(parameter.name()).distribution().isFixed();
  }

  private boolean isListed(String address) {
    return sensitivity.targets().stream()
        .flatMap(of -> of.influences().stream().limit(top))
        .anyMatch(influence -> influence.address().equals(address) && influence.swing() >= SMALL);
  }

  private static String index(OptionalDouble index) {
    return index.isPresent() ? index(index.getAsDouble()) : "-";
  }

  /** An index with three decimals; what rounds to nothing without being it is said so. */
  private static String index(double index) {
    if (index > ROUNDING && index < SMALL) {
      return "<0.001";
    }
    return String.format(Locale.ROOT, "%.3f", index);
  }

  private static String estimated(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
