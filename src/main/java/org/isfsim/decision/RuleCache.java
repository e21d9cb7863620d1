package org.isfsim.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import org.isfsim.document.YamlReader;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * Keeps compiled rules between runs in the user's cache directory.
 *
 * <p>An entry is named after a hash of everything that was compiled and of the version of Drools,
 * and after the hash of its own bytes: a changed rule finds no entry, a damaged entry does not have
 * the content that its name says and is thrown away, and a file gets its name only when it is
 * whole, so that runs at the same time do not disturb each other. A cache that cannot be read or
 * written costs time, never a result.
 */
final class RuleCache {

  /** The system property with the directory; {@code none} for no cache. */
  static final String PROPERTY = "isfsim.cache";

  private static final String FORM = "isfsim rules 1\n";

  private final Optional<Path> directory;

  RuleCache(Optional<Path> directory) {
    this.directory = directory;
  }

  /** The cache that the system property names, else the one in the user's cache directory. */
  static RuleCache ofProcess() {
    return new RuleCache(directory(System.getProperty(PROPERTY), System.getenv()));
  }

  static Optional<Path> directory(@Nullable String property, Map<String, String> environment) {
    if (property != null && !property.isBlank()) {
      return property.equals("none") ? Optional.empty() : Optional.of(Path.of(property));
    }
    String base = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!base.isBlank() && Path.of(base).isAbsolute()) {
      return Optional.of(Path.of(base, "isfsim"));
    }
    String home = System.getProperty("user.home", "");
    return home.isBlank() || home.equals("?")
        ? Optional.empty()
        : Optional.of(Path.of(home, ".cache", "isfsim"));
  }

  /** The rules compiled: from the cache if there is a sound entry, else built and kept. */
  CompiledRules compiled(RuleSet rules) {
    if (directory.isEmpty()) {
      return CompiledRules.build(rules);
    }
    String key = key(rules);
    Optional<CompiledRules> kept = find(directory.get(), key);
    if (kept.isPresent()) {
      return kept.get();
    }
    CompiledRules built = CompiledRules.build(rules);
    keep(directory.get(), key, built);
    return built;
  }

  /** A hash of all that Drools is given and of the Drools that it is given to. */
  static String key(RuleSet rules) {
    StringBuilder content = new StringBuilder(FORM).append(version()).append('\n');
    rules.signatures().forEach(s -> content.append(CompiledRules.drl(rules, s)));
    return YamlReader.sha256(content.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  private static String version() {
    CodeSource source = KieBase.class.getProtectionDomain().getCodeSource();
    String place = source == null ? "unknown" : String.valueOf(source.getLocation());
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static Optional<CompiledRules> find(Path directory, String key) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, key + "-*.jar")) {
      for (Path entry : entries) {
        Optional<CompiledRules> loaded = load(entry);
        if (loaded.isPresent()) {
          return loaded;
        }
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<CompiledRules> load(Path entry) {
    try {
      String hash = YamlReader.sha256(Files.readAllBytes(entry));
      return String.valueOf(entry.getFileName()).endsWith("-" + hash + ".jar")
          ? Optional.of(CompiledRules.load(entry))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void keep(Path directory, String key, CompiledRules built) {
    try {
      Files.createDirectories(directory);
      Path part = Files.createTempFile(directory, "rules", ".part");
      try {
        built.save(part);
        String hash = YamlReader.sha256(Files.readAllBytes(part));
        Files.move(
            part, directory.resolve(key + "-" + hash + ".jar"), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // The next run compiles again; nothing else is lost.
      return;
    }
  }
}
