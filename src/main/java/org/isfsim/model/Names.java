package org.isfsim.model;

import java.util.regex.Pattern;

/** The names of quantities and results in a model file. */
final class Names {

  /** Dotted kebab-case; a star in the place of a contributor's id. */
  static final Pattern FORM =
      Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*(\\.\\*(\\.[a-z0-9]+(-[a-z0-9]+)*)*)?");

  static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final String STAR = ".*";

  private Names() {}

  /** Whether every contributor has its own. */
  static boolean isOfElement(String name) {
    return name.contains(STAR);
  }

  /** The name for a contributor. */
  static String of(String name, String contributor) {
    return name.replace(STAR, "." + contributor);
  }
}
