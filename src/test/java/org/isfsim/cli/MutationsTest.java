package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shipped files and command lines with something changed in them end as a result or as clear
 * problems, in bounded time: never as a defect or a trace, nor with a raw control character or a
 * part of a file.
 *
 * <p>{@code -Dmutations.count=N} tries more, {@code -Dmutations.seed=N} others; a failure names the
 * seed of its input.
 */
final class MutationsTest {

  private static final int COUNT = Integer.getInteger("mutations.count", 60);
  private static final long SEED = Long.getLong("mutations.seed", 14);
  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202e]");
  private static final long MOST_NANOS = 60_000_000_000L;

  private static final String TABLE =
      "order.week,contributors.DYKE.offers,contributors.DYKE.gates\n"
          + "1,true,8\n50,true,8\n1,false,\n\"60\",true,0\n";

  /** Sound command lines; TOWN stands for a scenario. */
  static final List<List<String>> LINES =
      List.of(
          List.of("run", "TOWN", "--cases", "20", "--seed", "3", "--threads", "2"),
          List.of("run", "TOWN", "--cases", "0", "--exact", "all", "--format", "json"),
          List.of("run", "TOWN", "--cases", "9", "--set", "order.week=3", "--ask", "dry"),
          List.of("run", "TOWN", "--cases", "9", "--policy", "paid-first", "--time-limit", "2s"),
          List.of("explain", "TOWN", "--case", "7", "--all"),
          List.of("reach", "TOWN", "--outcome", "dry"),
          List.of("sweep", "TOWN", "--vary", "budget.advance=true,false", "--format", "csv"),
          List.of("compare", "TOWN", "--policy", "all", "--cases", "20"),
          List.of("discover", "TOWN", "--outcome", "dry", "--cases", "500"),
          List.of("signposts", "TOWN", "--outcome", "dry"),
          List.of("parameters", "order.week"),
          List.of("rules", "show", "barrier", "--format", "json"),
          List.of("sources", "show", "S001-25"),
          List.of("new", "-", "--force"),
          List.of("completion"));

  @TempDir private Path folder;
  private final Map<String, Integer> ends = new TreeMap<>();
  private List<Path> scenarios = List.of();
  private List<Path> rules = List.of();

  @BeforeEach
  void findFiles() throws IOException {
    scenarios = files(SECOND.resolve("scenarios"));
    rules = files(SECOND.resolve("rules"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void whateverIsChangedThereIsAResultOrAClearProblem() throws IOException {
    copy(SECOND.resolve("scenarios"), folder.resolve("scenarios"));
    copy(SECOND.resolve("rules"), folder.resolve("rules"));
    for (int i = 0; i < COUNT; i++) {
      long seed = SEED * 1_000_003 + i;
      SplittableRandom random = new SplittableRandom(seed);
      int kind = random.nextInt(100);
      if (kind < 55) {
        scenario(seed, random);
      } else if (kind < 75) {
        table(seed, random);
      } else if (kind < 95) {
        line(seed, random);
      } else {
        ruleFolder(seed, random);
      }
    }
    System.getLogger("mutations").log(System.Logger.Level.INFO, "{0} inputs: {1}", COUNT, ends);
    assertThat(ends).containsKeys("scenario 0", "scenario 3", "table 3");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  private void scenario(long seed, SplittableRandom random) throws IOException {
    Path file = folder.resolve("scenarios/mutated.yaml");
    boolean shipped = random.nextInt(4) == 0;
    Path from =
        shipped
            ? Ran.HOME.resolve("scenarios/baseline.yaml")
            : scenarios.get(random.nextInt(scenarios.size()));
    Files.write(file, Mutation.of(Files.readAllBytes(from), random));
    boolean runs = random.nextInt(8) == 0;
    List<String> words =
        runs
            ? List.of("run", file.toString(), "--cases", "5", "--exact", "none")
            : List.of("check", file.toString());
    check("scenario", seed, words, shipped ? null : SECOND.resolve("rules"));
  }

  private void table(long seed, SplittableRandom random) throws IOException {
    Path file = folder.resolve("cases.csv");
    Path out = folder.resolve("out/rows.csv");
    Files.createDirectories(folder.resolve("out"));
    Files.write(file, Mutation.of(TABLE.getBytes(StandardCharsets.UTF_8), random));
    String town = SECOND.resolve("scenarios/town.yaml").toString();
    List<String> words =
        List.of("evaluate", town, file.toString(), "--out", out.toString(), "--force");
    int code = check("table", seed, words, SECOND.resolve("rules"));
    assertThat(files(folder.resolve("out")))
        .as("seed %d", seed)
        .isEqualTo(code == 0 || code == 4 ? List.of(out) : List.of());
    Files.deleteIfExists(out);
  }

  private void line(long seed, SplittableRandom random) {
    List<String> words = new ArrayList<>();
    for (String word : LINES.get(random.nextInt(LINES.size()))) {
      words.add(word.replace("TOWN", SECOND.resolve("scenarios/town.yaml").toString()));
    }
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.add(at, Mutation.piece(random));
        case 1 -> words.set(at, words.get(at) + Mutation.piece(random));
        case 2 -> words.set(at, Mutation.piece(random));
        default -> words.add(words.get(at));
      }
    }
    // What reads from standard input, or writes where it was not asked to, is not for this test.
    if (words.contains("-") && !words.contains("new") || words.contains("/dev/null")) {
      return;
    }
    check("line", seed, words, SECOND.resolve("rules"));
  }

  private void ruleFolder(long seed, SplittableRandom random) throws IOException {
    Path original = rules.get(random.nextInt(rules.size()));
    Path file = folder.resolve("rules").resolve(original.getFileName());
    Files.write(file, Mutation.of(Files.readAllBytes(original), random));
    check("rules", seed, List.of("check", folder.resolve("rules").toString()), null);
    Files.write(file, Files.readAllBytes(original));
  }

  private int check(
      String kind, long seed, List<String> words, @org.jspecify.annotations.Nullable Path with) {
    List<String> args = new ArrayList<>(words);
    if (with != null && !List.of("sources", "completion").contains(words.get(0))) {
      args.addAll(List.of("--rules", with.toString()));
    }
    long start = System.nanoTime();
    Ran ran = Ran.isfsim(args.toArray(String[]::new));
    String what = kind + " of seed " + seed + ": " + args;
    assertThat(System.nanoTime() - start).as("time of %s", what).isLessThan(MOST_NANOS);
    assertThat(ran.code()).as("%s%n%s", what, ran.err()).isIn(0, 2, 3, 4);
    assertThat(ran.err()).as(what).doesNotContain("\tat ", "a defect of isfsim");
    assertThat(CONTROL.matcher(ran.out() + ran.err()).find()).as(what).isFalse();
    if (ran.code() != 0) {
      // What check finds is its result.
      assertThat(words.get(0).equals("check") ? ran.out() + ran.err() : ran.err())
          .as(what)
          .isNotBlank();
    }
    ends.merge(kind + " " + ran.code(), 1, Integer::sum);
    return ran.code();
  }
}
