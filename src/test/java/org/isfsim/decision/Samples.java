package org.isfsim.decision;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.isfsim.parameter.Domain;

/** Decisions and rule folders that only exist for tests. */
final class Samples {

  private static final Domain VOTE = Domain.Choice.of("no", "abstain", "yes");

  /** Two permanent votes instead of five, so that every combination is quickly tried. */
  static final Signature COUNCIL =
      new Signature(
          "council",
          List.of(
              new Field("voteHeld", Domain.Flag.FLAG),
              new Field("chapterSeven", Domain.Flag.FLAG),
              new Field("china", VOTE),
              new Field("russia", VOTE),
              new Field("elected", Domain.Numbers.count(0, 10))),
          List.of(new Tally("yes", List.of("china", "russia"), "yes", List.of("elected"))),
          List.of(
              new Result("", Domain.Choice.of("no-vote", "insufficient", "vetoed", "adopted")),
              new Result("binding", Domain.Flag.FLAG)));

  private Samples() {}

  static Path folder(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static RuleSet rules() {
    return RuleSet.read(folder("rules"), List.of(COUNCIL));
  }
}
