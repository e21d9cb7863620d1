package org.isfsim.article;

import java.util.Locale;

/** The forms that an article can take, by the names that {@code --format} has for them. */
public enum Format {
  /** Text that fits a width. */
  TEXT,
  /** A page of GitHub's Markdown. */
  MD,
  /** One file of HTML that needs nothing else. */
  HTML,
  /** Comma-separated values: one of the tables. */
  CSV,
  /** One document with all that programs read. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
