package org.isfsim.browser;

import java.util.Arrays;
import org.apache.commons.math3.exception.util.Localizable;

/**
 * What is said of an exception of commons-math, without the formats of messages in all languages,
 * which bring calendars and time zones.
 */
public final class ExceptionContextStandIn {

  private final StringBuilder message = new StringBuilder();

  /** Nothing is said yet. */
  public ExceptionContextStandIn(Throwable throwable) {}

  /** Says a pattern and what it is filled with. */
  public void addMessage(Localizable pattern, Object... values) {
    message.append(pattern.getSourceString()).append(' ').append(Arrays.toString(values));
  }

  /** What was said. */
  public String getMessage() {
    return message.toString();
  }

  /** The same. */
  public String getLocalizedMessage() {
    return message.toString();
  }
}
