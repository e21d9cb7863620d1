package org.isfsim.model;

/**
 * A dated event of a case.
 *
 * @param name its name in results
 * @param title what happens, for texts
 * @param means what it means, one sentence without its full stop
 * @param week the variable that holds its week; a week after the horizon means that it did not
 *     happen by then
 * @param cause the cause without which it does not happen; empty if it needs none
 */
public record Milestone(String name, String title, String means, Variable week, String cause) {}
