package org.isfsim.exact;

/** The walk would need more room than it may take; the message names the step and what is alive. */
public final class TooLargeException extends Exception {

  TooLargeException(String message) {
    super(message);
  }
}
