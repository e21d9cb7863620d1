package org.isfsim.model;

import java.util.Arrays;
import java.util.List;
import org.isfsim.parameter.Domain;

/**
 * The number that a part of an expression comes to. Equal terms are made of the same, so that what
 * was worked out for one serves the other.
 */
sealed interface Term {

  /** The number for these indices of the inputs' values. */
  int at(int[] inputs);

  /** The index of a number in a domain. */
  static int index(Domain domain, int number) {
    return domain instanceof Domain.Numbers grid ? (number - grid.min()) / grid.step() : number;
  }

  /** An input, whose values are a grid of numbers. */
  record Place(int place, int min, int step) implements Term {
    @Override
    public int at(int[] inputs) {
      return min + inputs[place] * step;
    }
  }

  /** Always the same number. */
  record Always(int number) implements Term {
    @Override
    public int at(int[] inputs) {
      return number;
    }
  }

  /** What an operator makes of others. */
  record Applied(Operator operator, Terms terms, int never) implements Term {
    @Override
    public int at(int[] inputs) {
      return operator.apply(terms.at(inputs), never);
    }
  }

  /** 1 if the value is among some, else 0. */
  record Among(Term subject, Domain domain, Indices wanted) implements Term {
    @Override
    public int at(int[] inputs) {
      return wanted.has(index(domain, subject.at(inputs))) ? 1 : 0;
    }
  }

  /** How many come to the number that is wanted of each. */
  record Counted(Terms terms, Indices wanted) implements Term {
    @Override
    public int at(int[] inputs) {
      int number = 0;
      for (int i = 0; i < terms.terms.length; i++) {
        number += terms.terms[i].at(inputs) == wanted.indices[i] ? 1 : 0;
      }
      return number;
    }
  }

  /** The range in which a value lies: the first whose cut is larger. */
  record Banded(Term subject, Domain domain, Indices cuts) implements Term {
    @Override
    public int at(int[] inputs) {
      int value = index(domain, subject.at(inputs));
      int range = 0;
      while (range < cuts.indices.length && value >= cuts.indices[range]) {
        range++;
      }
      return range;
    }
  }

  /** One of two, by a condition. */
  record Either(Term condition, Term then, Term otherwise) implements Term {
    @Override
    public int at(int[] inputs) {
      return condition.at(inputs) == 1 ? then.at(inputs) : otherwise.at(inputs);
    }
  }

  /** The value of the first condition that holds. */
  record Chosen(Terms conditions, Indices values, int otherwise) implements Term {
    @Override
    public int at(int[] inputs) {
      for (int i = 0; i < conditions.terms.length; i++) {
        if (conditions.terms[i].at(inputs) == 1) {
          return values.indices[i];
        }
      }
      return otherwise;
    }
  }

  /** What there is over all contributors, with one more. */
  record Put(FoldOperator operator, Term before, Term one, int most) implements Term {
    @Override
    public int at(int[] inputs) {
      return operator.put(before.at(inputs), one.at(inputs), most);
    }
  }

  /** The index of what a term comes to, in the domain of the variable that takes it. */
  record Formula(Term term, Domain domain) implements Operation {
    @Override
    public int apply(int[] inputs) {
      return index(domain, term.at(inputs));
    }
  }

  /** Several terms. */
  final class Terms {
    private final Term[] terms;

    Terms(List<Term> terms) {
      this.terms = terms.toArray(Term[]::new);
    }

    private int[] at(int[] inputs) {
      int[] numbers = new int[terms.length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = terms[i].at(inputs);
      }
      return numbers;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Terms that && Arrays.equals(terms, that.terms);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(terms);
    }
  }

  /** Several whole numbers. */
  final class Indices {
    private final int[] indices;

    Indices(int[] indices) {
      this.indices = indices.clone();
    }

    private boolean has(int index) {
      for (int i : indices) {
        if (i == index) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Indices that && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(indices);
    }
  }
}
