package org.isfsim.parameter;

/**
 * The unit of a numeric domain. Three are always there; a catalogue may add others.
 *
 * @param name its name in files, such as {@code weeks}
 * @param label its name in texts
 * @param suffix what follows a number of this unit when written: a percent sign, or nothing
 * @param step the distance of neighbouring values where a domain says nothing else, at least 1
 */
public record Unit(String name, String label, String suffix, int step) {

  /** A plain number of things, such as votes. */
  public static final Unit COUNT = new Unit("count", "count", "", 1);

  /** Hundredths of a whole, written {@code 33%}. */
  public static final Unit PERCENT = new Unit("share", "percent", "%", 1);

  /** Whole weeks; a date is a number of weeks after the scenario's start. */
  public static final Unit WEEKS = new Unit("weeks", "weeks", "", 1);
}
