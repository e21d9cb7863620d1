package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isfsim.analysis.ConflictInfluence;
import org.isfsim.analysis.Sensitivity;
import org.isfsim.article.Article;
import org.isfsim.article.Figures;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/**
 * The part of an article that tells which disagreement of sources matters.
 *
 * @param sensitivity what was worked out
 * @param register names the conflicts and the claims on their sides
 * @param article what is written to
 */
record ConflictSection(Sensitivity sensitivity, Register register, Article article) {

  void write() {
    article.heading(2, "Which disagreement of sources matters");
    List<String> indifferent = new ArrayList<>();
    for (ConflictInfluence conflict : sensitivity.conflicts()) {
      if (conflict.largestSwing() < SensitivityArticle.SMALL) {
        indifferent.add(conflict.conflict() + " (" + conflict.setting().address() + ")");
      } else {
        write(conflict);
      }
    }
    if (!indifferent.isEmpty()) {
      article.space();
      article.paragraph(
          "Whichever side is taken, nothing asked about moves by 0.05 % or more: "
              + String.join(", ", indifferent)
              + ".");
    }
  }

  private void write(ConflictInfluence of) {
    Optional<Conflict> conflict = register.conflict(of.conflict());
    article.heading(
        3,
        of.conflict()
            + conflict.map(c -> ", " + c.title()).orElse("")
            + " ("
            + (of.setting().parameter().kind() == ParameterKind.LEVER ? "lever " : "")
            + of.setting().address()
            + ")");
    List<String> head = new ArrayList<>(List.of(""));
    of.sides().forEach(side -> head.add(">" + side.value() + (side.isTaken() ? " (taken)" : "")));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < sensitivity.targets().size(); i++) {
      if (of.swing(i) >= SensitivityArticle.SMALL) {
        List<String> row = new ArrayList<>(List.of(sensitivity.targets().get(i).target().name()));
        for (ConflictInfluence.Side side : of.sides()) {
          row.add(Figures.percent(side.probabilities().get(i)));
        }
        rows.add(row);
      }
    }
    article.table(head, rows);
    String said =
        conflict.stream()
            .flatMap(c -> c.sides().stream())
            .flatMap(side -> side.value().stream().map(value -> said(of, value, side)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    if (!said.isEmpty()) {
      article.paragraph(said + ".");
    }
  }

  /** Who takes a side, if it is a side of this parameter: a conflict may have several. */
  private static Optional<String> said(ConflictInfluence of, String value, Conflict.Side side) {
    return of.setting().domain().indexOf(value).isPresent()
        ? Optional.of(value + " by " + String.join(", ", side.claims()))
        : Optional.empty();
  }
}
