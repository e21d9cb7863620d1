package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Domain;

/** Sets of values in words: {@code at least 9}, {@code partial or accept}. */
record Wanted(Plan plan) {

  private static final int MOST_RANGES = 3;

  /** The values, which are those that are needed. */
  String inWords(Variable variable, BitSet values) {
    Domain domain = variable.domain();
    if (values.isEmpty()) {
      return "(no value)";
    }
    if (!(domain instanceof Domain.Numbers)) {
      return String.join(" or ", values.stream().mapToObj(domain::text).toList());
    }
    boolean isDate = plan.isDate(variable);
    List<String> ranges = new ArrayList<>();
    for (int low = values.nextSetBit(0); low >= 0; ) {
      int high = values.nextClearBit(low) - 1;
      ranges.add(range(variable, low, high, isDate));
      low = values.nextSetBit(high + 1);
    }
    return ranges.size() <= MOST_RANGES
        ? String.join(" or ", ranges)
        : String.join(" or ", ranges.subList(0, MOST_RANGES)) + " or others";
  }

  private String range(Variable variable, int low, int high, boolean isDate) {
    int last = variable.domain().size() - 1;
    String from = value(variable, low);
    String to = value(variable, high);
    if (low == high) {
      return from;
    }
    if (isDate) {
      return low == 0
          ? "no later than " + to
          : high == last ? "not before " + from : from + " to " + to;
    }
    return low == 0 ? "at most " + to : high == last ? "at least " + from : from + " to " + to;
  }

  /** One value; that of a quantity that is a date, as a date. */
  String value(Variable variable, int index) {
    if (!plan.isDate(variable)) {
      return variable.domain().text(index);
    }
    int week = variable.domain().number(index);
    return week > plan.horizonWeeks() ? "not by the horizon" : plan.date(week).toString();
  }
}
