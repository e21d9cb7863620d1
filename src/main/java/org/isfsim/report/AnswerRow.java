package org.isfsim.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.isfsim.article.Figures;
import org.isfsim.article.Share;

/**
 * How likely it is that a statement holds of which somebody asked.
 *
 * @param name what the question is called; the statement itself if it has no name of its own
 * @param statement the statement as it is written
 * @param exact the exact probability; empty if it was not worked out
 * @param sampled how many cases it holds in
 */
record AnswerRow(String name, String statement, OptionalDouble exact, Share sampled) {

  /** The statement, behind its name if it has one. */
  String title() {
    return name.equals(statement) ? statement : name + " (" + statement + ")";
  }

  /** The probability as far as it is known, the exact one first. */
  Optional<String> inWords() {
    if (exact.isEmpty()) {
      return sampled.isKnown() ? Optional.of(Figures.share(sampled)) : Optional.empty();
    }
    String probability = Figures.percent(exact.getAsDouble());
    return Optional.of(
        sampled.isKnown() ? probability + "; sampled " + Figures.share(sampled) : probability);
  }
}
