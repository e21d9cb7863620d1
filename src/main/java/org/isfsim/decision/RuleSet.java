package org.isfsim.decision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.isfsim.document.Problem;

/** The rules of a folder, read and checked: one file for each decision. Immutable. */
public final class RuleSet {

  private final Path folder;
  private final List<Signature> signatures;
  private final List<Rule> rules;
  private final Map<String, List<Rule>> byDecision;
  private final String sha256;
  private final RuleCache cache;
  private final Map<String, String> keys;

  RuleSet(
      Path folder,
      List<Signature> signatures,
      List<Rule> rules,
      String sha256,
      RuleCache cache,
      Map<String, String> keys) {
    this.folder = folder;
    this.signatures = List.copyOf(signatures);
    this.rules = List.copyOf(rules);
    this.byDecision = rules.stream().collect(Collectors.groupingBy(Rule::decision));
    this.sha256 = sha256;
    this.cache = cache;
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads the rule files of a folder, {@code <decision>.drl} for each decision, and has Drools read
   * them too.
   *
   * @param folder the folder as the user named it; it appears so in messages
   * @param signatures the decisions, in their order
   * @throws InvalidInputException with every problem of every file
   */
  public static RuleSet read(Path folder, List<Signature> signatures) {
    return read(folder, signatures, RuleCache.NONE);
  }

  /**
   * Reads the rule files of a folder; Drools reads those only that the cache does not know.
   *
   * @param folder the folder as the user named it; it appears so in messages
   * @param signatures the decisions, in their order
   * @param cache what is known from earlier runs, and is kept for later ones
   * @throws InvalidInputException with every problem of every file
   */
  public static RuleSet read(Path folder, List<Signature> signatures, RuleCache cache) {
    return new RuleFolder(folder, signatures, cache).read();
  }

  /**
   * What is wrong in the rule files of some decisions of a folder, of which others may not be
   * known.
   *
   * @param signatures the decisions that are known
   */
  public static List<Problem> problems(Path folder, List<Signature> signatures, RuleCache cache) {
    return new RuleFolder(folder, signatures, cache).problemsOfFiles();
  }

  /** The folder that was read. */
  public Path folder() {
    return folder;
  }

  /** The decisions, in the order given. */
  public List<Signature> signatures() {
    return signatures;
  }

  /**
   * The signature of a decision.
   *
   * @throws IllegalArgumentException if there is no such decision
   */
  public Signature signature(String decision) {
    return signatures.stream()
        .filter(signature -> signature.decision().equals(decision))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No decision \"" + decision + "\""));
  }

  /** All rules, by decision in the order given, then in file order. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rules of a decision in file order. */
  public List<Rule> rulesOf(String decision) {
    return byDecision.getOrDefault(decision, List.of());
  }

  /**
   * The SHA-256 of the rule files in lower-case hexadecimal: over the name and the bytes of each,
   * in the order of names.
   */
  public String sha256() {
    return sha256;
  }

  RuleCache cache() {
    return cache;
  }

  /** What the cache calls the file of a decision. */
  String key(String decision) {
    return Objects.requireNonNull(keys.get(decision));
  }
}
