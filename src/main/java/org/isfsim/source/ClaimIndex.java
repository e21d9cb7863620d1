package org.isfsim.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** The ids of the claims met so far, sound or not, so that one mistake is reported once. */
final class ClaimIndex {

  private final TreeMap<String, TreeSet<String>> byDocument = new TreeMap<>();
  private final Map<String, String> unused = new HashMap<>();

  void addDocument(String document) {
    byDocument.computeIfAbsent(document, key -> new TreeSet<>());
  }

  void add(String document, String claim, Optional<String> reason) {
    byDocument.computeIfAbsent(document, key -> new TreeSet<>()).add(claim);
    reason.ifPresent(text -> unused.put(claim, text));
  }

  /** Why a claim is said to be unused. */
  Optional<String> unused(String claim) {
    return Optional.ofNullable(unused.get(claim));
  }

  /** Reports a claim that is not registered; whether it is registered. */
  boolean check(String claim, Mark mark, String path, Problems problems) {
    String document = claim.substring(0, claim.indexOf('-'));
    TreeSet<String> claims = byDocument.get(document);
    if (claims == null) {
      problems.add(
          Problem.of(mark, path, "there is no claim " + claim + ", for there is no " + document)
              .allowing("claims of " + String.join(", ", byDocument.keySet())));
      return false;
    }
    if (!claims.contains(claim)) {
      Problem problem = Problem.of(mark, path, "there is no claim " + claim);
      problems.add(
          claims.isEmpty()
              ? problem
              : problem.allowing(claims.first() + " to " + claims.last() + " of " + document));
      return false;
    }
    return true;
  }
}
