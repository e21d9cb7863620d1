package org.isfsim.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One statement of one document, in our own words.
 *
 * @param id such as {@code S001-25}
 * @param document the id of its document
 * @param paragraphs where it stands, 1-based, ascending; more than one when it spans or repeats
 * @param who says it
 * @param kind how it is meant
 * @param says the paraphrase
 * @param unused why nothing rests on it, if nothing does
 */
public record Claim(
    String id,
    String document,
    List<Integer> paragraphs,
    String who,
    ClaimKind kind,
    String says,
    Optional<String> unused) {

  /** Copies the list. */
  public Claim {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Where it stands, in words: {@code S001, paragraph 9} or {@code S003, paragraphs 8 and 14}. */
  public String place() {
    String numbers = paragraphs.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    return document + (paragraphs.size() == 1 ? ", paragraph " : ", paragraphs ") + numbers;
  }
}
