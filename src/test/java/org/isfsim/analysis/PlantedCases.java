package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
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

  private static final int VOTE = 2;

  private PlantedCases() {}

  /**
   * Cases drawn evenly from the domains.
   *
   * @param hit whether a case, given as the indices of its values, is a hit
   * @param noise the share of cases that are hits or not whatever their values are
   */
  static CaseColumns of(int cases, long seed, Predicate<int[]> hit, double noise) {
    return of(cases, seed, hit, noise, new BitSet());
  }

  /**
   * The same of which some votes cannot occur: they are a yes.
   *
   * @param impossible the indices of the votes
   */
  static CaseColumns of(
      int cases, long seed, Predicate<int[]> hit, double noise, BitSet impossible) {
    KeyedRandom random = new KeyedRandom(seed);
    int[][] values = new int[DOMAINS.size()][cases];
    boolean[] hits = new boolean[cases];
    for (int row = 0; row < cases; row++) {
      long key = random.caseKey(row + 1L);
      int[] of = new int[DOMAINS.size()];
      for (int c = 0; c < of.length; c++) {
        double u = KeyedRandom.uniform(key, KeyedRandom.parameterKey(NAMES.get(c)));
        of[c] = (int) (u * DOMAINS.get(c).size());
        of[c] = c == VOTE && impossible.get(of[c]) ? 2 : of[c];
        values[c][row] = of[c];
      }
      double u = KeyedRandom.uniform(key, KeyedRandom.parameterKey("noise"));
      hits[row] = u < noise ? u < noise / 2 : hit.test(of);
    }
    List<CaseColumns.Column> columns = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      BitSet possible = all(DOMAINS.get(c));
      if (c == VOTE) {
        possible.andNot(impossible);
      }
      columns.add(new CaseColumns.Column(NAMES.get(c), DOMAINS.get(c), possible, values[c]));
    }
    return new CaseColumns(columns, hits, 0);
  }

  private static BitSet all(Domain domain) {
    BitSet all = new BitSet();
    all.set(0, domain.size());
    return all;
  }
}
