package org.isfsim.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who speaks: a person, a group or a document's own report. Claims of one voice that say the same
 * count once, in however many documents they stand.
 *
 * @param id in kebab case, such as {@code report-s001}
 * @param name in neutral words
 * @param note why it is one voice, where that is not plain
 * @param speaks by the id of a document, the words that stand there for it under "who"
 * @param claims the ids of the claims that it makes, in order, at least one
 */
public record Voice(
    String id,
    String name,
    Optional<String> note,
    Map<String, List<String>> speaks,
    List<String> claims) {

  /** Copies the map and the list. */
  public Voice {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    speaks.forEach((document, words) -> copy.put(document, List.copyOf(words)));
    speaks = Collections.unmodifiableMap(copy);
    claims = List.copyOf(claims);
  }
}
