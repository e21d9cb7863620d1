package org.isfsim.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Figures;
import org.isfsim.decision.Decisions;
import org.isfsim.document.InputFile;
import org.isfsim.document.Scratch;
import org.isfsim.explanation.CaseTable;
import org.isfsim.explanation.CaseTableReader;
import org.isfsim.results.EvaluatedRows;
import org.isfsim.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Given cases in, what each comes to out. */
@Command(
    name = "evaluate",
    description = {
      "Evaluate given cases: for each row of a CSV file, every decision's result, the outcome,"
          + " indicators and milestones.",
      "",
      "The first row of FILE holds addresses of parameters, such as council.china.vote; \"isfsim"
          + " parameters\" lists them. A value that a row does not give, because its column is"
          + " absent or its field is empty, is drawn as in the case with the row's number, counted"
          + " from 1. The given columns come first in the answer, as given; one whose name is like"
          + " no address, such as note, passes through.",
      "",
      "FILE is RFC 4180: fields separated by commas, in quotes where needed, in UTF-8. A problem is"
          + " told as file:line:field, fields counted from 1; with any problem nothing is written."
    },
    footer = {
      "  isfsim evaluate scenarios/baseline.yaml votes.csv",
      "  isfsim evaluate scenarios/baseline.yaml votes.csv --out results.csv",
      "  isfsim evaluate scenarios/baseline.yaml - --format json"
    })
final class EvaluateCommand extends SessionCommand implements OfAllCases {

  /** The forms of rows of cases. */
  enum RowsAs {
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private final StudyOptions subject = new StudyOptions();

  @Parameters(
      index = "1",
      paramLabel = "FILE.csv",
      description = "The given cases; - is standard input.")
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowsAs format = RowsAs.CSV;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; - is standard output, the default.")
  private String out = Written.STANDARD;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Option(
      names = "--reference",
      description = "Fire the rules afresh for every decision of every row.")
  private boolean reference;

  EvaluateCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Optional<Path> target = Written.target(out, force);
    Study study = subject.readWhole(session);
    try (Decisions decisions =
            reference ? Decisions.reference(study.rules()) : Decisions.remembering(study.rules());
        InputStream stream = open()) {
      CaseTable table =
          new CaseTableReader(study.plan(), decisions, study.seed()).evaluate(stream, name());
      if (table instanceof CaseTable.Refused refused) {
        return refuse(refused);
      }
      try (CaseTable.Evaluated evaluated = (CaseTable.Evaluated) table) {
        write(new EvaluatedRows(evaluated, study), target);
        return note(evaluated);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return file.equals(Written.STANDARD) ? "standard input" : file;
  }

  private InputStream open() throws IOException {
    if (file.equals(Written.STANDARD)) {
      // Not ours to close.
      return new FilterInputStream(System.in) {
        @Override
        public void close() {}
      };
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw Written.refused(file, "is a folder", "name a CSV file in it");
    }
    if (InputFile.isNone(path)) {
      throw Written.refused(file, "is no regular file", "- is standard input");
    }
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw Written.refused(file, "there is no such file", "- is standard input");
    } catch (IOException e) {
      throw Written.refused(file, "cannot be read", "may it be read?");
    }
  }

  private int refuse(CaseTable.Refused refused) {
    PrintWriter err = session.terminal().err();
    if (refused.total() == refused.problems().size()) {
      failures().problems(refused.problems());
    } else {
      refused.problems().forEach(err::println);
      err.println(
          Figures.count(refused.total(), "problem")
              + "; the first "
              + refused.problems().size()
              + " are listed.");
    }
    return ExitCode.INVALID;
  }

  private void write(EvaluatedRows tables, Optional<Path> target) throws IOException {
    if (target.isEmpty()) {
      print(tables, session.terminal());
      return;
    }
    Path path = target.get();
    try (Scratch scratch = Written.beside(path)) {
      try (Writer writer =
          new OutputStreamWriter(
              new Terminal.Guarded(scratch.open(), UncheckedIOException::new),
              StandardCharsets.UTF_8)) {
        Terminal terminal = Terminal.plain(writer, Writer.nullWriter());
        print(tables, terminal);
        terminal.out().flush();
      }
      scratch.finish();
    }
    note("Wrote " + out + ".");
  }

  private void print(EvaluatedRows tables, Terminal terminal) throws IOException {
    if (format == RowsAs.JSON) {
      terminal.out().print(tables.json(FormatOptions.head(common.name(), Map.of())));
    } else {
      tables.csv(terminal.out());
    }
  }

  private int note(CaseTable.Evaluated table) {
    if (table.failed() == 0) {
      return ExitCode.DONE;
    }
    note(
        "The rules could not finish "
            + table.failed()
            + " of "
            + Figures.count(table.rows(), "row")
            + "; \"error\" says why.");
    return ExitCode.PARTIAL;
  }
}
