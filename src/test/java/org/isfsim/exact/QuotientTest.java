package org.isfsim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values that no reader tells apart are one class, and no others. */
final class QuotientTest {

  private static final int RANDOM = 500;

  @Test
  void aReaderThatAsksForALimitLeavesTwoClasses() {
    var upToThree = view(new int[] {0, 0, 0, 1, 1}, 5, 1);

    assertThat(Quotient.classes(List.of(upToThree), 5)).containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void whatAnyReaderTellsApartIsApart() {
    var upToThree = view(new int[] {0, 0, 0, 1, 1}, 5, 1);
    var even = view(new int[] {0, 1, 0, 1, 0}, 5, 1);

    assertThat(Quotient.classes(List.of(upToThree, even), 5)).containsExactly(0, 1, 0, 2, 3);
  }

  @Test
  void valuesAreOneOnlyIfTheyAreForEveryValueOfTheOtherInputs() {
    // The classes of a reader of (x, y): x varies slowest and has three values, y has two.
    int[] classes = {0, 1, 0, 1, 0, 2};
    var first = view(classes, 3, 2);
    var second = view(classes, 2, 1);

    assertThat(Quotient.classes(List.of(first), 3)).containsExactly(0, 0, 1);
    assertThat(Quotient.classes(List.of(second), 2)).containsExactly(0, 1);
  }

  @Test
  void aCombinationWithoutAResultIsToldApart() {
    var partial = view(new int[] {0, -1, 0}, 3, 1);

    assertThat(Quotient.classes(List.of(partial), 3)).containsExactly(0, 1, 0);
  }

  @Test
  void valuesThatNobodyReadsAreOneClass() {
    assertThat(Quotient.classes(List.of(), 3)).containsExactly(0, 0, 0);
    assertThat(Quotient.identity(3)).containsExactly(0, 1, 2);
  }

  @Test
  void randomReadersTellApartWhatTheirResultsDo() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < RANDOM; i++) {
      int values = 1 + random.nextInt(6);
      List<Quotient.View> readers = List.of(reader(random, values), reader(random, values));
      int[] classes = Quotient.classes(readers, values);
      for (int a = 0; a < values; a++) {
        for (int b = 0; b < values; b++) {
          assertThat(classes[a] == classes[b]).isEqualTo(same(readers, a, b));
        }
      }
    }
  }

  @Test
  void resultsOfOneClassDoNotTellApart() {
    int[] results = {0, 1, 2};
    var reader = new Quotient.View(results, new int[] {0, 0, 1}, 3, 1);

    assertThat(Quotient.classes(List.of(reader), 3)).containsExactly(0, 0, 1);
  }

  private static Quotient.View view(int[] results, int values, int stride) {
    return new Quotient.View(results, Quotient.identity(4), values, stride);
  }

  private static Quotient.View reader(SplittableRandom random, int values) {
    int stride = 1 + random.nextInt(3);
    int blocks = 1 + random.nextInt(2);
    int[] classes = random.ints((long) blocks * values * stride, 0, 2).toArray();
    return view(classes, values, stride);
  }

  /** Compares the results for two values one by one, over what comes before and after. */
  private static boolean same(List<Quotient.View> readers, int a, int b) {
    for (Quotient.View reader : readers) {
      for (int cell = 0; cell < reader.results().length; cell++) {
        if (cell / reader.stride() % reader.values() == a) {
          int other = cell + (b - a) * reader.stride();
          if (reader.results()[cell] != reader.results()[other]) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
