package org.isfsim.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

/** Parameters and bands on a page or as JSON. */
final class ParameterViews {

  private static final int LONGEST_BRIEF = 60;

  private final Page page;
  private final Catalogue catalogue;
  private final Register register;
  private final SourceViews sources;
  private final Ordering ordering;

  ParameterViews(Page page, Catalogue catalogue, Register register) {
    this.page = page;
    this.catalogue = catalogue;
    this.register = register;
    this.sources = new SourceViews(page, register);
    this.ordering = new Ordering(register);
  }

  /** Parameters under the first word of their ids, then the bands. */
  void list(List<Parameter> parameters, List<Band> bands) {
    Map<String, List<Parameter>> groups = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      String id = parameter.id();
      String group = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(parameter);
    }
    groups.forEach(
        (group, members) -> {
          page.heading(group);
          members.forEach(this::entry);
          page.blank();
        });
    if (!bands.isEmpty()) {
      page.heading("bands");
      bands.forEach(this::entry);
      page.blank();
    }
    page.text(
        0,
        Failures.counted(parameters.size(), "parameter")
            + " and "
            + Failures.counted(bands.size(), "band")
            + "; \"isfsim parameters ADDRESS\" shows one in full.");
  }

  private void entry(Parameter parameter) {
    page.ends(2, parameter.id(), parameter.kind().word() + ", " + parameter.basis().word())
        .text(4, parameter.description())
        .field(4, "values", parameter.domain().described())
        .field(4, "default", briefDefault(parameter));
    grounds(parameter.claims(), parameter.conflict());
  }

  private void entry(Band band) {
    page.ends(2, "bands." + band.id(), "band, " + band.basis().word())
        .text(4, band.description())
        .field(4, "ranges", ranges(band));
    grounds(band.claims(), Optional.empty());
  }

  private void grounds(List<String> claims, Optional<String> conflict) {
    String cited = String.join(", ", claims) + conflict.map(c -> " (" + c + ")").orElse("");
    if (!cited.isEmpty()) {
      page.field(4, "claims", cited.strip());
    }
  }

  /** The default without its shifts, which are counted, and not longer than a line. */
  private static String briefDefault(Parameter parameter) {
    Node written = parameter.written();
    String shifts = "";
    if (written instanceof Node.Mapping map && map.get("shift") != null) {
      Map<String, Node.Entry> rest = new LinkedHashMap<>(map.entries());
      Node.Entry shift = rest.remove("shift");
      if (shift != null && shift.value() instanceof Node.Sequence list) {
        shifts = ", with " + Failures.counted(list.items().size(), "shift");
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
  void show(String address, Parameter parameter) {
    page.heading(address).text(0, parameter.description()).blank();
    if (parameter.isAttribute()) {
      page.field(0, "applies to", "every contributor: " + parameter.id());
    }
    page.field(0, "kind", parameter.kind().word())
        .field(0, "values", parameter.domain().described());
    defaultOf(parameter);
    order(parameter);
    page.field(0, "basis", parameter.basis().word());
    parameter.note().ifPresent(note -> page.field(0, "note", note));
    claims(parameter.id(), parameter.claims());
    parameter
        .conflict()
        .flatMap(register::conflict)
        .ifPresent(conflict -> sides(conflict, parameter));
  }

  private void defaultOf(Parameter parameter) {
    Node written = parameter.written();
    if (!(written instanceof Node.Mapping map)) {
      page.field(0, "default", written.written());
      return;
    }
    String label = "default";
    for (Node.Entry entry : map.entries().values()) {
      String key = entry.key().text();
      if (key.equals("shift") && entry.value() instanceof Node.Sequence shifts) {
        for (Node shift : shifts.items()) {
          page.field(0, "shift", shiftInWords(shift));
        }
      } else {
        page.field(0, label, key + ": " + entry.value().written());
        label = " ";
      }
    }
  }

  /** How the default comes of claims and voices, or of a plan. */
  private void order(Parameter parameter) {
    Optional<OrderedDefault> ordered = orderOf(parameter);
    if (ordered.isPresent()) {
      fields("order", ordering.inWords(ordered.get()));
      if (!ordered.get().isKept().orElse(true)) {
        page.field(0, "by claims", ordered.get().expected());
      }
    }
    fields("plan", Ordering.plans(parameter));
  }

  private void fields(String label, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      page.field(0, i == 0 ? label : " ", texts.get(i));
    }
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

  private void claims(String address, List<String> named) {
    List<String> claims = claimsOf(address, named);
    if (!claims.isEmpty()) {
      page.blank().heading("Claims");
      claims.forEach(sources::paraphrase);
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

  private void sides(Conflict conflict, Parameter parameter) {
    page.blank()
        .heading("Conflict " + conflict.id() + ": " + conflict.title())
        .text(0, conflict.resolution());
    for (Conflict.Side side : conflict.sides()) {
      String value =
          side.value().filter(v -> parameter.domain().indexOf(v).isPresent()).orElse("-");
      page.item(2, value, side.says() + " (" + String.join(", ", side.claims()) + ")");
    }
  }

  /** A band in full. */
  void show(Band band) {
    page.heading("bands." + band.id())
        .text(0, band.description())
        .blank()
        .field(0, "of", band.domain().described())
        .field(0, "ranges", ranges(band))
        .field(0, "default", band.defaultText())
        .field(0, "basis", band.basis().word());
    band.note().ifPresent(note -> page.field(0, "note", note));
    claims("bands." + band.id(), band.claims());
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

  /** A parameter with its claims and its conflict in full. */
  Map<String, Object> json(String address, Parameter parameter) {
    Map<String, Object> json = brief(parameter);
    json.put("address", address);
    json.put("claims", sources.json(claimsOf(parameter.id(), parameter.claims())));
    orderOf(parameter).ifPresent(found -> json.put("order", ordering.json(found)));
    List<String> plans = Ordering.plans(parameter);
    if (!plans.isEmpty()) {
      json.put("plan", plans);
    }
    parameter
        .conflict()
        .flatMap(register::conflict)
        .ifPresent(conflict -> json.put("conflict", sources.show(conflict, true)));
    return json;
  }

  /** A band with its claims in full. */
  Map<String, Object> json(Band band) {
    Map<String, Object> json = brief(band);
    json.put("claims", sources.json(band.claims()));
    return json;
  }
}
