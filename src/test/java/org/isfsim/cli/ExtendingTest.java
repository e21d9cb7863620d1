package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/extending.md} to the letter: every edit and every command. */
@Tag("slow")
class ExtendingTest {

  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EDIT =
      Pattern.compile("In `([a-z.-]+)`, (above|in place of) `([^`]+)`, write\\s*$");

  @TempDir private Path folder;

  @Test
  void everyStepOfThePageDoesWhatItSays() throws IOException {
    Path rules = folder.resolve("my-rules");
    String page = Files.readString(Ran.HOME.resolve("docs/extending.md"));
    Matcher block = BLOCK.matcher(page);
    List<String> outputs = new ArrayList<>();
    int edits = 0;
    int commands = 0;
    int begin = 0;
    while (block.find()) {
      String before = page.substring(begin, block.start());
      begin = block.end();
      String text = block.group(2);
      if (block.group(1).equals("text")) {
        assertThat(outputs).as(text).anyMatch(output -> output.contains(text.strip()));
      } else if (block.group(1).equals("sh")) {
        outputs.clear();
        for (String line : text.lines().toList()) {
          outputs.add(follow(line, rules));
          commands++;
        }
      } else {
        Matcher edit = EDIT.matcher(before);
        assertThat(edit.find()).as("where to write %s", text).isTrue();
        edit(rules.resolve(edit.group(1)), edit.group(3), text, edit.group(2).equals("above"));
        edits++;
      }
    }
    assertThat(edits).isEqualTo(11);
    assertThat(commands).isEqualTo(11);
  }

  private static String follow(String line, Path rules) throws IOException {
    if (line.equals("cp -r rules my-rules")) {
      RulesCommandTest.copyRules(rules);
      return "";
    }
    assertThat(line).startsWith("isfsim ");
    String[] args =
        line.substring("isfsim ".length())
            .replace("my-rules", rules.toString())
            .replace("scenarios/", Ran.HOME.resolve("scenarios") + "/")
            .split(" ");
    Ran ran = Ran.isfsim(args);
    assertThat(ran.err()).as(line).isEmpty();
    assertThat(ran.code()).as(line).isZero();
    return ran.out();
  }

  /** Writes above a line, or in its place; the line stands once in the file. */
  private static void edit(Path file, String line, String text, boolean isAbove)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.stream().filter(line::equals)).as(line).hasSize(1);
    int at = lines.indexOf(line);
    List<String> edited = new ArrayList<>(lines.subList(0, at));
    edited.addAll(text.lines().toList());
    edited.addAll(lines.subList(isAbove ? at : at + 1, lines.size()));
    Files.write(file, edited);
  }
}
