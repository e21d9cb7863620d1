package org.isfsim.model;

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
  record Applied(Operator operator, List<Term> terms, int never) implements Term {
    @Override
    public int at(int[] inputs) {
      int[] numbers = new int[terms.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = terms.get(i).at(inputs);
      }
      return operator.apply(numbers, never);
    }
  }

  /** 1 if the value is among some, else 0. */
  record Among(Term subject, Domain domain, List<Integer> wanted) implements Term {
    @Override
    public int at(int[] inputs) {
      return wanted.contains(index(domain, subject.at(inputs))) ? 1 : 0;
    }
  }

  /** How many come to the number that is wanted of each. */
  record Counted(List<Term> terms, List<Integer> wanted) implements Term {
    @Override
    public int at(int[] inputs) {
      int number = 0;
      for (int i = 0; i < terms.size(); i++) {
        number += terms.get(i).at(inputs) == wanted.get(i) ? 1 : 0;
      }
      return number;
    }
  }

  /** The range in which a value lies: the first whose cut is larger. */
  record Banded(Term subject, Domain domain, List<Integer> cuts) implements Term {
    @Override
    public int at(int[] inputs) {
      int value = index(domain, subject.at(inputs));
      int range = 0;
      while (range < cuts.size() && value >= cuts.get(range)) {
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
  record Chosen(List<Term> conditions, List<Integer> values, int otherwise) implements Term {
    @Override
    public int at(int[] inputs) {
      for (int i = 0; i < conditions.size(); i++) {
        if (conditions.get(i).at(inputs) == 1) {
          return values.get(i);
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
}
