package org.isfsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isfsim.analysis.Observed;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Flaw;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleAnalysis;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.IsfModel;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Citation;
import org.isfsim.parameter.Parameter;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/** The checks of one command: sorts paths into scenarios, rules and registers and reads them. */
final class Checks {

  private static final int DEEPEST_SEARCH = 8;

  /** It lies inside the program. */
  private static final String CATALOGUE = "catalogue.yaml";

  /**
   * Something that was checked.
   *
   * @param what what it turned out to be
   * @param detail what is in it; empty if it could not be read
   * @param problems how many problems it has
   */
  record Checked(Path path, String what, String detail, int problems) {}

  private final Session session;
  private final Problems problems = new Problems();
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<Checked> checked = new ArrayList<>();
  private final List<Path> scenarios = new ArrayList<>();
  private final List<Path> ruleFolders = new ArrayList<>();
  private final List<Path> registers = new ArrayList<>();

  Checks(Session session) {
    this.session = session;
  }

  /** Checks registers first, since scenarios and rules cite them. */
  List<Checked> run(List<Path> paths) {
    for (Path path : paths) {
      int before = scenarios.size() + ruleFolders.size() + registers.size() + problems.size();
      sort(path, 0);
      if (before == scenarios.size() + ruleFolders.size() + registers.size() + problems.size()) {
        problem(
            Problem.of(Mark.of(path.toString()), "", "there is nothing to check here")
                .allowing("scenarios (.yaml), rules (.drl) or an evidence register"));
      }
    }
    Catalogue catalogue = session.catalogue();
    Optional<Register> register = Optional.empty();
    for (Path folder : registers.stream().distinct().toList()) {
      Optional<Register> read = register(folder, catalogue);
      register = register.isPresent() ? register : read;
    }
    if (register.isEmpty() && scenarios.size() + ruleFolders.size() > 0) {
      if (!registers.isEmpty()) {
        // The claims cannot be looked up; what cites them is still read.
        checkAgainst(Optional.empty(), catalogue);
        return checked;
      }
      register = Optional.of(session.register());
    }
    checkAgainst(register, catalogue);
    return checked;
  }

  private void checkAgainst(Optional<Register> register, Catalogue catalogue) {
    ruleFolders.stream().distinct().forEach(folder -> rules(folder, register));
    ScenarioLoader loader =
        new ScenarioLoader(
            catalogue, claim -> register.isEmpty() || register.get().hasClaim(claim));
    scenarios.stream().distinct().forEach(file -> scenario(file, loader));
  }

  /** Every problem, in the order of files. */
  List<Problem> problems() {
    return problems.all();
  }

  /** What is wrong with rules as a whole; each is among the problems too. */
  List<Flaw> flaws() {
    return flaws;
  }

  private void problem(Problem problem) {
    problems.add(problem);
  }

