package org.isfsim.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isfsim.parameter.Domain;

/**
 * The numbers by which Drools knows the values of a decision's fields, so that no text of a file
 * reaches what is compiled.
 *
 * <p>A number stands for itself, a flag is 0 or 1, and a value of a choice has one number in all
 * fields of the decision, so that two choices can be compared.
 */
final class Codes {

  private final List<Field> fields;
  private final Map<String, Integer> texts = new HashMap<>();

  Codes(Signature signature) {
    this.fields = signature.fields();
    for (Field field : fields) {
      if (field.domain() instanceof Domain.Choice choice) {
        choice.values().forEach(text -> texts.putIfAbsent(text, texts.size()));
      }
    }
  }

  int fields() {
    return fields.size();
  }

  boolean isFlag(int field) {
    return fields.get(field).domain() == Domain.Flag.FLAG;
  }

  /** The number of the value that stands at an index of a field's domain. */
  int ofIndex(int field, int index) {
    Domain domain = fields.get(field).domain();
    return domain instanceof Domain.Choice choice ? text(choice, index) : domain.number(index);
  }

  /** The number of a value as a {@link Condition} holds it. */
  int ofLiteral(int field, int value) {
    return fields.get(field).domain() instanceof Domain.Choice choice ? text(choice, value) : value;
  }

  private int text(Domain.Choice choice, int index) {
    return Objects.requireNonNull(texts.get(choice.text(index)));
  }
}
