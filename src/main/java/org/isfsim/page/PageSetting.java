package org.isfsim.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.WrittenStatement;
import org.isfsim.study.Request;

/**
 * What a reader of a page has chosen; the same that the options of a command line say.
 *
 * @param start the name of the starting point whose scenario it is about; empty for the first
 * @param policy the policy that is applied
 * @param sets values by address, in order
 * @param observed statements that are taken as known, in order
 */
public record PageSetting(
    Optional<String> start,
    Optional<String> policy,
    Map<String, String> sets,
    List<String> observed) {

  /** Nothing chosen: the scenario as it stands. */
  public static final PageSetting NONE = new PageSetting(Optional.empty(), Map.of(), List.of());

  /** Copies the collections. */
  public PageSetting {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    observed = List.copyOf(observed);
  }

  /** About the scenario that a page begins with. */
  public PageSetting(Optional<String> policy, Map<String, String> sets, List<String> observed) {
    this(Optional.empty(), policy, sets, observed);
  }

  /** What a request sets in its scenario. */
  public static PageSetting of(Request request) {
    return new PageSetting(
        request.policy(),
        request.sets(),
        request.observed().stream().map(WrittenStatement::text).toList());
  }

  /** The same about the scenario of another starting point. */
  public PageSetting from(Optional<String> other) {
    return new PageSetting(other, policy, sets, observed);
  }

  /**
   * From alternating names and values, as a link has them: {@code start}, {@code policy}, {@code
   * set} with an address, an equals sign and a value, and {@code observed}. Any other name is
   * passed over.
   */
  public static PageSetting of(String... namesAndValues) {
    Optional<String> start = Optional.empty();
    Optional<String> policy = Optional.empty();
    Map<String, String> sets = new LinkedHashMap<>();
    List<String> observed = new ArrayList<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1];
      switch (namesAndValues[i]) {
        case "start" -> start = Optional.of(value);
        case "policy" -> policy = Optional.of(value);
        case "observed" -> observed.add(value);
        case "set" -> {
          int sign = value.indexOf('=');
          sets.put(
              sign < 0 ? value : value.substring(0, sign),
              sign < 0 ? "" : value.substring(sign + 1));
        }
        default -> {}
      }
    }
    return new PageSetting(start, policy, sets, observed);
  }

  /** The same as alternating names and values. */
  public List<String> namesAndValues() {
    List<String> all = new ArrayList<>();
    start.ifPresent(name -> all.addAll(List.of("start", name)));
    policy.ifPresent(name -> all.addAll(List.of("policy", name)));
    sets.forEach((address, value) -> all.addAll(List.of("set", address + "=" + value)));
    observed.forEach(statement -> all.addAll(List.of("observed", statement)));
    return all;
  }

  /** The same as a link has it after the {@code #}, percent-encoded. */
  String link() {
    List<String> all = namesAndValues();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < all.size(); i += 2) {
      text.append(i == 0 ? "" : "&").append(all.get(i) + "=" + encoded(all.get(i + 1)));
    }
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Selection selection() {
    return new Selection(policy, sets)
        .observing(
            observed.stream().map(text -> WrittenStatement.ofOption("--observed", text)).toList());
  }
}
