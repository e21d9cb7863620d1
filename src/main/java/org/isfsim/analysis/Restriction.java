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
 * @param possible the indices of the values that it can have; not to be changed
 * @param allowed the indices of those that are inside; not to be changed
 */
public record Restriction(String address, Domain domain, BitSet possible, BitSet allowed) {

  /** Leaves out of the values inside what cannot occur: nothing is claimed of it. */
  public Restriction {
    allowed = both(allowed, possible);
  }

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
    if (between(first, last) != allowed.cardinality()) {
      return allowed.stream().mapToObj(domain::text).collect(Collectors.joining(", "));
    }
    if (first == possible.nextSetBit(0)) {
      return "at most " + domain.text(last);
    }
    return last == possible.length() - 1
        ? "at least " + domain.text(first)
        : domain.text(first) + " to " + domain.text(last);
  }

  /** How many possible values there are from one to another. */
  private int between(int first, int last) {
    return possible.get(first, last + 1).cardinality();
  }

  private static BitSet both(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }
}
