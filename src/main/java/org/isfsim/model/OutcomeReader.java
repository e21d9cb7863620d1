package org.isfsim.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Domain;

/** Reads which result is the outcome, and what each outcome means. */
final class OutcomeReader {

  private final Declarations declared;
  private final Problems problems;

  OutcomeReader(Declarations declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
  }

  Optional<String> outcome(Fields root) {
    Optional<String> name = root.requiredText("outcome");
    if (name.filter(declared::isUnreadable).isPresent()) {
      return Optional.empty();
    }
    if (name.isEmpty()
        || declared.results().get(name.get()) instanceof Domain.Choice
            && !Names.isOfElement(name.get())) {
      return name;
    }
    List<String> choices =
        declared.results().keySet().stream()
            .filter(result -> declared.results().get(result) instanceof Domain.Choice)
            .filter(result -> !Names.isOfElement(result))
            .toList();
    problems.add(
        Problem.of(
                root.find("outcome").orElseThrow().mark(),
                "outcome",
                "\"" + name.get() + "\" is no result with named values")
            .allowing(String.join(", ", choices))
            .advising(Suggestions.didYouMean(name.get(), choices)));
    return Optional.empty();
  }

  List<Outcome> outcomes(Fields root, String outcome) {
    List<String> values =
        ((Domain.Choice) Optional.ofNullable(declared.results().get(outcome)).orElseThrow())
            .values();
    Map<String, Outcome> defined = new HashMap<>();
    Section.forEach(
        root,
        "outcomes",
        problems,
        (name, path, entry) -> {
          if (!values.contains(name)) {
            problems.add(
                Problem.of(entry.key().mark(), path, "\"" + name + "\" is no value of " + outcome)
                    .allowing(String.join(", ", values))
                    .advising(Suggestions.didYouMean(name, values)));
          }
          Fields.of(entry.value(), path, problems)
              .map(fields -> fields.allow(List.of("group", "means", "told")))
              .ifPresent(fields -> defined.put(name, defined(name, fields)));
        });
    Mark mark = root.find("outcomes").map(Node::mark).orElse(root.map().mark());
    for (String value : values) {
      if (!defined.containsKey(value)) {
        problems.add(mark, "outcomes." + value, "the outcome " + value + " has no definition");
      }
    }
    return values.stream()
        .flatMap(value -> Optional.ofNullable(defined.get(value)).stream())
        .toList();
  }

  private Outcome defined(String name, Fields fields) {
    Optional<String> told = fields.text("told");
    told.ifPresent(text -> placeholders(text, fields));
    return new Outcome(
        name,
        fields.text("group").orElse(name),
        fields.requiredText("means").orElse(name),
        told.orElse(""));
  }

  private void placeholders(String template, Fields fields) {
    Mark mark = fields.find("told").orElseThrow().mark();
    Matcher found = Told.PLACE.matcher(template);
    while (found.find()) {
      String word = String.valueOf(found.group(1));
      String name = String.valueOf(found.group(2));
      boolean isReasons = word.equals("reasons");
      if (!Told.WORDS.contains(word)) {
        problems.add(
            Problem.of(mark, fields.pathOf("told"), "{" + word + " …} has no meaning")
                .allowing("{value X}, {words X}, {reasons X}")
                .advising(Suggestions.didYouMean(word, Told.WORDS)));
      } else if (!declared.isUnreadable(name)
          && !(isReasons ? declared.decisions() : declared.results()).containsKey(name)) {
        Set<String> all = isReasons ? declared.decisions().keySet() : declared.results().keySet();
        problems.add(
            Problem.of(
                    mark,
                    fields.pathOf("told"),
                    "there is no " + (isReasons ? "decision" : "result") + " \"" + name + "\"")
                .allowing(String.join(", ", all))
                .advising(Suggestions.didYouMean(name, all)));
      }
    }
  }
}
