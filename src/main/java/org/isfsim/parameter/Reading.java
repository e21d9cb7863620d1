package org.isfsim.parameter;

/** Reads a number at a combination of the parents' values. */
@FunctionalInterface
interface Reading {
  double at(int[] parentValues);
}
