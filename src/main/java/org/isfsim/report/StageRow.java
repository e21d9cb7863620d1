package org.isfsim.report;

import java.util.OptionalDouble;
import org.isfsim.article.Share;

/**
 * One step of the way on which cases are lost.
 *
 * @param name its name in results
 * @param title what has happened when a case has got there
 * @param sampled how many cases have got there
 * @param exact the exact probability of getting there; empty if it was not worked out
 */
public record StageRow(String name, String title, Share sampled, OptionalDouble exact) {

  /** Whether anything is known of it. */
  boolean isKnown() {
    return exact.isPresent() || sampled.isKnown();
  }

  /** The exact probability if there is one, else the sampled share; 0 without either. */
  double probability() {
    return exact.orElseGet(() -> sampled.isKnown() ? sampled.probability() : 0);
  }
}
