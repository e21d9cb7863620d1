package org.isfsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.model.Model;
import org.isfsim.model.Outcome;
import org.isfsim.model.Plan;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.source.Register;

/** What comes with the program, read once for all tests of a JVM; Drools compiles it once, too. */
public final class Shipped {

  /** The project, which is the installation folder of the tests. */
  public static final Path HOME = Path.of(System.getProperty("isfsim.home", ""));

  /** The folder of the rules. */
  public static final Path RULES = HOME.resolve("rules");

  /** The folder of the scenarios. */
  public static final Path SCENARIOS = HOME.resolve("scenarios");

  /** The scenario of the main job. */
  public static final Path BASELINE = SCENARIOS.resolve("baseline.yaml");

  private static final Model MODEL = Model.read(RULES);
  private static final Register REGISTER = Register.read(HOME.resolve("seeds"));
  private static final ScenarioLoader LOADER =
      new ScenarioLoader(MODEL.catalogue(), REGISTER::hasClaim);
  private static final RuleSet RULE_SET = rules(RULES);
  private static final Decisions DECISIONS = Decisions.remembering(RULE_SET);
  private static final Map<Variant, Plan> PLANS = new ConcurrentHashMap<>();

  /**
   * A scenario under one of its policies, or as it stands.
   *
   * @param file the file
   * @param selection the policy, or nothing
   */
  public record Variant(Path file, Selection selection) {
    /** The plan of its cases. */
    public Plan plan() {
      return Shipped.plan(file, selection);
    }

    @Override
    public String toString() {
      return SCENARIOS.relativize(file) + selection.policy().map(name -> " " + name).orElse("");
    }
  }

  private Shipped() {}

  /** The model. */
  public static Model model() {
    return MODEL;
  }

  /** The catalogue of parameters. */
  public static Catalogue catalogue() {
    return MODEL.catalogue();
  }

  /** The outcomes in their order. */
  public static Domain.Choice outcomes() {
    return new Domain.Choice(MODEL.outcomes().stream().map(Outcome::name).toList());
  }

  /** The rules. */
  public static RuleSet rules() {
    return RULE_SET;
  }

  /** The rules of another folder. */
  public static RuleSet rules(Path folder) {
    return RuleSet.read(folder, MODEL.signatures(), RuleCache.ofProcess());
  }

  /** Decisions by the shipped rules that remember their results; shared, never closed. */
  public static Decisions decisions() {
    return DECISIONS;
  }

  /** Every scenario file below the folder of scenarios, sorted. */
  public static List<Path> scenarioFiles() {
    try (Stream<Path> found = Files.walk(SCENARIOS)) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every scenario file as it stands, and under each of its policies. */
  public static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (Path file : scenarioFiles()) {
      variants.add(new Variant(file, Selection.NONE));
      for (String policy : scenario(file, Selection.NONE).policies().keySet()) {
        variants.add(new Variant(file, Selection.ofPolicy(policy)));
      }
    }
    return variants;
  }

  /** A scenario of any file, read with the shipped catalogue and register. */
  public static Scenario scenario(Path file, Selection selection) {
    return LOADER.load(file, selection);
  }

  /** The plan of a scenario; of one that ships, as it stands or under a policy, always the same. */
  public static Plan plan(Path file, Selection selection) {
    boolean isVariant =
        file.startsWith(SCENARIOS) && selection.equals(new Selection(selection.policy(), Map.of()));
    return isVariant
        ? PLANS.computeIfAbsent(new Variant(file, selection), Shipped::read)
        : MODEL.plan(scenario(file, selection));
  }

  private static Plan read(Variant variant) {
    return MODEL.plan(scenario(variant.file(), variant.selection()));
  }

  /** Whether a plan is one that is always the same. */
  static boolean isKept(Plan plan) {
    return PLANS.values().stream().anyMatch(kept -> kept == plan);
  }

  /** The plan of the baseline with some values set, as by {@code --set}. */
  public static Plan baseline(Map<String, String> sets) {
    return plan(BASELINE, Selection.ofSets(sets));
  }
}
