package org.isfsim.cli;

import java.util.Locale;

/** How a command answers that has tables to give. */
enum Answer {
  TEXT,
  JSON,
  CSV,
  MD;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
