package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;
import org.isfsim.sampling.KeyedRandom;

/** Made cases of which it is known which are hits. */
final class PlantedCases {

  /** A share in percent, weeks, a choice of three, a flag, and a number that does nothing. */
  static final List<Domain> DOMAINS =
      List.of(
          Domain.Numbers.percent(),
          new Domain.Numbers(Unit.WEEKS, 0, 519, 1),
          Domain.Choice.of("no", "abstain", "yes"),
          Domain.Flag.FLAG,
          new Domain.Numbers(new Unit("troops", "troops", "", 500), 0, 20000, 500));

  static final List<String> NAMES = List.of("share", "weeks", "vote", "access", "troops");

  private PlantedCases() {}

  /**
   * Cases drawn evenly from the domains.
   *
   * @param hit whether a case, given as the indices of its values, is a hit
   * @param noise the share of cases that are hits or not whatever their values are
   */
  static CaseColumns of(int cases, long seed, Predicate<int[]> hit, double noise) {
    KeyedRandom random = new KeyedRandom(seed);
    int[][] values = new int[DOMAINS.size()][cases];
    boolean[] hits = new boolean[cases];
    for (int row = 0; row < cases; row++) {
      long key = random.caseKey(row + 1L);
      int[] of = new int[DOMAINS.size()];
      for (int c = 0; c < of.length; c++) {
        double u = KeyedRandom.uniform(key, KeyedRandom.parameterKey(NAMES.get(c)));
        of[c] = (int) (u * DOMAINS.get(c).size());
        values[c][row] = of[c];
      }
      double u = KeyedRandom.uniform(key, KeyedRandom.parameterKey("noise"));
      hits[row] = u < noise ? u < noise / 2 : hit.test(of);
    }
    List<CaseColumns.Column> columns = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      columns.add(new CaseColumns.Column(NAMES.get(c), DOMAINS.get(c), values[c]));
    }
    return new CaseColumns(columns, hits, 0);
  }
}
