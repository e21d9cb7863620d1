package org.isfsim.model;

import java.util.List;

/**
 * A step of the way on which cases are lost.
 *
 * @param name its name in results
 * @param title what has happened when a case has got there
 * @param reached the flag that tells whether it has
 * @param because the decisions whose reasons tell why a case has not; with a star for those of
 *     every contributor
 */
public record Stage(String name, String title, Variable reached, List<String> because) {

  /** Copies the list. */
  public Stage {
    because = List.copyOf(because);
  }
}
