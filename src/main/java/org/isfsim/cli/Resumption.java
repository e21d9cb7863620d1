package org.isfsim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.decision.RuleSet;
import org.isfsim.results.CasesAs;
import org.isfsim.results.Loaded;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.WrittenStatement;

/** What goes for results that are begun by one command and gone on with by another. */
final class Resumption {

  /** Options that say where and for how long, which the later command says anew. */
  private static final Set<String> OF_THE_FIRST = Set.of("--out", "--time-limit", "--resume");

  private static final Set<String> WITHOUT_VALUE = Set.of("--force", "--reference", "--stacktrace");

  private static final String RULES = "--rules";

  private Resumption() {}

  /** What the bytes of the results depend on, by a name for messages. */
  static Map<String, String> facts(
      RuleSet rules,
      List<Loaded.Ready> ready,
      ScenarioOptions options,
      String exact,
      CasesAs casesAs) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version of isfsim", Main.version());
    facts.put("set of rules", rules.sha256());
    facts.put("choice of exact answers", exact);
    facts.put("form of the table of cases", casesAs.toString());
    facts.put("set of values by --set", options.sets().toString());
    facts.put("set of statements by --observed", options.observed().toString());
    for (int i = 0; i < ready.size(); i++) {
      Scenario scenario = ready.get(i).scenario();
      String which = ready.size() == 1 ? "" : " " + (i + 1);
      facts.put("scenario" + which, scenario.id() + " (" + scenario.sha256() + ")");
      facts.put("questions" + which, statements(scenario.questions()));
      scenario.policy().ifPresent(policy -> facts.put("policy" + which, policy));
      facts.put("seed" + which, String.valueOf(options.seed(scenario)));
    }
    return facts;
  }

  private static String statements(List<WrittenStatement> statements) {
    return statements.stream().map(WrittenStatement::text).toList().toString();
  }

  private static String name(String word) {
    return word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
  }

  /**
   * The words of a command line with its paths as they are from the working directory.
   *
   * @param folder the folder that it was given in
   * @param begun the words that began the results
   */
  static List<String> from(Path folder, List<String> begun) {
    if (folder.equals(Path.of("").toAbsolutePath())) {
      return begun;
    }
    List<String> words = new ArrayList<>();
    String before = "";
    for (String word : begun) {
      boolean isOption = word.startsWith("--");
      boolean isValue =
          before.startsWith("--") && !before.contains("=") && !WITHOUT_VALUE.contains(before);
      if (word.startsWith(RULES + "=")) {
        words.add(RULES + "=" + moved(folder, word.substring(RULES.length() + 1)));
      } else if (isOption || isValue && !before.equals(RULES)) {
        words.add(word);
      } else {
        words.add(moved(folder, word));
      }
      before = isOption ? word : "";
    }
    return words;
  }

  /** A path; what is none, such as the name of a scenario that comes with isfsim, stays. */
  private static String moved(Path folder, String word) {
    Path path = folder.resolve(word);
    return Files.exists(path) ? path.normalize().toString() : word;
  }

  /**
   * The command line that goes on. An option that is given again takes the place of the first.
   *
   * @param begun the words that began the results
   * @param now the words that ask to go on with them, which name no scenario
   */
  static List<String> words(List<String> begun, List<String> now) {
    List<String> words = new ArrayList<>();
    Set<String> again =
        now.stream()
            .filter(w -> w.startsWith("--"))
            .map(Resumption::name)
            .collect(Collectors.toSet());
    for (Iterator<String> old = begun.iterator(); old.hasNext(); ) {
      String word = old.next();
      String name = name(word);
      if (OF_THE_FIRST.contains(name) || again.contains(name)) {
        if (name.equals(word) && !WITHOUT_VALUE.contains(name)) {
          // Its value is the next word.
          old.next();
        }
      } else if (!name.equals("--force")) {
        words.add(word);
      }
    }
    words.addAll(now.subList(now.indexOf("run") + 1, now.size()));
    return words;
  }
}
