package org.isfsim.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Html;
import org.isfsim.document.Node;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;
import org.isfsim.report.Circumstances;
import org.isfsim.scenario.BandSetting;
import org.isfsim.scenario.Setting;
import org.isfsim.source.Claim;

/** Writes one control each: the value of a parameter, the numbers of its distribution, a band. */
final class ControlWriter {

  /** More values are typed, not chosen from a list. */
  private static final int MOST_CHOICES = 25;

  /** A longer text is not repeated in a control. */
  private static final int LONGEST_SAID = 40;

  private final Circumstances.Sides sides;
  private final StringBuilder page;

  ControlWriter(Circumstances.Sides sides, StringBuilder page) {
    this.sides = sides;
    this.page = page;
  }

  void setting(Setting setting) {
    String id = "set-" + Html.escaped(setting.address());
    page.append("<div class=\"control\"><label for=\"" + id + "\">")
        .append(Html.escaped(description(setting)) + "</label>");
    if (setting.domain().size() <= MOST_CHOICES) {
      choices(id, setting);
    } else {
      number(id, setting);
    }
    Map<String, String> numbers = numbers(setting);
    if (!numbers.isEmpty()) {
      page.append("<div class=\"numbers\" role=\"group\" aria-label=\"Weights and numbers: ")
          .append(Html.escaped(description(setting)) + "\">");
      numbers.forEach((address, value) -> weight(setting.address(), address, value));
      page.append("</div>");
    }
    grounds(setting);
    page.append("</div>\n");
  }

  /** An attribute says whose it is. */
  private static String description(Setting setting) {
    String of = setting.parameter().description();
    return setting.parameter().isAttribute() ? setting.address().split("\\.")[1] + ": " + of : of;
  }

  private void choices(String id, Setting setting) {
    page.append("<select id=\"" + id + "\" data-set=\"" + Html.escaped(setting.address()) + "\">")
        .append("<option value=\"\">" + Html.escaped(asIs(setting)) + "</option>");
    boolean isFixed = setting.distribution().isFixed();
    for (int i = 0; i < setting.domain().size(); i++) {
      if (!isFixed || setting.distribution().at().fixedValue() != i) {
        String text = Html.escaped(setting.domain().text(i));
        page.append("<option value=\"" + text + "\">" + text + "</option>");
      }
    }
    page.append("</select>");
  }

  private void number(String id, Setting setting) {
    page.append("<input id=\"" + id + "\" data-set=\"" + Html.escaped(setting.address()))
        .append("\" type=\"text\" inputmode=\"numeric\" placeholder=\"")
        .append(Html.escaped(asIs(setting)) + "\" title=\"")
        .append(Html.escaped(setting.domain().described()) + "\">");
  }

  private static String asIs(Setting setting) {
    String written = setting.written();
    if (setting.distribution().isFixed()) {
      return setting.domain().text(setting.distribution().at().fixedValue());
    }
    return written.length() <= LONGEST_SAID ? "uncertain: " + written : "uncertain";
  }

  private void weight(String parameter, String address, String value) {
    String name = address.substring(parameter.length() + 1);
    String shown = name.startsWith("choice.") ? name.substring("choice.".length()) : name;
    page.append("<label>" + Html.escaped(shown) + " <input type=\"text\" inputmode=\"decimal\"")
        .append(" size=\"6\" data-number=\"" + Html.escaped(address) + "\" data-of=\"")
        .append(Html.escaped(parameter) + "\" value=\"" + Html.escaped(value))
        .append("\" data-initial=\"" + Html.escaped(value) + "\"></label> ");
  }

  /** The numbers of a distribution that depends on nothing, by their addresses. */
  private static Map<String, String> numbers(Setting setting) {
    Map<String, String> numbers = new LinkedHashMap<>();
    if (setting.distribution().isFixed()) {
      return numbers;
    }
    Optional<Node> written = YamlReader.parse(setting.written(), "", new Problems());
    if (written.isEmpty()
        || !(written.get() instanceof Node.Mapping map)
        || map.get("given") != null) {
      return numbers;
    }
    map.entries()
        .forEach(
            (form, entry) -> {
              String address = setting.address() + "." + form;
              if (form.equals("shift") || form.equals("claims")) {
                return;
              }
              if (entry.value() instanceof Node.Mapping inner) {
                inner.entries().forEach((k, e) -> put(numbers, address + "." + k, e.value()));
              } else {
                put(numbers, address, entry.value());
              }
            });
    return numbers;
  }

  private static void put(Map<String, String> numbers, String address, Node value) {
    if (value instanceof Node.Scalar scalar) {
      numbers.put(address, scalar.text());
    }
  }

  private void grounds(Setting setting) {
    Parameter parameter = setting.parameter();
    page.append("<details class=\"why\"><summary>Why</summary><p><code>")
        .append(Html.escaped(setting.address()) + "</code>, a " + parameter.kind().word())
        .append(": " + Html.escaped(basis(setting.basis())) + ".</p>");
    parameter.note().ifPresent(note -> page.append(Html.element("p", note)));
    parameter
        .conflict()
        .flatMap(sides::conflict)
        .ifPresent(
            conflict -> {
              page.append(Html.element("p", conflict.id() + ": " + conflict.title() + "."));
              page.append("<ul>");
              conflict
                  .sides()
                  .forEach(
                      side ->
                          page.append(
                              Html.element(
                                  "li",
                                  side.value().map(value -> value + ": ").orElse("")
                                      + side.says())));
              page.append("</ul>");
            });
    claims(setting.claims());
    page.append("</details>");
  }

  private void claims(List<String> ids) {
    if (ids.isEmpty()) {
      page.append("<p>No document speaks of it.</p>");
      return;
    }
    page.append("<ul>");
    for (String id : ids) {
      String says = sides.claim(id).map(claim -> said(claim)).orElse(id + ": not in the register");
      page.append(Html.element("li", says));
    }
    page.append("</ul>");
  }

  private static String said(Claim claim) {
    return claim.id() + ", " + claim.who() + ": " + claim.says();
  }

  private static String basis(Basis basis) {
    return "basis: " + basis.name().toLowerCase(Locale.ROOT);
  }

  void band(BandSetting band) {
    String address = "bands." + band.band().id();
    String id = "set-" + Html.escaped(address);
    Domain domain = band.band().domain();
    page.append("<div class=\"control\"><label for=\"" + id + "\">")
        .append(Html.escaped(band.band().description()) + "</label><input id=\"" + id)
        .append("\" data-set=\"" + Html.escaped(address) + "\" type=\"text\" placeholder=\"")
        .append(Html.escaped(band.written()) + "\" title=\"")
        .append(Html.escaped(domain.described()) + "\"></div>\n");
  }
}
