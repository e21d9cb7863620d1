package org.isfsim.decision;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The second reading of a file, by the parser of Drools itself.
 *
 * <p>A file that our reader finds sound must be sound for Drools too and mean rules of the same
 * names with the same number of patterns. Otherwise the file is refused, so that no text can say
 * one thing to the reader who explains and another to the engine that decides.
 */
final class DroolsReading {

  /** {@code [ERR 102] Line 8:17 mismatched input 'flag' in pattern}. */
  private static final Pattern RAW =
      Pattern.compile("(?s)\\[ERR \\d+\\]\\s*(?:Line \\d+:\\d+)?\\s*(.*)");

  private DroolsReading() {}

  static void check(
      String file, String text, Signature signature, List<RuleFile.Read> read, Problems problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, text);
    } catch (DroolsParserException e) {
      problems.add(
          Mark.of(file),
          "",
          "Drools cannot read the file: " + plain(String.valueOf(e.getMessage())));
      return;
    }
    for (DroolsError error : parser.getErrors()) {
      Mark mark =
          error instanceof ParserError at
              ? new Mark(file, at.getRow(), at.getCol() + 1)
              : Mark.of(file);
      problems.add(mark, "", "Drools cannot read this: " + plain(error.getMessage()));
    }
    if (parsed != null && !parser.hasErrors()) {
      compare(file, parsed, signature, read, problems);
    }
  }

  private static void compare(
      String file,
      PackageDescr parsed,
      Signature signature,
      List<RuleFile.Read> read,
      Problems problems) {
    List<RuleDescr> rules = parsed.getRules();
    if (rules.size() != read.size()) {
      problems.add(
          Mark.of(file),
          "",
          "Drools reads " + rules.size() + " rules where " + read.size() + " are written");
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = read.get(i).rule();
      RuleDescr other = rules.get(i);
      boolean patternsOnly =
          other.getLhs().getDescrs().stream()
              .allMatch(
                  part ->
                      part instanceof PatternDescr pattern
                          && pattern.getObjectType().equals(signature.factType())
                          && pattern.getSource() == null
                          && pattern.getIdentifier() == null);
      if (!patternsOnly || !other.getName().equals(rule.name())) {
        problems.add(
            Problem.of(
                rule.mark(), "rule \"" + rule.name() + "\"", "Drools reads this rule differently"));
      }
    }
  }

  private static String plain(String message) {
    Matcher raw = RAW.matcher(message);
    String said = raw.matches() ? raw.group(1) : message;
    return said.strip()
        .replaceAll("\\s+", " ")
        .replace("mismatched input", "did not expect")
        .replace("no viable alternative at input", "did not expect")
        .replace("extraneous input", "did not expect");
  }
}
