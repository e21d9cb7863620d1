package org.isfsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.isfsim.model.Model;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Setting;

/** Settings of a scenario, drawn with a fixed seed. */
final class DrawnSettings {

  private static final long SEED = 20251105;
  private static final int MOST_CHANGES = 3;

  private DrawnSettings() {}

  /** Settings as alternating names and values, such as {@code set, aid.policy=full}. */
  static List<List<String>> of(Path rules, Path file, int count) {
    Scenario scenario = new ScenarioLoader(Model.read(rules).catalogue(), claim -> true).load(file);
    List<Setting> settings = List.copyOf(scenario.settings().values());
    List<String> policies = List.copyOf(scenario.policies().keySet());
    Random random = new Random(SEED);
    List<List<String>> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> names = new ArrayList<>();
      if (!policies.isEmpty() && random.nextInt(3) == 0) {
        names.addAll(List.of("policy", policies.get(random.nextInt(policies.size()))));
      }
      Set<String> changed = new HashSet<>();
      int changes = 1 + random.nextInt(MOST_CHANGES);
      for (int c = 0; c < changes; c++) {
        String change = change(settings.get(random.nextInt(settings.size())), random);
        if (changed.add(change.substring(0, change.indexOf('=')))) {
          names.addAll(List.of("set", change));
        }
      }
      drawn.add(names);
    }
    return drawn;
  }

  /** A value, or one weight of a choice that depends on nothing. */
  private static String change(Setting setting, Random random) {
    String value = setting.domain().text(random.nextInt(setting.domain().size()));
    boolean hasWeights =
        !setting.distribution().isFixed() && setting.written().startsWith("{choice: {");
    return hasWeights && random.nextBoolean()
        ? setting.address() + ".choice." + value + "=" + (1 + random.nextInt(9))
        : setting.address() + "=" + value;
  }
}
