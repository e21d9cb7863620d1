package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;

/** Building, saving and loading the compiled rules. */
final class CompiledRulesTest {

  @Test
  void aSavedJarDecidesLikeTheRulesItWasBuiltFrom(@TempDir Path folder) throws IOException {
    RuleSet rules = Samples.rules();
    Path jar = folder.resolve("rules.jar");
    try (CompiledRules built = CompiledRules.build(rules)) {
      Files.write(jar, built.bytes());
    }
    try (CompiledRules loaded = CompiledRules.load(jar);
        Evaluator evaluator = new Evaluator(rules, loaded.base());
        Decisions reference = Decisions.reference(rules)) {
      for (long key = 0; key < Samples.COUNCIL.combinations(); key += 7) {
        int[] combination = Samples.COUNCIL.combination(key);
        assertThat(evaluator.fire("council", combination))
            .isEqualTo(reference.trace("council", combination));
      }
    }
  }

  @Test
  void aFileThatIsNoJarOfRulesIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rules.jar"), "damaged");

    assertThatThrownBy(() -> CompiledRules.load(file)).isInstanceOf(IOException.class);
  }

  @Test
  void closingLeavesNoModuleBehind() {
    CompiledRules built = CompiledRules.build(Samples.rules());
    ReleaseId release = built.release();
    assertThat(KieServices.get().getRepository().getKieModule(release)).isNotNull();

    built.close();

    assertThat(KieServices.get().getRepository().getKieModule(release)).isNull();
  }
}
