package org.isfsim.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isfsim.exact.Exclusion;
import org.isfsim.model.Plan;
import org.isfsim.model.Variable;
import org.isfsim.parameter.Basis;
import org.isfsim.scenario.Contributor;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.Setting;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/** What a setting of a scenario says and rests on, and the sides of the conflict behind it. */
public record SettingGrounds(Plan plan, Register register) {

  /** {@code text.tasks=enforcement}; for the list of contributors, their ids. */
  public String setting(String address) {
    return address.equals(Exclusion.CONTRIBUTORS)
        ? "contributors (" + ids() + ")"
        : address + "=" + value(address);
  }

  /** The value of a setting, or what it may be, as written. */
  public String value(String address) {
    if (address.equals(Exclusion.CONTRIBUTORS)) {
      return ids();
    }
    Setting setting = scenario().setting(address);
    if (!setting.distribution().isFixed()) {
      return setting.written();
    }
    Variable variable = plan.variable(address);
    return variable.domain().text(setting.distribution().at().support()[0]);
  }

  /** What a setting means. */
  public String meaning(String address) {
    return address.equals(Exclusion.CONTRIBUTORS)
        ? "The contributors that the scenario lists: "
            + scenario().contributors().stream()
                .map(contributor -> contributor.name() + " (" + contributor.id() + ")")
                .collect(Collectors.joining(", "))
            + "; another one would be needed"
        : scenario().setting(address).parameter().description();
  }

  /** The claims behind a setting, those of both sides of a conflict included. */
  public List<String> claims(String address) {
    Set<String> claims = new LinkedHashSet<>();
    if (address.equals(Exclusion.CONTRIBUTORS)) {
      scenario().claims().forEach(claims::add);
      scenario().contributors().stream().map(Contributor::claims).forEach(claims::addAll);
      return List.copyOf(claims);
    }
    claims.addAll(scenario().setting(address).claims());
    conflict(address)
        .ifPresent(conflict -> conflict.sides().forEach(side -> claims.addAll(side.claims())));
    return List.copyOf(claims);
  }

  /** What the value rests on. */
  public Optional<Basis> basis(String address) {
    return address.equals(Exclusion.CONTRIBUTORS)
        ? Optional.empty()
        : Optional.of(scenario().setting(address).basis());
  }

  /** The conflict of sources that a setting decides. */
  public Optional<Conflict> conflict(String address) {
    return address.equals(Exclusion.CONTRIBUTORS)
        ? Optional.empty()
        : scenario().setting(address).parameter().conflict().flatMap(register::conflict);
  }

  /** {@code S000-14 (turkey-only)}: whoever says that a parameter has a value. */
  public String side(String address, String value) {
    List<String> claims = sideClaims(address, value);
    return claims.isEmpty() ? value : String.join(", ", claims) + " (" + value + ")";
  }

  /** The claims of the side that stands for a value; empty if no source takes that side. */
  public List<String> sideClaims(String address, String value) {
    return conflict(address).map(c -> register.claims(c.id(), value)).orElse(List.of());
  }

  /** Every side of a conflict and its claims, with the one taken marked. */
  public List<String> sides(String address) {
    List<String> texts = new ArrayList<>();
    String taken = value(address);
    conflict(address)
        .ifPresent(
            conflict -> {
              for (Conflict.Side side : conflict.sides()) {
                side.value()
                    .filter(value -> plan.variable(address).domain().indexOf(value).isPresent())
                    .ifPresent(
                        value ->
                            texts.add(
                                (value.equals(taken) ? "taken: " : "")
                                    + value
                                    + " by "
                                    + String.join(", ", side.claims())));
              }
            });
    return texts;
  }

  private Scenario scenario() {
    return plan.scenario();
  }

  private String ids() {
    return scenario().contributors().isEmpty()
        ? "none"
        : scenario().contributors().stream().map(Contributor::id).collect(Collectors.joining(", "));
  }
}
