package org.isfsim.browser;

/** Stands in for {@link java.util.concurrent.atomic.AtomicIntegerArray} where nothing is shared. */
final class AtomicIntegerArrayStandIn {

  private final int[] values;

  /** So many zeros. */
  public AtomicIntegerArrayStandIn(int length) {
    values = new int[length];
  }

  public int length() {
    return values.length;
  }

  public int getAcquire(int place) {
    return values[place];
  }

  public int getPlain(int place) {
    return values[place];
  }

  public void setRelease(int place, int value) {
    values[place] = value;
  }

  public void setPlain(int place, int value) {
    values[place] = value;
  }
}
