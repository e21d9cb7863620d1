package org.isfsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.article.Article;
import org.isfsim.article.Branch;
import org.isfsim.article.Json;
import org.isfsim.explanation.SettingSets.Place;
import org.isfsim.parameter.Basis;
import org.isfsim.scenario.Contributor;
import org.isfsim.source.Conflict;
import org.isfsim.study.SettingGrounds;
import org.isfsim.study.Study;

/** The settings that exclude outcomes, each told once with its sources and who says otherwise. */
final class SettingsInTheWay {

  private static final String ATTRIBUTES = "contributors.*.";

  private final List<Contributor> contributors;
  private final SettingGrounds grounds;
  private final Set<String> named = new LinkedHashSet<>();

  SettingsInTheWay(Study study) {
    this.contributors = study.scenario().contributors();
    this.grounds = new SettingGrounds(study.plan(), study.register());
  }

  /** Names settings that are to be told. */
  void name(List<String> addresses) {
    named.addAll(addresses);
  }

  /** {@code text.tasks=enforcement and contributors.*.willing of IDN, AZE stay as they are}. */
  String together(List<Place> set) {
    return set.stream().map(this::place).collect(Collectors.joining(", and "));
  }

  private String place(Place place) {
    if (!place.contributors().isEmpty()) {
      return place.inWords() + " stay as they are";
    }
    return place.names().stream().map(grounds::setting).collect(Collectors.joining(" or "));
  }

  /** {@code any one of (contingent.veto-scope, contributors) changes}. */
  static String changing(List<Place> set) {
    return set.stream()
            .sorted(Comparator.comparingInt(place -> place.names().size()))
            .map(
                place ->
                    place.names().size() > 1
                        ? "any one of (" + String.join(", ", place.names()) + ")"
                        : place.inWords())
            .collect(Collectors.joining(", and with it "))
        + (set.size() > 1 ? " change" : " changes");
  }

  /** What programs read of sets of settings. */
  List<List<Map<String, Object>>> values(List<List<String>> sets) {
    return sets.stream().map(set -> set.stream().map(this::value).toList()).toList();
  }

  private Map<String, Object> value(String address) {
    return Json.object(
        "address", address,
        "value", grounds.value(address),
        "describes", grounds.meaning(address),
        "basis", grounds.basis(address).map(Basis::word),
        "conflict", grounds.conflict(address).map(Conflict::id),
        "claims", grounds.claims(address));
  }

  /** Tells the settings that were named, if any were. */
  void tell(Article article) {
    if (named.isEmpty()) {
      return;
    }
    article.heading(2, "The settings that stand in the way");
    Set<String> attributesTold = new LinkedHashSet<>();
    List<Branch> branches = new ArrayList<>();
    for (String address : named) {
      Optional<Contributor> contributor =
          contributors.stream().filter(c -> address.startsWith(prefix(c))).findFirst();
      if (contributor.isEmpty()) {
        branches.add(one(address, grounds.setting(address), grounds.claims(address)));
        continue;
      }
      String attribute = address.substring(prefix(contributor.get()).length());
      if (attributesTold.add(attribute)) {
        branches.add(attribute(attribute));
      }
    }
    article.tree(branches);
  }

  private Branch one(String address, String title, List<String> claims) {
    List<Branch> below = new ArrayList<>();
    below.add(Branch.of(grounds.meaning(address) + "."));
    grounds
        .conflict(address)
        .ifPresent(
            conflict ->
                below.add(
                    Branch.of(
                        "Sources differ ("
                            + conflict.id()
                            + ", "
                            + conflict.title()
                            + ")"
                            + (grounds.sides(address).isEmpty() ? "" : ": ")
                            + String.join("; ", grounds.sides(address))
                            + ".")));
    List<String> rests = new ArrayList<>();
    grounds.basis(address).map(Basis::word).ifPresent(rests::add);
    if (!claims.isEmpty()) {
      rests.add(String.join(", ", claims));
    }
    if (!rests.isEmpty()) {
      below.add(Branch.of("Rests on: " + String.join("; ", rests) + "."));
    }
    return new Branch(Branch.DASH, title, below);
  }

  /** An attribute that was named of several contributors, with their values. */
  private Branch attribute(String attribute) {
    List<String> values = new ArrayList<>();
    Set<String> claims = new LinkedHashSet<>();
    String first = "";
    for (Contributor contributor : contributors) {
      String address = prefix(contributor) + attribute;
      if (named.contains(address)) {
        first = address;
        values.add(contributor.id() + " " + grounds.value(address));
        claims.addAll(grounds.claims(address));
        claims.addAll(contributor.claims());
      }
    }
    return one(
        first, ATTRIBUTES + attribute + ": " + String.join(", ", values), List.copyOf(claims));
  }

  private static String prefix(Contributor contributor) {
    return "contributors." + contributor.id() + ".";
  }
}
