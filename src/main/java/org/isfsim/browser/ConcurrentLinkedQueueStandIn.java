package org.isfsim.browser;

import java.util.ArrayDeque;

/** Stands in for {@link java.util.concurrent.ConcurrentLinkedQueue} where nothing is shared. */
final class ConcurrentLinkedQueueStandIn<E> extends ArrayDeque<E> {

  private static final long serialVersionUID = 1;

  /** An empty queue. */
  public ConcurrentLinkedQueueStandIn() {}
}
