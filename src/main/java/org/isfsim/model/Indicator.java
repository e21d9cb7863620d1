package org.isfsim.model;

/**
 * A graded result that is reported beside the outcome and never folded into it.
 *
 * @param name its name in results
 * @param title what it tells, for texts
 * @param means what it means, one sentence without its full stop
 * @param variable the variable that holds it
 * @param cause the cause without which it has its first value; empty if it needs none
 * @param opinion whether it rests on opinions of named authors and must be labelled so
 */
public record Indicator(
    String name, String title, String means, Variable variable, String cause, boolean opinion) {}
