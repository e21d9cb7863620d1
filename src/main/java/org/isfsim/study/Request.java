package org.isfsim.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isfsim.document.Printable;
import org.isfsim.scenario.Selection;
import org.isfsim.scenario.WrittenStatement;

/**
 * What is asked for: a scenario and what is changed in it.
 *
 * @param file the scenario
 * @param policy the policy to apply
 * @param sets values by address, in order
 * @param observed what is known beside what the file says
 * @param seed another seed than the scenario's
 * @param rules another rule folder than the one that comes with the program
 */
public record Request(
    Path file,
    Optional<String> policy,
    Map<String, String> sets,
    List<WrittenStatement> observed,
    Optional<Long> seed,
    Optional<Path> rules) {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  /** Copies the collections. */
  public Request {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    observed = List.copyOf(observed);
  }

  /** What is selected of the scenario, with more values set. */
  Selection selection(Map<String, String> more) {
    return new Selection(policy, with(more)).observing(observed);
  }

  private Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(sets);
    all.putAll(more);
    return all;
  }

  /**
   * A command about the scenario with more values set, as a shell takes it.
   *
   * @param own the command's own options
   */
  public String command(String name, List<String> own, Map<String, String> more) {
    List<String> words = new ArrayList<>(List.of("isfsim", name, quoted(file.toString())));
    words.addAll(own);
    policy.ifPresent(of -> words.add("--policy " + quoted(of)));
    seed.ifPresent(number -> words.add("--seed " + number));
    rules.ifPresent(folder -> words.add("--rules " + quoted(folder.toString())));
    observed.forEach(known -> words.add("--observed " + quoted(known.text())));
    with(more).forEach((address, value) -> words.add("--set " + quoted(address + "=" + value)));
    return String.join(" ", words);
  }

  /** A word as a shell takes it. */
  public static String quoted(String word) {
    if (!Printable.is(word)) {
      String escaped = Printable.escaped(word.replace("\\", "\\\\").replace("'", "\\'"));
      return "$'" + escaped + "'";
    }
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
