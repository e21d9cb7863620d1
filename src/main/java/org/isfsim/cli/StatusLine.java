package org.isfsim.cli;

/** What is being looked at, on a line of standard error that the next one takes the place of. */
record StatusLine(Terminal terminal) implements AutoCloseable {

  private static final int WIDTH = 78;

  void at(String what) {
    show("Looking at " + what + " ...");
  }

  private void show(String text) {
    if (terminal.progress()) {
      String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      terminal.err().print("\r" + line + " ".repeat(WIDTH - line.length()) + "\r");
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    show("");
  }
}
