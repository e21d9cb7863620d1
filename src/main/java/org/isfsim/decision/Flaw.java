package org.isfsim.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isfsim.document.Mark;

/** Something that is wrong with the rules of a decision as a whole. */
public sealed interface Flaw {

  /** The decision. */
  Signature signature();

  /** The rule to look at, or else the file. */
  Mark mark();

  /** The kind in one word, kebab-case: {@code gap}, {@code never-fires}. */
  String kind();

  /** What is wrong, in a sentence without a full stop, with an example if there is one. */
  String what();

  /** A combination that shows it, if one can. */
  default Optional<Example> example() {
    return Optional.empty();
  }

  /** The rules that are concerned, the one at {@link #mark} first. */
  default List<Rule> rules() {
    return List.of();
  }

  /**
   * Combinations for which no rule decides a result.
   *
   * @param result the position of the result
   * @param combinations how many
   */
  record Gap(Signature signature, Mark mark, int result, long combinations, Example shown)
      implements Flaw {
    @Override
    public String kind() {
      return "gap";
    }

    @Override
    public Optional<Example> example() {
      return Optional.of(shown);
    }

    @Override
    public String what() {
      return "no rule decides "
          + signature.column(result)
          + " "
          + in(combinations, signature)
          + ", for example "
          + shown.inWords();
    }
  }

  /**
   * Two rules that decide a result differently.
   *
   * @param first the earlier rule in the file, with the index of the value that it decides
   * @param second the later rule, with its value
   * @param combinations for how many combinations both do
   */
  record Conflict(
      Signature signature,
      int result,
      Rule first,
      int firstValue,
      Rule second,
      int secondValue,
      long combinations,
      Example shown)
      implements Flaw {
    @Override
    public String kind() {
      return "conflict";
    }

    @Override
    public Mark mark() {
      return second.mark();
    }

    @Override
    public Optional<Example> example() {
      return Optional.of(shown);
    }

    @Override
    public List<Rule> rules() {
      return List.of(second, first);
    }

    @Override
    public String what() {
      return quoted(second)
          + " decides that "
          + signature.column(result)
          + " is "
          + text(secondValue)
          + ", but "
          + cited(first)
          + " decides that it is "
          + text(firstValue)
          + "; both fire "
          + in(combinations, signature)
          + ", for example "
          + shown.inWords();
    }

    private String text(int value) {
      return "\"" + signature.results().get(result).domain().text(value) + "\"";
    }
  }

  /**
   * A rule that no combination fires.
   *
   * @param rule the rule
   * @param contradiction the fewest parts of its condition that no combination fulfils together, as
   *     written
   */
  record NeverFires(Signature signature, Rule rule, List<Condition> contradiction) implements Flaw {
    /** Copies the parts. */
    public NeverFires {
      contradiction = List.copyOf(contradiction);
    }

    @Override
    public Mark mark() {
      return rule.mark();
    }

    @Override
    public String kind() {
      return "never-fires";
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }

    @Override
    public String what() {
      String parts =
          contradiction.stream().map(Condition::inWords).collect(Collectors.joining(" and "));
      return quoted(rule)
          + " can never fire: "
          + (contradiction.size() == 1 ? "it is never so that " : "it is never so at once that ")
          + parts;
    }
  }

  /**
   * A rule that could be taken away without changing anything: whenever it fires, other rules
   * decide the same and give the same reasons.
   *
   * @param rule the rule
   * @param others the rules that do, enough of them for every combination
   * @param combinations how many combinations fire it
   */
  record Redundant(
      Signature signature, Rule rule, List<Rule> others, long combinations, Example shown)
      implements Flaw {
    /** Copies the rules. */
    public Redundant {
      others = List.copyOf(others);
    }

    @Override
    public Mark mark() {
      return rule.mark();
    }

    @Override
    public String kind() {
      return "redundant";
    }

    @Override
    public Optional<Example> example() {
      return Optional.of(shown);
    }

    @Override
    public List<Rule> rules() {
      return Stream.concat(Stream.of(rule), others.stream()).toList();
    }

    @Override
    public String what() {
      return quoted(rule)
          + " changes nothing: wherever it fires, "
          + in(combinations, signature)
          + ", "
          + others.stream().map(Flaw::cited).collect(Collectors.joining(" or "))
          + " says the same, for example "
          + shown.inWords();
    }
  }

  /**
   * An input whose value changes no result and no reason, whatever the other inputs are.
   *
   * @param input the position of the input
   * @param reading the rules that read it all the same
   * @param shown some values of the other inputs
   * @param finding what the decision comes to there, for every value of the input
   */
  record InputNeverMatters(
      Signature signature, Mark mark, int input, List<Rule> reading, Example shown, Finding finding)
      implements Flaw {
    /** Copies the rules. */
    public InputNeverMatters {
      reading = List.copyOf(reading);
    }

    @Override
    public String kind() {
      return "input-never-matters";
    }

    @Override
    public Optional<Example> example() {
      return Optional.of(shown);
    }

    @Override
    public List<Rule> rules() {
      return reading;
    }

    @Override
    public String what() {
      String name = "the input " + signature.inputs().get(input).name();
      if (reading.isEmpty()) {
        return name + " never matters: no rule reads it";
      }
      return name
          + " never matters, although "
          + reading.stream().map(Flaw::cited).collect(Collectors.joining(" and "))
          + (reading.size() == 1 ? " reads it" : " read it")
          + ": "
          + shown.inWords()
          + ", for example, "
          + finding
          + " for each of its values";
    }
  }

  /**
   * A decision that was not looked at because it has too many combinations.
   *
   * @param classes how many combinations its rules tell apart
   * @param limit how many are looked at at most
   */
  record TooLarge(Signature signature, Mark mark, long classes, long limit) implements Flaw {
    @Override
    public String kind() {
      return "too-large";
    }

    @Override
    public String what() {
      return "the rules of "
          + signature.decision()
          + " tell "
          + counted(classes)
          + " combinations apart, more than the "
          + counted(limit)
          + " that can be tried; nothing was looked for";
    }
  }

  private static String quoted(Rule rule) {
    return "rule \"" + rule.name() + "\"";
  }

  private static String cited(Rule rule) {
    return quoted(rule) + " (" + rule.mark() + ")";
  }

  private static String in(long combinations, Signature signature) {
    return "in "
        + counted(combinations)
        + " of "
        + counted(signature.combinations())
        + " combinations";
  }

  private static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
