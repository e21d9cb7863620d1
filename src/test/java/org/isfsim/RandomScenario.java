package org.isfsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.scenario.Selection;

/**
 * A scenario made at random from a seed and written as a file, which is loaded as any other:
 * levers, switches, constants, bands and contributors are chosen at random, and some uncertainties
 * get random values and weights, half of them given others. The rest of the uncertainties is fixed
 * where few cases are wanted, and left to the catalogue where not.
 */
public final class RandomScenario {

  private static final List<String> HORIZONS = List.of("2026-06-30", "2026-12-31", "2027-12-31");
  private static final List<String> STATES =
      List.of("ARE", "EGY", "IDN", "JOR", "TUR", "USA", "OTHER", "ANY-1", "ANY-2");
  private static final int MOST_CONTRIBUTORS = 4;

  /**
   * Of what begins so, little is drawn: where the Council does not adopt the text, nothing else
   * matters, and the rest bears on no outcome.
   */
  private static final Set<String> SELDOM =
      Set.of("council.", "aid.", "disarmament.", "egypt.", "police.", "politics.", "diplomacy.");

  private final SplittableRandom random;
  private final Replay typical;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, String> bands = new LinkedHashMap<>();
  private final List<String> contributors = new ArrayList<>();
  private final RandomDistributions distributions;

  private RandomScenario(long seed) {
    random = new SplittableRandom(seed);
    distributions = new RandomDistributions(random);
    typical = new Replay(Shipped.baseline(Map.of()), seed);
    // Most of the model is seen only by cases in which a force deploys.
    int number = 1;
    while (typical.at(number).text("deployment").equals("none")) {
      number++;
    }
  }

  /**
   * A scenario with few cases: what is not drawn has one value, that of a case of the baseline.
   *
   * @param mostCases the largest number of combinations that can occur
   */
  public static Plan reduced(long seed, int mostCases, Path folder) {
    return reduced(seed, MOST_CONTRIBUTORS, mostCases, folder);
  }

  /** As above, with one contributor or up to a number of them. */
  public static Plan reduced(long seed, int mostContributors, int mostCases, Path folder) {
    RandomScenario scenario = new RandomScenario(seed);
    scenario.choose(mostContributors);
    scenario.fix();
    scenario.draw(mostCases);
    return scenario.load("reduced-" + seed, folder);
  }

  /** A scenario of full size: what is not drawn anew keeps the catalogue's distribution. */
  public static Plan wide(long seed, Path folder) {
    RandomScenario scenario = new RandomScenario(seed);
    scenario.choose(MOST_CONTRIBUTORS);
    scenario.draw(10_000);
    return scenario.load("wide-" + seed, folder);
  }

  private void choose(int mostContributors) {
    Shipped.catalogue().global().forEach(parameter -> parameters.put(parameter.id(), parameter));
    List<String> states = new ArrayList<>(STATES);
    int count = 1 + random.nextInt(mostContributors);
    for (int i = 0; i < count; i++) {
      String id = states.remove(random.nextInt(states.size()));
      contributors.add(id);
      for (Parameter attribute : Shipped.catalogue().attributes()) {
        parameters.put(attribute.addressFor(id), attribute);
      }
    }
    parameters.forEach(
        (address, parameter) -> {
          boolean keeps = parameter.kind() == ParameterKind.CONSTANT && !parameter.isAttribute();
          if (parameter.kind() != ParameterKind.UNCERTAINTY && !keeps && random.nextInt(3) == 0) {
            written.put(address, distributions.value(parameter.domain()));
          }
        });
    for (Band band : Shipped.catalogue().bands()) {
      if (random.nextBoolean()) {
        bands.put(band.id(), cuts(band));
      }
    }
  }

  private String cuts(Band band) {
    TreeSet<Integer> cuts = new TreeSet<>();
    while (cuts.size() < band.cuts().size()) {
      cuts.add(1 + random.nextInt(band.domain().size() - 1));
    }
    return cuts.stream().map(band.domain()::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private void fix() {
    parameters.forEach(
        (address, parameter) -> {
          if (parameter.kind() == ParameterKind.UNCERTAINTY) {
            written.put(
                address,
                parameter.isAttribute() ? attribute(parameter.domain()) : typical.text(address));
          }
        });
  }

  /** Most contributors come, and with less than the tabled strength each. */
  private String attribute(Domain domain) {
    return domain instanceof Domain.Flag
        ? String.valueOf(random.nextInt(8) > 0)
        : domain.text(1 + random.nextInt(30));
  }

  private void draw(int mostCases) {
    List<String> candidates = new ArrayList<>();
    parameters.forEach(
        (address, parameter) -> {
          boolean seldom = SELDOM.stream().anyMatch(address::startsWith);
          if (parameter.kind() == ParameterKind.UNCERTAINTY
              && (!seldom || random.nextInt(4) == 0)) {
            candidates.add(address);
          }
        });
    int cases = 1;
    while (!candidates.isEmpty()) {
      String address = candidates.remove(random.nextInt(candidates.size()));
      Domain domain = parameter(address).domain();
      RandomDistributions.Drawn drawn = distributions.draw(address, domain, written.get(address));
      if (cases * drawn.values().size() <= mostCases) {
        cases *= drawn.values().size();
        distributions.keep(drawn);
        written.put(address, drawn.text());
      }
    }
  }

  private Parameter parameter(String address) {
    return Objects.requireNonNull(parameters.get(address));
  }

  private Plan load(String id, Path folder) {
    Path file = folder.resolve(id + ".yaml");
    try {
      Files.writeString(file, text(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Shipped.plan(file, Selection.NONE);
  }

  private String text(String id) {
    StringBuilder text = new StringBuilder("format: 1\nid: " + id + "\ntitle: Made at random\n");
    text.append("question: Which outcomes are reachable?\nstart: 2025-11-04\nhorizon: ");
    text.append(HORIZONS.get(random.nextInt(HORIZONS.size()))).append("\n");
    Map<String, StringBuilder> sections = new TreeMap<>();
    bands.forEach((band, cuts) -> line(sections, "bands", "  " + band + ": " + cuts));
    for (String contributor : contributors) {
      line(sections, "contributors", "  " + contributor + ":\n    name: " + contributor);
      String prefix = "contributors." + contributor + ".";
      written.forEach(
          (address, value) -> {
            if (address.startsWith(prefix)) {
              String attribute = address.substring(prefix.length());
              line(sections, "contributors", "    " + attribute + ": " + value);
            }
          });
    }
    written.forEach(
        (address, value) -> {
          Parameter parameter = parameter(address);
          if (!parameter.isAttribute()) {
            line(sections, parameter.kind().section(), "  " + address + ": " + value);
          }
        });
    sections.forEach((section, lines) -> text.append(section).append(":\n").append(lines));
    return text.toString();
  }

  private static void line(Map<String, StringBuilder> sections, String section, String line) {
    sections.computeIfAbsent(section, s -> new StringBuilder()).append(line).append('\n');
  }
}
