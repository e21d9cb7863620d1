package org.isfsim.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.parameter.Domain;

/**
 * The values of each input that no comparison in the rules of a decision tells apart, put into
 * classes, so that one combination of classes stands for many combinations of values.
 *
 * <p>Two values of an input are in one class if every comparison of that input with a literal, and
 * with every value of another field, comes out alike, and every tally that a rule reads counts or
 * adds them alike. Then every condition comes out alike too. That Drools agrees is tested by full
 * enumeration of the rules that come with the program.
 *
 * <p>A combination of classes has a key as a combination of values has: its mixed-radix number, the
 * last input varying fastest.
 */
final class ValueClasses {

  private final Signature signature;
  private final int[][] classOf;
  private final int[][] representatives;
  private final int[][] sizes;
  private final int[] strides;
  private final long count;

  private ValueClasses(Signature signature, int[][] classOf) {
    this.signature = signature;
    this.classOf = classOf;
    int inputs = classOf.length;
    representatives = new int[inputs][];
    sizes = new int[inputs][];
    strides = new int[inputs];
    long product = 1;
    for (int i = inputs - 1; i >= 0; i--) {
      int classes = 0;
      for (int of : classOf[i]) {
        classes = Math.max(classes, of + 1);
      }
      representatives[i] = new int[classes];
      sizes[i] = new int[classes];
      for (int v = classOf[i].length - 1; v >= 0; v--) {
        representatives[i][classOf[i][v]] = v;
        sizes[i][classOf[i][v]]++;
      }
      strides[i] = (int) Math.min(product, Integer.MAX_VALUE);
      product *= classes;
    }
    count = product;
  }

  /** The classes that these rules of a decision make. */
  static ValueClasses of(Signature signature, List<Rule> rules) {
    List<Condition.Atom> atoms =
        rules.stream().flatMap(rule -> rule.condition().atoms().stream()).toList();
    int inputs = signature.inputs().size();
    BitSet tallied = new BitSet();
    for (Condition.Atom atom : atoms) {
      tallied.set(atom.position());
      if (atom instanceof Condition.FieldComparison comparison) {
        tallied.set(comparison.otherPosition());
      }
    }
    int[][] classOf = new int[inputs][];
    for (int i = 0; i < inputs; i++) {
      Domain domain = signature.inputs().get(i).domain();
      classOf[i] = new int[domain.size()];
      Map<List<Object>, Integer> known = new LinkedHashMap<>();
      for (int v = 0; v < classOf[i].length; v++) {
        List<Object> seen = new ArrayList<>();
        for (Condition.Atom atom : atoms) {
          compare(signature, atom, i, v, seen);
        }
        for (int t = tallied.nextSetBit(inputs); t >= 0; t = tallied.nextSetBit(t + 1)) {
          count(signature, signature.tallies().get(t - inputs), i, v, seen);
        }
        classOf[i][v] = known.computeIfAbsent(seen, s -> known.size());
      }
    }
    return new ValueClasses(signature, classOf);
  }

  private static void compare(
      Signature signature, Condition.Atom atom, int input, int value, List<Object> seen) {
    int other =
        atom instanceof Condition.FieldComparison comparison ? comparison.otherPosition() : -1;
    if (atom.position() != input && other != input) {
      return;
    }
    List<Field> fields = signature.fields();
    int[] row = new int[fields.size()];
    row[input] = value;
    int free = atom.position() == input ? other : atom.position();
    int values = free < 0 || free == input ? 1 : fields.get(free).domain().size();
    for (int w = 0; w < values; w++) {
      if (values > 1) {
        row[free] = w;
      }
      seen.add(atom.holds(row));
    }
  }

  private static void count(
      Signature signature, Tally tally, int input, int value, List<Object> seen) {
    Field field = signature.inputs().get(input);
    if (tally.counted().contains(field.name())) {
      seen.add(field.domain().indexOf(tally.value()).orElseThrow() == value);
    }
    if (tally.added().contains(field.name())) {
      seen.add(value);
    }
  }

  Signature signature() {
    return signature;
  }

  /** The number of combinations of classes. */
  long count() {
    return count;
  }

  /** The number of classes of an input. */
  int classes(int input) {
    return representatives[input].length;
  }

  /** By how much the key grows when the class of an input grows by one; for keys that fit. */
  int stride(int input) {
    return strides[input];
  }

  /** The class of an input in the combination of a key. */
  int classAt(int key, int input) {
    return key / strides[input] % representatives[input].length;
  }

  /** A combination of values, the first of each class. */
  int[] combination(int key) {
    int[] combination = new int[representatives.length];
    for (int i = 0; i < combination.length; i++) {
      combination[i] = representatives[i][classAt(key, i)];
    }
    return combination;
  }

  /** For how many combinations of values the key stands. */
  long weight(int key) {
    long weight = 1;
    for (int i = 0; i < sizes.length; i++) {
      weight *= sizes[i][classAt(key, i)];
    }
    return weight;
  }

  /** The key of the classes of a combination of values. */
  int key(int... combination) {
    int key = 0;
    for (int i = 0; i < combination.length; i++) {
      key += strides[i] * classOf[i][combination[i]];
    }
    return key;
  }
}
