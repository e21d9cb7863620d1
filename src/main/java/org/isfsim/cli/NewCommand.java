package org.isfsim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.isfsim.parameter.Catalogue;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.ScenarioTemplate;
import org.isfsim.scenario.SchemaWriter;
import org.isfsim.study.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a scenario to start from. */
@Command(
    name = "new",
    description = {
      "Write a commented scenario file to start from.",
      "",
      "Its first line names scenario.schema.json, with which editors complete and check it; that"
          + " file is written beside it if there is none.",
      "",
      "With --from it extends another scenario, which must be in its folder or below it; of any"
          + " other it holds all that stands there."
    },
    footer = {
      "  isfsim new my.yaml            write it",
      "  isfsim new -                  print it",
      "  isfsim new my.yaml --force    write over what is there",
      "  isfsim new my.yaml --from hostile-council",
      "  isfsim new my.yaml --rules my-rules"
    })
final class NewCommand extends SessionCommand {

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(paramLabel = "FILE", description = "The file to write; - is standard output.")
  private String file = "";

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Option(
      names = "--from",
      paramLabel = "SCENARIO",
      converter = ScenarioPath.class,
      description = "A scenario to start from: a file, or the name of one that comes with isfsim.")
  private @Nullable Path from;

  NewCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = rules.model(session).catalogue();
    String text =
        from == null ? ScenarioTemplate.write(catalogue, id(file)) : from(catalogue, from);
    Optional<Path> target = Written.target(file, force);
    if (target.isEmpty()) {
      session.terminal().out().print(text);
      return ExitCode.DONE;
    }
    Path path = target.get();
    Written.whole(path, text.getBytes(StandardCharsets.UTF_8));
    String option = rules.folder().map(folder -> " --rules " + folder).orElse("");
    note("Wrote " + file + "; \"isfsim check " + Request.quoted(file) + option + "\" checks it.");
    schema(path.resolveSibling(SchemaWriter.FILE), SchemaWriter.write(catalogue), option);
    return ExitCode.DONE;
  }

  private String from(Catalogue catalogue, Path base) {
    new ScenarioLoader(catalogue, session.register()::hasClaim).load(base);
    Path here =
        Path.of(file.equals(Written.STANDARD) ? "my-scenario.yaml" : file)
            .toAbsolutePath()
            .normalize();
    Path there = base.toAbsolutePath().normalize();
    if (there.equals(here)) {
      throw Written.refused(file, "is the scenario to start from", "name another file");
    }
    Path folder = Objects.requireNonNullElse(here.getParent(), here);
    if (ScenarioLoader.reaches(folder, there)) {
      String name = folder.relativize(there).toString().replace('\\', '/');
      return ScenarioTemplate.extending(catalogue, there, name, id(file));
    }
    String name = id(base.toString());
    note(
        base
            + " is not in the folder of "
            + file
            + ", where \"extends\" could reach it: all that it says is written out.");
    return ScenarioTemplate.copying(catalogue, base, name, id(file));
  }

  /** Writes the schema, but never over another one. */
  private void schema(Path path, String schema, String option) throws IOException {
    byte[] bytes = schema.getBytes(StandardCharsets.UTF_8);
    if (!Files.exists(path)) {
      Written.whole(path, bytes);
    } else if (!Arrays.equals(Files.readAllBytes(path), bytes)) {
      note(
          path
              + " is of other rules and stays; \"isfsim rules schema"
              + option
              + "\" prints that of these.");
    }
  }

  /** The id of a scenario in a file of this name: {@code My scenario.yaml} is my-scenario. */
  static String id(String file) {
    String name = String.valueOf(Path.of(file).getFileName());
    String id =
        name.replaceFirst("\\.[^.]*$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-$", "");
    return id.isEmpty() ? "my-scenario" : id;
  }
}
