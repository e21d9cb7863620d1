package org.isfsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.isfsim.parameter.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operator against a definition that counts one by one and shares nothing with it. Inputs are
 * drawn from a fixed seed; results are compared exactly, so that a test never fails by chance.
 */
final class OperatorTest {

  private static final int NEVER = 113;
  private static final int DRAWS = 200_000;
  private static final int ROWS = 5_000;
  private static final long SEED = 42;

  /** An operator as somebody would explain it who may only count. */
  private interface Naive {
    int of(int[] a);
  }

  private static final Map<Operator, Naive> NAIVE = naive();

  private static Map<Operator, Naive> naive() {
    Map<Operator, Naive> naive = new EnumMap<>(Operator.class);
    naive.put(Operator.DATE, a -> a[0] > NEVER ? NEVER : a[0]);
    naive.put(Operator.AFTER, OperatorTest::walked);
    naive.put(Operator.LATER, a -> firstWeek(week -> allAtMost(a, week)));
    naive.put(Operator.EARLIER, a -> firstWeek(week -> !noneAtMost(a, week)));
    naive.put(Operator.BETWEEN, a -> (int) IntStream.range(a[0], Math.max(a[0], a[1])).count());
    naive.put(Operator.TOGETHER, a -> stopped(a, NEVER));
    naive.put(Operator.USED_UP, a -> clock(a[0], a[1], a[2], a[3]));
    naive.put(Operator.REACHED, a -> flag(a[0] != NEVER));
    naive.put(Operator.NOT_AFTER, a -> flag(a[0] != NEVER && !(a[0] > a[1])));
    naive.put(Operator.SUM, a -> stopped(a, Integer.MAX_VALUE));
    naive.put(Operator.PRODUCT, a -> IntStream.range(0, a[0]).map(i -> a[1]).sum());
    naive.put(Operator.REST, a -> (int) IntStream.range(0, a[0]).filter(i -> i >= a[1]).count());
    naive.put(Operator.LEAST, a -> sorted(a)[0]);
    naive.put(Operator.MOST, a -> sorted(a)[a.length - 1]);
    naive.put(Operator.AT_LEAST, a -> flag(!(a[0] < a[1])));
    naive.put(Operator.LESS, a -> flag(!(a[0] >= a[1])));
    naive.put(Operator.ALL, a -> flag(Arrays.stream(a).noneMatch(one -> one == 0)));
    naive.put(Operator.ANY, a -> flag(Arrays.stream(a).anyMatch(one -> one == 1)));
    naive.put(Operator.NOT, a -> flag(a[0] == 0));
    return naive;
  }

  private static int flag(boolean holds) {
    return holds ? 1 : 0;
  }

  private static int[] sorted(int[] a) {
    return Arrays.stream(a).sorted().toArray();
  }

  private static int firstWeek(IntPredicate isOver) {
    return IntStream.rangeClosed(0, NEVER).filter(isOver).findFirst().orElse(NEVER);
  }

  private static boolean allAtMost(int[] a, int week) {
    return Arrays.stream(a).allMatch(one -> one <= week);
  }

  private static boolean noneAtMost(int[] a, int week) {
    return Arrays.stream(a).noneMatch(one -> one <= week);
  }

  private static int stopped(int[] a, int most) {
    int sum = 0;
    for (int one : a) {
      for (int i = 0; i < one && sum < most; i++) {
        sum++;
      }
    }
    return sum;
  }

  /** A date from which one walks on week by week and does not get beyond the horizon. */
  private static int walked(int[] a) {
    int week = a[0];
    for (int i = 1; i < a.length; i++) {
      for (int step = 0; step < a[i] && week < NEVER; step++) {
        week++;
      }
    }
    return week;
  }

  /**
   * A store as a clock: each week takes one of it, a week between the two dates several. It is used
   * up in the week in which the last is taken.
   */
  private static int clock(int store, int from, int until, int times) {
    int used = 0;
    for (int week = 1; week < NEVER; week++) {
      boolean fast = week > from && week <= until;
      used += fast ? times : 1;
      if (used >= store) {
        return week;
      }
    }
    return NEVER;
  }

