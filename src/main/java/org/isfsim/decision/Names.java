package org.isfsim.decision;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** How names are written in Java, in rules and in texts. */
final class Names {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  // The second character is no capital: Java's accessor names would be ambiguous for Drools.
  private static final Pattern CAMEL = Pattern.compile("[a-z]([a-z0-9][a-zA-Z0-9]*)?");

  /** Words that the rule language keeps for itself, beyond Java's. */
  private static final Set<String> RESERVED =
      Set.of(
          "rule",
          "when",
          "then",
          "end",
          "not",
          "in",
          "or",
          "and",
          "exists",
          "forall",
          "eval",
          "from",
          "accumulate",
          "acc",
          "collect",
          "contains",
          "excludes",
          "matches",
          "memberOf",
          "soundslike",
          "str",
          "over",
          "init",
          "action",
          "reverse",
          "result",
          "query",
          "declare",
          "global",
          "function",
          "extends",
          "attributes",
          "drools",
          "kcontext");

  private Names() {}

  static boolean isKebab(String name) {
    return KEBAB.matcher(name).matches();
  }

  static void requireKebab(String name) {
    if (!isKebab(name)) {
      throw new IllegalArgumentException("Not a kebab-case name: \"" + name + "\"");
    }
  }

  static boolean isField(String name) {
    return CAMEL.matcher(name).matches()
        && !RESERVED.contains(name)
        && !SourceVersion.isKeyword(name);
  }

  static void requireField(String name) {
    if (!isField(name)) {
      throw new IllegalArgumentException("Not usable as the name of a field: \"" + name + "\"");
    }
  }

  /** {@code first-troops} becomes {@code FirstTroops}. */
  static String type(String kebab) {
    StringBuilder type = new StringBuilder();
    for (String part : kebab.split("-", -1)) {
      type.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
    }
    return type.toString();
  }

  /** {@code first-troops} becomes {@code isfsim.first_troops}. */
  static String packageOf(String kebab) {
    return "isfsim." + kebab.replace('-', '_');
  }

  /** {@code voteHeld} becomes {@code vote held}. */
  static String words(String camel) {
    return camel.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
