package org.isfsim.browser;

/** Stands in for {@link java.util.concurrent.atomic.LongAdder} where nothing is shared. */
final class LongAdderStandIn {

  private long sum;

  /** Zero. */
  public LongAdderStandIn() {}

  public void increment() {
    sum++;
  }

  public void add(long more) {
    sum += more;
  }

  public long sum() {
    return sum;
  }
}
