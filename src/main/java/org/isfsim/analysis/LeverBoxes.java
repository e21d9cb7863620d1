package org.isfsim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.model.Variable;

/**
 * Says a set of combinations in few words: as boxes, in each of which every lever may have any of
 * some values, whatever the others have. Boxes that differ in one lever alone are made one until
 * there are none.
 */
final class LeverBoxes {

  private final List<Variable> levers;
  private final List<int[]> values;

  /**
   * @param levers the levers
   * @param values for each lever the indices of the values that were tried
   */
  LeverBoxes(List<Variable> levers, List<int[]> values) {
    this.levers = levers;
    this.values = values;
  }

  /**
   * The boxes of some combinations.
   *
   * @param combinations the index of each lever's value
   * @return for each box the values of the levers that may not have every value tried
   */
  List<Map<String, List<String>>> of(List<int[]> combinations) {
    List<List<BitSet>> boxes = new ArrayList<>();
    for (int[] at : combinations) {
      List<BitSet> box = new ArrayList<>();
      for (int value : at) {
        BitSet only = new BitSet();
        only.set(value);
        box.add(only);
      }
      boxes.add(box);
    }
    int before = Integer.MAX_VALUE;
    while (boxes.size() < before) {
      before = boxes.size();
      for (int lever = levers.size() - 1; lever >= 0; lever--) {
        boxes = merged(boxes, lever);
      }
    }
    return boxes.stream().map(this::words).toList();
  }

  /** Makes one of the boxes that differ in one lever alone. */
  private static List<List<BitSet>> merged(List<List<BitSet>> boxes, int lever) {
    Map<List<BitSet>, List<BitSet>> byRest = new LinkedHashMap<>();
    for (List<BitSet> box : boxes) {
      List<BitSet> rest = new ArrayList<>(box);
      rest.set(lever, new BitSet());
      List<BitSet> one =
          byRest.computeIfAbsent(
              rest,
              r -> {
                List<BitSet> empty = new ArrayList<>(box);
                empty.set(lever, new BitSet());
                return empty;
              });
      one.get(lever).or(box.get(lever));
    }
    return new ArrayList<>(byRest.values());
  }

  private Map<String, List<String>> words(List<BitSet> box) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (int i = 0; i < box.size(); i++) {
      if (box.get(i).cardinality() < values.get(i).length) {
        Variable lever = levers.get(i);
        words.put(lever.name(), box.get(i).stream().mapToObj(v -> lever.domain().text(v)).toList());
      }
    }
    return words;
  }
}
