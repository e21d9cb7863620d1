package org.isfsim.parameter;

import java.util.List;
import java.util.Optional;
import org.isfsim.document.Node;

/**
 * One input of the model, as the catalogue defines it.
 *
 * @param id dotted kebab-case; an attribute of every contributor begins with {@code
 *     contributors.*.}
 * @param kind who or what settles it
 * @param domain its values
 * @param description one line
 * @param written its default, as written in the catalogue
 * @param basis what the default rests on
 * @param claims the ids of the claims that ground the default
 * @param conflict the id of the conflict of sources that it stands for
 * @param note why the default is what it is
 * @param ordered which claims order the values towards which; none if no claim orders them
 */
public record Parameter(
    String id,
    ParameterKind kind,
    Domain domain,
    String description,
    Node written,
    Basis basis,
    List<String> claims,
    Optional<String> conflict,
    Optional<String> note,
    List<Order> ordered) {

  /** What an attribute's id begins with. */
  public static final String CONTRIBUTORS = "contributors.*.";

  /** What to try where nothing has a name that is close to an address. */
  public static final String LISTED = "\"isfsim parameters\" lists them";

  /** Copies the lists. */
  public Parameter {
    claims = List.copyOf(claims);
    ordered = List.copyOf(ordered);
  }

  /** Whether every contributor has its own value of it. */
  public boolean isAttribute() {
    return id.startsWith(CONTRIBUTORS);
  }

  /** The name of the attribute inside a contributor; the id for any other parameter. */
  public String attribute() {
    return isAttribute() ? id.substring(CONTRIBUTORS.length()) : id;
  }

  /** Its address for a contributor: {@code contributors.IDN.willing}. */
  public String addressFor(String contributor) {
    return "contributors." + contributor + "." + attribute();
  }

  /** The default on one line. */
  public String defaultText() {
    return written.written();
  }
}
