package org.isfsim.decision;

import java.util.Arrays;
import java.util.List;

/**
 * What a decision comes to for some combination of inputs: its results and the reasons that were
 * given, or why it failed. Findings with the same content are equal.
 */
public final class Finding {

  /** The value of a result that no rule decided or that two rules decided differently. */
  public static final int NONE = -1;

  private final Signature signature;
  private final int[] results;
  private final List<String> reasons;
  private final List<Failure> failures;

  Finding(Signature signature, int[] results, List<String> reasons, List<Failure> failures) {
    this.signature = signature;
    this.results = results.clone();
    this.reasons = List.copyOf(reasons);
    this.failures = List.copyOf(failures);
  }

  /** The decision. */
  public Signature signature() {
    return signature;
  }

  /**
   * The index of the value of a result, or {@link #NONE}, which occurs in failed findings only.
   *
   * @param result the position of the result in the signature
   */
  public int result(int result) {
    return results[result];
  }

  /** The values of all results. */
  public int[] results() {
    return results.clone();
  }

  /** The value of a result as written, or "" if there is none. */
  public String text(int result) {
    return results[result] == NONE
        ? ""
        : signature.results().get(result).domain().text(results[result]);
  }

  /** The reasons, each once, in the order of the rules in their file. */
  public List<String> reasons() {
    return reasons;
  }

  /** Every gap and conflict; empty for a sound finding. */
  public List<Failure> failures() {
    return failures;
  }

  /** Whether the rules failed, so that the case cannot go on. */
  public boolean failed() {
    return !failures.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding that
        && signature.decision().equals(that.signature.decision())
        && Arrays.equals(results, that.results)
        && reasons.equals(that.reasons)
        && failures.equals(that.failures);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(results) + reasons.hashCode();
  }

  /** For messages and tests: {@code council=adopted [reason]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < results.length; i++) {
      text.append(i == 0 ? "" : ", ").append(signature.column(i)).append('=').append(text(i));
    }
    if (!reasons.isEmpty()) {
      text.append(' ').append(reasons);
    }
    failures.forEach(failure -> text.append("; ").append(failure.what()));
    return text.toString();
  }
}
