package org.isfsim.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isfsim.page.PageAnswers;
import org.isfsim.page.PageData;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * What the worker of a page calls: the page first sends what it holds of a model, then questions.
 * One worker has one model.
 */
public final class PageWorker {

  /** Asks what a scenario file, given as a text, changes. */
  private static final String DROPPED = "dropped";

  private static @Nullable PageAnswers answers;

  private PageWorker() {}

  /** Where a program of Java begins; all is done by what is called. */
  public static void main(String[] arguments) {}

  /** Is told what is looked at. */
  @JSFunctor
  public interface Progress extends JSObject {
    void tell(String text);
  }

  /**
   * Receives what the page holds.
   *
   * @return the problem, or nothing
   */
  @JSExport
  public static String open(Int8Array bytes, Progress progress) {
    try {
      PageData data = PageData.read(bytes.copyToJavaArray());
      for (Map.Entry<String, byte[]> file : data.files().entrySet()) {
        Path path = Path.of(file.getKey());
        Path folder = path.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
          Files.createDirectories(folder);
        }
        Files.write(path, file.getValue());
      }
      answers = PageAnswers.open(data, progress::tell);
      return "";
    } catch (IOException | RuntimeException e) {
      return String.valueOf(e);
    }
  }

  /**
   * Answers a question.
   *
   * @param first a setting, as alternating names and values
   * @param second another, for questions about two
   */
  @JSExport
  public static String answer(String question, String[] first, String[] second) {
    PageAnswers open = answers;
    if (open == null) {
      throw new IllegalStateException("Nothing was opened");
    }
    if (!question.equals(DROPPED)) {
      return open.answer(question, first, second);
    }
    try {
      Path file = open.fileOf(second).resolveSibling("dropped.yaml");
      Files.writeString(file, first[1]);
      return open.answer("setting", new String[] {"file", file.toString()}, second);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
