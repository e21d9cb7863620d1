package org.isfsim.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of the case that comes with the program, which the engine knows nothing of. */
public final class DomainWords {

  /** Stems that begin a word, and words that stand alone. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![a-z])(council|veto|troop|ceasefire|mandate|contingent|israel|palestin|police"
              + "|disarm|deploy|enforce|peacekeep|handover|smuggl|legitim|gaza|hamas|egypt|hostage"
              + "|truce|humanitarian|reconstruction|demilitar|decommission|muslim|jihad|kosovo"
              + "|aid(?![a-z])|idf(?![a-z])|force(?![a-z]))[a-z-]*");

  private DomainWords() {}

  /** The words of the case in a text, in lower case; camel case is taken apart. */
  public static List<String> in(String text) {
    String apart = text.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return WORD.matcher(apart).results().map(MatchResult::group).toList();
  }
}
