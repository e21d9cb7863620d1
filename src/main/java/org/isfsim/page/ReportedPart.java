package org.isfsim.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one engine has worked out of an indicator or a milestone, for another that reports it.
 *
 * @param place its place among those of the plan, from 0
 * @param probabilities of its values, by index; empty where a walk would need too much room
 */
record ReportedPart(int place, Optional<double[]> probabilities) {

  /** The place and every bit of the numbers. */
  String text() {
    return place
        + Arrays.stream(probabilities.orElse(new double[0]))
            .mapToObj(number -> " " + Double.doubleToRawLongBits(number))
            .collect(Collectors.joining());
  }

  static ReportedPart parse(String text) {
    String[] words = text.split(" ");
    double[] probabilities =
        Arrays.stream(words)
            .skip(1)
            .mapToDouble(word -> Double.longBitsToDouble(Long.parseLong(word)))
            .toArray();
    return new ReportedPart(
        Integer.parseInt(words[0]),
        words.length == 1 ? Optional.empty() : Optional.of(probabilities));
  }
}
