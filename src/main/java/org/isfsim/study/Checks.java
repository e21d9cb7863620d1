package org.isfsim.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.isfsim.analysis.Observed;
import org.isfsim.article.Figures;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.Flaw;
import org.isfsim.decision.Rule;
import org.isfsim.decision.RuleAnalysis;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.model.Model;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Citation;
import org.isfsim.parameter.OrderedDefault;
import org.isfsim.parameter.Parameter;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.source.Conflict;
import org.isfsim.source.Register;

/**
 * The checks of one command: sorts paths into scenarios, lessons, rules and registers and reads
 * them.
 */
public final class Checks {

  /**
   * Something that was checked.
   *
   * @param what what it turned out to be
   * @param detail what is in it; empty if it could not be read
   * @param problems how many problems it has
   */
  public record Checked(Path path, String what, String detail, int problems) {}

  /** Checks lessons. */
  @FunctionalInterface
  public interface Lessons {

    /**
     * The title of a lesson whose settings and statements fit its scenario.
     *
     * @param isClaim whether a claim is known
     * @throws InvalidInputException with every problem of the file and of its scenario
     */
    String check(Path file, Model model, Predicate<String> isClaim);
  }

  private final Lessons lessons;
  private final Supplier<Register> register;
  private final Supplier<Model> model;
  private final Optional<Path> rules;
  private final Problems problems = new Problems();
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<Checked> checked = new ArrayList<>();
  private final List<Path> scenarios = new ArrayList<>();
  private final List<Path> taught = new ArrayList<>();
  private final Map<Path, Register> readRegisters = new LinkedHashMap<>();

  /**
   * Checks against what comes with the program where nothing else is named.
   *
   * @param register reads its register
   * @param model reads its model
   * @param rules the rule folder that scenarios, lessons and registers are checked against, if one
   *     is named
   * @param lessons checks lessons
   */
  public Checks(
      Supplier<Register> register, Supplier<Model> model, Optional<Path> rules, Lessons lessons) {
    this.lessons = lessons;
    this.register = register;
    this.model = model;
    this.rules = rules;
  }

  /** Checks registers first, since scenarios and rules cite them. */
  public List<Checked> run(List<Path> paths) {
    FileSearch search = FileSearch.of(paths);
    search.problems().forEach(this::problem);
    List<Path> registers = search.registers();
    List<Path> ruleFolders = search.ruleFolders();
    scenarios.addAll(search.scenarios());
    taught.addAll(search.lessons());
    boolean isRead = !scenarios.isEmpty() || !taught.isEmpty();
    Optional<Register> cited = Optional.empty();
    for (Path folder : registers) {
      Optional<Register> read = attempt(folder, "register", () -> Register.read(folder));
      read.ifPresent(found -> readRegisters.put(folder, found));
      cited = cited.isPresent() ? cited : read;
    }
    boolean unknown = cited.isEmpty() && !registers.isEmpty();
    if (cited.isEmpty() && !unknown && (isRead || !ruleFolders.isEmpty())) {
      cited = Optional.of(register.get());
    }
    Map<Path, Model> models = new LinkedHashMap<>();
    for (Path folder : ruleFolders) {
      Optional<Register> known = cited;
      rules(folder, known).ifPresent(model -> models.put(folder, model));
    }
    if (!registers.isEmpty() || isRead) {
      Optional<Model> model = model(models, ruleFolders.isEmpty());
      if (model.isPresent()) {
        against(model.get(), cited);
      }
    }
    return checked;
  }

  /**
   * The model of the rules that were named, or checked too, else the one that comes with isfsim.
   */
  private Optional<Model> model(Map<Path, Model> models, boolean onlyShipped) {
    if (rules.isPresent()) {
      Path folder = rules.get();
      return models.containsKey(folder)
          ? Optional.of(models.get(folder))
          : attempt(folder, "rules", () -> Model.read(folder));
    }
    return onlyShipped ? Optional.of(model.get()) : models.values().stream().findFirst();
  }

  private void against(Model model, Optional<Register> register) {
    readRegisters.forEach((folder, read) -> register(folder, read, model.catalogue()));
    Predicate<String> isClaim = claim -> register.isEmpty() || register.get().hasClaim(claim);
    ScenarioLoader loader = Observed.loader(model, isClaim);
    scenarios.forEach(file -> scenario(file, loader, model));
    taught.forEach(
        file ->
            attempt(file, "lesson", () -> lessons.check(file, model, isClaim))
                .ifPresent(title -> checked.add(new Checked(file, "lesson", title, 0))));
  }

