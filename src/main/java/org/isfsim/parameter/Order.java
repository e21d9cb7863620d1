package org.isfsim.parameter;

import java.util.List;

/**
 * Claims that order the values of an uncertainty: the nearer a value is to one of them, the
 * likelier.
 *
 * @param towards the index of the value; of a count, its smallest or largest
 * @param claims the ids of the claims, at least one
 */
public record Order(int towards, List<String> claims) {
  /** Copies the list. */
  public Order {
    claims = List.copyOf(claims);
  }
}
