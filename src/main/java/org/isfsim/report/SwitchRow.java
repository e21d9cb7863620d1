package org.isfsim.report;

import java.util.List;
import java.util.Optional;

/**
 * The side that a run takes in a disputed point, or its choice where no document settles how to
 * model something.
 *
 * @param conflict the id of the conflict of sources; empty for a modelling choice
 * @param parameter the address
 * @param description what it is about
 * @param value the value taken
 * @param reason why: that of the catalogue for its default, otherwise who set it
 * @param isDefault whether it is the catalogue's default
 * @param documents the documents on this side, such as {@code S000}, as far as they are known
 */
public record SwitchRow(
    Optional<String> conflict,
    String parameter,
    String description,
    String value,
    String reason,
    boolean isDefault,
    List<String> documents) {

  /** Copies the list. */
  public SwitchRow {
    documents = List.copyOf(documents);
  }
}
