package org.isfsim.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isfsim.document.Mark;
import org.isfsim.document.Problems;

/** Texts of the register that may mention claims and conflicts; what they mention must exist. */
final class Texts {

  private static final Pattern MENTION = Pattern.compile("\\bS\\d{3}-\\d{2,3}\\b|\\bC\\d{1,3}\\b");

  private record Text(Mark mark, String path, String text) {}

  private final Problems problems;
  private final List<Text> texts = new ArrayList<>();

  Texts(Problems problems) {
    this.problems = problems;
  }

  void add(Mark mark, String path, String text) {
    texts.add(new Text(mark, path, text));
  }

  void check(ClaimIndex index, List<Conflict> conflicts) {
    Set<String> known = conflicts.stream().map(Conflict::id).collect(Collectors.toSet());
    for (Text text : texts) {
      Matcher mention = MENTION.matcher(text.text());
      while (mention.find()) {
        String id = mention.group();
        if (id.startsWith("S")) {
          index.check(id, text.mark(), text.path(), problems);
        } else if (!known.contains(id)) {
          problems.add(text.mark(), text.path(), "there is no conflict " + id);
        }
      }
    }
  }
}
