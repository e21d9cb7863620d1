package org.isfsim.cli;

import picocli.CommandLine.Option;

/** The option {@code --format}. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.Converter.class,
      completionCandidates = Format.Words.class,
      defaultValue = "text",
      description = "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  boolean isJson() {
    return format == Format.JSON;
  }
}
