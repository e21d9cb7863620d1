package org.isfsim.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets of addresses, written shorter. Sets that differ in one place become one set with
 * alternatives in that place, as long as there are any; so a product of alternatives, of which
 * there may be many, is told as its factors. Then places that say the same of several contributors
 * become one.
 */
public final class SettingSets {

  private static final Pattern ATTRIBUTE = Pattern.compile("contributors\\.([^.]+)\\.(.+)");

  /**
   * One place of a set.
   *
   * @param names what stands there, of which any one counts: addresses, with {@code *} in the place
   *     of contributors that are named apart
   * @param contributors the contributors for each of which it stands; empty if there is no {@code
   *     *}
   */
  public record Place(List<String> names, List<String> contributors) {
    /** Copies the lists. */
    public Place {
      names = List.copyOf(names);
      contributors = List.copyOf(contributors);
    }

    /** {@code contributors.*.willing of IDN, AZE}; alternatives with "or" between them. */
    public String inWords() {
      String of = contributors.isEmpty() ? "" : " of " + String.join(", ", contributors);
      return String.join(" or ", names) + of;
    }
  }

  private SettingSets() {}

  /** The sets as products of places. */
  public static List<List<Place>> of(List<List<String>> sets) {
    List<List<Set<String>>> products = new ArrayList<>();
    for (List<String> set : sets) {
      List<Set<String>> product = new ArrayList<>();
      set.forEach(address -> product.add(new TreeSet<>(Set.of(address))));
      products.add(product);
    }
    while (mergeTwo(products)) {
      // Until no two differ in one place alone.
    }
    return products.stream().map(SettingSets::places).toList();
  }

  private static boolean mergeTwo(List<List<Set<String>>> products) {
    for (int i = 0; i < products.size(); i++) {
      for (int j = i + 1; j < products.size(); j++) {
        List<Set<String>> a = new ArrayList<>(products.get(i));
        List<Set<String>> b = new ArrayList<>(products.get(j));
        if (a.size() != b.size()) {
          continue;
        }
        List<Set<String>> common = new ArrayList<>(a);
        common.retainAll(b);
        a.removeAll(common);
        b.removeAll(common);
        if (a.size() == 1 && b.size() == 1) {
          Set<String> either = new TreeSet<>(a.get(0));
          either.addAll(b.get(0));
          common.add(either);
          products.set(i, common);
          products.remove(j);
          return true;
        }
      }
    }
    return false;
  }

  /** The places of a product, those that say the same of several contributors as one. */
  private static List<Place> places(List<Set<String>> product) {
    Map<List<String>, Set<String>> byNames = new LinkedHashMap<>();
    List<Place> places = new ArrayList<>();
    for (Set<String> alternatives : product) {
      Set<String> contributors = new TreeSet<>();
      List<String> names = new ArrayList<>();
      for (String address : alternatives) {
        Matcher matcher = ATTRIBUTE.matcher(address);
        if (matcher.matches()) {
          contributors.add(matcher.group(1));
          names.add("contributors.*." + matcher.group(2));
        } else {
          names.add(address);
        }
      }
      if (contributors.size() == 1
          && names.stream().allMatch(name -> name.startsWith("contributors.*."))) {
        byNames.computeIfAbsent(names, key -> new TreeSet<>()).addAll(contributors);
      } else {
        places.add(new Place(List.copyOf(alternatives), List.of()));
      }
    }
    byNames.forEach((names, ids) -> places.add(place(names, ids)));
    return places;
  }

  private static Place place(List<String> names, Set<String> contributors) {
    if (contributors.size() > 1) {
      return new Place(names, List.copyOf(contributors));
    }
    String only = contributors.iterator().next();
    return new Place(
        names.stream().map(name -> name.replace(".*.", "." + only + ".")).toList(), List.of());
  }
}
