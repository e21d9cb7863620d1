package org.isfsim.parameter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Amount.Wanted;

/** Reads the numbers of distributions. */
final class AmountReader {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][-+]?\\d{1,2})?");
  private static final Pattern RATIO = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(inf|infinity|nan)%?", Pattern.CASE_INSENSITIVE);

  private final Problems problems;
  private final UnaryOperator<String> addresses;

  AmountReader(Problems problems, UnaryOperator<String> addresses) {
    this.problems = problems;
    this.addresses = addresses;
  }

  Optional<Amount> read(Node node, String path, Wanted wanted) {
    if (node instanceof Node.Mapping map) {
      return reference(map, path, wanted);
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
      return refuse(node, path, wanted, "must be a number, found " + node.described());
    }
    String text = scalar.text().strip();
    if (NOT_FINITE.matcher(text).matches()) {
      return refuse(node, path, wanted, "\"" + text + "\" is not a finite number");
    }
    Matcher ratio = RATIO.matcher(text);
    if (wanted.ratio() && ratio.matches()) {
      return ratio(scalar, path, ratio);
    }
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (!NUMBER.matcher(digits).matches()) {
      return refuse(node, path, wanted, scalar.described() + " is not a number of the right form");
    }
    BigDecimal value = new BigDecimal(digits);
    if (!wanted.mixed() && percent != (wanted.unit().equals(Unit.PERCENT))) {
      return refuse(
          node,
          path,
          wanted,
          scalar.described() + (percent ? " must not be a percentage" : " lacks its percent sign"));
    }
    return Optional.of(new Amount.Literal(node.mark(), path, value, percent));
  }

  private Optional<Amount> ratio(Node.Scalar scalar, String path, Matcher ratio) {
    long part = Long.parseLong(ratio.group(1));
    long whole = Long.parseLong(ratio.group(2));
    if (whole == 0 || part > whole) {
      problems.add(
          Problem.of(scalar.mark(), path, scalar.described() + " is not between 0 and 1")
              .allowing("a ratio a/b with a at most b"));
      return Optional.empty();
    }
    BigDecimal percent = percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    return Optional.of(new Amount.Literal(scalar.mark(), path, percent, true));
  }

  /** How many hundredths of the whole a part is, to 34 digits. */
  static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL128);
  }

  private Optional<Amount> reference(Node.Mapping map, String path, Wanted wanted) {
    if (!map.entries().containsKey("ref")) {
      return refuse(map, path, wanted, "must be a number, found a map without \"ref\"");
    }
    return Fields.of(map, path, problems)
        .map(fields -> fields.allow(List.of("ref")))
        .flatMap(fields -> fields.requiredText("ref"))
        .map(
            address ->
                new Amount.Ref(
                    map.require("ref").value().mark(), path, addresses.apply(address), wanted));
  }

  private Optional<Amount> refuse(Node node, String path, Wanted wanted, String message) {
    String allowed = wanted.description() + ", or { ref: ADDRESS }";
    problems.add(Problem.of(node.mark(), path, message).allowing(allowed));
    return Optional.empty();
  }
}
