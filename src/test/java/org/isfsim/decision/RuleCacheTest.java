package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept between runs is found again, and what is damaged is not trusted. */
class RuleCacheTest {

  @TempDir Path directory;

  private RuleCache cache() {
    return new RuleCache(new CacheDirectories(Optional.empty(), Optional.of(directory)));
  }

  private RuleSet rules() {
    return RuleSet.read(Samples.rules().folder(), List.of(Samples.COUNCIL), cache());
  }

  private List<Path> entries(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** Asks for some findings; how often the rules had to be fired. */
  private long fired(List<Finding> findings) {
    try (Decisions decisions = Decisions.remembering(rules())) {
      DecisionTable table = decisions.table(Samples.COUNCIL.decision());
      findings.clear();
      for (long key = 0; key < Math.min(200, table.signature().combinations()); key++) {
        findings.add(table.finding(table.lookup(key)));
      }
      return decisions.firings();
    }
  }

  @Test
  void whatWasFiredIsNotFiredAgainByTheNextRun() throws IOException {
    List<Finding> first = new ArrayList<>();
    List<Finding> second = new ArrayList<>();
    assertThat(fired(first)).isPositive();
    assertThat(entries(".fired")).hasSize(1);
    assertThat(entries(".jar")).hasSize(1);
    assertThat(fired(second)).isZero();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aDamagedEntryIsMadeAnew() throws IOException {
    List<Finding> first = new ArrayList<>();
    List<Finding> second = new ArrayList<>();
    long firings = fired(first);
    Path entry = entries(".fired").get(0);
    byte[] bytes = Files.readAllBytes(entry);
    bytes[bytes.length / 2] ^= 1;
    Files.write(entry, bytes);
    assertThat(fired(second)).isEqualTo(firings);
    assertThat(second).isEqualTo(first);
    assertThat(fired(second)).isZero();
  }

  @Test
  void aCacheThatCannotBeWrittenCostsNoResult() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a folder");
    RuleCache none =
        new RuleCache(new CacheDirectories(Optional.empty(), Optional.of(file.resolve("under"))));
    RuleSet rules = RuleSet.read(Samples.rules().folder(), List.of(Samples.COUNCIL), none);
    RuleSet plain =
        RuleSet.read(Samples.rules().folder(), List.of(Samples.COUNCIL), RuleCache.NONE);
    try (Decisions decisions = Decisions.remembering(rules);
        Decisions uncached = Decisions.reference(plain)) {
      for (long key = 0; key < Samples.COUNCIL.combinations(); key++) {
        assertThat(decisions.table(Samples.COUNCIL.decision()).verdict(key).finding())
            .isEqualTo(uncached.table(Samples.COUNCIL.decision()).verdict(key).finding());
      }
    }
    assertThat(file).hasContent("not a folder");
  }

  @Test
  void theDirectoryIsTheOneNamedElseThatOfTheUser() {
    assertThat(CacheDirectories.of("none", "/x", Map.of())).isEqualTo(CacheDirectories.NONE);
    assertThat(CacheDirectories.of("/own", "/x", Map.of()))
        .isEqualTo(new CacheDirectories(Optional.of(Path.of("/x")), Optional.of(Path.of("/own"))));
    assertThat(CacheDirectories.of(null, null, Map.of("XDG_CACHE_HOME", "/cache")).own())
        .contains(Path.of("/cache/isfsim"));
  }
}
