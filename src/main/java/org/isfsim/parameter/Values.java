package org.isfsim.parameter;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.jspecify.annotations.Nullable;

/** Reads single values of a domain. */
public final class Values {

  private static final Pattern PROBABILITY =
      Pattern.compile("\\d{1,3}(\\.\\d+)? ?%|0?\\.\\d+|\\d+ */ *\\d+");

  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,9}) ?%?(?: ?- ?|\\.\\.| to )(\\d{1,9}) ?%?");

  private Values() {}

  /**
   * The index of a value as a document gives it; anything else is a problem that says what is
   * allowed and, where one is close, what was probably meant.
   */
  public static OptionalInt read(Node node, String path, Domain domain, Problems problems) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      problems.add(
          Problem.of(node.mark(), path, "must be a single value, found " + node.described())
              .allowing(domain.described()));
      return OptionalInt.empty();
    }
    OptionalInt index = domain.indexOf(scalar.text().strip());
    if (index.isEmpty()) {
      problems.add(refused(scalar, path, domain));
    }
    return index;
  }

  private static Problem refused(Node.Scalar scalar, String path, Domain domain) {
    Problem problem =
        Problem.of(scalar.mark(), path, scalar.described() + " " + why(scalar.text(), domain))
            .allowing(domain.described());
    return problem.advising(advice(domain, scalar.text()));
  }

  private static String why(String text, Domain domain) {
    Optional<Long> number = number(text);
    if (!(domain instanceof Domain.Numbers grid) || number.isEmpty()) {
      return "is not one of the values";
    }
    boolean percentMissing = grid.unit().equals(Unit.PERCENT) && !text.endsWith("%");
    if (percentMissing) {
      return "lacks its percent sign";
    }
    if (!grid.unit().equals(Unit.PERCENT) && text.endsWith("%")) {
      return "must not be a percentage";
    }
    return number.get() < grid.min() || number.get() > grid.max()
        ? "is out of range"
        : "is off the grid";
  }

  private static Optional<Long> number(String text) {
    String digits = text.replace("%", "").strip();
    return digits.matches("-?\\d{1,15}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  /** What to try instead of a value that is none, or null. */
  static @Nullable String advice(Domain domain, String text) {
    if (domain instanceof Domain.Flag) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "yes", "on", "y" -> "did you mean \"true\"?";
        case "no", "off", "n" -> "did you mean \"false\"?";
        default ->
            PROBABILITY.matcher(text.strip()).matches()
                ? "a probability is written { chance: " + text.strip() + " }"
                : Suggestions.didYouMean(text, domain.texts());
      };
    }
    if (domain instanceof Domain.Choice) {
      return Suggestions.didYouMean(text, domain.texts());
    }
    Domain.Numbers grid = (Domain.Numbers) domain;
    Matcher range = RANGE.matcher(text.strip());
    if (range.matches()) {
      String suffix = grid.unit().equals(Unit.PERCENT) ? "%" : "";
      return "equal weights in a range are written { uniform: { min: "
          + range.group(1)
          + suffix
          + ", max: "
          + range.group(2)
          + suffix
          + " } }";
    }
    return number(text)
        .filter(n -> n > grid.min() && n < grid.max() && (n - grid.min()) % grid.step() != 0)
        .map(n -> grid.min() + Math.round((n - grid.min()) / (double) grid.step()) * grid.step())
        .map(n -> "the nearest is " + n + grid.unit().suffix())
        .orElse(null);
  }
}
