package org.isfsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.model.DomainWords;
import org.junit.jupiter.api.Test;

/**
 * The engine is about no case. Examples in code spans of comments and in the help of commands may
 * name the case that comes with the program; nothing else may.
 */
class NoDomainInJavaTest {

  private static final Path SOURCES =
      Path.of(System.getProperty("isfsim.home")).resolve("src/main");

  /** A code span in a comment, which holds no brace. */
  private static final Pattern SPAN = Pattern.compile("\\{@code [^{}]*\\}");

  private static final Pattern HELP = Pattern.compile("@(Command|Option|Parameters)\\(");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  @Test
  void noSourceOutsideOfExamplesNamesAnythingOfTheCase() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = blank(Files.readString(file), SPAN);
      if (file.toString().contains("/cli/")) {
        text = withoutHelp(text);
      }
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        for (String word : DomainWords.in(lines.get(i))) {
          if (!isOfTheLanguage(word)) {
            found.add(SOURCES.relativize(file) + ":" + (i + 1) + " " + word);
          }
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void aWordOfTheCaseIsFoundInNamesTextsAndComments() {
    assertThat(DomainWords.in("int troopsFree; // the Council's \"veto-scope\""))
        .containsExactly("troops", "council", "veto-scope");
    assertThat(
            withoutHelp("@Option(names = \"--x\", description = \"troops (\" + \"a\") int troops;"))
        .endsWith("int troops;")
        .doesNotContain("troops (");
    assertThat(blank("{@code troops} of troops", SPAN)).isEqualTo("               of troops");
  }

  /** "force" is also a word of file systems: {@code --force} writes over a file. */
  private static boolean isOfTheLanguage(String word) {
    return word.equals("force");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(SOURCES)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String blank(String text, Pattern what) {
    return what.matcher(text).replaceAll(match -> spaces(match.group()));
  }

  private static String spaces(String text) {
    return text.replaceAll("[^\n]", " ");
  }

  /** The texts inside the annotations of commands and options are examples and descriptions. */
  private static String withoutHelp(String source) {
    StringBuilder text = new StringBuilder(source);
    Matcher help = HELP.matcher(source);
    int from = 0;
    while (help.find(from)) {
      int end = end(source, help.end());
      Matcher texts = TEXT.matcher(source).region(help.end(), end);
      while (texts.find()) {
        text.replace(texts.start(), texts.end(), spaces(texts.group()));
      }
      from = end;
    }
    return text.toString();
  }

  /** Where the bracket that is open at a place closes. */
  private static int end(String source, int from) {
    int open = 1;
    boolean inText = false;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (inText && c == '\\') {
        i++;
      } else if (c == '"') {
        inText = !inText;
      } else if (!inText && c == '(') {
        open++;
      } else if (!inText && c == ')' && --open == 0) {
        return i;
      }
    }
    return source.length();
  }
}
