package org.isfsim.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The operators whose arguments are expressions and nothing else. Small and closed: each is
 * arithmetic with a meaning of its own, whatever the model is about. {@code docs/model.md} lists
 * them with those that have a form of their own.
 */
enum Operator {
  /** The date that many weeks after the start. */
  DATE("date", 1, 1) {
    @Override
    int apply(int[] a, int never) {
      return Math.min(a[0], never);
    }

    @Override
    String words(List<String> a) {
      return a.get(0);
    }
  },
  /** A date some weeks later; what does not happen stays so. */
  AFTER("after", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      int week = a[0];
      for (int i = 1; i < a.length && week < never; i++) {
        week = Math.min(week + a[i], never);
      }
      return week;
    }

    @Override
    String words(List<String> a) {
      return String.join(" plus ", a);
    }
  },
  /** The latest of some dates. */
  LATER("later", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return largest(a);
    }

    @Override
    String words(List<String> a) {
      return "the later of " + and(a);
    }
  },
  /** The earliest of some dates. */
  EARLIER("earlier", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return smallest(a);
    }

    @Override
    String words(List<String> a) {
      return "the earlier of " + and(a);
    }
  },
  /** The weeks from one date to another, 0 where the first does not come before. */
  BETWEEN("between", 2, 2) {
    @Override
    int apply(int[] a, int never) {
      return Math.max(0, a[1] - a[0]);
    }

    @Override
    String words(List<String> a) {
      return a.get(1) + " less " + a.get(0);
    }
  },
  /** Some weeks, one after the other; more than the whole time to the horizon stays that. */
  TOGETHER("together", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return Math.min(sum(a), never);
    }

    @Override
    String words(List<String> a) {
      return String.join(" plus ", a);
    }
  },
  /**
   * The date on which a store of weeks is used up, of which every week takes one, and between two
   * dates several. With an exponential store this is a hazard that is so many times as high between
   * the two dates: one sampled quantity inverts a piecewise-constant hazard (L. Devroye,
   * Non-Uniform Random Variate Generation, 1986, chapter VI.2).
   */
  USED_UP("used-up", 4, 4) {
    @Override
    int apply(int[] a, int never) {
      int store = a[0];
      int from = a[1];
      int fast = Math.max(0, a[2] - from);
      int times = a[3];
      int week;
      if (store <= from || fast == 0) {
        week = store;
      } else if (store <= from + times * fast) {
        week = from + (store - from + times - 1) / times;
      } else {
        week = store - (times - 1) * fast;
      }
      return Math.min(week, never);
    }

    @Override
    String words(List<String> a) {
      return a.get(0)
          + ", weeks from "
          + a.get(1)
          + " to "
          + a.get(2)
          + " counted "
          + a.get(3)
          + " times";
    }
  },
  /** Whether a date comes by the horizon. */
  REACHED("reached", 1, 1) {
    @Override
    int apply(int[] a, int never) {
      return a[0] < never ? 1 : 0;
    }

    @Override
    String words(List<String> a) {
      return a.get(0) + " by the horizon";
    }
  },
  /** Whether a date comes by the horizon and no later than another. */
  NOT_AFTER("not-after", 2, 2) {
    @Override
    int apply(int[] a, int never) {
      return a[0] < never && a[0] <= a[1] ? 1 : 0;
    }

    @Override
    String words(List<String> a) {
      return a.get(0) + " no later than " + a.get(1);
    }
  },
  /** Numbers added. */
  SUM("sum", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return sum(a);
    }

    @Override
    String words(List<String> a) {
      return String.join(" plus ", a);
    }
  },
  /** Two numbers multiplied. */
  PRODUCT("product", 2, 2) {
    @Override
    int apply(int[] a, int never) {
      return a[0] * a[1];
    }

    @Override
    String words(List<String> a) {
      return String.join(" times ", a);
    }
  },
  /** What is left of a number when another is taken away; not below 0. */
  REST("rest", 2, 2) {
    @Override
    int apply(int[] a, int never) {
      return Math.max(0, a[0] - a[1]);
    }

    @Override
    String words(List<String> a) {
      return a.get(0) + " less " + a.get(1);
    }
  },
  /** The smallest of some numbers. */
  LEAST("least", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return smallest(a);
    }

    @Override
    String words(List<String> a) {
      return a.get(0) + " up to " + String.join(" and up to ", a.subList(1, a.size()));
    }
  },
  /** The largest of some numbers. */
  MOST("most", 2, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return largest(a);
    }

    @Override
    String words(List<String> a) {
      return "the largest of " + and(a);
    }
  },
  /** Whether a number is at least another. */
  AT_LEAST("at-least", 2, 2) {
    @Override
    int apply(int[] a, int never) {
      return a[0] >= a[1] ? 1 : 0;
    }

    @Override
    String words(List<String> a) {
      return a.get(0) + " at least " + a.get(1);
    }
  },
  /** Whether a number is less than another. */
  LESS("less", 2, 2) {
    @Override
    int apply(int[] a, int never) {
      return a[0] < a[1] ? 1 : 0;
    }

    @Override
    String words(List<String> a) {
      return a.get(0) + " less than " + a.get(1);
    }
  },
  /** Whether all flags are true. */
  ALL("all", 1, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return smallest(a);
    }

    @Override
    String words(List<String> a) {
      return String.join(" and ", a);
    }
  },
  /** Whether any flag is true. */
  ANY("any", 1, Integer.MAX_VALUE) {
    @Override
    int apply(int[] a, int never) {
      return largest(a);
    }

    @Override
    String words(List<String> a) {
      return String.join(" or ", a);
    }
  },
  /** Whether a flag is false. */
  NOT("not", 1, 1) {
    @Override
    int apply(int[] a, int never) {
      return 1 - a[0];
    }

    @Override
    String words(List<String> a) {
      return "not " + a.get(0);
    }
  };

  private final String word;
  private final int fewest;
  private final int most;

  Operator(String word, int fewest, int most) {
    this.word = word;
    this.fewest = fewest;
    this.most = most;
  }

  /** As it is written. */
  String word() {
    return word;
  }

  /** Whether it takes that many arguments. */
  boolean takes(int arguments) {
    return arguments >= fewest && arguments <= most;
  }

  /** How many arguments it takes, for messages. */
  String arguments() {
    String number = fewest == 1 ? "one argument" : fewest + " arguments";
    return most == Integer.MAX_VALUE ? number + " or more" : number;
  }

  static Optional<Operator> of(String word) {
    return Arrays.stream(values()).filter(operator -> operator.word.equals(word)).findFirst();
  }

  /**
   * The number of the result: of a date its week, of a flag 0 or 1.
   *
   * @param a the numbers of the arguments
   * @param never the week that stands for "not by the horizon"
   */
  abstract int apply(int[] a, int never);

  /** What it works out, in words. */
  abstract String words(List<String> a);

  // Without streams: these are what a walk spends its first second on.
  private static int largest(int[] numbers) {
    int largest = numbers[0];
    for (int number : numbers) {
      largest = Math.max(largest, number);
    }
    return largest;
  }

  private static int smallest(int[] numbers) {
    int smallest = numbers[0];
    for (int number : numbers) {
      smallest = Math.min(smallest, number);
    }
    return smallest;
  }

  private static int sum(int[] numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static String and(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
