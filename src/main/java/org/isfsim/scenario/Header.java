package org.isfsim.scenario;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.isfsim.document.Dates;
import org.isfsim.document.Fields;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.parameter.Citation;

/** What a scenario file says of itself: its name, its question, its dates, how to run it. */
record Header(
    String id,
    String title,
    String question,
    LocalDate start,
    LocalDate horizon,
    RunSettings run,
    List<String> claims) {

  /** The longest time that a scenario can look at. */
  static final int MAX_WEEKS = 520;

  static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final int LONGEST_ID = 80;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  /**
   * Reads the header; of what has problems it holds a stand-in, with the farthest horizon, so that
   * no date is refused that another horizon allows.
   *
   * @param usualStart the first day of week 0 where the file says nothing
   */
  static Header read(
      Fields root, LocalDate usualStart, Predicate<String> knownClaim, Problems problems) {
    Optional<String> id = root.requiredText("id");
    boolean isId =
        id.isEmpty() || id.get().length() <= LONGEST_ID && KEBAB_CASE.matcher(id.get()).matches();
    if (!isId) {
      Node node = root.find("id").orElseThrow();
      problems.add(
          Problem.of(node.mark(), "id", node.described() + " is no id")
              .allowing(
                  "lower-case letters and digits in words joined by \"-\", at most "
                      + LONGEST_ID
                      + " characters"));
    }
    Optional<String> title = root.requiredText("title");
    Optional<String> question = root.requiredText("question");
    Optional<LocalDate> start =
        root.find("start").isPresent() ? date(root, "start", problems) : Optional.of(usualStart);
    Optional<LocalDate> horizon =
        root.require("horizon").flatMap(node -> date(root, "horizon", problems));
    boolean isInOrder =
        start.isPresent()
            && horizon.isPresent()
            && isInOrder(root, start.get(), horizon.get(), problems);
    RunSettings run = run(root, problems);
    List<String> claims = claims(root, knownClaim, problems);
    LocalDate from = start.orElse(usualStart);
    return new Header(
        id.orElse(""),
        title.orElse(""),
        question.orElse(""),
        from,
        isInOrder ? horizon.get() : from.plusWeeks(MAX_WEEKS),
        run,
        claims);
  }

  /** The claims under a map's key {@code claims}; malformed and unknown ones are problems. */
  static List<String> claims(Fields fields, Predicate<String> knownClaim, Problems problems) {
    List<Citation> citations =
        fields
            .find("claims")
            .map(node -> Citation.readAll(node, fields.pathOf("claims"), problems))
            .orElse(List.of());
    citations.forEach(citation -> citation.check(knownClaim, problems));
    return Citation.ids(citations);
  }

  private static Optional<LocalDate> date(Fields root, String key, Problems problems) {
    return root.text(key)
        .flatMap(
            text -> {
              Optional<LocalDate> date =
                  Dates.read(text).filter(d -> !d.isBefore(EARLIEST) && d.isBefore(LATEST));
              if (date.isEmpty()) {
                problems.add(
                    Problem.of(
                            root.find(key).orElseThrow().mark(),
                            key,
                            described(root, key) + " is no date")
                        .allowing("a date such as 2027-12-31, from 1900 to 2199"));
              }
              return date;
            });
  }

  private static boolean isInOrder(
      Fields root, LocalDate start, LocalDate horizon, Problems problems) {
    long weeks = ChronoUnit.WEEKS.between(start, horizon);
    Node node = root.find("horizon").orElseThrow();
    boolean isAfter = horizon.isAfter(start);
    if (!isAfter) {
      problems.add(
          node.mark(), "horizon", "the horizon " + horizon + " is not after the start " + start);
    } else if (weeks < 1 || weeks > MAX_WEEKS) {
      problems.add(
          Problem.of(
                  node.mark(),
                  "horizon",
                  "the horizon " + horizon + " is " + weeks + " weeks after the start " + start)
              .allowing("1 to " + MAX_WEEKS + " weeks"));
    }
    return isAfter && weeks >= 1 && weeks <= MAX_WEEKS;
  }

  private static RunSettings run(Fields root, Problems problems) {
    Optional<Fields> run =
        root.find("run")
            .filter(node -> !isNothing(node))
            .flatMap(node -> Fields.of(node, "run", problems))
            .map(fields -> fields.allow(List.of("cases", "seed")));
    if (run.isEmpty()) {
      return RunSettings.DEFAULT;
    }
    long cases =
        whole(run.get(), "cases", 0, RunSettings.MAX_CASES, RunSettings.DEFAULT.cases(), problems);
    long seed =
        whole(
            run.get(),
            "seed",
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            RunSettings.DEFAULT.seed(),
            problems);
    return new RunSettings((int) cases, seed);
  }

  private static long whole(
      Fields fields, String key, long min, long max, long otherwise, Problems problems) {
    Optional<String> text = fields.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (WHOLE.matcher(text.get()).matches()) {
      BigInteger number = new BigInteger(text.get());
      if (number.compareTo(BigInteger.valueOf(min)) >= 0
          && number.compareTo(BigInteger.valueOf(max)) <= 0) {
        return number.longValue();
      }
    }
    problems.add(
        Problem.of(
                fields.find(key).orElseThrow().mark(),
                fields.pathOf(key),
                described(fields, key) + " is not a whole number in range")
            .allowing("a whole number from " + min + " to " + max));
    return otherwise;
  }

  private static String described(Fields fields, String key) {
    return fields.find(key).map(Node::described).orElse("nothing");
  }

  /** Whether a node is YAML's null, as is a section in which everything is commented out. */
  static boolean isNothing(Node node) {
    return node instanceof Node.Scalar scalar && scalar.isNull();
  }
}
