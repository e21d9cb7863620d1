package org.isfsim.scenario;

import java.util.List;
import java.util.Optional;
import org.isfsim.document.Mark;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.ConditionalDistribution;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;

/**
 * What a scenario says of one parameter, or of one attribute of one contributor.
 *
 * @param address the parameter's id, or {@code contributors.IDN.willing}
 * @param parameter the parameter or attribute, as the catalogue defines it
 * @param distribution its value or distribution, given its parents' values
 * @param origin where that comes from
 * @param basis what it rests on: the catalogue's basis if the value is the catalogue's, otherwise
 *     an assumption of the scenario, or a side of a conflict
 * @param claims the ids of the claims that ground it
 * @param written what was written, on one line
 * @param mark where it was written; empty for the catalogue's default
 */
public record Setting(
    String address,
    Parameter parameter,
    ConditionalDistribution distribution,
    Origin origin,
    Basis basis,
    List<String> claims,
    String written,
    Optional<Mark> mark) {

  /** Copies the list. */
  public Setting {
    claims = List.copyOf(claims);
  }

  /** The values that the parameter can have. */
  public Domain domain() {
    return parameter.domain();
  }
}
