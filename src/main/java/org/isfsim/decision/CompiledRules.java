package org.isfsim.decision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.isfsim.parameter.Domain;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/**
 * The rules as Drools classes: built from the rules as written, or loaded from a jar that an
 * earlier build gave.
 *
 * <p>Drools gets each condition character by character. The consequence only tells the session's
 * collector the position of the rule in the {@link RuleSet}; what the rule concludes is looked up
 * there.
 */
final class CompiledRules implements AutoCloseable {

  /** The name under which consequences find the collector; no field has an underscore. */
  static final String COLLECTOR = "isfsim_fired";

  private static final String GROUP = "org.isfsim";
  private static final String ARTIFACT = "rules";
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
   * Builds rules that were read and found pure.
   *
   * @throws IllegalStateException if Drools refuses them all the same, which is a defect of the
   *     reader
   */
  static CompiledRules build(RuleSet rules) {
    KieServices services = KieServices.get();
    // Two engines of one process must not replace each other's module.
    ReleaseId release =
        services.newReleaseId(GROUP, ARTIFACT, rules.sha256() + "-" + UUID.randomUUID());
    KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
    for (Signature signature : rules.signatures()) {
      files.write(
          "src/main/resources/"
              + signature.packageName().replace('.', '/')
              + "/"
              + signature.fileName(),
          drl(rules, signature));
    }
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      services.getRepository().removeKieModule(release);
      throw new IllegalStateException(
          "Drools refuses rules of " + rules.folder() + " that were found sound: " + errors);
    }
    return new CompiledRules((InternalKieModule) builder.getKieModule());
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
    services.getRepository().addKieModule(module);
    return new CompiledRules(module);
  }

  /** The compiled classes as a jar, for {@link #load} under the same version of Drools. */
  byte[] bytes() {
    return module.getBytes();
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

  /** The file that Drools compiles for a decision. */
  static String drl(RuleSet rules, Signature signature) {
    StringBuilder drl =
        new StringBuilder()
            .append("package ")
            .append(signature.packageName())
            .append(";\nglobal java.util.function.IntConsumer ")
            .append(COLLECTOR)
            .append(";\ndeclare ")
            .append(signature.factType())
            .append('\n');
    for (Field field : signature.fields()) {
      drl.append("  ").append(field.name()).append(" : ").append(type(field)).append('\n');
    }
    drl.append("end\n");
    List<Rule> all = rules.rules();
    for (int i = 0; i < all.size(); i++) {
      Rule rule = all.get(i);
      if (rule.decision().equals(signature.decision())) {
        drl.append("rule \"").append(rule.name()).append("\"\nwhen").append(rules.text(i));
        // On a line of its own: the condition may end with a comment.
        drl.append("\nthen\n  ").append(COLLECTOR).append(".accept(").append(i);
        drl.append(");\nend\n");
      }
    }
    return drl.toString();
  }

  private static String type(Field field) {
    if (field.domain() instanceof Domain.Choice) {
      return "String";
    }
    return field.domain() == Domain.Flag.FLAG ? "boolean" : "int";
  }
}
