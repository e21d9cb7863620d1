package org.isfsim.article;

import java.util.List;

/**
 * Something in a tree, with what is below it.
 *
 * @param mark what stands before it, such as {@code because:}; empty for nothing
 * @param words what it says
 */
public record Branch(String mark, String words, List<Branch> below) {

  /** The mark of a thing in a list. */
  public static final String DASH = "-";

  /** Copies the list. */
  public Branch {
    below = List.copyOf(below);
  }

  /** Something without a mark. */
  public static Branch of(String words, Branch... below) {
    return new Branch("", words, List.of(below));
  }

  /** Something behind a mark. */
  public static Branch marked(String mark, String words, Branch... below) {
    return new Branch(mark, words, List.of(below));
  }
}
