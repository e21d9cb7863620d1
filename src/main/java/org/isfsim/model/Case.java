package org.isfsim.model;

import org.jspecify.annotations.Nullable;

/**
 * One case while and after it is evaluated: the value of every variable of the plan and the finding
 * of every decision. Reused from case to case; not thread-safe.
 */
public final class Case {

  private final int[] values;
  private final int[] findings;
  private long number;
  private @Nullable String failure;

  /** Stands for the value of a variable for which the rules give none. */
  public static final int UNKNOWN = -1;

  /** An empty case of a plan. */
  public Case(Plan plan) {
    values = new int[plan.variables().size()];
    findings = new int[plan.decisions().size()];
  }

  /** The number of the case, from 1. */
  public long number() {
    return number;
  }

  /** The index of the value of each variable, by slot, or UNKNOWN; not to be changed. */
  public int[] values() {
    return values;
  }

  /** The index of a variable's value, or UNKNOWN. */
  public int value(Variable variable) {
    return values[variable.slot()];
  }

  /** The value of a variable as written. */
  public String text(Variable variable) {
    return variable.domain().text(value(variable));
  }

  /** The code of a decision's finding, to be looked up in that decision's table. */
  public int finding(Step.Decide decide) {
    return findings[decide.number()];
  }

  /** Why the rules could not finish the case, or null; where they did not, values are unknown. */
  public @Nullable String failure() {
    return failure;
  }

  void begin(long caseNumber) {
    number = caseNumber;
    failure = null;
  }

  void set(int slot, int value) {
    values[slot] = value;
  }

  void setFinding(int decide, int code) {
    findings[decide] = code;
  }

  /** Takes note that a decision has no result; the first one is told. */
  void fail(String reason) {
    failure = failure == null ? reason : failure;
  }

  /** Whether all of some variables have a value. */
  boolean areKnown(int[] slots) {
    for (int slot : slots) {
      if (values[slot] == UNKNOWN) {
        return false;
      }
    }
    return true;
  }
}
