package org.isfsim.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.Values;

/**
 * A checked scenario: every parameter of the catalogue and every attribute of every contributor has
 * a setting, and every combination of parents that can occur has a distribution. Immutable.
 *
 * @param id kebab-case
 * @param title one line
 * @param question what the scenario asks
 * @param start the first day of week 0
 * @param horizon the last day that is looked at
 * @param run how to run it
 * @param claims the ids of the claims that the scenario as a whole rests on
 * @param settings by address, in the order of the catalogue, then of the contributors
 * @param bands by id, in the order of the catalogue
 * @param contributors in the order of the file
 * @param policies by name: values as written, by the address of the lever
 * @param policy the policy that was applied
 * @param file the file as the user named it
 * @param sha256 the SHA-256 of the file; for one that extends others, of the lines of digits of all
 *     of them, the file first
 * @param observed what is known to have turned out, as the file and then the user wrote it
 * @param questions statements whose probability is asked for, those of the file first
 */
public record Scenario(
    String id,
    String title,
    String question,
    LocalDate start,
    LocalDate horizon,
    RunSettings run,
    List<String> claims,
    Map<String, Setting> settings,
    Map<String, BandSetting> bands,
    List<Contributor> contributors,
    Map<String, Map<String, String>> policies,
    Optional<String> policy,
    String file,
    String sha256,
    List<WrittenStatement> observed,
    List<WrittenStatement> questions) {

  /** Copies the collections. */
  public Scenario {
    claims = List.copyOf(claims);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
    contributors = List.copyOf(contributors);
    policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    observed = List.copyOf(observed);
    questions = List.copyOf(questions);
  }

  /** A scenario in which nothing is observed and that has no questions of its own. */
  public Scenario(
      String id,
      String title,
      String question,
      LocalDate start,
      LocalDate horizon,
      RunSettings run,
      List<String> claims,
      Map<String, Setting> settings,
      Map<String, BandSetting> bands,
      List<Contributor> contributors,
      Map<String, Map<String, String>> policies,
      Optional<String> policy,
      String file,
      String sha256) {
    this(
        id,
        title,
        question,
        start,
        horizon,
        run,
        claims,
        settings,
        bands,
        contributors,
        policies,
        policy,
        file,
        sha256,
        List.of(),
        List.of());
  }

  /** The same scenario with other settings and contributors. */
  public Scenario with(Map<String, Setting> otherSettings, List<Contributor> otherContributors) {
    return new Scenario(
        id,
        title,
        question,
        start,
        horizon,
        run,
        claims,
        otherSettings,
        bands,
        otherContributors,
        policies,
        policy,
        file,
        sha256,
        observed,
        questions);
  }

  /** The number of whole weeks from the start to the horizon, 1 to 520. */
  public int horizonWeeks() {
    return (int) ChronoUnit.WEEKS.between(start, horizon);
  }

  /** The date on which a week begins. */
  public LocalDate dateOf(int week) {
    return start.plusWeeks(week);
  }

  /**
   * The setting at an address.
   *
   * @throws IllegalArgumentException if there is no such address
   */
  public Setting setting(String address) {
    Setting setting = settings.get(address);
    if (setting == null) {
      throw new IllegalArgumentException("No parameter has the address " + address);
    }
    return setting;
  }

  /** The setting of an attribute of a contributor. */
  public Setting setting(Contributor contributor, String attribute) {
    return setting("contributors." + contributor.id() + "." + attribute);
  }

  /** Every setting, each after its parents, otherwise in the order of {@link #settings}. */
  public List<Setting> inDependencyOrder() {
    List<Setting> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    List<Setting> waiting = new ArrayList<>(settings.values());
    while (!waiting.isEmpty()) {
      List<Setting> later = new ArrayList<>();
      for (Setting setting : waiting) {
        if (done.containsAll(setting.distribution().parents())) {
          ordered.add(setting);
          done.add(setting.address());
        } else {
          later.add(setting);
        }
      }
      if (later.size() == waiting.size()) {
        throw new IllegalStateException("A cycle was not found when the scenario was checked");
      }
      waiting = later;
    }
    return List.copyOf(ordered);
  }

  /**
   * A band with its cuts.
   *
   * @throws IllegalArgumentException if there is no such band
   */
  public BandSetting bandSetting(String id) {
    BandSetting band = bands.get(id);
    if (band == null) {
      throw new IllegalArgumentException("No band has the id " + id);
    }
    return band;
  }

  /** The cuts of a band, ascending, as indices of its domain. */
  public int[] band(String id) {
    return bandSetting(id).cuts().stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The index of a value that stands somewhere else than in a scenario file, such as in a column of
   * a table.
   *
   * @param address the parameter's address
   * @param text the value as written
   * @param mark where it stands
   * @throws InvalidInputException if there is no such address or it has no such value
   */
  public int parse(String address, String text, Mark mark) {
    Setting setting = settings.get(address);
    if (setting == null) {
      throw new InvalidInputException(unknownAddress(address, mark, settings.keySet()));
    }
    Problems problems = new Problems();
    OptionalInt value =
        Values.read(new Node.Scalar(mark, text, true), address, setting.domain(), problems);
    problems.throwIfAny();
    return value.orElseThrow();
  }

  static Problem unknownAddress(String address, Mark mark, Collection<String> known) {
    return Problem.of(mark, "", "there is no parameter \"" + address + "\"")
        .advising(Suggestions.didYouMean(address, known, Parameter.LISTED));
  }
}
