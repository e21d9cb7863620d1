package org.isfsim.scenario;

import java.util.List;
import java.util.Optional;
import org.isfsim.document.Mark;
import org.isfsim.parameter.Band;

/**
 * The cuts of a band in a scenario.
 *
 * @param band the band, as the catalogue defines it
 * @param cuts the cuts as indices of the band's domain, strictly ascending; a range includes its
 *     lower bound
 * @param origin where they come from
 * @param mark where they were written; empty for the catalogue's default
 */
public record BandSetting(Band band, List<Integer> cuts, Origin origin, Optional<Mark> mark) {

  /** Copies the list. */
  public BandSetting {
    cuts = List.copyOf(cuts);
  }

  /** The cuts as they are written. */
  public String written() {
    return band.written(cuts);
  }
}
