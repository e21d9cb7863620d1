package org.isfsim.model;

import java.util.List;
import org.isfsim.parameter.Domain;

/**
 * A quantity that has one value in every case.
 *
 * @param slot its place in the row of a case, 0-based
 * @param name its name: the address of a parameter, the column of a decision's result, or the name
 *     of a derived quantity
 * @param domain its values
 */
public record Variable(int slot, String name, Domain domain) {

  /** The slots of some variables, in their order. */
  public static List<Integer> slots(List<Variable> variables) {
    return variables.stream().map(Variable::slot).toList();
  }
}
