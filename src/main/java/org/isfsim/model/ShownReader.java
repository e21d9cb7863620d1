package org.isfsim.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;

/** Reads what is reported of a case: causes, stages, indicators and milestones. */
final class ShownReader {

  private final Declarations declared;
  private final ExpressionReader expressions;
  private final Map<String, List<Expression.Name>> reads;
  private final Problems problems;
  private final Map<String, Expression> causes = new LinkedHashMap<>();
  private final Set<String> written = new LinkedHashSet<>();

  /**
   * @param reads where what each of them reads is written down
   */
  ShownReader(
      Declarations declared,
      ExpressionReader expressions,
      Map<String, List<Expression.Name>> reads,
      Problems problems) {
    this.declared = declared;
    this.expressions = expressions;
    this.reads = reads;
    this.problems = problems;
  }

  Map<String, Expression> causes(Fields root) {
    Section.forEach(
        root,
        "causes",
        problems,
        (name, path, entry) -> {
          if (isShownName(name, path, entry.key())) {
            written.add(name);
            shownExpression(entry.value(), path, Optional.of(new Type.Flag()))
                .ifPresent(
                    of -> {
                      causes.put(name, of);
                      reads.put("causes." + name, of.names());
                    });
          }
        });
    return causes;
  }

  List<Shown> shown(Fields root, String section, String key, Optional<Type> wanted) {
    List<Shown> all = new ArrayList<>();
    boolean isStage = section.equals("stages");
    List<String> keys = new ArrayList<>(List.of("title", key));
    keys.addAll(isStage ? List.of("because") : List.of("means", "opinion", "belongs-to"));
    Section.forEach(
        root,
        section,
        problems,
        (name, path, entry) -> {
          Optional<Fields> read = Fields.of(entry.value(), path, problems);
          if (read.isEmpty() || !isShownName(name, path, entry.key())) {
            return;
          }
          Fields fields = read.get().allow(keys);
          Optional<String> title = fields.requiredText("title");
          Optional<String> means = isStage ? title : fields.requiredText("means");
          boolean opinion =
              fields.find("opinion").isPresent()
                  && fields
                      .word("opinion", List.of("true", "false"))
                      .filter("true"::equals)
                      .isPresent();
          Optional<Expression> of =
              fields
                  .require(key)
                  .flatMap(node -> shownExpression(node, fields.pathOf(key), wanted));
          List<String> because = isStage ? because(fields) : List.of();
          if (!isStage && of.isPresent()) {
            sameUnderOneName(name, path, entry.key(), of.get());
          }
          of.ifPresent(expression -> reads.put(section + "." + name, expression.names()));
          if (title.isPresent() && means.isPresent() && of.isPresent()) {
            all.add(
                new Shown(
                    name,
                    title.get(),
                    means.get(),
                    entry.key().mark(),
                    of.get(),
                    cause(fields),
                    opinion,
                    because));
          }
        });
    return all;
  }

  private String cause(Fields fields) {
    Optional<String> cause = fields.text("belongs-to");
    if (cause.isPresent() && !written.contains(cause.get())) {
      problems.add(
          Problem.of(
                  fields.find("belongs-to").orElseThrow().mark(),
                  fields.pathOf("belongs-to"),
                  "there is no cause \"" + cause.get() + "\"")
              .allowing(String.join(", ", written))
              .advising(Suggestions.didYouMean(cause.get(), written)));
    }
    return cause.orElse("");
  }

  /** A result and something shown may have one name only if they are one thing. */
  private void sameUnderOneName(String name, String path, Node.Scalar key, Expression of) {
    boolean isTaken =
        declared.results().containsKey(name) || declared.quantities().containsKey(name);
    boolean isSame = of instanceof Expression.Name shown && shown.name().equals(name);
    if (isTaken && !isSame) {
      problems.add(
          key.mark(), path, "a result or quantity \"" + name + "\" is something else than this");
    }
  }

  private boolean isShownName(String name, String path, Node.Scalar key) {
    if (Names.KEBAB.matcher(name).matches()) {
      return true;
    }
    problems.add(
        Problem.of(key.mark(), path, key.described() + " is no name").allowing("kebab-case"));
    return false;
  }

  private Optional<Expression> shownExpression(Node node, String path, Optional<Type> wanted) {
    Optional<Expression> read = expressions.read(node, path, false);
    if (read.isEmpty()) {
      return read;
    }
    Type type = read.get().type();
    if (wanted.isPresent() && !type.equals(wanted.get())) {
      problems.add(
          node.mark(),
          path,
          wanted.get().described() + " is wanted here, found " + type.described());
      return Optional.empty();
    }
    if (wanted.isEmpty() && (type instanceof Type.Date || type instanceof Type.Span)) {
      problems.add(
          Problem.of(node.mark(), path, "an indicator has values, found " + type.described())
              .advising("a date is a milestone"));
      return Optional.empty();
    }
    if (read.get() instanceof Expression.Fold) {
      problems.add(
          Problem.of(node.mark(), path, "what is taken over all contributors is a quantity")
              .advising("declare it and name it here"));
      return Optional.empty();
    }
    return read;
  }

  private List<String> because(Fields fields) {
    List<String> known = new ArrayList<>();
    for (Node.Scalar name : fields.scalars("because")) {
      if (declared.isUnreadable(name.text())) {
        continue;
      }
      if (declared.decisions().containsKey(name.text())) {
        known.add(name.text());
      } else {
        problems.add(
            Problem.of(
                    name.mark(),
                    fields.pathOf("because"),
                    "there is no decision \"" + name.text() + "\"")
                .allowing(String.join(", ", declared.decisions().keySet()))
                .advising(Suggestions.didYouMean(name.text(), declared.decisions().keySet())));
      }
    }
    return known;
  }
}