  @Test
  void everyOperatorHasADefinitionThatCounts() {
    assertThat(NAIVE.keySet()).containsExactlyInAnyOrder(Operator.values());
  }

  @Test
  void aStoreIsUsedUpWhenAClockThatCountsWeekByWeekSaysSo() {
    SplittableRandom random = new SplittableRandom(SEED);
    int earlier = 0;
    for (int i = 0; i < DRAWS; i++) {
      int store = 1 + random.nextInt(520);
      int from = random.nextInt(NEVER + 1);
      int until = random.nextInt(NEVER + 1);
      int times = 1 + random.nextInt(10);
      int found = Operator.USED_UP.apply(new int[] {store, from, until, times}, NEVER);
      if (found != clock(store, from, until, times)) {
        assertThat(found)
            .as("store %d, %d times from %d until %d", store, times, from, until)
            .isEqualTo(clock(store, from, until, times));
      }
      earlier += found < Math.min(store, NEVER) ? 1 : 0;
    }
    assertThat(earlier).as("stores that are used up earlier").isPositive();
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void anOperatorGivesWhatCountingGives(Operator operator) {
    SplittableRandom random = new SplittableRandom(SEED);
    TreeSet<Integer> seen = new TreeSet<>();
    for (int row = 0; row < ROWS; row++) {
      int[] a = arguments(operator, random);
      int found = operator.apply(a.clone(), NEVER);
      assertThat(found)
          .as(Arrays.toString(a))
          .isEqualTo(Objects.requireNonNull(NAIVE.get(operator)).of(a));
      seen.add(found);
    }
    assertThat(seen).as("different results").hasSizeGreaterThan(1);
  }

  /** As many arguments as it takes, up to four, of the kind that it takes. */
  private static int[] arguments(Operator operator, SplittableRandom random) {
    int number = 1 + random.nextInt(4);
    while (!operator.takes(number)) {
      number = number % 4 + 1;
    }
    int[] a = new int[number];
    for (int i = 0; i < number; i++) {
      a[i] =
          switch (operator) {
            case ALL, ANY, NOT -> random.nextInt(2);
            case DATE -> random.nextInt(2 * NEVER);
            case USED_UP -> i == 0 ? 1 + random.nextInt(300) : 1 + random.nextInt(NEVER);
            case REACHED -> random.nextInt(4) == 0 ? NEVER : random.nextInt(NEVER);
            case AFTER -> random.nextInt(i == 0 ? NEVER + 1 : 60);
            default -> random.nextInt(NEVER + 1);
          };
    }
    return a;
  }

  @ParameterizedTest
  @EnumSource(FoldOperator.class)
  void whatIsTakenOverAllIsWhatTheWholeListGives(FoldOperator fold) {
    SplittableRandom random = new SplittableRandom(SEED);
    boolean isFlag = fold == FoldOperator.ANY || fold == FoldOperator.ALL;
    int most = 40;
    int top = isFlag ? 1 : fold == FoldOperator.NUMBER ? 1 : 20;
    Type type =
        isFlag || fold == FoldOperator.NUMBER
            ? new Type.Flag()
            : new Type.Number(Unit.COUNT, 0, top, 1);
    TreeSet<Integer> seen = new TreeSet<>();
    for (int row = 0; row < ROWS; row++) {
      int[] all = random.ints(random.nextInt(6), 0, top + 1).toArray();
      int found = fold.start(type);
      for (int one : all) {
        found = fold.put(found, one, most);
      }
      assertThat(found).as(Arrays.toString(all)).isEqualTo(whole(fold, all, top, most));
      seen.add(found);
    }
    assertThat(seen).as("different results").hasSizeGreaterThan(1);
  }

  private static int whole(FoldOperator fold, int[] all, int top, int most) {
    List<Integer> list = Arrays.stream(all).boxed().toList();
    return switch (fold) {
      case TOTAL -> stopped(all, most);
      case NUMBER -> (int) list.stream().filter(one -> one == 1).count();
      case HIGHEST -> IntStream.rangeClosed(0, top).filter(list::contains).max().orElse(0);
      case LOWEST -> IntStream.rangeClosed(0, top).filter(list::contains).min().orElse(top);
      case ANY -> flag(list.contains(1));
      case ALL -> flag(!list.contains(0));
    };
  }
}
