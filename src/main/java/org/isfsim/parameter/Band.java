package org.isfsim.parameter;

import java.util.List;
import java.util.Optional;

/**
 * Named ranges of a quantity, with cut points that a scenario can change.
 *
 * <p>A range includes its lower bound: with the cuts 33 % and 67 %, 33 % is in the second of three.
 *
 * @param id dotted kebab-case; its address in a scenario is {@code bands.} and the id
 * @param description one line
 * @param domain the domain of the quantity
 * @param names the names of the ranges, ascending, at least two
 * @param cuts the default cuts as indices of the domain, strictly ascending, one fewer than names
 * @param basis what the cuts rest on
 * @param claims the ids of the claims that ground the cuts
 * @param note why the cuts are what they are
 */
public record Band(
    String id,
    String description,
    Domain domain,
    List<String> names,
    List<Integer> cuts,
    Basis basis,
    List<String> claims,
    Optional<String> note) {

  /** Copies the lists. */
  public Band {
    names = List.copyOf(names);
    cuts = List.copyOf(cuts);
    claims = List.copyOf(claims);
  }

  /** The default cuts as they are written: {@code [33%, 67%]}. */
  public String defaultText() {
    return written(cuts);
  }

  /** Some cuts as they are written. */
  public String written(List<Integer> indices) {
    return "[" + String.join(", ", indices.stream().map(domain::text).toList()) + "]";
  }
}
