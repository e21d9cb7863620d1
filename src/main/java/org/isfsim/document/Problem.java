package org.isfsim.document;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in an input, said so that the reader can mend it.
 *
 * @param mark where it stands
 * @param path the path in the document, such as {@code uncertainties.council.china.vote.choice};
 *     empty when it concerns the whole
 * @param message what is wrong, with the value found
 * @param allowed what is allowed, or null when the message says it
 * @param advice what to try, such as a name that is close, or null
 */
public record Problem(
    Mark mark, String path, String message, @Nullable String allowed, @Nullable String advice) {

  /** A problem with nothing to add to its message. */
  public static Problem of(Mark mark, String path, String message) {
    return new Problem(mark, path, message, null, null);
  }

  /** The same problem with the values that would have been accepted. */
  public Problem allowing(String accepted) {
    return accepted.isEmpty() ? this : new Problem(mark, path, message, accepted, advice);
  }

  /** The same problem with advice; a null advice leaves it as it is. */
  public Problem advising(@Nullable String what) {
    return what == null ? this : new Problem(mark, path, message, allowed, what);
  }

  /**
   * One line: place, path, message, what is allowed, what to try. What does not show itself is
   * shown by its number.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Printable.escaped(mark.toString())).append(": ");
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    text.append(message);
    if (allowed != null) {
      text.append("; allowed: ").append(allowed);
    }
    if (advice != null) {
      text.append(" (").append(advice).append(')');
    }
    return Printable.escaped(text.toString().replace('\n', ' '));
  }
}
