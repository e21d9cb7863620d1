package org.isfsim.model;

/**
 * Arithmetic on a case's values: a declared sum, count, date, comparison or band; never a
 * judgement.
 *
 * <p>A pure function from the indices of the inputs' values to the index of the result's value.
 */
@FunctionalInterface
public interface Operation {

  /** The index of the result for these indices of the inputs. */
  int apply(int[] inputs);
}
