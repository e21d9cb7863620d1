package org.isfsim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleSet;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Citation;
import org.isfsim.parameter.Parameter;

/** Which parameters, bands and rules cite which claim. */
public final class Citations {

  private final Map<String, Set<String>> addresses = new TreeMap<>();
  private final RuleSet rules;

  private Citations(RuleSet rules) {
    this.rules = rules;
  }

  /** Of a catalogue and rules. */
  public static Citations of(Catalogue catalogue, RuleSet rules) {
    Citations citations = new Citations(rules);
    List<String> known =
        Stream.concat(
                catalogue.parameters().stream().map(Parameter::id),
                catalogue.bands().stream().map(Band::id).map(id -> "bands." + id))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (Citation citation : catalogue.citations()) {
      addressOf(citation.path(), known)
          .ifPresent(
              address ->
                  citations
                      .addresses
                      .computeIfAbsent(citation.claim(), claim -> new TreeSet<>())
                      .add(address));
    }
    return citations;
  }

  /** The address at or below which a path of the catalogue lies; the longest if there are two. */
  private static Optional<String> addressOf(String path, List<String> known) {
    String address = path.startsWith("parameters.") ? path.substring(11) : path;
    return known.stream()
        .filter(id -> address.equals(id) || address.startsWith(id + "."))
        .findFirst();
  }

  /** The addresses of parameters and bands whose default or description cites a claim. */
  List<String> addresses(String claim) {
    return List.copyOf(addresses.getOrDefault(claim, Set.of()));
  }

  /** The claims that a parameter or band cites anywhere, its shifts and branches included. */
  List<String> claimsOf(String address) {
    List<String> claims = new ArrayList<>();
    addresses.forEach(
        (claim, citing) -> {
          if (citing.contains(address)) {
            claims.add(claim);
          }
        });
    return claims;
  }

  /** The rules that cite a claim. */
  List<Rule> rules(String claim) {
    return rules.rules().stream().filter(rule -> rule.claims().contains(claim)).toList();
  }
}
