package org.isfsim.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.parameter.Domain;

/**
 * The values that a parameter has inside a region.
 *
 * @param address the parameter
 * @param domain its values
 * @param allowed the indices of the values inside; not to be changed
 */
public record Restriction(String address, Domain domain, BitSet allowed) {

  /** The values inside as written, ascending. */
  public List<String> values() {
    return allowed.stream().mapToObj(domain::text).toList();
  }

  /** The values inside in words: {@code 8 to 10}, {@code at least 8}, {@code no or abstain}. */
  public String inWords() {
    int first = allowed.nextSetBit(0);
    int last = allowed.length() - 1;
    if (first == last || !(domain instanceof Domain.Numbers)) {
      return allowed.stream().mapToObj(domain::text).collect(Collectors.joining(" or "));
    }
    if (last - first + 1 != allowed.cardinality()) {
      return allowed.stream().mapToObj(domain::text).collect(Collectors.joining(", "));
    }
    if (first == 0) {
      return "at most " + domain.text(last);
    }
    return last == domain.size() - 1
        ? "at least " + domain.text(first)
        : domain.text(first) + " to " + domain.text(last);
  }
}
