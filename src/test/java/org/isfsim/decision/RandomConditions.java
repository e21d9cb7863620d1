package org.isfsim.decision;

import java.util.List;
import java.util.Random;

/** Conditions over {@link Samples#COUNCIL} in every form that a rule may have, at random. */
final class RandomConditions {

  private static final List<String> VOTES = List.of("\"no\"", "\"abstain\"", "\"yes\"");
  private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");

  private final Random random;

  RandomConditions(long seed) {
    random = new Random(seed);
  }

  /** Several patterns, some without a constraint. */
  String patterns() {
    StringBuilder patterns = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      patterns.append("Council(");
      for (int c = random.nextInt(4); c > 0; c--) {
        patterns.append(either(random.nextInt(5))).append(c > 1 ? ", " : "");
      }
      patterns.append(") ");
    }
    return patterns.toString();
  }

  private String either(int depth) {
    return chain(" || ", depth);
  }

  private String chain(String sign, int depth) {
    StringBuilder chain = new StringBuilder();
    for (int i = random.nextInt(2); i >= 0; i--) {
      chain.append(sign.equals(" || ") ? chain(" && ", depth) : single(depth));
      chain.append(i > 0 ? sign : "");
    }
    return chain.toString();
  }

  private String single(int depth) {
    return switch (depth == 0 ? 3 : random.nextInt(4)) {
      case 0 -> "(" + either(depth - 1) + ")";
      case 1 -> "!(" + either(depth - 1) + ")";
      case 2 -> "((" + either(depth - 1) + "))";
      default -> comparison();
    };
  }

  private String comparison() {
    return switch (random.nextInt(8)) {
      case 0 -> "voteHeld";
      case 1 -> "!chapterSeven";
      case 2 -> "voteHeld " + ORDERS.get(random.nextInt(2)) + " " + random.nextBoolean();
      case 3 -> "china " + ORDERS.get(random.nextInt(2)) + " " + pick(VOTES);
      case 4 -> "russia " + (random.nextBoolean() ? "not " : "") + "in (" + pick(VOTES) + ")";
      case 5 -> "china " + ORDERS.get(random.nextInt(2)) + " russia";
      case 6 -> "elected " + pick(ORDERS) + " yes";
      default -> "yes " + pick(ORDERS) + " " + random.nextInt(13);
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
