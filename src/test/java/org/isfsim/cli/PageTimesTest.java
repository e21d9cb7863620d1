package org.isfsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.isfsim.model.Model;
import org.isfsim.scenario.Scenario;
import org.isfsim.scenario.ScenarioLoader;
import org.isfsim.scenario.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the page of a scenario is in Chromium: from the moment in which a control is moved to
 * the one in which what is new stands there. Prints a table; nothing fails when an aim is missed.
 * {@code src/jmh/page} runs it on an idle machine.
 */
class PageTimesTest {

  private static final String WANTED = "isfsim.page.times";
  private static final String SCENARIO = System.getProperty("isfsim.page.scenario", "baseline");

  /** How often a page is opened, and how many controls of a kind are moved. */
  private static final int TIMES = Integer.getInteger("isfsim.page.repeats", 20);

  /** How often all of an answer is waited for. */
  private static final int WHOLE = Math.max(1, TIMES / 4);

  /** How long a page is read before a control is moved, in milliseconds. */
  private static final int READING = 15_000;

  @TempDir private static Path folder;

  /** What was measured, in milliseconds. */
  private record Measured(String what, List<Double> times, String aim) {

    private String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.0f | %.0f | %s |",
          what,
          times.size(),
          quantile(0.5),
          quantile(0.95),
          aim);
    }

    /** The nearest rank. */
    private double quantile(double share) {
      List<Double> sorted = times.stream().sorted().toList();
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
  }

  private static final class Page implements AutoCloseable {

    private final Chromium chromium;
    private final Path file;

    Page(Path file) throws IOException {
      this.chromium = new Chromium(Chromium.program().orElseThrow(), 1024);
      this.file = file;
    }

    /** From the start of opening it until its figures are painted. */
    double opened() {
      chromium.open(file, "");
      return Double.parseDouble(
          chromium.evaluate(
              "new Promise(function (resolve) { requestAnimationFrame(function () {"
                  + " setTimeout(function () { resolve(performance.now()); }); }); })"));
    }

    /** From the start of opening it until the engine has answered for the first time. */
    double firstAnswer() {
      return Double.parseDouble(
          chromium.evaluate(
              "new Promise(function (resolve) {"
                  + "document.addEventListener('isfsim-answer', function () {"
                  + " resolve(performance.now()); }, { once: true });"
                  + "document.dispatchEvent(new CustomEvent('isfsim-question', { detail:"
                  + " { question: 'outcome-figures', setting: '', number: 1 } })); })"));
    }

    /**
     * Moves a control; the times until the status begins with the first and with the second of two
     * patterns. What takes longer than two minutes has no time.
     */
    double[] moved(String control, String value, String first, String second) throws IOException {
      String times =
          chromium.evaluate(
              "new Promise(function (resolve) { var of = document.querySelector('"
                  + control
                  + "'); var status = document.getElementById('status'); var begun; var seen = 0;"
                  + " setTimeout(function () { resolve('none'); }, 120000);"
                  + " new MutationObserver(function (list, self) {"
                  + " var now = performance.now() - begun;"
                  + " if (!seen && /^("
                  + first
                  + ")/.test(status.textContent)) { seen = now; }"
                  + " if (/^("
                  + second
                  + ")/.test(status.textContent)) { self.disconnect();"
                  + " resolve(seen + ' ' + now); } })"
                  + ".observe(status, { childList: true, characterData: true, subtree: true });"
                  + " of.value = '"
                  + value
                  + "'; begun = performance.now();"
                  + " of.dispatchEvent(new Event('input', { bubbles: true })); })");
      return times.equals("none")
          ? new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}
          : Stream.of(times.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** As for somebody who first reads what stands there. */
    void rehearse() {
      chromium.evaluate(
          "new Promise(function (resolve) { setTimeout(function () { resolve(''); }, "
              + READING
              + "); })");
    }

    void reset() {
      chromium.evaluate("document.getElementById('reset').click()");
    }

    @Override
    public void close() throws IOException {
      chromium.close();
    }
  }

  private static List<Double> weights(Page page, String outcomes) throws IOException {
    List<Double> times = new ArrayList<>();
    for (String[] weight : weights().subList(0, TIMES)) {
      String of = selector("data-number", weight[0]);
      times.add(page.moved(of, weight[1], outcomes, outcomes)[0]);
    }
    return times;
  }

  private static String selector(String attribute, String address) {
    return "[" + attribute + "=\\'" + address + "\\']";
  }

  @Test
  void timesOfThePageOfAScenario() throws IOException {
    assumeTrue(Boolean.getBoolean(WANTED), "left out: src/jmh/page measures pages");
    Path file = folder.resolve("page.html");
    Ran ran = Ran.isfsim("page", SCENARIO, "-o", file.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    System.out.println("| Milliseconds from the moment in which … | Times | Median | p95 | Aim |");
    System.out.println("|---|---|---|---|---|");
    try (Page page = new Page(file)) {
      List<Double> opened = new ArrayList<>();
      List<Double> first = new ArrayList<>();
      for (int i = 0; i < WHOLE; i++) {
        opened.add(page.opened());
        first.add(page.firstAnswer());
      }
      tell(new Measured("the file is opened: its figures stand there", opened, "2,000"));
      tell(new Measured("the file is opened: the engine has answered", first, ""));
      String outcomes = "Outcomes|All of it";
      tell(
          new Measured(
              "a weight is typed at once: outcomes stand there", weights(page, outcomes), ""));
      page.opened();
      page.rehearse();
      tell(new Measured("a weight is typed: outcomes stand there", weights(page, outcomes), "60"));
      page.reset();
      List<Double> levers = new ArrayList<>();
      for (String[] lever : levers().subList(0, TIMES)) {
        String of = selector("data-set", lever[0]);
        levers.add(page.moved(of, lever[1], outcomes, outcomes)[0]);
      }
      tell(new Measured("a lever or switch is chosen: outcomes stand there", levers, "150"));
      List<Double> ranges = new ArrayList<>();
      List<Double> whole = new ArrayList<>();
      for (int i = 0; i < WHOLE; i++) {
        page.reset();
        String[] lever = levers().get(i);
        double[] both =
            page.moved(
                selector("data-set", lever[0]), lever[1], "Outcomes and|All of it", "All of it");
        ranges.add(both[0]);
        whole.add(both[1]);
      }
      tell(new Measured("the same: ranges stand there", ranges, "3,000"));
      tell(new Measured("the same: indicators and milestones stand there", whole, "3,000"));
    }
    System.out.printf(Locale.ROOT, "%nThe file has %,d bytes.%n", Files.size(file));
  }

  /** Told at once: measuring a large scenario takes minutes. */
  private static void tell(Measured measured) {
    System.out.println(measured.row());
    System.out.flush();
  }

  private static Scenario scenario() {
    Model model = Model.read(Ran.HOME.resolve("rules"));
    return new ScenarioLoader(model.catalogue(), claim -> true)
        .load(Ran.HOME.resolve("scenarios/" + SCENARIO + ".yaml"));
  }

  /** Weights of choices that depend on nothing, each with another value. */
  private static List<String[]> weights() {
    List<Setting> moved =
        scenario().settings().values().stream()
            .filter(setting -> setting.written().replace(" ", "").startsWith("{choice:{"))
            .filter(setting -> !setting.written().contains("%"))
            .filter(setting -> !setting.distribution().isFixed())
            .toList();
    assertThat(moved).isNotEmpty();
    List<String[]> weights = new ArrayList<>();
    for (int value = 37; weights.size() < TIMES; value++) {
      for (Setting setting : moved) {
        String first = setting.domain().text(0);
        weights.add(new String[] {setting.address() + ".choice." + first, value + ""});
      }
    }
    return weights;
  }

  /** Levers and switches, each with a value that it has not. */
  private static List<String[]> levers() {
    List<String[]> levers = new ArrayList<>();
    for (Setting setting : scenario().settings().values()) {
      boolean isChosen =
          setting.distribution().isFixed()
              && !setting.parameter().isAttribute()
              && setting.domain().size() > 1
              && setting.domain().size() <= 5;
      if (isChosen) {
        int value = setting.distribution().at().fixedValue() == 0 ? 1 : 0;
        levers.add(new String[] {setting.address(), setting.domain().text(value)});
      }
    }
    return levers;
  }
}
