package org.isfsim.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Unit;

/**
 * What goes into a decision and what comes out of it; everything is finite.
 *
 * <p>Values are indices into their {@link Domain}. A combination is an {@code int[]} with one index
 * per input, in order. A row is a combination followed by the indices of the tallies.
 *
 * <p>A combination has a key, its mixed-radix number: the sum of index times stride, where the last
 * input has stride 1. A loop that changes one input changes the key by that input's stride.
 *
 * @param decision the name of the decision, kebab-case; the name of its column and of its file
 * @param inputs the inputs, at least one
 * @param tallies numbers derived from the inputs
 * @param results the results, at least one; the first has the name "", the others have different
 *     names
 */
public record Signature(
    String decision, List<Field> inputs, List<Tally> tallies, List<Result> results) {

  /**
   * Checks names, tallies and sizes.
   *
   * @throws IllegalArgumentException if a name occurs twice or is not usable, a tally does not fit
   *     its fields, or there are more combinations than a long can number
   */
  public Signature {
    Names.requireKebab(decision);
    inputs = List.copyOf(inputs);
    tallies = List.copyOf(tallies);
    results = List.copyOf(results);
    if (inputs.isEmpty() || results.isEmpty() || !results.get(0).name().isEmpty()) {
      throw new IllegalArgumentException(
          "The decision " + decision + " needs an input and a first result without a name");
    }
    Set<String> names = new HashSet<>();
    inputs.forEach(input -> requireNew(names, input.name()));
    tallies.forEach(tally -> requireNew(names, tally.name()));
    Set<String> resultNames = new HashSet<>();
    results.forEach(result -> requireNew(resultNames, result.name()));
    try {
      long combinations = 1;
      for (Field input : inputs) {
        combinations = Math.multiplyExact(combinations, (long) input.domain().size());
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("Too many combinations in " + decision, e);
    }
    for (Tally tally : tallies) {
      domainOf(tally, inputs);
    }
  }

  /** A decision without tallies and with one result. */
  public static Signature of(String decision, Domain result, Field... inputs) {
    return new Signature(decision, List.of(inputs), List.of(), List.of(new Result("", result)));
  }

  private static void requireNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("The name \"" + name + "\" occurs twice");
    }
  }

  /** The type that rules write in their patterns: {@code Council}. */
  public String factType() {
    return Names.type(decision);
  }

  /** The package of the rule file: {@code isfsim.council}. */
  public String packageName() {
    return Names.packageOf(decision);
  }

  /** The file that holds the rules: {@code council.drl}. */
  public String fileName() {
    return decision + ".drl";
  }

  /** The column of a result: {@code force}, {@code force.can-compel}. */
  public String column(int result) {
    String name = results.get(result).name();
    return name.isEmpty() ? decision : decision + "." + name;
  }

  /** Every field that rules may name: the inputs, then the tallies with their derived domains. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>(inputs);
    for (Tally tally : tallies) {
      fields.add(new Field(tally.name(), domainOf(tally, inputs)));
    }
    return List.copyOf(fields);
  }

  /** The position of an input or tally in a row, or -1. */
  public int indexOf(String field) {
    List<Field> fields = fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** The number of combinations of inputs. */
  public long combinations() {
    long product = 1;
    for (Field input : inputs) {
      product *= input.domain().size();
    }
    return product;
  }

  /** For each input, by how much the key grows when its index grows by one. */
  public long[] strides() {
    long[] strides = new long[inputs.size()];
    long stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= inputs.get(i).domain().size();
    }
    return strides;
  }

  /**
   * The key of a combination, 0 to {@code combinations() - 1}.
   *
   * @throws IllegalArgumentException if an index is outside its domain or the number of inputs is
   *     wrong
   */
  public long key(int... combination) {
    if (combination.length != inputs.size()) {
      throw new IllegalArgumentException(
          decision + " has " + inputs.size() + " inputs, found " + combination.length);
    }
    long key = 0;
    for (int i = 0; i < combination.length; i++) {
      int size = inputs.get(i).domain().size();
      if (combination[i] < 0 || combination[i] >= size) {
        throw new IllegalArgumentException(
            decision + ": no value " + combination[i] + " of " + inputs.get(i).name());
      }
      key = key * size + combination[i];
    }
    return key;
  }

  /** The combination that has a key. */
  public int[] combination(long key) {
    int[] combination = new int[inputs.size()];
    long rest = key;
    for (int i = combination.length - 1; i >= 0; i--) {
      int size = inputs.get(i).domain().size();
      combination[i] = (int) (rest % size);
      rest /= size;
    }
    if (rest != 0 || key < 0) {
      throw new IllegalArgumentException(decision + ": no combination " + key);
    }
    return combination;
  }

  /** A combination followed by the indices of the tallies, as conditions read it. */
  public int[] row(int... combination) {
    return new Rows(this).row(combination);
  }

  /** The positions of the inputs that a condition depends on, directly or through a tally. */
  public BitSet inputsRead(Condition condition) {
    BitSet fields = new BitSet();
    for (Condition.Atom atom : condition.atoms()) {
      fields.set(atom.position());
      if (atom instanceof Condition.FieldComparison comparison) {
        fields.set(comparison.otherPosition());
      }
    }
    BitSet read = fields.get(0, inputs.size());
    for (int t = 0; t < tallies.size(); t++) {
      if (fields.get(inputs.size() + t)) {
        for (int i = 0; i < inputs.size(); i++) {
          if (tallies.get(t).uses(inputs.get(i).name())) {
            read.set(i);
          }
        }
      }
    }
    return read;
  }

  /** A combination in words: {@code vote held is true, china is "no"}. */
  public String inWords(int... combination) {
    BitSet all = new BitSet();
    all.set(0, inputs.size());
    return inWords(combination, all);
  }

  /** Some of the inputs of a combination in words. */
  String inWords(int[] combination, BitSet positions) {
    return positions.stream()
        .mapToObj(
            i -> {
              Field input = inputs.get(i);
              String text = input.domain().text(combination[i]);
              return input.inWords()
                  + " is "
                  + (input.domain() instanceof Domain.Choice ? '"' + text + '"' : text);
            })
        .collect(Collectors.joining(", "));
  }

  private static Domain.Numbers domainOf(Tally tally, List<Field> inputs) {
    int min = 0;
    int max = tally.counted().size();
    int step = tally.counted().isEmpty() ? 0 : 1;
    Unit unit = null;
    for (String name : tally.counted()) {
      if (find(name, tally, inputs).domain().indexOf(tally.value()).isEmpty()) {
        throw new IllegalArgumentException(
            "The tally " + tally.name() + " counts a value that " + name + " never has");
      }
    }
    for (String name : tally.added()) {
      if (!(find(name, tally, inputs).domain() instanceof Domain.Numbers numbers)) {
        throw new IllegalArgumentException(
            "The tally " + tally.name() + " adds " + name + ", which is no number");
      }
      min = Math.addExact(min, numbers.min());
      max = Math.addExact(max, numbers.max());
      step = greatestCommonDivisor(step, numbers.step());
      unit = unit == null || unit.equals(numbers.unit()) ? numbers.unit() : Unit.COUNT;
    }
    return new Domain.Numbers(unit == null ? Unit.COUNT : unit, min, max, step);
  }

  private static Field find(String name, Tally tally, List<Field> inputs) {
    return inputs.stream()
        .filter(input -> input.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The tally " + tally.name() + " uses " + name + ", which is no input"));
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
