package org.isfsim.cli;

/** The exit codes of the program. */
final class ExitCode {

  /** Done. */
  static final int DONE = 0;

  /** A defect of isfsim itself. */
  static final int DEFECT = 1;

  /** A wrong command line. */
  static final int USAGE = 2;

  /** An invalid scenario, rule folder, register or other input. */
  static final int INVALID = 3;

  /** Done, but some cases or files failed. */
  static final int PARTIAL = 4;

  /** Interrupted; what was written is valid. The JVM itself ends so on an interrupt. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
