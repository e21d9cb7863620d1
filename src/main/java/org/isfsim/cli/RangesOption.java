package org.isfsim.cli;

import org.isfsim.exact.Ranges;
import picocli.CommandLine.Option;

/** The option {@code --ranges}. */
final class RangesOption {

  @Option(
      names = "--ranges",
      paramLabel = "WHICH",
      description =
          "To which values a single assumption is set to see what it moves: those that its own"
              + " distribution allows, of numbers and dates the middle 90 %% (support), or all of"
              + " its domain (domain) (default: ${DEFAULT-VALUE}).")
  private Ranges ranges = Ranges.SUPPORT;

  Ranges ranges() {
    return ranges;
  }
}
