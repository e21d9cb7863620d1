package org.isfsim.exact;

import java.util.Locale;

/** To which values an assumption is set when it alone is moved. */
public enum Ranges {
  /** Those that its own distribution allows; of numbers and dates the middle 90 %. */
  SUPPORT,
  /** All that a scenario could give it, also those that this one leaves out. */
  DOMAIN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
