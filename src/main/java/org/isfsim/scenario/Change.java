package org.isfsim.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that was set beside a scenario's file.
 *
 * @param address the parameter's address
 * @param from what it was, as written on one line
 * @param to what it is, as written on one line
 * @param by the option that changed it: {@code --set} or {@code --policy}
 */
public record Change(String address, String from, String to, String by) {

  /**
   * What a policy and values set by the user changed.
   *
   * @param plain the scenario without them
   * @param run the scenario with them
   * @return in the order of the scenario's settings; what has the value that it had is no change
   */
  public static List<Change> between(Scenario plain, Scenario run) {
    List<Change> changes = new ArrayList<>();
    for (Setting setting : run.settings().values()) {
      Setting before = plain.settings().get(setting.address());
      String from = before == null ? "" : before.written();
      if (!from.equals(setting.written())) {
        changes.add(
            new Change(
                setting.address(),
                from,
                setting.written(),
                setting.origin() == Origin.POLICY ? "--policy" : "--set"));
      }
    }
    for (BandSetting band : run.bands().values()) {
      BandSetting before = plain.bandSetting(band.band().id());
      if (!before.written().equals(band.written())) {
        changes.add(
            new Change("bands." + band.band().id(), before.written(), band.written(), "--set"));
      }
    }
    return changes;
  }
}
