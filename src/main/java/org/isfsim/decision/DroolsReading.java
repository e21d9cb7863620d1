package org.isfsim.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * The second reading of rules, by the parsers of Drools itself: of the file as written, and of the
 * text made from it that is compiled.
 *
 * <p>A file that our reader finds sound must be sound for Drools too: the same rules, each with the
 * same patterns, each with the same words between the same commas. The text that is compiled must
 * hold what we made and nothing else, down to every comparison. Otherwise the file is refused, so
 * that no text can say one thing to the reader who explains and another to the engine that decides.
 */
final class DroolsReading {

  /** {@code [ERR 102] Line 8:17 mismatched input 'flag' in pattern}. */
  private static final Pattern RAW =
      Pattern.compile("(?s)\\[ERR \\d+\\]\\s*(?:Line \\d+:\\d+)?\\s*(.*)");

  private DroolsReading() {}

  /** Reads a file as written and notes where Drools reads it differently. */
  static void ofFile(
      String file, String text, Signature signature, List<RuleFile.Read> read, Problems problems) {
    Optional<PackageDescr> parsed = parse(file, text, problems);
    if (parsed.isEmpty()) {
      return;
    }
    List<RuleDescr> rules = parsed.get().getRules();
    if (rules.size() != read.size()) {
      problems.add(
          Mark.of(file),
          "",
          "Drools reads " + rules.size() + " rules where " + read.size() + " are written");
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      RuleFile.Read ours = read.get(i);
      RuleDescr theirs = rules.get(i);
      boolean same =
          theirs.getName().equals(ours.rule().name())
              && patterns(theirs, signature.factType())
                  .filter(patterns -> patterns.equals(ours.patterns()))
                  .isPresent();
      if (!same) {
        problems.add(differently(ours.rule()));
      }
    }
  }

  /** Reads what is to be compiled and notes each rule that Drools reads differently. */
  static void ofGenerated(GeneratedRules generated, Mark file, Problems problems) {
    Problems found = new Problems();
    Optional<PackageDescr> parsed = parse(file.file(), generated.drl(), found);
    List<GeneratedRules.Generated> rules = generated.rules();
    if (parsed.isEmpty()
        || !isFrame(parsed.get(), generated)
        || parsed.get().getRules().size() != rules.size()) {
      problems.add(file, "", "Drools reads these rules differently");
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      if (!isSame(parsed.get().getRules().get(i), rules.get(i))) {
        problems.add(differently(rules.get(i).origin()));
      }
    }
  }

  private static Problem differently(Rule rule) {
    return Problem.of(
        rule.mark(), "rule \"" + rule.name() + "\"", "Drools reads this rule differently");
  }

  /** Whether a text has the declarations that were made, and nothing beside them and the rules. */
  private static boolean isFrame(PackageDescr parsed, GeneratedRules generated) {
    boolean nothingElse =
        parsed.getImports().isEmpty()
            && parsed.getFunctionImports().isEmpty()
            && parsed.getAccumulateImports().isEmpty()
            && parsed.getFunctions().isEmpty()
            && parsed.getAttributes().isEmpty()
            && parsed.getEnumDeclarations().isEmpty()
            && parsed.getEntryPointDeclarations().isEmpty()
            && parsed.getWindowDeclarations().isEmpty();
    if (!nothingElse
        || !parsed.getName().equals(generated.packageName())
        || parsed.getGlobals().size() != 1
        || parsed.getTypeDeclarations().size() != 1) {
      return false;
    }
    GlobalDescr global = parsed.getGlobals().get(0);
    TypeDeclarationDescr fact = parsed.getTypeDeclarations().get(0);
    return global.getIdentifier().equals(GeneratedRules.COLLECTOR)
        && global.getType().equals(GeneratedRules.COLLECTOR_TYPE)
        && fact.getTypeName().equals(GeneratedRules.FACT)
        && fact.getFields().values().stream()
            .map(DroolsReading::declared)
            .toList()
            .equals(
                IntStream.range(0, generated.fields())
                    .mapToObj(i -> PlainCondition.FIELD + i + " " + GeneratedRules.FIELD_TYPE)
                    .toList());
  }

  private static String declared(TypeFieldDescr field) {
    return field.getFieldName() + " " + field.getPattern().getObjectType();
  }

  private static boolean isSame(RuleDescr theirs, GeneratedRules.Generated ours) {
    if (!theirs.getName().equals(ours.name())
        || !theirs.getAttributes().isEmpty()
        || !theirs.getNamedConsequences().isEmpty()
        || theirs.hasParent()
        || !theirs.getConsequence().toString().strip().equals(ours.consequence())
        || theirs.getLhs().getDescrs().size() != 1) {
      return false;
    }
    return constraints(
            theirs.getLhs().getDescrs().get(0), GeneratedRules.FACT, GeneratedRules.BOUND)
        .flatMap(ParsedConstraint::readAll)
        .filter(condition -> condition.equals(ours.condition()))
        .isPresent();
  }

  /** The words of each pattern with its commas; empty if something is no plain pattern. */
  private static Optional<List<List<String>>> patterns(RuleDescr rule, String type) {
    List<List<String>> patterns = new ArrayList<>();
    for (BaseDescr part : rule.getLhs().getDescrs()) {
      Optional<List<String>> constraints = constraints(part, type, null);
      if (constraints.isEmpty()) {
        return Optional.empty();
      }
      // The line ends first: a constraint may end with a comment.
      String joined = String.join("\n,", constraints.get());
      patterns.add(Tokens.words(Lexer.read("", joined, new Problems())));
    }
    return Optional.of(patterns);
  }

  /**
   * The constraints of a pattern as they stand; empty if it is no plain pattern of the type that is
   * bound to this name, or to none.
   */
  private static Optional<List<String>> constraints(
      BaseDescr part, String type, @Nullable String bound) {
    if (!(part instanceof PatternDescr pattern)
        || !pattern.getObjectType().equals(type)
        || pattern.getSource() != null
        || !Objects.equals(pattern.getIdentifier(), bound)) {
      return Optional.empty();
    }
    List<String> constraints = new ArrayList<>();
    for (BaseDescr descr : pattern.getConstraint().getDescrs()) {
      if (!(descr instanceof ExprConstraintDescr constraint)) {
        return Optional.empty();
      }
      constraints.add(constraint.getExpression());
    }
    return Optional.of(constraints);
  }

  private static Optional<PackageDescr> parse(String file, String text, Problems problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed;
    try {
      parsed = parser.parse(false, text);
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      // Whatever the parser stumbles over, it is the file that it cannot read.
      problems.add(
          Mark.of(file),
          "",
          "Drools cannot read the file: " + plain(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
    for (DroolsError error : parser.getErrors()) {
      Mark mark =
          error instanceof ParserError at
              ? new Mark(file, at.getRow(), at.getCol() + 1)
              : Mark.of(file);
      problems.add(mark, "", "Drools cannot read this: " + plain(error.getMessage()));
    }
    return parsed == null || parser.hasErrors() ? Optional.empty() : Optional.of(parsed);
  }

  /** What Drools says, without its numbers and in fewer of its own words. */
  static String plain(String message) {
    Matcher raw = RAW.matcher(message);
    String said = raw.matches() ? raw.group(1) : message;
    return said.strip()
        .replaceAll("\\s+", " ")
        .replace("mismatched input", "did not expect")
        .replace("no viable alternative at input", "did not expect")
        .replace("extraneous input", "did not expect");
  }
}
