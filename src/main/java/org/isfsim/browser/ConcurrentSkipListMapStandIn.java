package org.isfsim.browser;

import java.util.TreeMap;

/** Stands in for {@link java.util.concurrent.ConcurrentSkipListMap} where nothing is shared. */
final class ConcurrentSkipListMapStandIn<K, V> extends TreeMap<K, V> {

  private static final long serialVersionUID = 1;

  /** An empty map. */
  public ConcurrentSkipListMapStandIn() {}
}
