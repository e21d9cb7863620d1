package org.isfsim.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.isfsim.decision.Conclusion;
import org.isfsim.decision.Condition;
import org.isfsim.decision.Field;
import org.isfsim.decision.Rule;
import org.isfsim.decision.Signature;

/**
 * A rule with one mistake in it.
 *
 * @param mistake what was done to the rule, in words
 * @param condition what the rule asks for now
 * @param conclusions what it says now; nothing if the rule is left out
 */
record MutatedRule(String mistake, Condition condition, List<Conclusion> conclusions) {

  /** Every mistake that is made with a rule. */
  static List<MutatedRule> of(Rule rule, Signature signature) {
    List<MutatedRule> mutants = new ArrayList<>();
    mutants.add(new MutatedRule("left out", rule.condition(), List.of()));
    mutants.add(
        new MutatedRule("condition negated", rule.condition().negation(), rule.conclusions()));
    for (int place = 0; place < rule.condition().atoms().size(); place++) {
      conditions(rule, place, signature, mutants);
    }
    for (int place = 0; place < rule.conclusions().size(); place++) {
      conclusions(rule, place, signature, mutants);
    }
    return mutants;
  }

  private static void conditions(
      Rule rule, int place, Signature signature, List<MutatedRule> mutants) {
    Condition.Atom atom = rule.condition().atoms().get(place);
    String words = "\"" + atom.inWords() + "\" ";
    Function<Condition, Condition> with =
        changed -> replaced(rule.condition(), new int[] {place}, changed);
    mutants.add(
        new MutatedRule(words + "negated", with.apply(atom.negation()), rule.conclusions()));
    // No part at all holds always.
    mutants.add(
        new MutatedRule(
            words + "dropped", with.apply(new Condition.AllOf(List.of())), rule.conclusions()));
    for (int other = 0; other < signature.inputs().size(); other++) {
      Field field = signature.inputs().get(other);
      if (other != atom.position() && field.domain().equals(atom.field().domain())) {
        moved(atom, field, other)
            .ifPresent(
                moved ->
                    mutants.add(
                        new MutatedRule(
                            words + "asked of " + field.name(),
                            with.apply(moved),
                            rule.conclusions())));
      }
    }
    if (atom instanceof Condition.Comparison comparison) {
      for (int value = 0; value < atom.field().domain().size(); value++) {
        if (value != comparison.value()) {
          Condition changed =
              new Condition.Comparison(
                  comparison.field(), comparison.position(), comparison.operator(), value);
          mutants.add(
              new MutatedRule(
                  words + "changed to \"" + changed.inWords() + '"',
                  with.apply(changed),
                  rule.conclusions()));
        }
      }
    }
  }

  private static Optional<Condition> moved(Condition.Atom atom, Field field, int position) {
    if (atom instanceof Condition.Comparison comparison) {
      return Optional.of(
          new Condition.Comparison(field, position, comparison.operator(), comparison.value()));
    }
    return atom instanceof Condition.OneOf oneOf
        ? Optional.of(new Condition.OneOf(field, position, oneOf.values(), oneOf.negated()))
        : Optional.empty();
  }

  private static void conclusions(
      Rule rule, int place, Signature signature, List<MutatedRule> mutants) {
    Conclusion conclusion = rule.conclusions().get(place);
    if (conclusion instanceof Conclusion.Decide decide) {
      for (int value = 0;
          value < signature.results().get(decide.result()).domain().size();
          value++) {
        if (value != decide.value()) {
          mutants.add(
              new MutatedRule(
                  "result swapped for "
                      + signature.results().get(decide.result()).domain().text(value),
                  rule.condition(),
                  changed(
                      rule, place, Optional.of(new Conclusion.Decide(decide.result(), value)))));
        }
      }
    } else if (conclusion instanceof Conclusion.Reason reason) {
      mutants.add(
          new MutatedRule(
              "reason " + reason.code() + " left out",
              rule.condition(),
              changed(rule, place, Optional.empty())));
      mutants.add(
          new MutatedRule(
              "reason " + reason.code() + " swapped",
              rule.condition(),
              changed(rule, place, Optional.of(new Conclusion.Reason("another-reason")))));
    }
  }

  private static List<Conclusion> changed(Rule rule, int place, Optional<Conclusion> with) {
    List<Conclusion> conclusions = new ArrayList<>(rule.conclusions());
    conclusions.remove(place);
    with.ifPresent(conclusion -> conclusions.add(place, conclusion));
    return conclusions;
  }

  /** The condition with one comparison replaced; the countdown runs over those before it. */
  private static Condition replaced(Condition condition, int[] countdown, Condition with) {
    if (condition instanceof Condition.AllOf all) {
      return new Condition.AllOf(
          all.parts().stream().map(part -> replaced(part, countdown, with)).toList());
    }
    if (condition instanceof Condition.AnyOf any) {
      return new Condition.AnyOf(
          any.parts().stream().map(part -> replaced(part, countdown, with)).toList());
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(replaced(not.part(), countdown, with));
    }
    return countdown[0]-- == 0 ? with : condition;
  }
}
