package org.isfsim.model;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is added to an outcome's definition where one case is told. */
public final class Told {

  /** {@code {value X}}, {@code {words X}} or {@code {reasons X}}. */
  static final Pattern PLACE = Pattern.compile("\\{(\\S+) (\\S+)\\}");

  static final List<String> WORDS = List.of("value", "words", "reasons");

  private Told() {}

  /**
   * A template with its places filled.
   *
   * @param words what stands for a place, given its first word and its name
   */
  public static String of(String template, BiFunction<String, String, String> words) {
    Matcher place = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (place.find()) {
      text.append(template, from, place.start());
      text.append(words.apply(place.group(1), place.group(2)));
      from = place.end();
    }
    return text.append(template.substring(from)).toString();
  }
}
