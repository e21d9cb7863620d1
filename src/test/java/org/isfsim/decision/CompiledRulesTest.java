package org.isfsim.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  void theSameRulesGiveTheSameBytesAndEnginesOfThemDoNotDisturbEachOther() {
    RuleSet rules = Samples.rules();
    int[] vetoed = {1, 1, 0, 0, 10};
    try (CompiledRules second = twice(rules);
        Evaluator evaluator = new Evaluator(rules, second.base())) {
      assertThat(evaluator.fire("council", vetoed).finding().text(0)).isEqualTo("vetoed");
    }
  }

  /** The second of two of the same bytes, after the first was closed. */
  private static CompiledRules twice(RuleSet rules) {
    try (CompiledRules first = CompiledRules.build(rules)) {
      CompiledRules second = CompiledRules.build(rules);
      assertThat(second.bytes()).isEqualTo(first.bytes());
      return second;
    }
  }

  @Test
  void aFileThatIsNoJarOfRulesIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rules.jar"), "damaged");

    assertThatThrownBy(() -> CompiledRules.load(file)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "th-TH-u-nu-thai", "ar-EG-u-nu-arab"})
  void rulesAreCompiledAndDecideAlikeUnderEveryLocale(String tag) {
    RuleSet rules = Samples.rules();
    int[] vetoed = {1, 1, 0, 0, 10};
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try (CompiledRules built = CompiledRules.build(rules);
        Evaluator evaluator = new Evaluator(rules, built.base())) {
      assertThat(evaluator.fire("council", vetoed).finding().text(0)).isEqualTo("vetoed");
    } finally {
      Locale.setDefault(locale);
    }
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
