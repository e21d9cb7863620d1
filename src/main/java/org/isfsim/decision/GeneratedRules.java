package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file that Drools compiles for a decision.
 *
 * <p>It holds words, names and numbers of our own making and not a character of a rule file: what
 * Drools makes Java of, or writes into it as a comment, cannot have been written by whoever wrote
 * the rules.
 *
 * @param place the position of the decision, by which it is named
 * @param fields how many fields a fact has, all of them numbers
 * @param rules the rules of the decision
 */
record GeneratedRules(int place, int fields, List<Generated> rules) {

  /** The name under which consequences find the collector. */
  static final String COLLECTOR = "isfsim_fired";

  /** Its type. */
  static final String COLLECTOR_TYPE = "java.util.function.IntConsumer";

  /** The type of a fact. */
  /**
   * What a pattern is bound to, though nobody reads it: Drools would number patterns as they come
   * to it, from several threads, and the same rules would not give the same classes.
   */
  static final String BOUND = "p";

  static final String FACT = "Fact";

  /**
   * The type of its fields. A library makes "ınt" of "INT" where the locale is Turkish, and every
   * word of Java with an "i" fares so.
   */
  static final String FIELD_TYPE = "long";

  private static final String PACKAGE = "isfsim.d";
  private static final String RULE = "r";

  /**
   * One rule.
   *
   * @param number its position in the {@link RuleSet}, by which it is named and which it reports
   * @param origin the rule as read
   */
  record Generated(int number, PlainCondition condition, Rule origin) {
    String name() {
      return RULE + number;
    }

    /** What it does when it fires. */
    String consequence() {
      return COLLECTOR + ".accept(" + number + ");";
    }
  }

  /** Copies the rules. */
  GeneratedRules {
    rules = List.copyOf(rules);
  }

  /** One file for each decision, in their order. */
  static List<GeneratedRules> of(RuleSet rules) {
    List<GeneratedRules> files = new ArrayList<>();
    for (Signature signature : rules.signatures()) {
      Codes codes = new Codes(signature);
      List<Generated> own = new ArrayList<>();
      for (int i = 0; i < rules.rules().size(); i++) {
        Rule rule = rules.rules().get(i);
        if (rule.decision().equals(signature.decision())) {
          own.add(new Generated(i, PlainCondition.of(rule.condition(), codes), rule));
        }
      }
      files.add(new GeneratedRules(files.size(), codes.fields(), own));
    }
    return files;
  }

  static String packageName(int place) {
    return PACKAGE + place;
  }

  String packageName() {
    return packageName(place);
  }

  /** Where Drools looks for it. */
  String path() {
    return "src/main/resources/" + packageName().replace('.', '/') + "/rules.drl";
  }

  /** The text of the file. */
  String drl() {
    StringBuilder drl =
        new StringBuilder()
            .append("package ")
            .append(packageName())
            .append(";\nglobal ")
            .append(COLLECTOR_TYPE)
            .append(' ')
            .append(COLLECTOR)
            .append(";\ndeclare ")
            .append(FACT)
            .append('\n');
    for (int i = 0; i < fields; i++) {
      drl.append("  ").append(PlainCondition.FIELD).append(i);
      drl.append(" : ").append(FIELD_TYPE).append('\n');
    }
    drl.append("end\n");
    for (Generated rule : rules) {
      String constraints =
          rule.condition().constraints().stream()
              .map(PlainCondition::drl)
              .collect(Collectors.joining(", "));
      drl.append("rule \"").append(rule.name()).append("\"\nwhen\n  ").append(BOUND);
      drl.append(" : ").append(FACT).append('(').append(constraints).append(")\nthen\n  ");
      drl.append(rule.consequence()).append("\nend\n");
    }
    return drl.toString();
  }
}
