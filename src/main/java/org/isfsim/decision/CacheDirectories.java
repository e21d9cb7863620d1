package org.isfsim.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.document.YamlReader;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * What was worked out from rules, kept between runs: in a directory that comes with the program and
 * is only read, and in the user's cache directory.
 *
 * <p>An entry is a file named after a hash of everything that it was made from, and after the hash
 * of its own bytes: a changed rule finds no entry, a damaged entry does not have the content that
 * its name says and is passed over, and a file gets its name only when it is whole, so that runs at
 * the same time do not disturb each other. A cache that cannot be read or written costs time, never
 * a result.
 *
 * @param shipped the directory that comes with the program, if any
 * @param own the user's, if one is wanted
 */
record CacheDirectories(Optional<Path> shipped, Optional<Path> own) {

  /** The system property with the user's directory; {@code none} for no cache of either kind. */
  static final String PROPERTY = "isfsim.cache";

  /** The system property with the directory that comes with the program. */
  static final String SHIPPED = "isfsim.compiled";

  /** No cache at all. */
  static final CacheDirectories NONE = new CacheDirectories(Optional.empty(), Optional.empty());

  /** An entry that was found. */
  record Entry(Path file, byte[] bytes) {}

  /** Those that the system properties name, else the one in the user's cache directory. */
  static CacheDirectories ofProcess() {
    return of(System.getProperty(PROPERTY), System.getProperty(SHIPPED), System.getenv());
  }

  static CacheDirectories of(
      @Nullable String own, @Nullable String shipped, Map<String, String> environment) {
    if ("none".equals(own)) {
      return NONE;
    }
    return new CacheDirectories(
        Optional.ofNullable(shipped).filter(s -> !s.isBlank()).map(Path::of),
        ownDirectory(own, environment));
  }

  private static Optional<Path> ownDirectory(
      @Nullable String property, Map<String, String> environment) {
    if (property != null && !property.isBlank()) {
      return Optional.of(Path.of(property));
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

  /** A short hash of a text. */
  static String hash(String content) {
    return YamlReader.sha256(content.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  /** The name of the file that Drools was loaded from, which holds its version. */
  static String droolsVersion() {
    CodeSource source = KieBase.class.getProtectionDomain().getCodeSource();
    String place = source == null ? "unknown" : String.valueOf(source.getLocation());
    return place.substring(place.lastIndexOf('/') + 1);
  }

  /**
   * The sound entry of a name.
   *
   * @param name its name, which says what it was made from
   * @param ending how its file's name ends
   */
  Optional<Entry> find(String name, String ending) {
    for (Path directory : directories()) {
      if (!Files.isDirectory(directory)) {
        continue;
      }
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(directory, name + "-*" + ending)) {
        for (Path file : files) {
          Optional<Entry> entry = sound(file, ending);
          if (entry.isPresent()) {
            return entry;
          }
        }
      } catch (IOException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  private List<Path> directories() {
    List<Path> directories = new ArrayList<>();
    shipped.ifPresent(directories::add);
    own.ifPresent(directories::add);
    return directories;
  }

  private static Optional<Entry> sound(Path file, String ending) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String hash = YamlReader.sha256(bytes);
      return String.valueOf(file.getFileName()).endsWith("-" + hash + ending)
          ? Optional.of(new Entry(file, bytes))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps an entry in the user's directory, in place of earlier ones of its name. */
  void keep(String name, String ending, byte[] bytes) {
    if (own.isEmpty()) {
      return;
    }
    Path directory = own.get();
    String file = name + "-" + YamlReader.sha256(bytes) + ending;
    try {
      Files.createDirectories(directory);
      Path part = Files.createTempFile(directory, "isfsim", ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      try (DirectoryStream<Path> others =
          Files.newDirectoryStream(directory, name + "-*" + ending)) {
        for (Path other : others) {
          if (!String.valueOf(other.getFileName()).equals(file)) {
            Files.deleteIfExists(other);
          }
        }
      }
    } catch (IOException e) {
      // The next run works it out again; nothing else is lost.
      return;
    }
  }
}
