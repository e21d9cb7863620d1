package org.isfsim.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;

/** The ids of the claims met so far, sound or not, so that one mistake is reported once. */
final class ClaimIndex {

  private final TreeMap<String, TreeSet<String>> byDocument = new TreeMap<>();
  private final Map<String, String> unused = new HashMap<>();
  private final Set<String> unsound = new HashSet<>();
  private final TreeMap<String, Map<String, Mark>> speakers = new TreeMap<>();

  void addDocument(String document) {
    byDocument.computeIfAbsent(document, key -> new TreeSet<>());
  }

  void add(String document, String claim, Optional<String> reason) {
    byDocument.computeIfAbsent(document, key -> new TreeSet<>()).add(claim);
    reason.ifPresent(text -> unused.put(claim, text));
  }

  /** Takes down that a document has problems, so that not all of it may have been met. */
  void addUnsound(String document) {
    unsound.add(document);
  }

  /** Whether a document has problems of its own. */
  boolean isUnsound(String document) {
    return unsound.contains(document);
  }

  /** Takes down who says something in a document, and where for the first time. */
  void says(String document, String who, Mark mark) {
    speakers.computeIfAbsent(document, key -> new LinkedHashMap<>()).putIfAbsent(who, mark);
  }

  /** Who says something in each document, in the order of documents and claims, and where first. */
  Map<String, Map<String, Mark>> speakers() {
    return Collections.unmodifiableMap(speakers);
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
