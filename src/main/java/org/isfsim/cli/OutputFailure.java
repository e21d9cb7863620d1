package org.isfsim.cli;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes no more. */
final class OutputFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  OutputFailure(IOException cause) {
    super(cause);
    this.reason = String.valueOf(cause.getMessage());
  }

  /** Whether the reader has gone, as {@code head} does when it has seen enough. */
  boolean isReaderGone() {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("pipe") || lower.contains("connection reset");
  }

  String reason() {
    return reason;
  }
}
