package org.isfsim.explanation;

import java.util.List;
import java.util.Locale;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.ParameterKind;

/**
 * The value of a parameter in a case.
 *
 * @param address the parameter's address
 * @param kind who or what settles it
 * @param value its value as written
 * @param how how it got the value
 * @param basis what the value, or the distribution from which it was drawn, rests on
 * @param claims the ids of the claims that ground it
 */
public record ParameterValue(
    String address, ParameterKind kind, String value, How how, Basis basis, List<String> claims) {

  /** Copies the list. */
  public ParameterValue {
    claims = List.copyOf(claims);
  }

  /** How a parameter got its value. */
  public enum How {
    /** It was drawn from its distribution. */
    DRAWN,
    /** The scenario, its policy or the catalogue fixes it. */
    FIXED,
    /** It was set for this case. */
    SET;

    /** The word in texts and results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
