package org.isfsim.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Problems;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/**
 * The rules as Drools classes: built from {@link GeneratedRules}, or loaded from a jar that an
 * earlier build gave.
 *
 * <p>A consequence only tells the session's collector the position of the rule in the {@link
 * RuleSet}; what the rule concludes is looked up there.
 */
final class CompiledRules implements AutoCloseable {

  private static final String GROUP = "org.isfsim";
  private static final String ARTIFACT = "rules";

  /** How an error of the compiler tells the file and, if it does, the rule. */
  private static final Pattern PLACE = Pattern.compile("isfsim/d(\\d+)/");

  private static final Pattern RULE = Pattern.compile("\\br(\\d+)\\b");

  /** A time that a jar can hold without the zone in which it was made. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String POM = "META-INF/maven/" + GROUP + "/" + ARTIFACT + "/pom.properties";

  private final InternalKieModule module;
  private final KieContainer container;
  private final KieBase base;

  private CompiledRules(InternalKieModule module) {
    this.module = module;
    this.container = KieServices.get().newKieContainer(module.getReleaseId());
    this.base = container.getKieBase();
  }

  /**
   * Builds rules that were read and found pure, after Drools has read the very text that it
   * compiles and has found in it what we have.
   *
   * @throws InvalidInputException if Drools reads a rule differently or refuses it
   */
  static CompiledRules build(RuleSet rules) {
    KieServices services = KieServices.get();
    // The same rules give the same classes, down to their names.
    ReleaseId release = services.newReleaseId(GROUP, ARTIFACT, RuleCache.key(rules));
    KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
    Problems problems = new Problems();
    for (GeneratedRules generated : GeneratedRules.of(rules)) {
      DroolsReading.ofGenerated(generated, fileOf(rules, generated.place()), problems);
      files.write(generated.path(), generated.drl());
    }
    problems.throwIfAny();
    // Engines of the same rules share a name in the repository: none may come between a module's
    // entry and its use. Later a container needs the repository no more.
    synchronized (services.getRepository()) {
      return compile(rules, files, release, problems);
    }
  }

  private static CompiledRules compile(
      RuleSet rules, KieFileSystem files, ReleaseId release, Problems problems) {
    KieServices services = KieServices.get();
    try {
      KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
      builder
          .getResults()
          .getMessages(Message.Level.ERROR)
          .forEach(error -> problems.add(refused(rules, error)));
      problems.throwIfAny();
      return new CompiledRules((InternalKieModule) builder.getKieModule());
    } catch (RuntimeException | StackOverflowError e) {
      services.getRepository().removeKieModule(release);
      if (e instanceof InvalidInputException invalid) {
        throw invalid;
      }
      // Whatever the compiler stumbles over, it is these rules that it cannot take.
      throw new InvalidInputException(
          Problem.of(
              Mark.of(rules.folder().toString()),
              "",
              "Drools cannot compile these rules: " + DroolsReading.plain(String.valueOf(e))));
    }
  }

  /** What Drools refuses, at the rule or at least in the file that it tells. */
  private static Problem refused(RuleSet rules, Message error) {
    String said = String.valueOf(error.getText());
    String what = "Drools cannot compile this: " + DroolsReading.plain(said);
    Matcher rule = RULE.matcher(said);
    if (rule.find() && Integer.parseInt(rule.group(1)) < rules.rules().size()) {
      Rule origin = rules.rules().get(Integer.parseInt(rule.group(1)));
      return Problem.of(origin.mark(), "rule \"" + origin.name() + "\"", what);
    }
    Matcher place = PLACE.matcher(String.valueOf(error.getPath()));
    boolean known = place.find() && Integer.parseInt(place.group(1)) < rules.signatures().size();
    return Problem.of(
        known
            ? fileOf(rules, Integer.parseInt(place.group(1)))
            : Mark.of(rules.folder().toString()),
        "",
        what);
  }

  private static Mark fileOf(RuleSet rules, int place) {
    return Mark.of(rules.folder().resolve(rules.signatures().get(place).fileName()).toString());
  }

  /**
   * Loads a jar of {@link #bytes}, without compiling. The jar is read while the rules are used.
   *
   * @throws IOException if the file cannot be read or is no such jar
   */
  static CompiledRules load(Path jar) throws IOException {
    Properties pom = new Properties();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(POM);
      if (entry == null) {
        throw new IOException(jar + " holds no compiled rules");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        pom.load(in);
      }
    }
    KieServices services = KieServices.get();
    ReleaseId release =
        services.newReleaseId(GROUP, ARTIFACT, pom.getProperty("version", "unknown"));
    // Built by hand: the description in XML would need another part of Drools to be read.
    KieModuleModel model = services.newKieModuleModel();
    KieBuilderImpl.setDefaultsforEmptyKieModule(model);
    CanonicalKieModule module = new CanonicalKieModule(release, model, jar.toFile());
    synchronized (services.getRepository()) {
      services.getRepository().addKieModule(module);
      return new CompiledRules(module);
    }
  }

  /**
   * The compiled classes as a jar, for {@link #load} under the same version of Drools. Without
   * times and in the order of names, so that the same rules give the same bytes.
   */
  byte[] bytes() {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(module.getBytes()));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        entries.put(entry.getName(), from.readAllBytes());
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTimeLocal(NO_TIME);
        to.putNextEntry(written);
        to.write(entry.getValue());
        to.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  KieBase base() {
    return base;
  }

  ReleaseId release() {
    return module.getReleaseId();
  }

  @Override
  public void close() {
    container.dispose();
    KieServices.get().getRepository().removeKieModule(release());
  }
}
