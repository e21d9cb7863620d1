package org.isfsim.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.analysis.Observed;
import org.isfsim.analysis.StatementParser;
import org.isfsim.decision.Decisions;
import org.isfsim.decision.RuleCache;
import org.isfsim.decision.RuleSet;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Problem;
import org.isfsim.explanation.CaseTable;
import org.isfsim.explanation.CaseTableReader;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Selection;
import org.isfsim.source.Register;
import org.isfsim.source.SmallRegister;
import picocli.CommandLine;

/**
 * Everything that reads an input from outside, called in this process as the commands call it, and
 * without the rest of a command: what is sound is a result, everything else a list of problems.
 * Anything that is neither, such as an exception of another kind or a problem with a raw control
 * character, is an {@link AssertionError}.
 *
 * <p>Not thread-safe: an input is written into a file first.
 */
final class InputReaders implements AutoCloseable {

  /** What an input is read as. */
  enum Kind {
    SCENARIO,
    SHIPPED_SCENARIO,
    MODEL,
    PARAMETERS,
    RULES,
    TABLE,
    REGISTER,
    STATEMENT,
    SETTING,
    LINE
  }

  /** What came of an input. */
  enum End {
    RESULT,
    REFUSED
  }

  private static final Path SECOND = Ran.HOME.resolve("src/test/resources/org/isfsim/model/second");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\u202e]");
  private static final Pattern TRACE = Pattern.compile("\tat |Exception\\b|a defect of isfsim");

  /** More than this is no message. */
  private static final int LONGEST_PROBLEM = 1 << 20;

  private static final List<String> TABLES =
      List.of(
          "order.week,contributors.DYKE.offers,contributors.DYKE.gates\n"
              + "1,true,8\n50,true,8\n1,false,\n\"60\",true,0\n",
          "note,budget.advance\n\"a, \"\"quoted\"\" one\",true\n\u00e9,false\n");

  private static final List<String> STATEMENTS =
      List.of(
          "outcome = dry",
          "barrier in (closed, leaking) and not (outcome = wet-cellars or order.week > 10)",
          "barrier-stands <= 2030-06-01",
          "barrier != open and contributors.DYKE.gates >= 3");

  private static final List<String> SETTINGS =
      List.of(
          "order.week=3", "contributors.DYKE.gates=8", "budget.advance=true", "bands.gates=[2, 7]");

  private final Path folder;
  private final Path rules;
  private final Path register;
  private final Path cases;
  private final Model second;
  private final ScenarioLoader loader;
  private final ScenarioLoader shippedLoader;
  private final Plan town;
  private final Decisions decisions;
  private final Model shipped;

  /** Readers that keep what they need in an empty folder. */
  InputReaders(Path folder) throws IOException {
    this.folder = folder;
    this.rules = copy(SECOND.resolve("rules"), folder.resolve("rules"));
    copy(SECOND.resolve("scenarios"), folder.resolve("scenarios"));
    this.register = Files.createDirectories(folder.resolve("register"));
    SmallRegister.in(register);
    this.cases = folder.resolve("cases.csv");
    this.second = Model.read(rules);
    this.loader = Observed.loader(second, claim -> claim.startsWith("S000-"));
    this.town = second.plan(loader.load(scenario("town.yaml")));
    this.decisions =
        Decisions.remembering(RuleSet.read(rules, second.signatures(), RuleCache.ofProcess()));
    this.shipped = Model.read(Ran.HOME.resolve("rules"));
    Register claims = Register.read(Ran.HOME.resolve("seeds"));
    this.shippedLoader = Observed.loader(shipped, claims::hasClaim);
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  private Path scenario(String name) {
    return folder.resolve("scenarios").resolve(name);
  }

  /** Sound inputs of a kind. */
  List<byte[]> sound(Kind kind) throws IOException {
    return switch (kind) {
      case SCENARIO -> contents(SECOND.resolve("scenarios"), ".yaml");
      case SHIPPED_SCENARIO ->
          List.of(Files.readAllBytes(Ran.HOME.resolve("scenarios/baseline.yaml")));
      case MODEL -> List.of(Files.readAllBytes(SECOND.resolve("rules/model.yaml")));
      case PARAMETERS -> List.of(Files.readAllBytes(SECOND.resolve("rules/parameters.yaml")));
      case RULES -> contents(SECOND.resolve("rules"), "barrier.drl");
      case REGISTER -> contents(register, ".yaml");
      case TABLE -> bytes(TABLES);
      case STATEMENT -> bytes(STATEMENTS);
      case SETTING -> bytes(SETTINGS);
      case LINE ->
          bytes(MutationsTest.LINES.stream().map(line -> String.join("\0", line)).toList());
    };
  }

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<byte[]> contents(Path folder, String ending) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(ending)) {
          contents.add(Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  /** Reads an input; words of a line are parted by zeros. */
  End read(Kind kind, byte[] input) {
    try {
      return switch (kind) {
        case SCENARIO -> scenario(input, loader, second);
        case SHIPPED_SCENARIO -> scenario(input, shippedLoader, shipped);
        case MODEL -> inPlace(rules.resolve(Model.FILE), input, () -> Model.read(rules));
        case PARAMETERS ->
            inPlace(rules.resolve("parameters.yaml"), input, () -> Model.read(rules));
        case RULES ->
            inPlace(
                rules.resolve("barrier.drl"),
                input,
                () -> RuleSet.read(rules, second.signatures(), RuleCache.ofProcess()));
        case REGISTER -> inPlace(registerFile(input), input, () -> Register.read(register));
        case TABLE -> table(input);
        case STATEMENT -> {
          StatementParser.parse("--observed", text(input), town);
          yield End.RESULT;
        }
        case SETTING -> setting(text(input));
        case LINE -> line(text(input).split("\0", -1));
      };
    } catch (InvalidInputException e) {
      requireClear(e.problems(), text(input));
      return End.REFUSED;
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("a defect: " + e, e);
    }
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private End scenario(byte[] input, ScenarioLoader with, Model model) throws IOException {
    Path file = Files.write(scenario("changed.yaml"), input);
    Observed.in(model.plan(with.load(file)));
    return End.RESULT;
  }

  /** Reads a folder in which one file is another, and puts the file back. */
  private static End inPlace(Path file, byte[] input, Runnable reading) throws IOException {
    byte[] original = Files.readAllBytes(file);
    Files.write(file, input);
    try {
      reading.run();
      return End.RESULT;
    } finally {
      Files.write(file, original);
    }
  }

  /** The file of a register that an input resembles most by its beginning. */
  private Path registerFile(byte[] input) {
    String text = text(input);
    return register.resolve(
        text.startsWith("C")
            ? "conflicts.yaml"
            : text.startsWith("id") ? "S000.yaml" : "voices.yaml");
  }

  private End table(byte[] input) throws IOException {
    Files.write(cases, input);
    CaseTableReader reader = new CaseTableReader(town, decisions, 7);
    CaseTable table = reader.evaluate(new ByteArrayInputStream(input), cases.toString());
    if (table instanceof CaseTable.Refused refused) {
      requireClear(refused.problems(), text(input));
      return End.REFUSED;
    }
    try (CaseTable.Evaluated evaluated = (CaseTable.Evaluated) table) {
      long rows = 0;
      for (CaseTable.Row row : evaluated) {
        rows += row.number() > 0 ? 1 : 0;
      }
      if (rows != evaluated.rows()) {
        throw new AssertionError("rows were lost");
      }
    }
    return End.RESULT;
  }

  private End setting(String text) {
    int at = text.indexOf('=');
    Map<String, String> sets =
        at < 0 ? Map.of() : Map.of(text.substring(0, at), text.substring(at + 1));
    Optional<String> policy = at < 0 ? Optional.of(text) : Optional.empty();
    second.plan(loader.load(scenario("town.yaml"), new Selection(policy, sets)));
    return End.RESULT;
  }

  /** Understands a command line and does nothing of what it says. */
  private End line(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err, true), 80, false, false);
    Failures failures = new Failures(terminal.err(), false);
    Session session = new Session(terminal, Home.of(folder));
    ByteArrayOutputStream past = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(past, true, StandardCharsets.UTF_8));
    int code;
    try {
      code =
          Main.commandLine(session, failures, words)
              .setExecutionStrategy(
                  parsed -> {
                    Integer help = CommandLine.executeHelpRequest(parsed);
                    return help == null ? ExitCode.DONE : help;
                  })
              .execute(words);
    } finally {
      System.setErr(before);
    }
    terminal.out().flush();
    if (past.size() > 0) {
      throw new AssertionError("said past every filter: " + past.toString(StandardCharsets.UTF_8));
    }
    String said = out + err.toString();
    if (code != ExitCode.DONE && code != ExitCode.USAGE
        || code == ExitCode.USAGE && err.toString().isBlank()
        || CONTROL.matcher(said.replaceAll("[\n\t]", "")).find()
        || isTrace(err.toString(), String.join("\0", words))) {
      throw new AssertionError("exit code " + code + ": " + said);
    }
    return code == ExitCode.DONE ? End.RESULT : End.REFUSED;
  }

  /** Whether words of Java stand in a text that an input did not put there. */
  private static boolean isTrace(String text, String input) {
    return TRACE.matcher(text).find() && !TRACE.matcher(input).find();
  }

  private static void requireClear(List<Problem> problems, String input) {
    if (problems.isEmpty()) {
      throw new AssertionError("refused without a problem");
    }
    for (Problem problem : problems) {
      String text = problem.toString();
      if (problem.message().isBlank()
          || problem.mark().file().isEmpty()
          || text.length() > LONGEST_PROBLEM
          || CONTROL.matcher(text).find()
          || isTrace(text, input)) {
        throw new AssertionError("an unclear problem: " + text);
      }
    }
  }

  @Override
  public void close() {
    decisions.close();
  }
}
