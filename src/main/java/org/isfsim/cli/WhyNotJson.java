package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Json;
import org.isfsim.exact.ChangeSet;
import org.isfsim.explanation.ChangeLists.Verified;
import org.isfsim.explanation.CitedClaim;
import org.isfsim.explanation.Obstacle;
import org.isfsim.explanation.Provenance;

/** Why a case does not end in an outcome, as JSON. */
final class WhyNotJson {

  private final WhyNot answer;
  private final ReachCommandLine command;
  private final ReachGrounds grounds;

  WhyNotJson(WhyNot answer, ReachCommandLine command, ReachGrounds grounds) {
    this.answer = answer;
    this.command = command;
    this.grounds = grounds;
  }

  /** The answer without what every answer begins with. */
  Map<String, Object> json() {
    return Json.object(
        "case", answer.caseNumber(),
        "outcome", answer.actual(),
        "whyNot", answer.wanted(),
        "endsSo", answer.obstacle().isEmpty(),
        "obstacle", answer.obstacle().map(WhyNotJson::of),
        "changes", answer.lists().stream().map(this::list).toList());
  }

  private Map<String, Object> list(WhyNot.Changes list) {
    List<Map<String, Object>> sets = new ArrayList<>();
    for (int i = 0; i < list.listing().sets().size(); i++) {
      sets.add(set(list.listing().sets().get(i), list.commands().get(i)));
    }
    return Json.object(
        "kind", list.listing().group().name().toLowerCase(Locale.ROOT),
        "means", list.listing().group().words(),
        "cut", list.listing().isCut(),
        "tooLarge", list.listing().tooLarge(),
        "sets", sets);
  }

  private Map<String, Object> set(Verified set, Map<String, String> sets) {
    return Json.object(
        "changes", set.changes().changes().stream().map(this::change).toList(),
        "set", sets,
        "command",
            String.join(
                " ", command.words("explain", List.of("--case " + answer.caseNumber()), sets)));
  }

  private Map<String, Object> change(ChangeSet.Change change) {
    String address = change.parameter().name();
    String from = change.parameter().domain().text(change.from());
    String to = change.parameter().domain().text(change.to());
    return Json.object(
        "address", address,
        "from", from,
        "to", to,
        "possible", change.possible(),
        "conflict", grounds.conflict(address).map(conflict -> conflict.id()),
        "claimsFrom", nonEmpty(grounds.sideClaims(address, from)),
        "claimsTo", nonEmpty(grounds.sideClaims(address, to)));
  }

  private static Optional<List<String>> nonEmpty(List<String> claims) {
    return claims.isEmpty() ? Optional.empty() : Optional.of(claims);
  }

  private static Map<String, Object> of(Obstacle obstacle) {
    if (obstacle instanceof Obstacle.Decided decided) {
      return Json.object(
          "decision", decided.name(),
          "subject", text(decided.subject()),
          "actual", decided.actual(),
          "wanted", text(decided.wanted()),
          "because", decided.because().stream().map(WhyNotJson::of).toList(),
          "ways", decided.ways().stream().map(WhyNotJson::of).toList());
    }
    if (obstacle instanceof Obstacle.Valued valued) {
      return Json.object(
          "parameter", valued.name(), "actual", valued.actual(), "wanted", valued.wanted());
    }
    if (obstacle instanceof Obstacle.Quantity quantity) {
      Map<String, Object> from = Json.object();
      for (Provenance.Operand operand : quantity.from()) {
        from.put(operand.name(), operand.value());
      }
      return Json.object(
          "quantity", quantity.name(),
          "actual", quantity.actual(),
          "wanted", quantity.wanted(),
          "how", quantity.how(),
          "from", from,
          "aloneEnough", quantity.isAloneEnough(),
          "through", quantity.through().stream().map(WhyNotJson::of).toList());
    }
    return Json.object("told", obstacle.name(), "wanted", obstacle.wanted());
  }

  private static Map<String, Object> of(Obstacle.Attempt attempt) {
    Map<String, Object> json = of(attempt.rule());
    json.put("unmet", attempt.unmet().stream().map(WhyNotJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(Obstacle.Unmet unmet) {
    return Json.object(
        "field", unmet.field(),
        "actual", unmet.actual(),
        "required", unmet.required(),
        "behind", unmet.behind().map(WhyNotJson::of));
  }

  private static Map<String, Object> of(Obstacle.BlockingRule rule) {
    return Json.object(
        "rule", rule.name(),
        "kind", rule.kind().word(),
        "condition", rule.condition(),
        "file", rule.file(),
        "line", rule.line(),
        "claims", rule.claims().stream().map(CitedClaim::id).toList());
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
