package org.isfsim.report;

import java.util.OptionalDouble;
import org.isfsim.article.Figures;
import org.isfsim.article.Share;

/**
 * The cases for which the rules give no outcome, of all cases that agree with what is known. Every
 * other figure of a report is of the cases with a result.
 *
 * @param sampled how many of the sampled cases
 * @param exact their probability, if it was worked out
 */
public record NoResult(Share sampled, OptionalDouble exact) {

  /** What rounding alone may leave. */
  private static final double ROUNDING = 1e-9;

  /** How it is named in tables of outcomes; no outcome has such a name. */
  public static final String NAME = "(no result)";

  /** Whether there is any. */
  public boolean isSome() {
    return sampled.isSeen() || exact.orElse(0) > ROUNDING;
  }

  /** In words: its shares, exact and sampled. */
  String inWords() {
    StringBuilder text = new StringBuilder();
    if (exact.isPresent()) {
      text.append(Figures.percent(exact.getAsDouble())).append(" of all cases, exactly");
    }
    if (sampled.isKnown()) {
      text.append(text.isEmpty() ? "" : ", and ")
          .append(Figures.percent(sampled.probability()))
          .append(" of the sampled ones");
    }
    return text.toString();
  }
}
