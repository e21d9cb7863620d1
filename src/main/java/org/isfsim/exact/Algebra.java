package org.isfsim.exact;

/**
 * A commutative semiring over doubles: how weights along a case combine, and how those of
 * alternative cases do. The same walk over another algebra answers another question (S. M. Aji and
 * R. J. McEliece, The Generalized Distributive Law, IEEE Trans. Inf. Theory 46(2), 2000; J.
 * Goodman, Semiring Parsing, Computational Linguistics 25(4), 1999).
 */
enum Algebra {
  /** Probability: alternatives add, what happens together multiplies. */
  SUM_PRODUCT(0, 1) {
    @Override
    double plus(double a, double b) {
      return a + b;
    }

    @Override
    double times(double a, double b) {
      return a * b;
    }
  },
  /** The most likely case: of alternatives the likeliest counts. */
  MAX_PRODUCT(0, 1) {
    @Override
    double plus(double a, double b) {
      return Math.max(a, b);
    }

    @Override
    double times(double a, double b) {
      return a * b;
    }
  },
  /** Whether there is a way at all: 1 for yes, 0 for no. */
  OR_AND(0, 1) {
    @Override
    double plus(double a, double b) {
      return Math.max(a, b);
    }

    @Override
    double times(double a, double b) {
      return Math.min(a, b);
    }
  },
  /** The cheapest way: costs add, of alternatives the cheapest counts. */
  MIN_PLUS(Double.POSITIVE_INFINITY, 0) {
    @Override
    double plus(double a, double b) {
      return Math.min(a, b);
    }

    @Override
    double times(double a, double b) {
      return a + b;
    }
  };

  private final double zero;
  private final double one;

  Algebra(double zero, double one) {
    this.zero = zero;
    this.one = one;
  }

  /** The weight of no alternative at all: neutral in {@link #plus}, absorbing in {@link #times}. */
  double zero() {
    return zero;
  }

  /** The weight of nothing done: neutral in {@link #times}. */
  double one() {
    return one;
  }

  /** The weight of either of two alternatives. */
  abstract double plus(double a, double b);

  /** The weight of both together. */
  abstract double times(double a, double b);

  /** {@link #times} of each of the first products and a cell of a table; a loop without calls. */
  void times(double[] products, double[] table, int[] cells, int count) {
    switch (this) {
      case SUM_PRODUCT, MAX_PRODUCT -> {
        for (int v = 0; v < count; v++) {
          products[v] *= table[cells[v]];
        }
      }
      case OR_AND -> {
        for (int v = 0; v < count; v++) {
          products[v] = Math.min(products[v], table[cells[v]]);
        }
      }
      case MIN_PLUS -> {
        for (int v = 0; v < count; v++) {
          products[v] += table[cells[v]];
        }
      }
    }
  }

  /**
   * Adds to cells of a result, one after the other, the product of a weight and a cell of a table.
   *
   * @param to the first cell of the result
   * @param from the first cell of the table
   */
  void add(double[] result, int to, double weight, double[] table, int from, int count) {
    if (this == SUM_PRODUCT) {
      for (int v = 0; v < count; v++) {
        result[to + v] += weight * table[from + v];
      }
      return;
    }
    for (int v = 0; v < count; v++) {
      result[to + v] = plus(result[to + v], times(weight, table[from + v]));
    }
  }
}
