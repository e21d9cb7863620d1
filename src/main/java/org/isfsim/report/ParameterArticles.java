package org.isfsim.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Figures;
import org.isfsim.article.Json;
import org.isfsim.document.Node;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Citation;
import org.isfsim.parameter.OrderedDefault;
import org.isfsim.parameter.Parameter;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;
import org.isfsim.study.Ordering;
import org.jspecify.annotations.Nullable;

/** Parameters and bands. */
public final class ParameterArticles {

  private static final int LONGEST_BRIEF = 60;

  private final Catalogue catalogue;
  private final Register register;
  private final SourceArticles sources;
  private final Ordering ordering;

  /** Of a catalogue and the register that it cites. */
  public ParameterArticles(Catalogue catalogue, Register register) {
    this.catalogue = catalogue;
    this.register = register;
    this.sources = new SourceArticles(register);
    this.ordering = new Ordering(register);
  }

  /** Parameters under the first word of their ids, then the bands. */
  public Article list(List<Parameter> parameters, List<Band> bands) {
    Map<String, List<Branch>> groups = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      String id = parameter.id();
      String group = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(entry(parameter));
    }
    bands.forEach(band -> groups.computeIfAbsent("bands", g -> new ArrayList<>()).add(entry(band)));
    Article article = new Article();
    groups.forEach((group, members) -> article.heading(2, group).tree(members));
    return article
        .space()
        .lead(
            Figures.count(parameters.size(), "parameter")
                + " and "
                + Figures.count(bands.size(), "band")
                + "; \"isfsim parameters ADDRESS\" shows one in full.")
        .value("parameters", parameters.stream().map(this::brief).toList())
        .value("bands", bands.stream().map(this::brief).toList());
  }

  private static Branch entry(Parameter parameter) {
    List<Branch> below = new ArrayList<>();
    below.add(Branch.of(parameter.description()));
    below.add(Branch.marked("values", parameter.domain().described()));
    below.add(Branch.marked("default", briefDefault(parameter)));
    below.addAll(grounds(parameter.claims(), parameter.conflict()));
    return new Branch(
        "",
        parameter.id() + ": " + parameter.kind().word() + ", " + parameter.basis().word(),
        below);
  }

  private static Branch entry(Band band) {
    List<Branch> below = new ArrayList<>();
    below.add(Branch.of(band.description()));
    below.add(Branch.marked("ranges", ranges(band)));
    below.addAll(grounds(band.claims(), Optional.empty()));
    return new Branch("", "bands." + band.id() + ": band, " + band.basis().word(), below);
  }

  private static List<Branch> grounds(List<String> claims, Optional<String> conflict) {
    String cited = String.join(", ", claims) + conflict.map(c -> " (" + c + ")").orElse("");
    return cited.isEmpty() ? List.of() : List.of(Branch.marked("claims", cited.strip()));
  }

  /** The default without its shifts, which are counted, and not longer than a line. */
  private static String briefDefault(Parameter parameter) {
    Node written = parameter.written();
    String shifts = "";
    if (written instanceof Node.Mapping map && map.get("shift") != null) {
      Map<String, Node.Entry> rest = new LinkedHashMap<>(map.entries());
      Node.Entry shift = rest.remove("shift");
      if (shift != null && shift.value() instanceof Node.Sequence list) {
        shifts = ", with " + Figures.count(list.items().size(), "shift");
      }
      written = new Node.Mapping(map.mark(), rest);
    }
    String text = written.written();
    boolean isLong = text.length() > LONGEST_BRIEF;
    return (isLong ? text.substring(0, LONGEST_BRIEF).stripTrailing() + " …" : text) + shifts;
  }

  /** {@code none below 500, symbolic from 500, substantial from 10000}. */
  private static String ranges(Band band) {
    StringBuilder text = new StringBuilder(band.names().get(0));
    text.append(" below ").append(band.domain().text(band.cuts().get(0)));
    for (int i = 0; i < band.cuts().size(); i++) {
      text.append(", ").append(band.names().get(i + 1)).append(" from ");
      text.append(band.domain().text(band.cuts().get(i)));
    }
    return text.toString();
  }

  /** A parameter in full, under the address by which it was asked for. */
  public Article of(String address, Parameter parameter) {
    Article article = new Article().heading(1, address).lead(parameter.description()).space();
    Facts facts = new Facts();
    if (parameter.isAttribute()) {
      facts.add("applies to", "every contributor: " + parameter.id());
    }
    facts.add("kind", parameter.kind().word()).add("values", parameter.domain().described());
    defaultOf(parameter, facts);
    Optional<OrderedDefault> ordered = orderOf(parameter);
    List<String> plans = Ordering.plans(parameter);
    ordered.ifPresent(found -> facts.add("order", ordering.inWords(found)));
    ordered
        .filter(found -> !found.isKept().orElse(true))
        .ifPresent(found -> facts.add("by claims", found.expected()));
    facts.add("plan", plans).add("basis", parameter.basis().word());
    facts.add("note", parameter.note().stream().toList()).in(article);
    List<String> claims = claimsOf(parameter.id(), parameter.claims());
    claims(claims, article);
    article.values(brief(parameter)).value("address", address);
    article.value("claims", sources.values(claims));
    article.value("order", ordered.map(ordering::value));
    article.value("plan", plans.isEmpty() ? Optional.empty() : plans);
    parameter
        .conflict()
        .flatMap(register::conflict)
        .ifPresent(conflict -> conflict(conflict, parameter, article));
    return article;
  }

  private static void defaultOf(Parameter parameter, Facts facts) {
    if (!(parameter.written() instanceof Node.Mapping map)) {
      facts.add("default", parameter.written().written());
      return;
    }
    List<String> parts = new ArrayList<>();
    List<String> shifts = new ArrayList<>();
    for (Node.Entry entry : map.entries().values()) {
      String key = entry.key().text();
      if (key.equals("shift") && entry.value() instanceof Node.Sequence list) {
        list.items().forEach(shift -> shifts.add(shiftInWords(shift)));
      } else {
        parts.add(key + ": " + entry.value().written());
      }
    }
    facts.add("default", parts).add("shift", shifts, "shift");
  }

  /** A default that no claim orders is told of only where equal weights are the rule. */
  private Optional<OrderedDefault> orderOf(Parameter parameter) {
    return ordering
        .of(parameter)
        .filter(
            found ->
                !found.orders().isEmpty()
                    || found.isKept().isPresent() && parameter.basis() == Basis.ASSUMPTION);
  }

  /** {@code towards yes when text.tasks is peacekeeping (S001-29)}. */
  private static String shiftInWords(Node shift) {
    if (!(shift instanceof Node.Mapping map)
        || !(valueOf(map, "when") instanceof Node.Mapping when)
        || !(valueOf(map, "towards") instanceof Node.Scalar towards)) {
      return shift.written();
    }
    @Nullable Node claims = valueOf(map, "claims");
    return "towards "
        + towards.text()
        + " when "
        + whenInWords(when)
        + (claims == null ? "" : " (" + listed(claims) + ")");
  }

  private static String whenInWords(Node.Mapping when) {
    List<String> conditions = new ArrayList<>();
    when.entries()
        .forEach(
            (key, entry) -> {
              boolean several = key.equals("any") || key.equals("all");
              if (several && entry.value() instanceof Node.Sequence list) {
                List<String> parts = new ArrayList<>();
                for (Node item : list.items()) {
                  parts.add(item instanceof Node.Mapping map ? whenInWords(map) : item.written());
                }
                conditions.add(
                    "(" + String.join(key.equals("any") ? " or " : " and ", parts) + ")");
              } else {
                conditions.add(key + " is " + listed(entry.value()).replace(", ", " or "));
              }
            });
    return String.join(" and ", conditions);
  }

  private static @Nullable Node valueOf(Node.Mapping map, String key) {
    Node.Entry entry = map.get(key);
    return entry == null ? null : entry.value();
  }

  private static String listed(Node node) {
    String written = node.written();
    return node instanceof Node.Sequence ? written.substring(1, written.length() - 1) : written;
  }

  private void claims(List<String> claims, Article article) {
    if (!claims.isEmpty()) {
      article.heading(2, "Claims").tree(claims.stream().map(sources::paraphrase).toList());
    }
  }

  /** The claims in the order in which the catalogue names them, then those of shifts. */
  private List<String> claimsOf(String address, List<String> named) {
    Collection<String> all = new LinkedHashSet<>(named);
    String path = address.startsWith("bands.") ? address : "parameters." + address;
    for (Citation citation : catalogue.citations()) {
      if (citation.path().startsWith(path + ".")) {
        all.add(citation.claim());
      }
    }
    return List.copyOf(all);
  }

  private void conflict(Conflict conflict, Parameter parameter, Article article) {
    article
        .heading(2, "Conflict " + conflict.id() + ": " + conflict.title())
        .lead(conflict.resolution());
    List<Branch> sides = new ArrayList<>();
    for (Conflict.Side side : conflict.sides()) {
      String value =
          side.value().filter(v -> parameter.domain().indexOf(v).isPresent()).orElse(Branch.DASH);
      sides.add(Branch.marked(value, side.says() + " (" + String.join(", ", side.claims()) + ")"));
    }
    article.tree(sides).value("conflict", SourceArticles.value(conflict));
  }

  /** A band in full. */
  public Article of(Band band) {
    Article article =
        new Article().heading(1, "bands." + band.id()).lead(band.description()).space();
    new Facts()
        .add("of", band.domain().described())
        .add("ranges", ranges(band))
        .add("default", band.defaultText())
        .add("basis", band.basis().word())
        .add("note", band.note().stream().toList())
        .in(article);
    claims(claimsOf("bands." + band.id(), band.claims()), article);
    return article.values(brief(band)).value("claims", sources.values(band.claims()));
  }

  /** A parameter as an entry of the list. */
  Map<String, Object> brief(Parameter parameter) {
    return Json.object(
        "address", parameter.id(),
        "kind", parameter.kind().word(),
        "description", parameter.description(),
        "values", parameter.domain().described(),
        "default", parameter.defaultText(),
        "basis", parameter.basis().word(),
        "claims", claimsOf(parameter.id(), parameter.claims()),
        "conflict", parameter.conflict(),
        "note", parameter.note());
  }

  /** A band as an entry of the list. */
  Map<String, Object> brief(Band band) {
    return Json.object(
        "address", "bands." + band.id(),
        "description", band.description(),
        "values", band.domain().described(),
        "names", band.names(),
        "default", band.defaultText(),
        "basis", band.basis().word(),
        "claims", band.claims(),
        "note", band.note());
  }
}
