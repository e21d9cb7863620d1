package org.isfsim.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.decision.Field;
import org.isfsim.decision.Result;
import org.isfsim.decision.Signature;
import org.isfsim.document.Fields;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.document.YamlReader;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.DomainReader;
import org.isfsim.parameter.Parameter;

/**
 * Reads a model file and checks that it holds together: that everything named is there, has the
 * values that are asked of it, is read by something, and needs nothing that needs it.
 */
final class ModelReader {

  private static final List<String> KEYS =
      List.of(
          "format",
          "contributors",
          "quantities",
          "decisions",
          "causes",
          "stages",
          "outcome",
          "outcomes",
          "indicators",
          "milestones");
  private static final Pattern CONTRIBUTOR = Pattern.compile("[A-Z0-9-]{2,12}");
  private static final long MOST_COMBINATIONS = 50_000_000;

  private final Catalogue catalogue;
  private final Problems problems;

  private final Map<String, Node.Entry> writtenQuantities = new LinkedHashMap<>();
  private final Map<String, Quantity> quantities = new HashMap<>();
  private final Set<String> triedQuantities = new HashSet<>();

  /** The domains of results, by name. */
  private final Map<String, Domain> results = new LinkedHashMap<>();

  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, Expression> causes = new LinkedHashMap<>();

  /** What reads what, by name: of a quantity, a result, or something shown. */
  private final Map<String, List<Expression.Name>> reads = new LinkedHashMap<>();

  private ExpressionReader expressions;

  /** A decision before its fields are known. */
  private record Decision(String name, Node.Entry entry, List<Result> results) {}

  ModelReader(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
    this.expressions =
        new ExpressionReader(catalogue, List.of(), Set.of(), name -> Optional.empty(), problems);
  }

  Optional<Model.Parts> read(Path file) {
    return YamlReader.read(file, problems)
        .flatMap(document -> Fields.of(document.root(), "", problems))
        .flatMap(this::read);
  }

