package org.isfsim.scenario;

import java.util.List;

/**
 * One of the repeated elements of a scenario.
 *
 * @param id the id, such as {@code IDN}
 * @param name its name in texts
 * @param claims the ids of the claims that name it
 */
public record Contributor(String id, String name, List<String> claims) {

  /** Copies the list. */
  public Contributor {
    claims = List.copyOf(claims);
  }
}
