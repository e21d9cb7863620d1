package org.isfsim.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What firing the rules on one combination gave, with the rules that fired.
 *
 * @param finding the results and reasons
 * @param fired the rules that fired, in file order
 */
public record Verdict(Finding finding, List<Rule> fired) {

  /** Copies the list. */
  public Verdict {
    fired = List.copyOf(fired);
  }

  /** The hit policy: results must agree (DMN's "Any"), reasons are collected ("Collect"). */
  static Verdict of(Signature signature, List<Rule> fired) {
    int[] values = new int[signature.results().size()];
    Arrays.fill(values, Finding.NONE);
    Rule[] deciders = new Rule[values.length];
    boolean[] disputed = new boolean[values.length];
    Set<String> reasons = new LinkedHashSet<>();
    List<Failure> failures = new ArrayList<>();
    for (Rule rule : fired) {
      for (Conclusion conclusion : rule.conclusions()) {
        if (conclusion instanceof Conclusion.Reason reason) {
          reasons.add(reason.code());
        } else if (conclusion instanceof Conclusion.Decide decide) {
          int r = decide.result();
          if (deciders[r] == null) {
            deciders[r] = rule;
            values[r] = decide.value();
          } else if (values[r] != decide.value() && !disputed[r]) {
            disputed[r] = true;
            failures.add(
                new Failure.Conflict(signature, r, deciders[r], values[r], rule, decide.value()));
          }
        }
      }
    }
    List<Integer> undecided = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      if (disputed[r]) {
        values[r] = Finding.NONE;
      } else if (deciders[r] == null) {
        undecided.add(r);
      }
    }
    if (!undecided.isEmpty()) {
      failures.add(0, new Failure.Gap(signature, undecided));
    }
    return new Verdict(new Finding(signature, values, List.copyOf(reasons), failures), fired);
  }
}
