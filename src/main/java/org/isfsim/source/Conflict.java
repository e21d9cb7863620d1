package org.isfsim.source;

import java.util.List;
import java.util.Optional;

/**
 * Claims that do not fit together.
 *
 * @param id such as {@code C1}
 * @param title what they differ about
 * @param sides what is said, at least one
 * @param treatment what became of it
 * @param parameters the ids of the parameters that carry it
 * @param resolution how it was resolved and why
 */
public record Conflict(
    String id,
    String title,
    List<Side> sides,
    Treatment treatment,
    List<String> parameters,
    String resolution) {

  /** Copies the lists. */
  public Conflict {
    sides = List.copyOf(sides);
    parameters = List.copyOf(parameters);
  }

  /** Whether a claim stands on one of its sides. */
  public boolean cites(String claim) {
    return sides.stream().anyMatch(side -> side.claims().contains(claim));
  }

  /**
   * One side.
   *
   * @param value the value of a parameter for which it stands, if it stands for one
   * @param claims the ids of its claims, at least one
   * @param says what they say together
   */
  public record Side(Optional<String> value, List<String> claims, String says) {
    /** Copies the list. */
    public Side {
      claims = List.copyOf(claims);
    }
  }
}
