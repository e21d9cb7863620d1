package org.isfsim.report;

import java.util.Locale;

/**
 * A word of results.
 *
 * @param kind what it names: {@code outcome}, {@code indicator}, {@code milestone} or {@code stage}
 * @param name as results write it
 * @param title in words; empty if the name says it
 * @param means what it means, one sentence without its full stop
 */
public record Word(Group kind, String name, String title, String means) {

  /** Whether a text, in lower case, occurs in its name, its title or what it means. */
  public boolean isAbout(String text) {
    return (name + " " + title + " " + means).toLowerCase(Locale.ROOT).contains(text);
  }

  /** What a word names. */
  public enum Group {
    OUTCOME("Outcomes"),
    STAGE("Stages of the way"),
    INDICATOR("Indicators"),
    MILESTONE("Milestones");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** As programs read it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What stands above those of the kind. */
    public String title() {
      return title;
    }
  }
}
