package org.isfsim.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isfsim.parameter.Basis;

/**
 * What a run rests on.
 *
 * @param byBasis how many settings and bands rest on each basis; every basis is present
 * @param assumptions the settings and bands that are assumptions, in the order of the scenario
 * @param contributors the names of the contributors, in the order of the scenario
 * @param attributes how many attributes they have together
 * @param defaultAttributes how many of those stand at the catalogue's default
 */
public record Grounds(
    Map<Basis, Integer> byBasis,
    List<Assumption> assumptions,
    List<String> contributors,
    int attributes,
    int defaultAttributes) {

  /** Copies the collections and adds what is missing as 0. */
  public Grounds {
    Map<Basis, Integer> all = new EnumMap<>(Basis.class);
    for (Basis basis : Basis.values()) {
      all.put(basis, byBasis.getOrDefault(basis, 0));
    }
    byBasis = Collections.unmodifiableMap(all);
    assumptions = List.copyOf(assumptions);
    contributors = List.copyOf(contributors);
  }

  /** How many settings and bands rest on a basis. */
  public int count(Basis basis) {
    return byBasis.getOrDefault(basis, 0);
  }

  /**
   * Something that is assumed.
   *
   * @param parameter the address
   * @param kind {@code lever}, {@code switch}, {@code uncertainty}, {@code constant} or {@code
   *     band}
   * @param about what it is about
   * @param written the value or distribution as written, on one line
   * @param claims the claims that bear on it
   */
  public record Assumption(
      String parameter, String kind, String about, String written, List<String> claims) {
    /** Copies the list. */
    public Assumption {
      claims = List.copyOf(claims);
    }
  }
}
