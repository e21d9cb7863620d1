package org.isfsim.source;

import java.util.List;

/**
 * A document that was read for the register.
 *
 * @param id such as {@code S001}
 * @param file the name of the original file, which is not part of the project
 * @param sha256 the SHA-256 of the original in lower-case hexadecimal digits
 * @param title what it is, in our own words
 * @param kind what kind of text it is
 * @param reliability how far it can be relied on
 * @param note why
 * @param paragraphs the number of its paragraphs, which are the lines that are not blank
 * @param claims its claims in the order of their ids
 */
public record Document(
    String id,
    String file,
    String sha256,
    String title,
    String kind,
    Reliability reliability,
    String note,
    int paragraphs,
    List<Claim> claims) {

  /** Copies the list. */
  public Document {
    claims = List.copyOf(claims);
  }
}
