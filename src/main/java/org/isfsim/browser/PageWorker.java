package org.isfsim.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isfsim.page.PageAnswers;
import org.isfsim.page.PageData;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The worker of a page. The page first sends what it holds of a model, then questions; each is
 * answered with its own number.
 */
public final class PageWorker {

  /** Asks what a scenario file, given as a text, changes. */
  private static final String DROPPED = "dropped";

  private @Nullable PageAnswers answers;

  private PageWorker() {}

  /** Begins to listen. */
  public static void main(String[] arguments) {
    PageWorker worker = new PageWorker();
    listen(worker::open, worker::answer);
  }

  /** Receives what the page holds. */
  @JSFunctor
  interface Opening extends JSObject {
    String open(Int8Array bytes);
  }

  /** Answers a question: what is asked, and a setting as alternating names and values. */
  @JSFunctor
  interface Answering extends JSObject {
    String answer(String question, String[] first, String[] second);
  }

  private String open(Int8Array bytes) {
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
      answers = PageAnswers.open(data, PageWorker::tell);
      return "";
    } catch (IOException | RuntimeException e) {
      return String.valueOf(e);
    }
  }

  private String answer(String question, String[] first, String[] second) {
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

  /** Tells the page what is looked at. */
  @JSBody(params = "text", script = "self.postMessage({ progress: text });")
  private static native void tell(String text);

  @JSBody(
      params = {"open", "answer"},
      script =
          "self.onmessage = function(event) {"
              + "  var message = event.data;"
              + "  var reply = { number: message.number, question: message.question };"
              + "  try {"
              + "    reply.text = message.question === 'open'"
              + "      ? open(new Int8Array(message.model))"
              + "      : answer(message.question, message.setting, message.other);"
              + "  } catch (error) {"
              + "    reply.defect = String(error && error.message || error);"
              + "  }"
              + "  self.postMessage(reply);"
              + "};"
              + "self.postMessage({ question: 'ready' });")
  private static native void listen(Opening open, Answering answer);
}
