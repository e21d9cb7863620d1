package org.isfsim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the program did with a command line, in this process.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Ran(int code, String out, String err) {

  /** The project, which is the installation folder of the tests. */
  static final Path HOME = Path.of(System.getProperty(Home.PROPERTY));

  static Ran isfsim(String... args) {
    return at(Home.of(HOME), 80, args);
  }

  /** Samples every scenario that ships into a folder. */
  static Ran allScenarios(int cases, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("run", HOME.resolve("scenarios").toString()));
    args.addAll(List.of("--cases", "" + cases, "--exact", "none", "--out", out.toString()));
    args.addAll(List.of(more));
    return isfsim(args.toArray(String[]::new));
  }

  static Ran at(Home home, int width, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err, true), width, false, false);
    int code = Main.run(new Session(terminal, home), args);
    return new Ran(code, out.toString(), err.toString());
  }
}
