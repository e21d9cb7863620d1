package org.isfsim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.isfsim.document.Mark;
import org.isfsim.parameter.Band;

/**
 * Declared arithmetic of the model file: what a quantity is worked out from, and how. It adds,
 * counts, compares, dates and sorts into bands; it never judges. Every part has been checked, so
 * that each has a {@linkplain #type type}.
 */
sealed interface Expression {

  /** What kind of values it has. */
  Type type();

  /** How it is worked out, in words. */
  String words();

  /** The expressions that it is made of, without repeated elements. */
  List<Expression> parts();

  /** Every name that it reads, also inside its parts. */
  default List<Name> names() {
    List<Name> names = new ArrayList<>();
    collect(this, names);
    return names;
  }

  private static void collect(Expression expression, List<Name> names) {
    if (expression instanceof Name name) {
      names.add(name);
    }
    expression.parts().forEach(part -> collect(part, names));
  }

  /** A parameter, a result or another quantity. */
  record Name(Mark mark, String name, Type type) implements Expression {
    @Override
    public String words() {
      return name;
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /**
   * A value written down.
   *
   * @param text as written
   * @param number what it stands for: a number, a week, or the place among the values
   */
  record Literal(String text, int number, Type type) implements Expression {
    @Override
    public String words() {
      return text;
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** An operator with its arguments. */
  record Call(Operator operator, List<Expression> parts, Type type) implements Expression {
    /** Copies the list. */
    public Call {
      parts = List.copyOf(parts);
    }

    @Override
    public String words() {
      return operator.words(parts.stream().map(Expression::inner).toList());
    }
  }

  /** Whether a value is one of some. */
  record Is(Expression subject, List<String> values, Type type) implements Expression {
    /** Copies the list. */
    public Is {
      values = List.copyOf(values);
    }

    @Override
    public String words() {
      return subject.inner() + " is " + String.join(" or ", values);
    }

    @Override
    public List<Expression> parts() {
      return List.of(subject);
    }
  }

  /** How many have a value. */
  record Count(List<Expression> parts, String value, Type type) implements Expression {
    /** Copies the list. */
    public Count {
      parts = List.copyOf(parts);
    }

    @Override
    public String words() {
      return "how many of "
          + parts.stream().map(Expression::inner).collect(Collectors.joining(", "))
          + " are "
          + value;
    }
  }

  /** The named range that a number lies in. */
  record Banded(Expression subject, Band band, Type type) implements Expression {
    @Override
    public String words() {
      return subject.inner() + " in the bands of " + band.id();
    }

    @Override
    public List<Expression> parts() {
      return List.of(subject);
    }
  }

  /** One of two. */
  record If(Expression condition, Expression then, Expression otherwise, Type type)
      implements Expression {
    @Override
    public String words() {
      boolean isNever = type instanceof Type.Date && otherwise.words().equals("never");
      return then.inner()
          + " if "
          + condition.words()
          + (isNever ? "" : ", else " + otherwise.words());
    }

    @Override
    public List<Expression> parts() {
      return List.of(condition, then, otherwise);
    }
  }

  /**
   * The value of the first condition that holds.
   *
   * @param conditions in order
   * @param values the place of each one's value among the type's
   * @param otherwise the place of the value where none holds
   */
  record Choose(List<Expression> conditions, List<Integer> values, int otherwise, Type.Choice type)
      implements Expression {
    /** Copies the list. */
    public Choose {
      conditions = List.copyOf(conditions);
      values = List.copyOf(values);
    }

    @Override
    public String words() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < conditions.size(); i++) {
        text.append(type.values().get(values.get(i)))
            .append(" if ")
            .append(conditions.get(i).words())
            .append(", ");
      }
      return text + "else " + type.values().get(otherwise);
    }

    @Override
    public List<Expression> parts() {
      return conditions;
    }
  }

  /** The id of a contributor, or "other" if rules do not name it. */
  record Identity(Type.Choice type) implements Expression {
    /** What stands for every contributor that rules do not name. */
    static final String OTHER = "other";

    @Override
    public String words() {
      return "its id, if rules name it";
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /**
   * Something over all contributors.
   *
   * @param operator how two are put together
   * @param element what is taken of each one
   */
  record Fold(FoldOperator operator, Expression element, Type type) implements Expression {
    @Override
    public String words() {
      return operator.word() + " of " + element.inner();
    }

    @Override
    public List<Expression> parts() {
      return List.of(element);
    }
  }

  /** The words inside a larger expression. */
  private String inner() {
    return this instanceof Name || this instanceof Literal ? words() : "(" + words() + ")";
  }
}
