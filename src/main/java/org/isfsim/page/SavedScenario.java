package org.isfsim.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.scenario.BandSetting;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.scenario.WrittenStatement;

/** A setting as a scenario file that extends the page's scenario and gives the same figures. */
final class SavedScenario {

  private static final String INDENT = "  ";

  private SavedScenario() {}

  /**
   * The file.
   *
   * @param plain the scenario as its file has it
   * @param set the same under the setting
   */
  static String of(Scenario plain, Scenario set) {
    StringBuilder file = new StringBuilder("format: 1\n");
    file.append("extends: " + quoted(String.valueOf(Path.of(plain.file()).getFileName())) + "\n")
        .append("id: " + plain.id() + "-changed\n")
        .append("title: " + quoted(plain.title() + ", changed") + "\n");
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, Map<String, String>> contributors = new LinkedHashMap<>();
    for (Setting setting : set.settings().values()) {
      Setting before = plain.settings().get(setting.address());
      if (before != null && before.written().equals(setting.written())) {
        continue;
      }
      if (setting.parameter().isAttribute()) {
        String id = setting.address().split("\\.")[1];
        contributors
            .computeIfAbsent(id, i -> new LinkedHashMap<>())
            .put(setting.parameter().attribute(), setting.written());
      } else {
        sections
            .computeIfAbsent(setting.parameter().kind().section(), s -> new LinkedHashMap<>())
            .put(setting.address(), setting.written());
      }
    }
    for (BandSetting band : set.bands().values()) {
      if (!plain.bandSetting(band.band().id()).written().equals(band.written())) {
        sections
            .computeIfAbsent("bands", s -> new LinkedHashMap<>())
            .put(band.band().id(), band.written());
      }
    }
    sections.forEach((name, values) -> section(file, "", name, values));
    if (!contributors.isEmpty()) {
      file.append("contributors:\n");
      contributors.forEach((id, values) -> section(file, INDENT, id, values));
    }
    observed(file, plain, set);
    return file.toString();
  }

  private static void section(
      StringBuilder file, String indent, String name, Map<String, String> values) {
    file.append(indent + name + ":\n");
    values.forEach((key, value) -> file.append(indent + INDENT + key + ": " + value + "\n"));
  }

  private static void observed(StringBuilder file, Scenario plain, Scenario set) {
    List<String> before = plain.observed().stream().map(WrittenStatement::text).toList();
    List<String> now = set.observed().stream().map(WrittenStatement::text).toList();
    if (!now.equals(before)) {
      file.append("observed:\n");
      now.forEach(statement -> file.append(INDENT + "- " + quoted(statement) + "\n"));
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
