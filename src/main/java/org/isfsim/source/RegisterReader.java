package org.isfsim.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.document.Mark;
import org.isfsim.document.Node;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;

/** Reads a register folder and reports everything that is wrong in it at once. */
final class RegisterReader {

  private static final String CONFLICTS = "conflicts.yaml";
  private static final String VOICES = "voices.yaml";
  private static final String FILES = "S000.yaml, S001.yaml …, " + CONFLICTS + " and " + VOICES;
  private static final Pattern DOCUMENT_FILE = Pattern.compile("S\\d{3}\\.yaml");

  private final Path folder;
  private final Problems problems = new Problems();

  RegisterReader(Path folder) {
    this.folder = folder;
  }

  Register read() {
    Map<String, Path> files = files();
    problems.throwIfAny();
    Texts texts = new Texts(problems);
    List<Document> documents = new ArrayList<>();
    ClaimIndex index = new ClaimIndex();
    files.forEach(
        (name, file) -> {
          String id = name.substring(0, name.indexOf('.'));
          int before = problems.size();
          root(file)
              .flatMap(root -> new DocumentReader(id, problems, texts, index).read(root))
              .ifPresent(documents::add);
          if (problems.size() > before) {
            index.addUnsound(id);
          }
        });
    Path conflictsFile = folder.resolve(CONFLICTS);
    List<Conflict> conflicts =
        root(conflictsFile)
            .map(root -> new ConflictReader(problems, texts, index).read(root))
            .orElse(List.of());
    Path voicesFile = folder.resolve(VOICES);
    List<Voice> voices =
        root(voicesFile)
            .map(root -> new VoiceReader(voicesFile, problems, texts, index).read(root, documents))
            .orElse(List.of());
    texts.check(index, conflicts);
    problems.throwIfAny();
    return new Register(documents, conflicts, voices);
  }

  /** The documents' files by name, which is the order of their ids. */
  private Map<String, Path> files() {
    Map<String, Path> files = new TreeMap<>();
    Mark mark = Mark.of(folder.toString());
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "is no folder" : "does not exist";
      problems.add(mark, "", "the register folder " + what);
      return files;
    }
    try (Stream<Path> found = Files.list(folder)) {
      found.sorted().forEach(file -> sort(file, files));
    } catch (IOException e) {
      problems.add(mark, "", "the register folder cannot be read");
      return files;
    }
    if (files.isEmpty()) {
      problems.add(Problem.of(mark, "", "the folder holds no document").allowing(FILES));
      return files;
    }
    String last = ((TreeMap<String, Path>) files).lastKey();
    for (int i = 0; i < Integer.parseInt(last.substring(1, 4)); i++) {
      String name = String.format(Locale.ROOT, "S%03d.yaml", i);
      if (!files.containsKey(name)) {
        problems.add(mark, "", "the file " + name + " is missing, while there is " + last);
      }
    }
    return files;
  }

  private void sort(Path file, Map<String, Path> files) {
    String name = String.valueOf(file.getFileName());
    if (DOCUMENT_FILE.matcher(name).matches()) {
      files.put(name, file);
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean expected = name.equals(CONFLICTS) || name.equals(VOICES);
    if (!expected && (lower.endsWith(".yaml") || lower.endsWith(".yml"))) {
      problems.add(
          Problem.of(Mark.of(file.toString()), "", "this file is not part of a register")
              .allowing(FILES));
    }
  }

  private Optional<Node> root(Path file) {
    return YamlReader.read(file, problems).map(YamlReader.Document::root);
  }
}
