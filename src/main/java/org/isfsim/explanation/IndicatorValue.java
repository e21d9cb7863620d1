package org.isfsim.explanation;

/**
 * A graded result beside the outcome.
 *
 * @param name its name in results
 * @param title what it tells, for texts
 * @param value its value as written
 * @param opinion whether it rests on opinions of named authors
 */
public record IndicatorValue(String name, String title, String value, boolean opinion) {}
