package org.isfsim.browser;

import java.util.Set;

/** Stands in for {@code javax.lang.model.SourceVersion}. */
final class SourceVersionStandIn {

  private static final Set<String> KEYWORDS =
      Set.of(
          ("_ abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public return short static strictfp super switch synchronized this"
                  + " throw throws transient true try void volatile while")
              .split(" "));

  private SourceVersionStandIn() {}

  public static boolean isKeyword(CharSequence word) {
    return KEYWORDS.contains(word.toString());
  }
}