  /** Every problem, in the order of files. */
  public List<Problem> problems() {
    return problems.all();
  }

  /** What is wrong with rules as a whole; each is among the problems too. */
  public List<Flaw> flaws() {
    return flaws;
  }

  private void problem(Problem problem) {
    problems.add(problem);
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

  private void register(Path folder, Register register, Catalogue catalogue) {
    int before = problems.size();
    conflictsAgainst(folder, register, catalogue);
    String detail =
        Figures.count(register.documents().size(), "document")
            + ", "
            + Figures.count(register.claims().size(), "claim")
            + ", "
            + Figures.count(register.voices().size(), "voice")
            + ", "
            + Figures.count(register.conflicts().size(), "conflict");
    checked.add(new Checked(folder, "register", detail, problems.size() - before));
  }

  private void catalogueAgainst(Path folder, Register register, Catalogue catalogue) {
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
                          Mark.of(folder.resolve(Catalogue.FILE).toString()),
                          "parameters." + parameter.id() + ".conflict",
                          "there is no conflict " + id)));
    }
  }

  /** Defaults that are not what the claims that order their values, and the voices, give. */
  private void ordersAgainst(Register register, Catalogue catalogue) {
    Ordering ordering = new Ordering(register);
    for (Parameter parameter : catalogue.parameters()) {
      // A claim that nobody knows is a problem already.
      boolean areKnown =
          parameter.ordered().stream()
              .flatMap(order -> order.claims().stream())
              .allMatch(register::hasClaim);
      if (parameter.basis() == Basis.ASSUMPTION && areKnown) {
        ordering
            .of(parameter)
            .filter(found -> !found.isKept().orElse(true))
            .ifPresent(found -> problem(order(parameter, found, ordering)));
      }
    }
  }

  private static Problem order(Parameter parameter, OrderedDefault found, Ordering ordering) {
    String advice = String.join("; ", ordering.inWords(found));
    return Problem.of(
            parameter.written().mark(),
            "parameters." + parameter.id() + ".default",
            "the default is not what its claims and their voices give")
        .allowing(found.expected())
        .advising(
            found.orders().isEmpty()
                ? advice + "; claims that do are named with \"ordered\""
                : advice);
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

  /** Checks a rule folder; its model, if that is sound. */
  private Optional<Model> rules(Path folder, Optional<Register> register) {
    Optional<Model> read = attempt(folder, "rules", () -> model(folder));
    if (read.isEmpty()) {
      return read;
    }
    Model model = read.get();
    int first = problems.size();
    model.unread().forEach(parameter -> problem(unread(parameter)));
    attempt(folder, "rules", () -> RuleSet.read(folder, model.signatures(), RuleCache.ofProcess()))
        .ifPresent(
            set -> {
              register.ifPresent(
                  known -> {
                    catalogueAgainst(folder, known, model.catalogue());
                    ordersAgainst(known, model.catalogue());
                    claims(set, known);
                  });
              long combinations = analyse(set);
              String detail =
                  Figures.count(model.catalogue().parameters().size(), "parameter")
                      + ", "
                      + Figures.count(set.signatures().size(), "decision")
                      + ", "
                      + Figures.count(set.rules().size(), "rule")
                      + String.format(Locale.ROOT, ", %,d combinations", combinations);
              checked.add(new Checked(folder, "rules", detail, problems.size() - first));
            });
    return read;
  }

  /** A model, or with its problems those of the rules of decisions that have none. */
  private static Model model(Path folder) {
    try {
      return Model.read(folder);
    } catch (InvalidInputException e) {
      List<Problem> all = new ArrayList<>(e.problems());
      all.addAll(RuleSet.problems(folder, Model.soundSignatures(folder), RuleCache.ofProcess()));
      throw new InvalidInputException(all);
    }
  }

  private static Problem unread(Parameter parameter) {
    return Problem.of(
            parameter.written().mark(),
            "parameters." + parameter.id(),
            "nothing reads this parameter, so that no value of it changes anything")
        .advising("take it away, or read it in model.yaml");
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
  private static Scenario bound(Scenario scenario, Model model) {
    if (!scenario.observed().isEmpty() || !scenario.questions().isEmpty()) {
      Observed.in(model.plan(scenario));
    }
    return scenario;
  }

  private void scenario(Path file, ScenarioLoader loader, Model model) {
    attempt(file, "scenario", () -> bound(loader.load(file), model))
        .ifPresent(scenario -> checked.add(new Checked(file, "scenario", scenario.title(), 0)));
  }
}
