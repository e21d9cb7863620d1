package org.isfsim.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.isfsim.analysis.Signpost;
import org.isfsim.analysis.SignpostList;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.article.Table;

/** What to watch: forwards, then backwards. */
public final class SignpostArticle {

  /** What is less than this, in bits, rounding alone may make. */
  private static final double ROUNDING = 1e-12;

  private final SignpostList list;
  private final List<Signpost> shown;
  private final Article article = new Article();

  private SignpostArticle(SignpostList list, List<Signpost> shown) {
    this.list = list;
    this.shown = shown;
  }

  /**
   * The article.
   *
   * @param top how many signposts to show, at least 1
   * @param byDate whether they stand in the order in which they become known
   */
  public static Article of(SignpostList list, int top, boolean byDate) {
    List<Signpost> shown =
        new ArrayList<>(list.signposts().stream().limit(top).map(Signpost::inRanges).toList());
    if (byDate) {
      shown.sort(
          Comparator.comparing(
              signpost -> signpost.known().map(known -> known.median()).orElse(LocalDate.MAX)));
    }
    return new SignpostArticle(list, shown)
        .build()
        .value("target", list.target())
        .data(List.of(signposts(list), values(list)));
  }

  /** The names of the tables. */
  public static List<String> names() {
    return List.of("signposts", "values");
  }

  private static Table signposts(SignpostList list) {
    return new Table.Columns<Signpost>("signposts")
        .add("signpost", Signpost::name)
        .add("kind", of -> of.kind().word())
        .add("title", Signpost::title)
        .add("bits", Signpost::bits)
        .add("share", of -> of.bits() / list.entropy())
        .add("earliest", of -> of.known().map(known -> known.earliest().toString()))
        .add("median", of -> of.known().map(known -> known.median().toString()))
        .of(list.signposts());
  }

  /** A value of a signpost and one of the target. */
  private record Pair(Signpost signpost, Signpost.AtValue at, int target, String name) {}

  private static Table values(SignpostList list) {
    List<Pair> pairs = new ArrayList<>();
    for (Signpost signpost : list.signposts()) {
      for (Signpost.AtValue value : signpost.values()) {
        for (int i = 0; i < list.indices().size(); i++) {
          pairs.add(new Pair(signpost, value, list.indices().get(i), list.names().get(i)));
        }
      }
    }
    return new Table.Columns<Pair>("values")
        .add("signpost", of -> of.signpost().name())
        .add("value", of -> of.at().value())
        .add("target", Pair::name)
        .add("value_probability", of -> of.at().probability())
        .add("target_probability", of -> list.probability()[of.target()])
        .add("target_given_value", of -> of.at().target()[of.target()])
        .add("value_given_target", of -> of.at().backwards()[of.target()])
        .of(pairs);
  }

  private Article build() {
    article.heading(1, "What to watch for " + list.target());
    article.paragraph(
        Known.named(list.plan().scenario())
            + ". "
            + (list.isSingle()
                ? list.target() + ": " + Figures.percent(probability(first())) + ", exactly. "
                : "")
            + "Bits are what knowing something tells on average, of "
            + bits(list.entropy())
            + " that there are to know.");
    if (list.signposts().isEmpty()) {
      article.paragraph("Nothing tells anything of it: it is certain, or cannot be.");
      return article;
    }
    if (list.isSingle()) {
      single();
    } else {
      whole();
    }
    int more = list.signposts().size() - shown.size();
    if (more > 0) {
      article.paragraph(
          Figures.count(more, "signpost tells", "signposts tell")
              + " less; --top shows more, --format csv all.");
    }
    list.tooLarge()
        .forEach((name, why) -> article.paragraph(name + " is too large to be worked out: " + why));
    return article;
  }

  private int first() {
    return list.indices().get(0);
  }

  private double probability(int target) {
    return list.probability()[target];
  }

  private void single() {
    List<List<String>> forwards = new ArrayList<>();
    List<List<String>> backwards = new ArrayList<>();
    for (Signpost signpost : shown) {
      Signpost.AtValue most = signpost.highest(first());
      forwards.add(
          List.of(
              signpost.name(),
              bits(signpost.bits()),
              most.value(),
              Figures.percent(most.target()[first()]),
              Figures.percent(signpost.otherwise(most, first()))));
      Signpost.AtValue raised = signpost.mostRaised(first());
      backwards.add(
          List.of(
              signpost.name(),
              raised.value(),
              Figures.percent(raised.probability()),
              Figures.percent(raised.backwards()[first()])));
    }
    article.heading(2, "How likely it is once something is known");
    article.table(List.of("signpost", ">bits", "if it is", ">then", ">else"), forwards);
    dates();
    article.heading(2, "What is likelier to have come before it");
    article.table(List.of("signpost", "value", ">of all", ">given it"), backwards);
  }

  /** From when something is known, where the plan tells. */
  private void dates() {
    List<String> texts =
        shown.stream()
            .filter(signpost -> signpost.known().isPresent())
            .map(
                signpost ->
                    signpost.name()
                        + " "
                        + signpost
                            .known()
                            .map(known -> known.earliest() + " (half by " + known.median() + ")")
                            .orElse(""))
            .toList();
    if (!texts.isEmpty()) {
      article.paragraph("Known from: " + String.join("; ", texts) + ".");
    }
  }

  /** For each signpost the value that moves some value of the target most. */
  private void whole() {
    List<List<String>> rows = new ArrayList<>();
    for (Signpost signpost : shown) {
      Signpost.AtValue best = signpost.values().get(0);
      int at = 0;
      double most = -1;
      for (Signpost.AtValue value : signpost.values()) {
        for (int i = 0; i < list.indices().size(); i++) {
          int target = list.indices().get(i);
          // What moves much but hardly ever happens is not what to watch.
          double moved =
              value.probability() * Math.abs(value.target()[target] - probability(target));
          if (moved > most) {
            most = moved;
            best = value;
            at = i;
          }
        }
      }
      int target = list.indices().get(at);
      rows.add(
          List.of(
              signpost.name(),
              bits(signpost.bits()),
              best.value(),
              list.names().get(at),
              Figures.percent(best.target()[target]),
              Figures.percent(signpost.otherwise(best, target))));
    }
    article.table(List.of("signpost", ">bits", "if it is", "outcome", ">then", ">else"), rows);
    dates();
  }

  private static String bits(double bits) {
    if (Math.abs(bits) < ROUNDING) {
      return "0";
    }
    return bits >= 0.0005 ? String.format(Locale.ROOT, "%.3f", bits) : "<0.001";
  }
}
