package org.isfsim.article;

/** Lays articles out in one form. */
@FunctionalInterface
public interface Renderer {

  /** The whole article; lines end with {@code \n}, also the last. */
  String render(Article article);
}
