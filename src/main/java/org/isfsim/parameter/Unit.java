package org.isfsim.parameter;

/** The unit of a numeric domain. */
public enum Unit {
  /** A plain number of things, such as votes. */
  COUNT("count", ""),
  /** Hundredths of a whole, written {@code 33%}. */
  PERCENT("percent", "%"),
  /** Whole weeks; a date is a number of weeks after the scenario's start. */
  WEEKS("weeks", ""),
  /** Armed personnel. */
  TROOPS("troops", ""),
  /** People in thousands. */
  THOUSAND_PEOPLE("thousand people", ""),
  /** Truckloads a day. */
  TRUCKS("trucks a day", "");

  private final String label;
  private final String suffix;

  Unit(String label, String suffix) {
    this.label = label;
    this.suffix = suffix;
  }

  /** The unit's name in texts. */
  public String label() {
    return label;
  }

  /** What follows a number of this unit when written: a percent sign, or nothing. */
  public String suffix() {
    return suffix;
  }
}
