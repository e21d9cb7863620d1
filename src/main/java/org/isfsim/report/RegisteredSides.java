package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import org.isfsim.source.Claim;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/** What a register knows of claims and conflicts, for reports. */
public record RegisteredSides(Register register) implements Circumstances.Sides {

  @Override
  public List<String> claims(String conflict, String value) {
    return register.claims(conflict, value);
  }

  @Override
  public Optional<Claim> claim(String id) {
    return register.claim(id);
  }

  @Override
  public Optional<Conflict> conflict(String id) {
    return register.conflict(id);
  }
}
