package org.isfsim.browser;

import org.jspecify.annotations.Nullable;

/** Stands in for {@link java.util.concurrent.atomic.AtomicReferenceArray}. */
final class AtomicReferenceArrayStandIn<E> {

  private final @Nullable Object[] values;

  /** So many places with nothing in them. */
  public AtomicReferenceArrayStandIn(int length) {
    values = new @Nullable Object[length];
  }

  public int length() {
    return values.length;
  }

  @SuppressWarnings("unchecked") // Nothing else is put in.
  public @Nullable E get(int place) {
    return (E) values[place];
  }

  public void set(int place, @Nullable E value) {
    values[place] = value;
  }

  public boolean compareAndSet(int place, @Nullable E expected, @Nullable E value) {
    boolean same = values[place] == expected;
    if (same) {
      values[place] = value;
    }
    return same;
  }
}
