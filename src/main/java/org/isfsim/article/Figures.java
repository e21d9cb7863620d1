package org.isfsim.article;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/** Numbers as reports write them; the same in every locale. */
public final class Figures {

  /** By how much a sum of exact probabilities may miss 1. */
  private static final double ROUNDING = 1e-12;

  /** What is not everything is at most this, which is said as more than 99.9 %. */
  private static final double OPEN = 1 - 1e-9;

  private Figures() {}

  /** A probability with one decimal, such as {@code 45.1 %}. */
  public static String percent(double probability) {
    return bare(probability) + " %";
  }

  /** The same of what is neither nothing nor everything, even if no digit of a number tells it. */
  public static String open(double probability) {
    return percent(Math.max(Double.MIN_VALUE, Math.min(OPEN, probability)));
  }

  /** Two probabilities, such as {@code 44.8-45.4 %}. */
  public static String percents(double low, double high) {
    String from = bare(low);
    String to = bare(high);
    if (from.equals(to)) {
      return from + " %";
    }
    boolean plain = Character.isDigit(from.charAt(0)) && Character.isDigit(to.charAt(0));
    return from + (plain ? "-" : " to ") + to + " %";
  }

  /** A difference of two probabilities in percentage points with its sign, such as {@code +3.2}. */
  public static String points(double difference) {
    if (Math.abs(difference) <= ROUNDING) {
      return "0";
    }
    return (difference < 0 ? "-" : "+") + bare(Math.abs(difference));
  }

  /** An interval of differences in percentage points, such as {@code -3.4 to -3.0}. */
  public static String points(double low, double high) {
    return points(low) + " to " + points(high);
  }

  /**
   * A probability in percent without the sign, such as {@code 45.1}. What rounds to nothing or to
   * everything without being it is said so.
   */
  public static String bare(double probability) {
    if (probability == 0 || probability >= 1 - ROUNDING) {
      return probability == 0 ? "0" : "100";
    }
    if (probability < 0.001) {
      return "<0.1";
    }
    if (probability > 0.999) {
      return ">99.9";
    }
    return String.format(Locale.ROOT, "%.1f", 100 * probability);
  }

  /** A probability as people count, such as {@code 45 of 100}. */
  public static String outOf(double probability) {
    if (probability == 0 || probability >= 1 - ROUNDING) {
      return probability == 0 ? "none" : "all";
    }
    if (probability < 0.005) {
      return "fewer than 1 of 100";
    }
    if (probability >= 0.995) {
      return "more than 99 of 100";
    }
    return Math.round(100 * probability) + " of 100";
  }

  /** A sign for the highest of some figures, one for the lowest; a blank if all are the same. */
  public static String mark(double figure, double... all) {
    double high = Arrays.stream(all).max().orElse(figure);
    double low = Arrays.stream(all).min().orElse(figure);
    if (high - low <= ROUNDING) {
      return " ";
    }
    return high - figure <= ROUNDING ? "+" : figure - low <= ROUNDING ? "-" : " ";
  }

  /** An upper bound, rounded up to two digits that matter, such as {@code 0.003 %}. */
  public static String bound(double probability) {
    return new BigDecimal(100 * probability)
            .round(new MathContext(2, RoundingMode.CEILING))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** A share of cases; for none of them, how rare it may still be. */
  public static String share(Share share) {
    if (!share.isKnown()) {
      return "no cases";
    }
    return share.isSeen() ? percent(share.probability()) : unseen(share);
  }

  /** What was not seen in a sample may still be possible. */
  public static String unseen(Share share) {
    return "not seen in "
        + count(share.cases())
        + (share.cases() == 1 ? " case" : " cases")
        + " (below "
        + bound(share.interval().high())
        + ")";
  }

  /** A number with thousands separated, such as {@code 100,000}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things, such as {@code 1 case} or {@code 3 cases}. */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A number of things whose many end in s, such as {@code 1 case} or {@code 3 cases}. */
  public static String count(long number, String one) {
    return count(number, one, one + "s");
  }
}
