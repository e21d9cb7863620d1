package org.isfsim.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colours that people with any colour vision tell apart (M. Okabe and K. Ito, "Color Universal
 * Design", 2008). What a colour stands for is always written beside it.
 */
public final class Palette {

  static final String INK = "#222222";
  static final String SOFT = "#555555";
  static final String GRID = "#d8d8d8";
  static final String PAPER = "#ffffff";

  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8c8c00");

  private Palette() {}

  /** The colour of the thing at a place, from 0; they repeat after some. */
  public static String at(int place) {
    return COLOURS.get(place % COLOURS.size());
  }

  /** How many colours there are. */
  public static int size() {
    return COLOURS.size();
  }

  /**
   * Colours of things that belong to groups: one colour for a group, lighter from one member to the
   * next.
   *
   * @param groups the group of each thing
   */
  public static List<String> ofGroups(List<String> groups) {
    List<String> distinct = groups.stream().distinct().toList();
    List<String> colours = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      long members = groups.stream().filter(group::equals).count();
      long before = groups.subList(0, i).stream().filter(group::equals).count();
      double light = members == 1 ? 0 : 0.55 * before / (members - 1);
      colours.add(lighter(at(distinct.indexOf(group)), light));
    }
    return colours;
  }

  private static String lighter(String colour, double share) {
    StringBuilder mixed = new StringBuilder("#");
    for (int i = 1; i < 7; i += 2) {
      int part = Integer.parseInt(colour.substring(i, i + 2), 16);
      mixed.append(String.format(Locale.ROOT, "%02x", Math.round(part + share * (255 - part))));
    }
    return mixed.toString();
  }
}
