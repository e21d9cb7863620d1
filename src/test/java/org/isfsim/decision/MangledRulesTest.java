package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound rules with a token dropped, doubled or replaced at random (seeded). */
final class MangledRulesTest {

  private static final List<String> TOKENS =
      List.of(
          "(", ")", ",", "&&", "||", "!", "==", "\"no\"", "9", "-", "then", "end", "when", "rule",
          "not", "in", "true", "china", "@", "/*", "*/", "//", "\"", "'", ";", ".", "null", "#",
          "$", "<", "\\", "{", "}", "[", "ä", "?", ":");

  @TempDir Path folder;

  @Test
  void aMangledFileIsReadOrRefusedWithPlacesInsideIt() throws IOException {
    String sound = Files.readString(Samples.folder("rules").resolve("council.drl"));
    List<Token> tokens = Lexer.read("council.drl", sound, new Problems());
    Random random = new Random(20251104);
    Path file = folder.resolve("council.drl");
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      Token token = tokens.get(random.nextInt(tokens.size() - 1));
      String other = TOKENS.get(random.nextInt(TOKENS.size()));
      String replacement =
          switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> other;
            default -> sound.substring(token.start(), token.end()) + " " + other + " ";
          };
      String mangled =
          sound.substring(0, token.start()) + replacement + sound.substring(token.end());
      Files.writeString(file, mangled);
      try {
        RuleSet.read(folder, List.of(Samples.COUNCIL));
      } catch (InvalidInputException e) {
        refused++;
        for (Problem problem : e.problems()) {
          assertThat(problem.mark().file()).isEqualTo(file.toString());
          assertThat((long) problem.mark().line()).isBetween(0L, mangled.lines().count() + 1);
          // Our reader finds every mistake itself; that of Drools only confirms.
          assertThat(problem.message()).as(mangled).doesNotContain("Drools");
        }
      }
    }
    assertThat(refused).isGreaterThan(500);
  }
}
