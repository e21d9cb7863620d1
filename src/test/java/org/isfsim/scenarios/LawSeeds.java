package org.isfsim.scenarios;

import java.util.stream.Stream;

/** The seeds of the three scenarios made at random on which the laws of the chain are held. */
final class LawSeeds {

  private LawSeeds() {}

  /** The seeds; of each a full-size scenario is drawn. */
  static Stream<Long> stream() {
    return Stream.of(101L, 202L, 303L);
  }
}
