package org.isfsim.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.exact.Ranges;
import org.isfsim.scenario.Change;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.WrittenStatement;

/**
 * What a command is asked to run, as data: a later command goes on with it.
 *
 * @param words the command line that asked for it, without {@code isfsim}
 * @param paths scenario files, and folders of them
 * @param policy the policy to apply, several with commas between them, or {@value #EVERY_POLICY}
 * @param sets values by address, in order
 * @param observed what is known beside what the files say
 * @param asked statements whose probability is asked for
 * @param rules another rule folder than the one that comes with the program
 * @param seed another seed than the scenarios'
 * @param cases how many cases, unless the scenarios say
 * @param exact what to work out exactly
 * @param ranges to which values assumptions are set
 * @param casesAs the form of the table of cases
 * @param reference whether rules are fired afresh
 * @param threads how many threads
 * @param base the run that others are told against
 * @param form the form of the answer
 */
public record RunRequest(
    List<String> words,
    List<Path> paths,
    Optional<String> policy,
    Map<String, String> sets,
    List<String> observed,
    List<String> asked,
    Optional<Path> rules,
    Optional<Long> seed,
    Optional<Long> cases,
    Runs.Exact exact,
    Ranges ranges,
    CasesAs casesAs,
    boolean reference,
    int threads,
    Optional<String> base,
    String form) {

  private static final String EVERY_POLICY = "all";

  /** The option that observes, for messages. */
  private static final String OBSERVED = "--observed";

  /** The option that asks, for messages. */
  private static final String ASK = "--ask";

  /** Copies the collections. */
  public RunRequest {
    words = List.copyOf(words);
    paths = List.copyOf(paths);
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    observed = List.copyOf(observed);
    asked = List.copyOf(asked);
  }

  /** As names and values, for {@link #of}. */
  List<Map.Entry<String, String>> fields() {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    words.forEach(word -> fields.add(Map.entry("word", word)));
    paths.forEach(path -> fields.add(Map.entry("path", path.toString())));
    policy.ifPresent(name -> fields.add(Map.entry("policy", name)));
    sets.forEach((address, value) -> fields.add(Map.entry("set " + address, value)));
    observed.forEach(statement -> fields.add(Map.entry("observed", statement)));
    asked.forEach(statement -> fields.add(Map.entry("ask", statement)));
    rules.ifPresent(folder -> fields.add(Map.entry("rules", folder.toString())));
    seed.ifPresent(number -> fields.add(Map.entry("seed", number.toString())));
    cases.ifPresent(number -> fields.add(Map.entry("cases", number.toString())));
    fields.add(Map.entry("exact", exact.name()));
    fields.add(Map.entry("ranges", ranges.name()));
    fields.add(Map.entry("cases-as", casesAs.name()));
    fields.add(Map.entry("reference", String.valueOf(reference)));
    fields.add(Map.entry("threads", String.valueOf(threads)));
    base.ifPresent(run -> fields.add(Map.entry("base", run)));
    fields.add(Map.entry("form", form));
    return fields;
  }

  /** What {@link #fields} gave. */
  static RunRequest of(List<Map.Entry<String, String>> fields) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, String> sets = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : fields) {
      if (field.getKey().startsWith("set ")) {
        sets.put(field.getKey().substring("set ".length()), field.getValue());
      } else {
        values.computeIfAbsent(field.getKey(), name -> new ArrayList<>()).add(field.getValue());
      }
    }
    return new RunRequest(
        all(values, "word"),
        all(values, "path").stream().map(Path::of).toList(),
        first(values, "policy"),
        sets,
        all(values, "observed"),
        all(values, "ask"),
        first(values, "rules").map(Path::of),
        first(values, "seed").map(Long::valueOf),
        first(values, "cases").map(Long::valueOf),
        Runs.Exact.valueOf(first(values, "exact").orElseThrow()),
        Ranges.valueOf(first(values, "ranges").orElseThrow()),
        CasesAs.valueOf(first(values, "cases-as").orElseThrow()),
        Boolean.parseBoolean(first(values, "reference").orElseThrow()),
        Integer.parseInt(first(values, "threads").orElseThrow()),
        first(values, "base"),
        first(values, "form").orElseThrow());
  }

  private static List<String> all(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of());
  }

  private static Optional<String> first(Map<String, List<String>> values, String name) {
    return all(values, name).stream().findFirst();
  }

  /**
   * The same as seen from the working directory.
   *
   * @param folder the folder that its paths start from
   */
  RunRequest from(Path folder) {
    if (folder.equals(Path.of("").toAbsolutePath())) {
      return this;
    }
    return new RunRequest(
        words,
        paths.stream().map(path -> moved(folder, path)).toList(),
        policy,
        sets,
        observed,
        asked,
        rules.map(path -> moved(folder, path)),
        seed,
        cases,
        exact,
        ranges,
        casesAs,
        reference,
        threads,
        base,
        form);
  }

  /** What is not there, such as the name of a scenario, stays. */
  private static Path moved(Path folder, Path path) {
    Path there = folder.resolve(path);
    return Files.exists(there) ? there.normalize() : path;
  }

  /**
   * Reads scenarios; what is wrong with one does not stop the others.
   *
   * @param files their files
   */
  public List<Loaded> load(ScenarioLoader loader, List<Path> files) {
    List<Loaded> loaded = new ArrayList<>();
    for (Path file : files) {
      try {
        List<Optional<String>> policies = new ArrayList<>();
        if (policy.filter(EVERY_POLICY::equals).isPresent()) {
          load(loader, file, Optional.empty())
              .policies()
              .keySet()
              .forEach(name -> policies.add(Optional.of(name)));
        }
        if (policies.isEmpty()) {
          policy
              .filter(names -> !names.equals(EVERY_POLICY))
              .ifPresentOrElse(
                  names -> List.of(names.split(",", -1)).forEach(n -> policies.add(Optional.of(n))),
                  () -> policies.add(Optional.empty()));
        }
        for (Optional<String> name : policies) {
          Scenario scenario = load(loader, file, name);
          Scenario plain = loader.load(file, Selection.NONE);
          loaded.add(new Loaded.Ready(scenario, Change.between(plain, scenario)));
        }
      } catch (InvalidInputException e) {
        loaded.add(new Loaded.Unusable(file, e.problems()));
      }
    }
    return loaded;
  }

  private Scenario load(ScenarioLoader loader, Path file, Optional<String> named) {
    return loader.load(
        file,
        new Selection(named, sets)
            .observing(options(OBSERVED, observed))
            .asking(options(ASK, asked)));
  }

  private static List<WrittenStatement> options(String option, List<String> statements) {
    return statements.stream().map(text -> WrittenStatement.ofOption(option, text)).toList();
  }

  /** What the bytes of the results depend on, by a name for messages. */
  public Map<String, String> facts(String version, RuleSet rules, List<Loaded.Ready> ready) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version of isfsim", version);
    facts.put("set of rules", rules.sha256());
    facts.put("choice of exact answers", exact + ", " + ranges);
    facts.put("form of the table of cases", casesAs.toString());
    facts.put("set of values by --set", sets.toString());
    facts.put("set of statements by --observed", observed.toString());
    for (int i = 0; i < ready.size(); i++) {
      Scenario scenario = ready.get(i).scenario();
      String which = ready.size() == 1 ? "" : " " + (i + 1);
      facts.put("scenario" + which, scenario.id() + " (" + scenario.sha256() + ")");
      facts.put(
          "questions" + which,
          scenario.questions().stream().map(WrittenStatement::text).toList().toString());
      scenario.policy().ifPresent(name -> facts.put("policy" + which, name));
      facts.put("seed" + which, String.valueOf(seed.orElseGet(() -> scenario.run().seed())));
    }
    return facts;
  }
}
