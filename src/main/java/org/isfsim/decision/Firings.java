package org.isfsim.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Which rules of a decision fire for the combinations that were tried so far, as Drools fired them.
 * Thread-safe.
 *
 * <p>A rule is known by its place among the rules of its decision, a set of rules that fire
 * together by a number.
 */
final class Firings {

  private final int rules;

  /** The number of the set of rules plus one, by key; 0 for what was not tried. */
  private final char[] setOf;

  private final List<BitSet> sets = new ArrayList<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private boolean grown;

  /**
   * Nothing tried yet.
   *
   * @param combinations the number of combinations of the decision
   * @param rules the number of its rules
   */
  Firings(int combinations, int rules) {
    this.rules = rules;
    this.setOf = new char[combinations];
  }

  /** The number of the set of rules that fire for a key, from 0; -1 if that was not tried. */
  synchronized int setOf(int key) {
    return setOf[key] - 1;
  }

  /** The rules of a set, by their places; not to be changed. */
  synchronized BitSet set(int number) {
    return sets.get(number);
  }

  /** Remembers which rules fire for a key. */
  synchronized void put(int key, BitSet fired) {
    Integer number = numbers.get(fired);
    if (number == null) {
      if (sets.size() == Character.MAX_VALUE - 1) {
        return;
      }
      number = sets.size();
      sets.add((BitSet) fired.clone());
      numbers.put(sets.get(number), number);
    }
    setOf[key] = (char) (number + 1);
    grown = true;
  }

  /** Whether anything was added since these were read. */
  synchronized boolean hasGrown() {
    return grown;
  }

  /** As bytes, for {@link #read}. */
  synchronized byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(setOf.length);
      out.writeInt(rules);
      out.writeInt(sets.size());
      for (BitSet set : sets) {
        out.writeInt(set.cardinality());
        for (int rule : set.stream().toArray()) {
          out.writeInt(rule);
        }
      }
      for (char number : setOf) {
        out.writeChar(number);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @param combinations the number of combinations that they must be for
   * @param rules the number of rules that they must be for
   * @throws IOException if they are something else
   */
  static Firings read(byte[] bytes, int combinations, int rules) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != combinations || in.readInt() != rules) {
        throw new IOException("They are of other rules");
      }
      Firings firings = new Firings(combinations, rules);
      int sets = in.readInt();
      for (int i = 0; i < sets; i++) {
        BitSet set = new BitSet(rules);
        int size = in.readInt();
        for (int j = 0; j < size; j++) {
          set.set(checked(in.readInt(), rules));
        }
        firings.sets.add(set);
        firings.numbers.put(set, i);
      }
      for (int key = 0; key < combinations; key++) {
        firings.setOf[key] = (char) checked(in.readChar(), sets + 1);
      }
      return firings;
    }
  }

  private static int checked(int value, int limit) throws IOException {
    if (value < 0 || value >= limit) {
      throw new IOException("Out of range: " + value);
    }
    return value;
  }
}
