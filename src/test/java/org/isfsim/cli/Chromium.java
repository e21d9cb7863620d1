package org.isfsim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isfsim.article.Json;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window, driven by its own protocol (Chrome DevTools Protocol), with one page
 * and no network.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type\\s*/Page[^s]");
  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<?, ?>>> waiting = new ConcurrentHashMap<>();
  private final List<String> requested = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private @Nullable String session;

  /** The program, if one of the usual names is on the path. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Chromium(Path program, int width) throws IOException {
    profile = Files.createTempDirectory("isfsim-chromium-");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--window-size=" + width + ",1000",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address(process)), new Listener())
            .join();
    Map<?, ?> target = send("Target.createTarget", Map.of("url", "about:blank"));
    Map<?, ?> attached =
        send(
            "Target.attachToTarget",
            Map.of("targetId", String.valueOf(target.get("targetId")), "flatten", true));
    session = String.valueOf(attached.get("sessionId"));
    send("Network.enable", Map.of());
    send("Page.enable", Map.of());
    send("Runtime.enable", Map.of());
    send("Log.enable", Map.of());
    send(
        "Network.emulateNetworkConditions",
        Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    size(width);
  }

  private static String address(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread rest = new Thread(() -> drain(said), "chromium");
        rest.setDaemon(true);
        rest.start();
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("Chromium did not start");
  }

  /** Reads what is said until there is nothing more, so that Chromium need not wait. */
  private static void drain(BufferedReader said) {
    try (said) {
      while (said.readLine() != null) {
        continue;
      }
    } catch (IOException e) {
      // It was closed.
      return;
    }
  }

  /** Makes the page so many pixels wide. */
  void size(int width) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Opens a file; a page is there when its controls are. */
  void open(Path file, String fragment) {
    String url = file.toUri() + (fragment.isEmpty() ? "" : "#" + fragment);
    send("Page.navigate", Map.of("url", "about:blank"));
    complaints.clear();
    send("Page.navigate", Map.of("url", url));
    String isThere =
        "document.readyState === 'complete' && location.protocol === 'file:'"
            + " && (!document.getElementById('controls') || !!document.getElementById('observed'))";
    while (!evaluate(isThere).equals("true")) {
      Thread.onSpinWait();
    }
  }

  /** What an expression gives, once a promise is kept. */
  String evaluate(String expression) {
    Map<?, ?> answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.get("exceptionDetails") instanceof Map<?, ?> thrown) {
      throw new IllegalStateException(thrown.toString());
    }
    return answer.get("result") instanceof Map<?, ?> result
        ? String.valueOf(result.get("value"))
        : "";
  }

  /** A picture of the page as it is seen, or of all of it. */
  byte[] picture(boolean whole) {
    Map<?, ?> answer =
        send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
  }

  /** How many pages of A4 the page is when it is printed. */
  int printed() {
    Map<?, ?> answer =
        send("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
    byte[] bytes = Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return (int) PAGE_OF_PDF.matcher(text).results().count();
  }

  /** The addresses that pages have asked for. */
  List<String> requested() {
    return List.copyOf(requested);
  }

  /** Errors that the page that is open has caused, such as what its policy of content forbids. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private Map<?, ?> send(String method, Map<String, Object> parameters) {
    int number = numbers.incrementAndGet();
    CompletableFuture<Map<?, ?>> reply = new CompletableFuture<>();
    waiting.put(number, reply);
    Map<String, Object> message = Json.object("id", number, "method", method, "params", parameters);
    String of = session;
    if (of != null) {
      message.put("sessionId", of);
    }
    socket.sendText(Json.document(message), true).join();
    try {
      return reply.get(5, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(method + " has no answer", e);
    }
  }

  private void receive(String text) {
    try {
      Map<?, ?> message = (Map<?, ?>) Json.read(text);
      Object id = message.get("id");
      if (id instanceof Number number) {
        CompletableFuture<Map<?, ?>> reply = waiting.remove(number.intValue());
        if (reply != null && message.get("result") instanceof Map<?, ?> result) {
          reply.complete(result);
        } else if (reply != null) {
          reply.completeExceptionally(new IOException(text));
        }
        return;
      }
      String method = String.valueOf(message.get("method"));
      if (message.get("params") instanceof Map<?, ?> event) {
        if (method.equals("Network.requestWillBeSent")
            && event.get("request") instanceof Map<?, ?> request) {
          requested.add(String.valueOf(request.get("url")));
        }
        if (method.equals("Runtime.exceptionThrown") || method.equals("Log.entryAdded")) {
          complaints.add(event.toString());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String message = text.toString();
        text.setLength(0);
        receive(message);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (java.io.UncheckedIOException | java.nio.file.FileSystemException e) {
      // It still writes there; the folder is a temporary one.
      return;
    }
  }
}
