package org.isfsim.decision;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** The different findings of one decision, each with a code. Thread-safe. */
final class Findings {

  private final ConcurrentHashMap<Finding, Integer> codes = new ConcurrentHashMap<>();
  private volatile Finding[] byCode = new Finding[0];

  int code(Finding finding) {
    Integer known = codes.get(finding);
    return known != null ? known : add(finding);
  }

  private synchronized int add(Finding finding) {
    Integer known = codes.get(finding);
    if (known != null) {
      return known;
    }
    Finding[] longer = Arrays.copyOf(byCode, byCode.length + 1);
    int code = byCode.length;
    longer[code] = finding;
    // The array first: whoever learns the code must find it there.
    byCode = longer;
    codes.put(finding, code);
    return code;
  }

  Finding get(int code) {
    return byCode[code];
  }

  int size() {
    return byCode.length;
  }
}
