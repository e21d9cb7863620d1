package org.isfsim.explanation;

import java.util.List;
import org.isfsim.parameter.Basis;

/** Where the value of an input comes from. */
public sealed interface Provenance {

  /**
   * A parameter of the scenario.
   *
   * @param address its address
   * @param how how it got its value
   * @param basis what that rests on
   */
  record FromParameter(String address, ParameterValue.How how, Basis basis) implements Provenance {}

  /**
   * An earlier decision.
   *
   * @param column the column of the result
   */
  record FromDecision(String column) implements Provenance {}

  /**
   * Worked out from other quantities.
   *
   * @param name the name of the quantity
   * @param how how it is worked out, in words
   * @param from the quantities that it is worked out from, with their values
   */
  record Computed(String name, String how, List<Operand> from) implements Provenance {
    /** Copies the list. */
    public Computed {
      from = List.copyOf(from);
    }
  }

  /**
   * Counted from other inputs of the decision.
   *
   * @param fields the fields from which it is counted
   */
  record Counted(List<String> fields) implements Provenance {
    /** Copies the list. */
    public Counted {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A quantity from which another is worked out.
   *
   * @param name its name
   * @param value its value as written; a date as an ISO date, or {@code not by the horizon}
   */
  record Operand(String name, String value) {}
}
