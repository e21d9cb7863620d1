package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.scenario.WrittenStatement;
import picocli.CommandLine.Option;

/** The option {@code --observed}. */
final class ObservedOption {

  static final String NAME = "--observed";

  @Option(
      names = NAME,
      paramLabel = "STATEMENT",
      description =
          "Look only at the cases in which something turns out so, such as \"council = adopted\""
              + " or \"first-troops > 2026-06-30\"; may be given several times.")
  private List<String> observed = new ArrayList<>();

  List<WrittenStatement> statements() {
    return observed.stream().map(text -> WrittenStatement.ofOption(NAME, text)).toList();
  }
}
