package org.isfsim.report;

import java.util.Locale;

/** Whether an outcome can occur in a scenario. */
public enum Reachable {
  /** Some case leads to it. */
  YES,
  /** No case leads to it; proven, never concluded from a sample. */
  NO,
  /** It was not seen in the sample, and nothing more is known. */
  UNKNOWN;

  /** The word in results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
