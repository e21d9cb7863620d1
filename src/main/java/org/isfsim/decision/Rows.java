package org.isfsim.decision;

import java.util.Arrays;
import java.util.List;
import org.isfsim.parameter.Domain;

/** Makes the rows of a decision; the tallies are worked out once, for those who make many rows. */
final class Rows {

  private final int inputs;
  private final Counter[] counters;

  Rows(Signature signature) {
    List<Field> fields = signature.fields();
    inputs = signature.inputs().size();
    counters = new Counter[signature.tallies().size()];
    for (int t = 0; t < counters.length; t++) {
      counters[t] = new Counter(signature, signature.tallies().get(t), fields.get(inputs + t));
    }
  }

  /** See {@link Signature#row}. */
  int[] row(int[] combination) {
    int[] row = Arrays.copyOf(combination, inputs + counters.length);
    for (int t = 0; t < counters.length; t++) {
      row[inputs + t] = counters[t].index(combination);
    }
    return row;
  }

  /** One tally. */
  private static final class Counter {

    private final int[] counted;
    private final int[] values;
    private final int[] added;
    private final Domain[] addedDomains;
    private final Domain.Numbers domain;

    Counter(Signature signature, Tally tally, Field field) {
      counted = tally.counted().stream().mapToInt(signature::indexOf).toArray();
      values =
          Arrays.stream(counted)
              .map(i -> signature.inputs().get(i).domain().indexOf(tally.value()).orElseThrow())
              .toArray();
      added = tally.added().stream().mapToInt(signature::indexOf).toArray();
      addedDomains =
          Arrays.stream(added)
              .mapToObj(i -> signature.inputs().get(i).domain())
              .toArray(Domain[]::new);
      domain = (Domain.Numbers) field.domain();
    }

    int index(int[] combination) {
      int total = 0;
      for (int i = 0; i < counted.length; i++) {
        total += combination[counted[i]] == values[i] ? 1 : 0;
      }
      for (int i = 0; i < added.length; i++) {
        total += addedDomains[i].number(combination[added[i]]);
      }
      return (total - domain.min()) / domain.step();
    }
  }
}
