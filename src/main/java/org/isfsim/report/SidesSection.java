package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Json;
import org.isfsim.study.ReachSides;
import org.isfsim.study.SettingGrounds;
import org.isfsim.study.Study;

/** What can be reached under each side of each conflict, with a sentence where the sides differ. */
final class SidesSection {

  private final ReachSides sides;
  private final SettingGrounds grounds;
  private final List<String> sentences = new ArrayList<>();
  private final List<String> indifferent = new ArrayList<>();

  SidesSection(ReachSides sides, Study study) {
    this.sides = sides;
    this.grounds = new SettingGrounds(study.plan(), study.register());
  }

  void tell(Article article) {
    article.heading(2, "Under each side of each conflict of sources, one changed at a time");
    for (String address : sides.switches()) {
      List<ReachSides.Side> of = sides.of(address);
      String conflict = of.get(0).conflict();
      if (of.stream().map(ReachSides.Side::reachable).distinct().count() == 1) {
        indifferent.add(conflict + " " + address);
        continue;
      }
      table(article, address, of);
      for (int outcome = 0; outcome < sides.outcomes().size(); outcome++) {
        sentence(address, conflict, outcome);
      }
    }
    if (!sentences.isEmpty()) {
      article.space().items(sentences);
    }
    if (!indifferent.isEmpty()) {
      article
          .space()
          .paragraph(
              "Whichever side is taken, the same can be reached: "
                  + String.join(", ", indifferent)
                  + ".");
    }
    article.value("sides", sides.sides().stream().map(this::value).toList());
  }

  private void sentence(String address, String conflict, int outcome) {
    List<ReachSides.Side> no = sides.where(address, outcome, false);
    List<ReachSides.Side> yes = sides.where(address, outcome, true);
    if (!no.isEmpty() && !yes.isEmpty()) {
      sentences.add(
          sides.outcomes().get(outcome)
              + " is unreachable if "
              + either(no)
              + " is right, reachable if "
              + either(yes)
              + " is ("
              + conflict
              + ")");
    }
  }

  private void table(Article article, String address, List<ReachSides.Side> of) {
    article.space().paragraph(of.get(0).conflict() + ", " + address);
    List<String> head = new ArrayList<>(List.of("outcome"));
    of.forEach(side -> head.add(side.value() + (side.isTaken() ? " (taken)" : "")));
    List<List<String>> rows = new ArrayList<>();
    for (int outcome = 0; outcome < sides.outcomes().size(); outcome++) {
      List<String> row = new ArrayList<>(List.of(sides.outcomes().get(outcome)));
      for (ReachSides.Side side : of) {
        row.add(side.problem().isPresent() ? "?" : side.reachable().get(outcome) ? "yes" : "no");
      }
      rows.add(row);
    }
    article.table(head, rows);
    List<Branch> problems = new ArrayList<>();
    of.forEach(
        side -> side.problem().ifPresent(w -> problems.add(Branch.of(side.value() + ": " + w))));
    article.tree(problems);
  }

  private String either(List<ReachSides.Side> sides) {
    return sides.stream()
        .map(side -> grounds.side(side.address(), side.value()))
        .collect(Collectors.joining(" or "));
  }

  private Map<String, Object> value(ReachSides.Side side) {
    Map<String, Object> reachable = Json.object();
    for (int i = 0; i < side.reachable().size(); i++) {
      reachable.put(sides.outcomes().get(i), side.reachable().get(i) ? "yes" : "no");
    }
    return Json.object(
        "conflict", side.conflict(),
        "parameter", side.address(),
        "value", side.value(),
        "taken", side.isTaken(),
        "claims", grounds.sideClaims(side.address(), side.value()),
        "reachable", reachable,
        "problem", side.problem());
  }
}
