package org.isfsim.decision;

/** How a value is compared. */
public enum Operator {
  /** Is the same. */
  EQUAL("==", "is"),
  /** Is another. */
  NOT_EQUAL("!=", "is not"),
  /** Is smaller; numbers only. */
  BELOW("<", "is below"),
  /** Is smaller or the same; numbers only. */
  AT_MOST("<=", "is at most"),
  /** Is larger; numbers only. */
  ABOVE(">", "is above"),
  /** Is larger or the same; numbers only. */
  AT_LEAST(">=", "is at least");

  private final String symbol;
  private final String words;

  Operator(String symbol, String words) {
    this.symbol = symbol;
    this.words = words;
  }

  /** The sign that rules write. */
  public String symbol() {
    return symbol;
  }

  /** The words that a reader understands: "is at least". */
  public String inWords() {
    return words;
  }

  /** Whether it needs an order, which only numbers have. */
  public boolean orders() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** The operator that holds exactly where this one does not. */
  public Operator opposite() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case BELOW -> AT_LEAST;
      case AT_MOST -> ABOVE;
      case ABOVE -> AT_MOST;
      case AT_LEAST -> BELOW;
    };
  }

  boolean test(int left, int right) {
    return switch (this) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case BELOW -> left < right;
      case AT_MOST -> left <= right;
      case ABOVE -> left > right;
      case AT_LEAST -> left >= right;
    };
  }
}
