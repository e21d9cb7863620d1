package org.isfsim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isfsim.analysis.Alternative;
import org.isfsim.analysis.Comparison;
import org.isfsim.analysis.Figure;
import org.isfsim.analysis.Figure.Item;
import org.isfsim.analysis.Figure.ItemKind;
import org.isfsim.analysis.FigureList;
import org.isfsim.analysis.Objective;
import org.isfsim.analysis.PairedSample;
import org.isfsim.analysis.Reversal;
import org.isfsim.analysis.Robustness;
import org.isfsim.analysis.TradeOff;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.article.Share;
import org.isfsim.article.Table;
import org.isfsim.model.Indicator;
import org.isfsim.model.Milestone;
import org.isfsim.montecarlo.Interval;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Scenario;
import org.isfsim.study.Observation;

/** A comparison for people to read, top down: what is compared, outcomes, trade-offs, the rest. */
public final class ComparisonPage {

  private final Comparison comparison;
  private final List<Figure> figures;
  private final Article article = new Article();

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
    this.figures = FigureList.of(comparison);
  }

  /**
   * The page.
   *
   * @param observations what is known under each alternative
   * @param robustness for each objective how the alternatives stand up to futures
   * @param rulesSha256 the hash of the rules
   * @param seed the seed of the common cases
   */
  public static Article of(
      Comparison comparison,
      List<Observation> observations,
      List<Robustness> robustness,
      String rulesSha256,
      long seed) {
    ComparisonPage page = new ComparisonPage(comparison);
    page.head(seed);
    page.outcomes();
    page.differences();
    new TradeOffSection(comparison, TradeOff.of(comparison, page.figures)).writeTo(page.article);
    page.reversals();
    RobustnessSection section = new RobustnessSection(comparison);
    robustness.forEach(of -> section.write(of, page.article));
    page.milestones();
    page.indicators();
    page.article
        .value(
            "alternatives",
            IntStream.range(0, page.count())
                .mapToObj(a -> about(comparison.alternatives().get(a), observations.get(a)))
                .toList())
        .value("rules", Json.object("sha256", rulesSha256))
        .value("seed", seed)
        .value("cases", comparison.sample().map(PairedSample::cases).orElse(0L))
        .value("failed", comparison.sample().map(PairedSample::failed).orElse(0L))
        .value("confidence", Interval.CONFIDENCE)
        .value("objectives", comparison.objectives().stream().map(Objective::text).toList())
        .data(ComparisonTables.of(comparison, robustness));
    return Known.noted(page.article, comparison.alternatives(), observations);
  }

  private static Map<String, Object> about(Alternative alternative, Observation observation) {
    Map<String, Object> about =
        Json.object("name", alternative.name(), "about", alternative.about());
    about.putAll(scenario(alternative));
    about.putAll(Json.object("policy", alternative.plan().scenario().policy()));
    about.putAll(Known.of(observation));
    return about;
  }

  /** What programs read of the scenario of an alternative. */
  static Map<String, Object> scenario(Alternative alternative) {
    Scenario scenario = alternative.plan().scenario();
    return Json.object(
        "scenario", scenario.id(), "file", scenario.file(), "sha256", scenario.sha256());
  }

  private int count() {
    return comparison.alternatives().size();
  }

  private void head(long seed) {
    article.heading(1, "Comparison of " + Figures.count(count(), "alternative"));
    List<String> about = new ArrayList<>();
    for (int a = 0; a < count(); a++) {
      Alternative alternative = comparison.alternatives().get(a);
      about.add((a + 1) + " " + alternative.name() + ": " + alternative.about());
    }
    article.items(about);
    comparison
        .sample()
        .ifPresent(
            sample ->
                article.paragraph(
                    Figures.count(sample.cases())
                        + " common cases, seed "
                        + seed
                        + (sample.failed() == 0
                            ? "."
                            : "; "
                                + Figures.count(sample.failed())
                                + " more set aside because the rules leave them undecided.")
                        + agreeing(sample)));
  }

  /** How many of the cases count under each alternative, if not all do. */
  private static String agreeing(PairedSample sample) {
    return sample
        .agreement()
        .map(
            agreement ->
                " Those that agree with what was observed count, under each alternative: "
                    + Arrays.stream(agreement.cases())
                        .mapToObj(Figures::count)
                        .collect(Collectors.joining(", "))
                    + ".")
        .orElse("");
  }

  private List<String> numbers(String first) {
    List<String> head = new ArrayList<>(List.of(first));
    for (int a = 0; a < count(); a++) {
      head.add(String.valueOf(a + 1));
    }
    return head;
  }

  /** The figures of every item of a kind, the alternatives of an item together. */
  private List<List<Figure>> items(ItemKind kind) {
    return List.copyOf(
        figures.stream()
            .filter(f -> f.item().kind() == kind)
            .collect(
                Collectors.groupingBy(
                    Figure::item, java.util.LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private void outcomes() {
    article.heading(2, "Outcomes");
    boolean isExact = comparison.exact().stream().allMatch(e -> e.outcome().isPresent());
    List<List<String>> rows = new ArrayList<>();
    for (List<Figure> item : items(ItemKind.OUTCOME)) {
      List<String> row = new ArrayList<>(List.of(item.get(0).item().value()));
      item.forEach(figure -> row.add(probability(figure)));
      rows.add(row);
    }
    article.paragraph(
        (isExact ? "Exact probabilities" : "Probabilities, exact where known, else sampled,")
            + " in %. \"-\" cannot happen whatever values the assumptions have; \"0\" could"
            + " only with values that the scenario excludes."
            + notes(rows));
    article.add(Table.grid(numbers(""), rows));
  }

  private String probability(Figure figure) {
    if (figure.standing().filter(s -> s == Figure.Standing.IMPOSSIBLE).isPresent()) {
      return "-";
    }
    return figure
        .exact()
        .map(Figures::bare)
        .or(
            () ->
                comparison
                    .sample()
                    .filter(s -> s.cases(figure.alternative()) > 0)
                    .flatMap(
                        s -> figure.count().map(c -> new Share(c, s.cases(figure.alternative()))))
                    .map(
                        share ->
                            share.isSeen()
                                ? "~" + Figures.bare(share.probability())
                                : "<" + Figures.bound(share.interval().high()).replace(" %", "")))
        .orElse("?");
  }

  private void differences() {
    for (int a = 1; a < count(); a++) {
      List<List<String>> rows = new ArrayList<>();
      for (ItemKind kind : List.of(ItemKind.OBJECTIVE, ItemKind.OUTCOME)) {
        for (List<Figure> item : items(kind)) {
          difference(item.get(0), item.get(a)).ifPresent(rows::add);
        }
      }
      String name = comparison.alternatives().get(a).name();
      article.heading(
          2, (a + 1) + " " + name + " against 1 " + comparison.alternatives().get(0).name());
      if (rows.isEmpty()) {
        article.paragraph("The outcomes are the same.");
        continue;
      }
      article.paragraph(
          "Differences in percentage points"
              + (comparison.sample().isPresent()
                  ? "; on common cases with the 95 % interval of the paired difference."
                  : ".")
              + " What is not listed does not differ."
              + notes(rows));
      List<String> head = new ArrayList<>(List.of("", "1", String.valueOf(a + 1), "exact"));
      if (comparison.sample().isPresent()) {
        head.addAll(List.of("sampled", "95 % interval"));
      }
      article.add(Table.grid(head, rows));
    }
  }

  private Optional<List<String>> difference(Figure first, Figure here) {
    boolean same =
        here.exactDifference().map(d -> Math.abs(d) < 1e-12).orElse(false)
            && here.paired().map(p -> p.isNothing()).orElse(true);
    if (same) {
      return Optional.empty();
    }
    String name =
        here.item().kind() == ItemKind.OBJECTIVE ? here.item().name() : here.item().value();
    List<String> row =
        new ArrayList<>(
            List.of(
                name,
                probability(first),
                probability(here),
                here.exactDifference().map(Figures::points).orElse("?")));
    here.paired()
        .ifPresent(
            paired -> {
              Interval interval = paired.interval();
              row.add(Figures.points(paired.difference()));
              row.add(Figures.points(interval.low(), interval.high()));
            });
    return Optional.of(row);
  }

  private void reversals() {
    List<Reversal> reversals = Reversal.of(comparison);
    if (reversals.isEmpty()) {
      return;
    }
    article.heading(2, "What holds whatever is believed");
    article.paragraph(
        "The difference to 1 in percentage points as each single assumption gets any weights and"
            + " each single switch any side, all else as it is. It \"holds\" if it never gets the"
            + " other sign.");
    List<List<String>> rows = new ArrayList<>();
    List<String> turned = new ArrayList<>();
    for (Reversal r : reversals) {
      String of = r.item().kind() == ItemKind.OBJECTIVE ? r.item().name() : r.item().value();
      String name = (r.alternative() + 1) + " " + of;
      rows.add(
          List.of(
              name,
              Figures.points(r.difference()),
              Figures.points(r.span().low(), r.span().high()),
              r.holds() ? "holds" : "turns"));
      if (!r.holds()) {
        turned.add(name + " turns with " + String.join(", ", r.by()));
      }
    }
    article.add(Table.grid(List.of("", "difference", "lowest to highest", ""), rows));
    article.items(turned);
  }

  private void milestones() {
    List<List<String>> reached = new ArrayList<>();
    List<List<String>> medians = new ArrayList<>();
    List<Milestone> milestones = comparison.alternatives().get(0).plan().milestones();
    List<List<Figure>> items = items(ItemKind.MILESTONE);
    for (int m = 0; m < milestones.size(); m++) {
      List<String> shares = new ArrayList<>(List.of(milestones.get(m).title()));
      items.get(m).forEach(figure -> shares.add(probability(figure)));
      reached.add(shares);
      List<String> dates = new ArrayList<>(List.of(milestones.get(m).title()));
      for (int a = 0; a < count(); a++) {
        dates.add(Medians.best(comparison, a, m).map(String::valueOf).orElse(""));
      }
      medians.add(dates);
    }
    differing("Milestones", "Reached by the horizon, in %", reached);
    differing("", "Date by which half of the cases that reach it reach it", medians);
  }

  /** Of flags the side that holds; counts and the outcome but for its end are left to tables. */
  private void indicators() {
    List<List<String>> rows = new ArrayList<>();
    for (Indicator indicator : comparison.alternatives().get(0).plan().indicators()) {
      Domain domain = indicator.variable().domain();
      boolean isShown = !(domain instanceof Domain.Numbers) && !isOutcome(domain);
      for (List<Figure> item : isShown ? items(ItemKind.INDICATOR) : List.<List<Figure>>of()) {
        Item of = item.get(0).item();
        boolean isSaid = !(domain instanceof Domain.Flag) || of.index() == 1;
        if (of.name().equals(indicator.name()) && isSaid) {
          String name = domain instanceof Domain.Flag ? "" : " = " + of.value();
          List<String> row = new ArrayList<>(List.of(of.name() + name));
          item.forEach(figure -> row.add(probability(figure)));
          rows.add(row);
        }
      }
    }
    differing("Indicators", "Probability in %", rows);
  }

  private boolean isOutcome(Domain domain) {
    return domain.equals(comparison.alternatives().get(0).plan().outcome().domain());
  }

  private void differing(String heading, String title, List<List<String>> rows) {
    List<List<String>> differing =
        count() == 1
            ? rows
            : rows.stream().filter(row -> row.stream().skip(1).distinct().count() > 1).toList();
    if (!heading.isEmpty()) {
      article.heading(2, heading);
    }
    if (differing.isEmpty()) {
      article.paragraph(title + ": no difference shows.");
      return;
    }
    String rest = differing.size() == rows.size() ? "" : " The others show no difference.";
    article.paragraph(title + "." + rest + notes(differing));
    article.add(Table.grid(numbers(""), differing));
  }

  private static String notes(List<List<String>> rows) {
    Predicate<Predicate<String>> hold =
        is -> rows.stream().flatMap(row -> row.stream().skip(1)).anyMatch(is);
    return (hold.test(cell -> cell.startsWith("~") || cell.startsWith("<0.0"))
            ? " \"~\" is sampled: too large for an exact answer."
            : "")
        + (hold.test("?"::equals)
            ? " \"?\" is not worked out: too large for an exact answer."
            : "");
  }
}
