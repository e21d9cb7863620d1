package org.isfsim.scenario;

/** Where a setting's value comes from. */
public enum Origin {
  /** The catalogue's default. */
  CATALOGUE,
  /** The scenario file or one that it extends. */
  FILE,
  /** The policy that was selected. */
  POLICY,
  /** A {@code --set} on the command line. */
  COMMAND_LINE
}
