package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every combination of every decision that comes with the program, fired through Drools.
 *
 * <p>The digests of the tables are kept in {@code decision-tables.txt}, so that another version of
 * Drools must give the same tables ({@code -Ddrools.version=9.44.0.Final}). After a change of the
 * rules that is meant, write them anew with {@code -Dtest=ShippedTablesTest -Dtables.write=true},
 * and look at the difference.
 */
final class ShippedTablesTest {

  private static final String RESOURCE = "decision-tables.txt";
  private static final RuleSet RULES = Shipped.rules();
  private static Decisions decisions;

  @BeforeAll
  static void open() {
    decisions = Decisions.remembering(RULES);
  }

  @AfterAll
  static void close() {
    decisions.close();
  }

  static Stream<String> names() {
    return RULES.signatures().stream().map(Signature::decision);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatDroolsFiresIsWhatTheParsedConditionsSayAndIsTheSameWithinAClassOfValues(
      String decision) {
    Signature signature = RULES.signature(decision);
    List<Rule> rules = RULES.rulesOf(decision);
    ValueClasses classes = ValueClasses.of(signature, rules);
    FiringTable table = FiringTable.of(decisions, classes);
    Rows rows = new Rows(signature);
    long[] tried = new long[(int) classes.count()];
    for (long key = 0; key < signature.combinations(); key++) {
      int[] combination = signature.combination(key);
      List<Rule> fired = decisions.trace(decision, combination).fired();
      int[] row = rows.row(combination);

      if (!fired.equals(rules.stream().filter(rule -> rule.condition().holds(row)).toList())) {
        assertThat(fired)
            .as(signature.inWords(combination))
            .isEqualTo(rules.stream().filter(rule -> rule.condition().holds(row)).toList());
      }
      int of = classes.key(combination);
      tried[of]++;
      List<Rule> ofClass =
          table.patterns().get(table.patternOf(of)).stream().mapToObj(rules::get).toList();
      if (!fired.equals(ofClass)) {
        assertThat(fired).as(signature.inWords(combination)).isEqualTo(ofClass);
      }
    }
    for (int key = 0; key < tried.length; key++) {
      assertThat(classes.weight(key)).isEqualTo(tried[key]);
    }
  }

  @Test
  void everyTableIsTheSameUnderEveryVersionOfDrools() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Signature signature : RULES.signatures()) {
      lines.add(signature.decision() + " " + signature.combinations() + " " + digest(signature));
    }
    if (Boolean.getBoolean("tables.write")) {
      Files.write(
          Path.of(System.getProperty("isfsim.home"))
              .resolve("src/test/resources/org/isfsim/decision")
              .resolve(RESOURCE),
          lines);
      return;
    }
    assertThat(lines)
        .as("if the rules were meant to change, write the digests anew; see the class comment")
        .containsExactlyElementsOf(kept());
  }

  private static List<String> kept() throws IOException {
    try (InputStream in = ShippedTablesTest.class.getResourceAsStream(RESOURCE)) {
      assertThat(in).as(RESOURCE).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String digest(Signature signature) {
    MessageDigest digest = sha256();
    DecisionTable table = decisions.table(signature.decision());
    for (long key = 0; key < signature.combinations(); key++) {
      digest.update((table.finding(table.lookup(key)) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
