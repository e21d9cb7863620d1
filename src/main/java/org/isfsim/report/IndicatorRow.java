package org.isfsim.report;

import java.util.List;
import java.util.Optional;
import org.isfsim.article.Share;
import org.isfsim.parameter.Domain;

/**
 * One indicator of a run.
 *
 * @param name its name in results
 * @param title what it tells
 * @param domain its values
 * @param shares how many cases have each value, by index
 * @param opinion whether it rests on opinions of authors
 * @param documents the documents whose authors hold the opinion, such as {@code S000}; empty if it
 *     is none
 * @param exact the exact probability of each value, if it was worked out
 */
public record IndicatorRow(
    String name,
    String title,
    Domain domain,
    List<Share> shares,
    boolean opinion,
    List<String> documents,
    Optional<Marginal> exact) {

  /** Copies the lists. */
  public IndicatorRow {
    shares = List.copyOf(shares);
    documents = List.copyOf(documents);
  }
}
