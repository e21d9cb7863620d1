package org.isfsim.exact;

/** A local relation between a few nodes of the graph. */
sealed interface Factor {

  /** The nodes that it relates. */
  int[] scope();

  /**
   * A weight for every combination of the scope's values.
   *
   * @param scope the nodes
   * @param weights dense, the last node of the scope varying fastest
   */
  record Weights(int[] scope, double[] weights) implements Factor {}

  /**
   * One node is a function of others.
   *
   * @param inputs the nodes that it is a function of
   * @param output the node
   * @param table the output's value for every combination of the inputs', the last varying fastest;
   *     -1 where a combination has no result, so that its weight is zero
   */
  record Function(int[] inputs, int output, int[] table) implements Factor {
    @Override
    public int[] scope() {
      int[] scope = java.util.Arrays.copyOf(inputs, inputs.length + 1);
      scope[inputs.length] = output;
      return scope;
    }
  }
}
