package org.isfsim.cli;

/** Tells a person who watches what is being looked at, on a line that the next one replaces. */
final class Looking {

  private static final int WIDTH = 70;

  private final Terminal terminal;

  Looking(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is looked at now. */
  void at(String what) {
    show("Looking at " + what + " ...");
  }

  /** Clears the line. */
  void done() {
    show("");
  }

  private void show(String text) {
    if (terminal.progress()) {
      String cut = text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text;
      terminal.err().print("\r" + cut + " ".repeat(WIDTH - cut.length()) + "\r");
      terminal.err().flush();
    }
  }
}
