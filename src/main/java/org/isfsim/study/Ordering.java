package org.isfsim.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isfsim.article.Json;
import org.isfsim.document.Node;
import org.isfsim.parameter.OrderedDefault;
import org.isfsim.parameter.OrderedDefault.Voiced;
import org.isfsim.parameter.Parameter;
import org.isfsim.source.Register;
import org.isfsim.source.Voice;

/** Tells how a default comes of its claims and the voices that make them. */
public final class Ordering {

  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six");

  private final Register register;

  /** With the voices of a register. */
  public Ordering(Register register) {
    this.register = register;
  }

  /** What claims make of the default of a parameter, if they can order its values. */
  public Optional<OrderedDefault> of(Parameter parameter) {
    // A claim that is not registered has no voice, and is one of its own here.
    return OrderedDefault.of(
        parameter, claim -> register.voiceOf(claim).map(Voice::id).orElse(claim));
  }

  /**
   * A sentence for each order, such as {@code no above yes: one voice (the report of S001:
   * S001-28), so they stand at 2 : 1}.
   */
  public List<String> inWords(OrderedDefault found) {
    if (found.orders().isEmpty()) {
      return List.of("no claim orders the values, so their weights are equal");
    }
    List<String> sentences = new ArrayList<>();
    for (Voiced order : found.orders()) {
      sentences.add(chain(found.values(), order.towards()) + ": " + voices(order));
    }
    String stand = found.values().size() == 2 ? "they stand at " : "neighbours stand at ";
    if (sentences.size() == 1) {
      long odds = 1L << found.orders().get(0).voices().size();
      return List.of(sentences.get(0) + ", so " + stand + odds + " : 1");
    }
    List<String> weights = found.weights().stream().map(String::valueOf).toList();
    sentences.add(
        "together " + String.join(" : ", found.values()) + " are " + String.join(" : ", weights));
    return sentences;
  }

  /** {@code no above abstain above yes}, or {@code strikes above none and above high-intensity}. */
  private static String chain(List<String> values, int towards) {
    StringBuilder text = new StringBuilder(values.get(towards));
    for (int i = towards - 1; i >= 0; i--) {
      text.append(" above ").append(values.get(i));
    }
    for (int i = towards + 1; i < values.size(); i++) {
      boolean turns = i == towards + 1 && towards > 0;
      text.append(turns ? " and above " : " above ").append(values.get(i));
    }
    return text.toString();
  }

  private String voices(Voiced order) {
    List<String> parts = new ArrayList<>();
    order
        .voices()
        .forEach((voice, claims) -> parts.add(name(voice) + ": " + String.join(", ", claims)));
    int count = parts.size();
    String number = count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
    return number + (count == 1 ? " voice (" : " voices (") + String.join("; ", parts) + ")";
  }

  private String name(String voice) {
    return register.voice(voice).map(Voice::name).orElse("unknown");
  }

  /** What programs read of the order of a default. */
  public Map<String, Object> value(OrderedDefault found) {
    List<Map<String, Object>> orders = new ArrayList<>();
    for (Voiced order : found.orders()) {
      List<Map<String, Object>> voices = new ArrayList<>();
      order
          .voices()
          .forEach(
              (voice, claims) ->
                  voices.add(Json.object("id", voice, "name", name(voice), "claims", claims)));
      orders.add(Json.object("towards", found.values().get(order.towards()), "voices", voices));
    }
    Map<String, Object> weights = new LinkedHashMap<>();
    for (int i = 0; i < found.values().size(); i++) {
      weights.put(found.values().get(i), found.weights().get(i));
    }
    return Json.object(
        "orders", orders,
        "weights", weights,
        "default", found.expected(),
        "kept", found.isKept(),
        "text", inWords(found));
  }

  /** A sentence for each date of a plan in a default. */
  public static List<String> plans(Parameter parameter) {
    Set<String> sentences = new LinkedHashSet<>();
    plans(parameter.written(), parameter.claims(), sentences);
    return List.copyOf(sentences);
  }

  private static void plans(Node node, List<String> claims, Set<String> sentences) {
    if (!(node instanceof Node.Mapping map)) {
      return;
    }
    List<String> own = claims;
    Node.Entry cited = map.get("claims");
    if (cited != null && cited.value() instanceof Node.Sequence list) {
      own = list.items().stream().map(Node::written).toList();
    }
    if (map.get("planned") != null) {
      String grounds = own.isEmpty() ? "" : " (" + String.join(", ", own) + ")";
      sentences.add("a plan's own date, met at even odds" + grounds);
    }
    for (Node.Entry entry : map.entries().values()) {
      plans(entry.value(), own, sentences);
    }
  }
}