  private void sort(Path path, int depth) {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!Files.exists(path)) {
      problem(Problem.of(Mark.of(path.toString()), "", "there is no such file or folder"));
    } else if (!Files.isDirectory(path)) {
      file(path, name, depth == 0);
    } else {
      List<Path> entries = entries(path);
      if (entries.stream().anyMatch(entry -> hasEnding(entry, ".drl"))) {
        ruleFolders.add(path);
      } else if (entries.stream().anyMatch(Checks::isOfRegister)) {
        registers.add(path);
      } else if (depth < DEEPEST_SEARCH) {
        entries.stream()
            .filter(entry -> isWorthSearching(entry, depth))
            .forEach(entry -> sort(entry, depth + 1));
      }
    }
  }

  private void file(Path path, String name, boolean isNamed) {
    if (isOfRegister(path)) {
      registers.add(folderOf(path));
    } else if (hasEnding(path, ".drl")) {
      ruleFolders.add(folderOf(path));
    } else if (isNamed || hasEnding(path, ".yaml") || hasEnding(path, ".yml")) {
      scenarios.add(path);
    }
  }

  private static Path folderOf(Path file) {
    return file.getParent() == null ? Path.of(".") : file.getParent();
  }

  /** Hidden folders and those of a build hold nothing that a user wrote. */
  private static boolean isWorthSearching(Path entry, int depth) {
    String name = String.valueOf(entry.getFileName());
    return !name.startsWith(".")
        && !(Files.isDirectory(entry) && (name.equals("target") || name.equals("src")));
  }

  private static boolean isOfRegister(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.equals("conflicts.yaml") || name.matches("S\\d{3}\\.yaml");
  }

  private static boolean hasEnding(Path path, String ending) {
    return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(Path::normalize).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads something, and takes down its problems and how many there are. */
  private <T> Optional<T> attempt(Path path, String what, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidInputException e) {
      e.problems().forEach(this::problem);
      checked.add(new Checked(path, what, "", e.problems().size()));
      return Optional.empty();
    }
  }

  private Optional<Register> register(Path folder, Catalogue catalogue) {
    Optional<Register> read = attempt(folder, "register", () -> Register.read(folder));
    read.ifPresent(
        register -> {
          int start = problems.size();
          catalogueAgainst(register, catalogue);
          checked.add(
              new Checked(
                  Path.of(CATALOGUE),
                  "catalogue",
                  Failures.counted(catalogue.parameters().size(), "parameter"),
                  problems.size() - start));
          int before = problems.size();
          conflictsAgainst(folder, register, catalogue);
          String detail =
              Failures.counted(register.documents().size(), "document")
                  + ", "
                  + Failures.counted(register.claims().size(), "claim")
                  + ", "
                  + Failures.counted(register.conflicts().size(), "conflict");
          checked.add(new Checked(folder, "register", detail, problems.size() - before));
        });
    return read;
  }

  private void catalogueAgainst(Register register, Catalogue catalogue) {
    for (Citation citation : catalogue.citations()) {
      citation.check(register::hasClaim, problems);
    }
    for (Parameter parameter : catalogue.parameters()) {
      parameter
          .conflict()
          .filter(id -> register.conflict(id).isEmpty())
          .ifPresent(
              id ->
                  problem(
                      Problem.of(
                          Mark.of(CATALOGUE),
                          "parameters." + parameter.id() + ".conflict",
                          "there is no conflict " + id)));
    }
  }

  private void conflictsAgainst(Path folder, Register register, Catalogue catalogue) {
    Mark mark = Mark.of(folder.resolve("conflicts.yaml").toString());
    for (Conflict conflict : register.conflicts()) {
      String path = conflict.id() + ".parameter";
      List<Parameter> known = new ArrayList<>();
      for (String id : conflict.parameters()) {
        catalogue
            .parameter(id)
            .ifPresentOrElse(
                known::add,
                () -> problem(Problem.of(mark, path, "there is no parameter \"" + id + "\"")));
      }
      for (Conflict.Side side : conflict.sides()) {
        side.value()
            .filter(value -> !known.isEmpty())
            .filter(value -> known.stream().noneMatch(p -> p.domain().indexOf(value).isPresent()))
            .ifPresent(
                value ->
                    problem(
                        Problem.of(
                                mark,
                                conflict.id() + ".sides",
                                "\"" + value + "\" is no value of " + conflict.parameters())
                            .allowing(known.get(0).domain().described())));
      }
    }
  }

  private void rules(Path folder, Optional<Register> register) {
    attempt(folder, "rules", () -> session.rulesAfresh(folder))
        .ifPresent(
            rules -> {
              int before = problems.size();
              register.ifPresent(known -> claims(rules, known));
              long combinations = analyse(rules);
              String detail =
                  Failures.counted(rules.signatures().size(), "decision")
                      + ", "
                      + Failures.counted(rules.rules().size(), "rule")
                      + String.format(Locale.ROOT, ", %,d combinations", combinations);
              checked.add(new Checked(folder, "rules", detail, problems.size() - before));
            });
  }

  /** Fires every combination of every decision; how many there are. */
  private long analyse(RuleSet rules) {
    try (Decisions decisions = Decisions.remembering(rules)) {
      RuleAnalysis analysis = RuleAnalysis.of(decisions);
      for (Flaw flaw : analysis.flaws()) {
        flaws.add(flaw);
        problem(Problem.of(flaw.mark(), "", flaw.what()));
      }
      return analysis.combinations();
    }
  }

  private void claims(RuleSet rules, Register register) {
    for (Rule rule : rules.rules()) {
      for (String claim : rule.claims()) {
        if (!register.hasClaim(claim)) {
          problem(Problem.of(rule.mark(), "", rule.name() + ": there is no claim " + claim));
        }
      }
    }
  }

  /** A scenario whose statements fit the model. */
  private static Scenario bound(Scenario scenario) {
    if (!scenario.observed().isEmpty() || !scenario.questions().isEmpty()) {
      Observed.in(IsfModel.of(scenario));
    }
    return scenario;
  }

  private void scenario(Path file, ScenarioLoader loader) {
    attempt(file, "scenario", () -> bound(loader.load(file)))
        .ifPresent(scenario -> checked.add(new Checked(file, "scenario", scenario.title(), 0)));
  }
}