  private Optional<Model.Parts> read(Fields root) {
    root.allow(KEYS);
    root.word("format", List.of("1"));
    Optional<Fields> contributors = section(root, "contributors", List.of("named", "joins"));
    List<String> named =
        contributors
            .map(f -> f.matching("named", CONTRIBUTOR, "ids such as IDN"))
            .orElse(List.of());
    entries(root, "quantities", this::declareQuantity);
    entries(root, "decisions", this::declareDecision);
    expressions = new ExpressionReader(catalogue, named, known(), this::type, problems);
    writtenQuantities.keySet().forEach(this::quantity);
    decisions.values().forEach(decision -> question(decision, new Fieldset(decision)));
    Optional<String> joins = contributors.flatMap(this::joins);
    Map<String, Expression> causes = causes(root);
    List<Shown> stages = shown(root, "stages", "when", Optional.of(new Type.Flag()));
    List<Shown> indicators = shown(root, "indicators", "of", Optional.empty());
    List<Shown> milestones = shown(root, "milestones", "date", Optional.of(new Type.Date()));
    Optional<String> outcome = outcome(root);
    List<Outcome> outcomes = outcome.map(name -> outcomes(root, name)).orElse(List.of());
    new ReadingOrder(reads, problems).check(readers(outcome));
    unread(outcome);
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Model.Parts(
            named,
            joins,
            inFileOrder(),
            questions,
            outcome.get(),
            outcomes,
            causes,
            stages,
            indicators,
            milestones));
  }

  private Map<String, Quantity> inFileOrder() {
    Map<String, Quantity> ordered = new LinkedHashMap<>();
    writtenQuantities
        .keySet()
        .forEach(
            name -> {
              Quantity quantity = quantities.get(name);
              if (quantity != null) {
                ordered.put(name, quantity);
              }
            });
    return ordered;
  }

  private Set<String> known() {
    Set<String> known = new LinkedHashSet<>();
    catalogue.parameters().forEach(parameter -> known.add(parameter.id()));
    known.addAll(writtenQuantities.keySet());
    known.addAll(results.keySet());
    return known;
  }

  // ---- sections -------------------------------------------------------------------------------

  @FunctionalInterface
  private interface EntryReader {
    void read(String name, String path, Node.Entry entry);
  }

  private Optional<Fields> section(Fields root, String name, List<String> keys) {
    return root.find(name)
        .flatMap(node -> Fields.of(node, name, problems))
        .map(fields -> fields.allow(keys));
  }

  private void entries(Fields root, String name, EntryReader reader) {
    root.find(name)
        .flatMap(node -> Fields.of(node, name, problems))
        .ifPresent(
            fields -> fields.forEach((key, entry) -> reader.read(key, fields.pathOf(key), entry)));
  }

  private void declareQuantity(String name, String path, Node.Entry entry) {
    if (isNewName(name, path, entry.key(), Names.FORM, "dotted kebab-case, such as time.ready")) {
      writtenQuantities.put(name, entry);
    }
  }

  private boolean isNewName(
      String name, String path, Node.Scalar key, Pattern form, String allowed) {
    if (!form.matcher(name).matches()) {
      problems.add(Problem.of(key.mark(), path, key.described() + " is no name").allowing(allowed));
      return false;
    }
    String taken =
        catalogue.parameter(name).isPresent()
            ? "a parameter"
            : writtenQuantities.containsKey(name)
                ? "a quantity"
                : results.containsKey(name) ? "a result of a decision" : "";
    if (!taken.isEmpty()) {
      problems.add(key.mark(), path, "there is " + taken + " \"" + name + "\" already");
      return false;
    }
    return true;
  }

  // ---- quantities -----------------------------------------------------------------------------

  private Optional<Type> type(String name) {
    Optional<Parameter> parameter = catalogue.parameter(name);
    if (parameter.isPresent()) {
      return Optional.of(Type.of(parameter.get().domain()));
    }
    Domain result = results.get(name);
    return result != null
        ? Optional.of(Type.of(result))
        : quantity(name).map(quantity -> quantity.expression().type());
  }

  /** A quantity; empty if it has problems, and while it is being read, as in a cycle. */
  private Optional<Quantity> quantity(String name) {
    Node.Entry entry = writtenQuantities.get(name);
    if (entry != null && triedQuantities.add(name)) {
      String path = "quantities." + name;
      Optional<String> title = Optional.empty();
      Node node = entry.value();
      if (node instanceof Node.Mapping map && map.get("title") != null) {
        title = Fields.of(map, path, problems).flatMap(fields -> fields.text("title"));
        Map<String, Node.Entry> rest = new LinkedHashMap<>(map.entries());
        rest.remove("title");
        node = new Node.Mapping(map.mark(), rest);
      }
      reads.put(name, namesIn(node));
      Optional<Expression> expression = expressions.read(node, path, Names.isOfElement(name));
      if (expression.isPresent()) {
        Type type = expression.get().type();
        if (title.isPresent() && !(type instanceof Type.Date)) {
          problems.add(
              entry.value().mark(),
              path + ".title",
              "only a date has a title, found " + type.described());
        }
        if (isFinite(type, entry, path)) {
          reads.put(name, expression.get().names());
          quantities.put(name, new Quantity(name, entry.key().mark(), expression.get(), title));
        }
      }
    }
    return Optional.ofNullable(quantities.get(name));
  }

  /** Whatever in a node may be a name, for cycles in what could not be read. */
  private List<Expression.Name> namesIn(Node node) {
    List<Expression.Name> names = new ArrayList<>();
    if (node instanceof Node.Scalar scalar) {
      boolean isName =
          writtenQuantities.containsKey(scalar.text()) || results.containsKey(scalar.text());
      if (isName) {
        names.add(new Expression.Name(scalar.mark(), scalar.text(), new Type.Flag()));
      }
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> names.addAll(namesIn(item)));
    } else if (node instanceof Node.Mapping map) {
      map.entries().values().forEach(entry -> names.addAll(namesIn(entry.value())));
    }
    return names;
  }

  private boolean isFinite(Type type, Node.Entry entry, String path) {
    if (type instanceof Type.Number number
        && (number.max() - number.min()) / number.step() >= 100_000) {
      problems.add(
          entry.value().mark(), path, "the quantity has more values than can be told apart");
      return false;
    }
    return true;
  }

  // ---- decisions ------------------------------------------------------------------------------

  private void declareDecision(String name, String path, Node.Entry entry) {
    if (!isNewName(
        name, path, entry.key(), Names.FORM, "kebab-case, such as first-step or first-step.*")) {
      return;
    }
    String plain = Names.isOfElement(name) ? name.substring(0, name.length() - 2) : name;
    if (!Names.KEBAB.matcher(plain).matches()) {
      problems.add(
          Problem.of(
                  entry.key().mark(), path, entry.key().described() + " is no name of a decision")
              .allowing("kebab-case, such as first-step or first-step.*"));
      return;
    }
    Optional<Fields> fields = Fields.of(entry.value(), path, problems);
    if (fields.isEmpty()) {
      return;
    }
    if (fields.get().find("asks").isPresent()) {
      decisions.put(name, new Decision(name, entry, List.of()));
      askedAgain(name, fields.get());
      return;
    }
    fields.get().allow(List.of("decides", "and", "reads", "asks", "but"));
    List<Result> own = new ArrayList<>();
    fields
        .get()
        .require("decides")
        .flatMap(node -> domain(node, path + ".decides"))
        .ifPresent(domain -> own.add(new Result("", domain)));
    fields
        .get()
        .find("and")
        .flatMap(node -> Fields.of(node, path + ".and", problems))
        .ifPresent(
            more ->
                more.forEach(
                    (result, value) -> {
                      if (isNewName(
                          name + "." + result,
                          more.pathOf(result),
                          value.key(),
                          Names.FORM,
                          "kebab-case")) {
                        if (Names.KEBAB.matcher(result).matches()) {
                          domain(value.value(), more.pathOf(result))
                              .ifPresent(domain -> own.add(new Result(result, domain)));
                        } else {
                          problems.add(
                              Problem.of(
                                      value.key().mark(),
                                      more.pathOf(result),
                                      value.key().described() + " is no name of a result")
                                  .allowing("kebab-case"));
                        }
                      }
                    }));
    if (!own.isEmpty() && own.get(0).name().isEmpty()) {
      decisions.put(name, new Decision(name, entry, own));
      own.forEach(
          result ->
              results.put(
                  result.name().isEmpty() ? name : name + "." + result.name(), result.domain()));
    }
  }

  private Optional<Domain> domain(Node node, String path) {
    if (!(node instanceof Node.Sequence)) {
      return new DomainReader(problems, catalogue.units()).read(node, path);
    }
    List<String> values =
        Fields.scalars(node, path, problems).stream().map(Node.Scalar::text).toList();
    if (values.size() < 2 || values.stream().distinct().count() != values.size()) {
      problems.add(node.mark(), path, "a result needs two or more different values");
      return Optional.empty();
    }
    return Optional.of(new Domain.Choice(values));
  }

  /** A decision that is asked again has the results of the other one, declared before it. */
  private void askedAgain(String name, Fields fields) {
    fields.allow(List.of("asks", "but"));
    Optional<String> asks = fields.text("asks");
    if (asks.isEmpty()) {
      return;
    }
    Decision other = decisions.get(asks.get());
    if (other == null || other.results().isEmpty()) {
      problems.add(
          Problem.of(
                  fields.find("asks").orElseThrow().mark(),
                  fields.pathOf("asks"),
                  "there is no decision \"" + asks.get() + "\" above")
              .allowing(String.join(", ", decisions.keySet()))
              .advising(Suggestions.didYouMean(asks.get(), decisions.keySet())));
      return;
    }
    other
        .results()
        .forEach(
            result ->
                results.put(
                    result.name().isEmpty() ? name : name + "." + result.name(), result.domain()));
  }

  /** The fields of a decision while they are read. */
  private final class Fieldset {
    private final Decision decision;
    private final Fields fields;
    private final List<Field> inputs = new ArrayList<>();
    private final List<Expression> sources = new ArrayList<>();

    Fieldset(Decision decision) {
      this.decision = decision;
      this.fields =
          Fields.of(decision.entry().value(), "decisions." + decision.name(), problems)
              .orElseThrow();
    }

    boolean isOfElement() {
      return Names.isOfElement(decision.name());
    }

    void add(String field, Node.Entry entry, String path) {
      if (!Field.isName(field)) {
        problems.add(
            Problem.of(entry.key().mark(), path, entry.key().described() + " is no name of a field")
                .allowing("camelCase, such as voteHeld; no word of the rule language"));
        return;
      }
      source(entry.value(), path)
          .ifPresent(
              source -> {
                inputs.add(new Field(field, source.type().domain(0)));
                sources.add(source);
              });
    }

    private Optional<Expression> source(Node node, String path) {
      if (!(node instanceof Node.Scalar)) {
        problems.add(
            Problem.of(node.mark(), path, "a field is read from a name, found " + node.described())
                .advising("declare a quantity and name it here"));
        return Optional.empty();
      }
      Optional<Expression> source = expressions.read(node, path, isOfElement());
      Optional<Type> type = source.map(Expression::type);
      if (type.isPresent()
          && (type.get() instanceof Type.Date || type.get() instanceof Type.Span)) {
        problems.add(
            Problem.of(node.mark(), path, "a rule cannot read " + type.get().described())
                .advising("read a comparison or a band of it"));
        return Optional.empty();
      }
      if (source.isPresent() && !(source.get() instanceof Expression.Name)) {
        problems.add(node.mark(), path, node.described() + " is the same in every case");
        return Optional.empty();
      }
      return source;
    }
  }

  private void question(Decision decision, Fieldset set) {
    if (set.fields.find("asks").isPresent()) {
      asking(decision, set);
      return;
    }
    int before = problems.size();
    set.fields
        .require("reads")
        .flatMap(node -> Fields.of(node, set.fields.pathOf("reads"), problems))
        .ifPresent(
            reading -> {
              if (reading.keys().isEmpty()) {
                problems.add(
                    reading.map().mark(), set.fields.pathOf("reads"), "a decision reads something");
              }
              reading.forEach((field, entry) -> set.add(field, entry, reading.pathOf(field)));
            });
    if (problems.size() > before || set.inputs.isEmpty() || !isSmall(set)) {
      readBy(decision, decision.results(), set.sources);
      return;
    }
    String plain =
        set.isOfElement()
            ? decision.name().substring(0, decision.name().length() - 2)
            : decision.name();
    Signature signature = new Signature(plain, set.inputs, List.of(), decision.results());
    questions.add(
        new Question(decision.name(), decision.entry().key().mark(), signature, set.sources));
    readBy(decision, decision.results(), set.sources);
  }

  private boolean isSmall(Fieldset set) {
    double combinations = 1;
    for (Field field : set.inputs) {
      combinations *= field.domain().size();
    }
    if (combinations > MOST_COMBINATIONS) {
      problems.add(
          Problem.of(
                  set.decision.entry().key().mark(),
                  "decisions." + set.decision.name(),
                  String.format(
                      java.util.Locale.ROOT,
                      "the fields have %.0f combinations, too many to look at",
                      combinations))
              .allowing("at most " + MOST_COMBINATIONS)
              .advising("read bands or flags in place of numbers"));
      return false;
    }
    return true;
  }

  private void readBy(Decision decision, List<Result> of, List<Expression> sources) {
    List<Expression.Name> names = sources.stream().flatMap(s -> s.names().stream()).toList();
    for (Result result : of) {
      reads.put(
          result.name().isEmpty() ? decision.name() : decision.name() + "." + result.name(), names);
    }
  }

  private void asking(Decision decision, Fieldset set) {
    Optional<Question> other =
        questions.stream()
            .filter(q -> set.fields.text("asks").filter(q.name()::equals).isPresent())
            .findFirst();
    if (other.isEmpty()) {
      return;
    }
    if (other.get().isForEach() != set.isOfElement()) {
      problems.add(
          set.fields.map().mark(),
          set.fields.pathOf("asks"),
          "one of the two decisions is asked for every contributor and the other is not");
      return;
    }
    Signature signature = other.get().signature();
    List<Expression> sources = new ArrayList<>(other.get().sources());
    set.fields
        .require("but")
        .flatMap(node -> Fields.of(node, set.fields.pathOf("but"), problems))
        .ifPresent(
            but ->
                but.forEach(
                    (field, entry) -> {
                      int place = signature.indexOf(field);
                      if (place < 0) {
                        List<String> names = signature.inputs().stream().map(Field::name).toList();
                        problems.add(
                            Problem.of(
                                    entry.key().mark(),
                                    but.pathOf(field),
                                    "the decision has no field \"" + field + "\"")
                                .allowing(String.join(", ", names))
                                .advising(Suggestions.didYouMean(field, names)));
                        return;
                      }
                      Domain domain = signature.inputs().get(place).domain();
                      boolean isName =
                          entry.value() instanceof Node.Scalar scalar
                              && domain.indexOf(scalar.text()).isEmpty();
                      Optional<Expression> source =
                          isName
                              ? set.source(entry.value(), but.pathOf(field))
                                  .filter(s -> hasDomain(s, domain, entry, but.pathOf(field)))
                              : expressions.given(entry.value(), but.pathOf(field), domain);
                      source.ifPresent(s -> sources.set(place, s));
                    }));
    questions.add(new Question(decision.name(), decision.entry().key().mark(), signature, sources));
    readBy(decision, signature.results(), sources);
  }

  private boolean hasDomain(Expression source, Domain domain, Node.Entry entry, String path) {
    if (source.type().domain(0).equals(domain)) {
      return true;
    }
    problems.add(
        Problem.of(entry.value().mark(), path, "this has other values than the field")
            .allowing(domain.described()));
    return false;
  }

  // ---- what is shown --------------------------------------------------------------------------

  private Optional<String> joins(Fields contributors) {
    Optional<String> joins = contributors.text("joins");
    if (joins.isEmpty()) {
      return joins;
    }
    boolean isFlag =
        catalogue
            .parameter(joins.get())
            .filter(p -> p.isAttribute() && p.domain() instanceof Domain.Flag)
            .isPresent();
    if (isFlag) {
      return joins;
    }
    List<String> flags =
        catalogue.attributes().stream()
            .filter(p -> p.domain() instanceof Domain.Flag)
            .map(Parameter::id)
            .toList();
    problems.add(
        Problem.of(
                contributors.find("joins").orElseThrow().mark(),
                "contributors.joins",
                "\"" + joins.get() + "\" is no flag of each contributor")
            .allowing(String.join(", ", flags))
            .advising(Suggestions.didYouMean(joins.get(), flags)));
    return Optional.empty();
  }

  private List<Shown> shown(Fields root, String section, String key, Optional<Type> wanted) {
    List<Shown> all = new ArrayList<>();
    boolean isStage = section.equals("stages");
    List<String> keys = new ArrayList<>(List.of("title", key));
    keys.addAll(isStage ? List.of("because") : List.of("means", "opinion", "belongs-to"));
    entries(
        root,
        section,
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

  private Map<String, Expression> causes(Fields root) {
    entries(
        root,
        "causes",
        (name, path, entry) -> {
          if (isShownName(name, path, entry.key())) {
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

  private String cause(Fields fields) {
    return fields.find("belongs-to").isEmpty()
        ? ""
        : fields.word("belongs-to", causes.keySet()).orElse("");
  }

  /** A result and something shown may have one name only if they are one thing. */
  private void sameUnderOneName(String name, String path, Node.Scalar key, Expression of) {
    boolean isTaken = results.containsKey(name) || writtenQuantities.containsKey(name);
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
      if (decisions.containsKey(name.text())) {
        known.add(name.text());
      } else {
        problems.add(
            Problem.of(
                    name.mark(),
                    fields.pathOf("because"),
                    "there is no decision \"" + name.text() + "\"")
                .allowing(String.join(", ", decisions.keySet()))
                .advising(Suggestions.didYouMean(name.text(), decisions.keySet())));
      }
    }
    return known;
  }

  // ---- outcomes -------------------------------------------------------------------------------

  private Optional<String> outcome(Fields root) {
    Optional<String> name = root.requiredText("outcome");
    if (name.isEmpty()
        || results.get(name.get()) instanceof Domain.Choice && !Names.isOfElement(name.get())) {
      return name;
    }
    List<String> choices =
        results.keySet().stream()
            .filter(result -> results.get(result) instanceof Domain.Choice)
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

  private List<Outcome> outcomes(Fields root, String outcome) {
    List<String> values =
        ((Domain.Choice) Optional.ofNullable(results.get(outcome)).orElseThrow()).values();
    Map<String, Outcome> defined = new HashMap<>();
    entries(
        root,
        "outcomes",
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
      } else if (isReasons ? !decisions.containsKey(name) : !results.containsKey(name)) {
        Set<String> all = isReasons ? decisions.keySet() : results.keySet();
        problems.add(
            Problem.of(
                    mark,
                    fields.pathOf("told"),
                    "there is no " + (isReasons ? "decision" : "result") + " \"" + name + "\"")
                .advising(Suggestions.didYouMean(name, all)));
      }
    }
  }

  // ---- what reads what --------------------------------------------------------------------------

  /** Everything that asks for something without being asked itself. */
  private List<String> readers(Optional<String> outcome) {
    List<String> readers = new ArrayList<>(reads.keySet());
    outcome.ifPresent(readers::add);
    return readers;
  }

  /** A quantity that nothing reads is a mistake, or a line that was left over. */
  private void unread(Optional<String> outcome) {
    Set<String> read = new HashSet<>();
    reads.forEach((name, names) -> names.forEach(n -> read.add(n.name())));
    writtenQuantities.forEach(
        (name, entry) -> {
          if (!read.contains(name)) {
            problems.add(
                Problem.of(entry.key().mark(), "quantities." + name, "nothing reads this quantity")
                    .advising(
                        "take it away, or read it in a decision, an indicator or a milestone"));
          }
        });
  }
}
