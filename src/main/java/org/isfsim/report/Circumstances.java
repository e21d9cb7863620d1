package org.isfsim.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.source.Claim;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/**
 * How runs were started: what a report says beside their results, the same for every run of one
 * command.
 *
 * @param version the version of isfsim
 * @param rulesSha256 the hash of the rules
 * @param rulesFolder the folder of the rules as the user named it; empty for the shipped rules
 * @param sets values set on the command line, by address, in order
 * @param sides which claims stand on a side of a conflict
 * @param more further options that change what a report says, each with its value
 */
public record Circumstances(
    String version,
    String rulesSha256,
    Optional<String> rulesFolder,
    Map<String, String> sets,
    Sides sides,
    List<String> more) {

  /** Copies the map. */
  public Circumstances {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    more = List.copyOf(more);
  }

  /** Those of runs in which nothing is set. */
  public static Circumstances of(
      String version, String rulesSha256, Optional<String> rulesFolder, Register register) {
    return new Circumstances(
        version, rulesSha256, rulesFolder, Map.of(), new RegisteredSides(register), List.of());
  }

  /** The same with values set and further options. */
  public Circumstances with(Map<String, String> values, List<String> options) {
    return new Circumstances(version, rulesSha256, rulesFolder, values, sides, options);
  }

  /** Looks up who stands on which side; the register of sources knows. */
  @FunctionalInterface
  public interface Sides {

    /** A register in which nothing is known. */
    Sides UNKNOWN = (conflict, value) -> List.of();

    /**
     * The ids of the claims on a side of a conflict; empty if nothing is known of it.
     *
     * @param conflict such as {@code C1}
     * @param value the value of the parameter for which the side stands
     */
    List<String> claims(String conflict, String value);

    /** A claim by its id; empty if nothing is known of it. */
    default Optional<Claim> claim(String id) {
      return Optional.empty();
    }

    /** A conflict by its id; empty if nothing is known of it. */
    default Optional<Conflict> conflict(String id) {
      return Optional.empty();
    }
  }
}
