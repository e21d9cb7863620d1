package org.isfsim.cli;

import java.util.concurrent.Callable;
import org.isfsim.document.Printable;
import picocli.CommandLine.Mixin;

/** A command: it has the options that all share, and is given where to write and to read. */
abstract class SessionCommand implements Callable<Integer> {

  @Mixin final CommonOptions common = new CommonOptions();
  final Session session;

  SessionCommand(Session session) {
    this.session = session;
  }

  /** Tells what went wrong where the command goes on, or ends with an exit code of its own. */
  final Failures failures() {
    return new Failures(session.terminal().err(), false);
  }

  /** Says something beside the result. */
  final void note(String text) {
    session.terminal().err().println(Printable.escaped(text));
  }
}
