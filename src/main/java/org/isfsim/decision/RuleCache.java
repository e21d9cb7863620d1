package org.isfsim.decision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.isfsim.document.YamlReader;

/**
 * Keeps rules between runs: compiled, for an engine to load, and which of them fired together.
 *
 * <p>That a file has kept firings also says that Drools has read it and found it sound.
 */
public final class RuleCache {

  /** No cache: everything is worked out afresh. */
  public static final RuleCache NONE = new RuleCache(CacheDirectories.NONE);

  private static final String FORM = "isfsim rules 3\n";
  private static final String COMPILED = ".jar";
  private static final String FIRED = ".fired";

  private final CacheDirectories directories;

  /** The kept firings that were looked for, by key. */
  private final Map<String, Optional<byte[]>> fired = new ConcurrentHashMap<>();

  RuleCache(CacheDirectories directories) {
    this.directories = directories;
  }

  /**
   * The cache of this process: what comes with the program, in the directory that the system
   * property {@code isfsim.compiled} names, and the user's cache directory, unless {@code
   * isfsim.cache} names another or is {@code none}.
   */
  public static RuleCache ofProcess() {
    return new RuleCache(CacheDirectories.ofProcess());
  }

  /** The rules compiled: from the cache if there is a sound entry, else built and kept. */
  CompiledRules compiled(RuleSet rules) {
    String name = key(rules);
    return directories
        .find(name, COMPILED)
        .flatMap(RuleCache::loaded)
        .orElseGet(
            () -> {
              CompiledRules built = CompiledRules.build(rules);
              directories.keep(name, COMPILED, built.bytes());
              return built;
            });
  }

  private static Optional<CompiledRules> loaded(CacheDirectories.Entry entry) {
    try {
      return Optional.of(CompiledRules.load(entry.file()));
    } catch (IOException | RuntimeException e) {
      // Of no use: they are built anew.
      return Optional.empty();
    }
  }

  /** A hash of all that Drools is given and of the Drools that it is given to. */
  static String key(RuleSet rules) {
    StringBuilder content =
        new StringBuilder(FORM).append(CacheDirectories.droolsVersion()).append('\n');
    GeneratedRules.of(rules).forEach(file -> content.append(file.drl()));
    return CacheDirectories.hash(content.toString());
  }

  /** A hash of all that decides which rules of a decision fire. */
  static String key(Signature signature, byte[] file) {
    StringBuilder content =
        new StringBuilder(FORM).append(CacheDirectories.droolsVersion()).append('\n');
    signature.fields().forEach(f -> content.append(f.name()).append(f.domain()).append('\n'));
    signature.inputs().forEach(f -> content.append(f.name()).append('\n'));
    signature.results().forEach(r -> content.append(r.name()).append(r.domain()).append('\n'));
    content.append(YamlReader.sha256(file));
    return signature.decision() + "-" + CacheDirectories.hash(content.toString());
  }

  /** Whether firings of this file are kept, so that it was found sound before. */
  boolean knows(String key) {
    return fired(key).isPresent();
  }

  private Optional<byte[]> fired(String key) {
    return fired.computeIfAbsent(
        key, k -> directories.find(k, FIRED).map(CacheDirectories.Entry::bytes));
  }

  /**
   * What is known of a decision's firings; empty if there are too many combinations to keep.
   *
   * @param key what the decision's file has for a key
   * @param signature the decision
   * @param rules how many rules it has
   */
  Optional<Firings> firings(String key, Signature signature, int rules) {
    if (signature.combinations() > CodeStore.LARGEST_ARRAY) {
      return Optional.empty();
    }
    int combinations = (int) signature.combinations();
    return fired(key)
        .flatMap(bytes -> read(bytes, combinations, rules))
        .or(() -> Optional.of(new Firings(combinations, rules)));
  }

  private static Optional<Firings> read(byte[] bytes, int combinations, int rules) {
    try {
      return Optional.of(Firings.read(bytes, combinations, rules));
    } catch (IOException e) {
      // Of no use: the rules are fired anew.
      return Optional.empty();
    }
  }

  /**
   * Compiles rules, fires them on every combination that they tell apart, and keeps both in a
   * directory: what the program comes with. Drools is asked once for each class of values; that it
   * says the same of all combinations of a class is tested for the rules that come with the
   * program.
   */
  public static void prepare(Path rules, List<Signature> signatures, Path directory) {
    RuleCache cache = new RuleCache(new CacheDirectories(Optional.empty(), Optional.of(directory)));
    RuleSet read = RuleSet.read(rules, signatures, cache);
    try (Decisions decisions = Decisions.reference(read)) {
      for (Signature signature : signatures) {
        cache.keep(read.key(signature.decision()), firings(decisions, signature));
      }
    }
  }

  /** Which rules of a decision fire on every combination, from one firing for each class. */
  static Firings firings(Decisions decisions, Signature signature) {
    List<Rule> own = decisions.rules().rulesOf(signature.decision());
    ValueClasses classes = ValueClasses.of(signature, own);
    FiringTable table = FiringTable.of(decisions, classes);
    Firings firings = new Firings(Math.toIntExact(signature.combinations()), own.size());
    for (int key = 0; key < signature.combinations(); key++) {
      int of = classes.key(signature.combination(key));
      firings.put(key, table.patterns().get(table.patternOf(of)));
    }
    return firings;
  }

  /** Keeps what was learnt of a decision's firings. */
  void keep(String key, Firings firings) {
    directories.keep(key, FIRED, firings.toBytes());
    fired.remove(key);
  }

  /** Some rules of a decision, by their places. */
  static BitSet places(List<Rule> of, List<Rule> fired) {
    BitSet places = new BitSet(of.size());
    int next = 0;
    for (Rule rule : fired) {
      // Both are in file order.
      while (of.get(next) != rule) {
        next++;
      }
      places.set(next);
    }
    return places;
  }
}
