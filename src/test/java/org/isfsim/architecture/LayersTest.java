package org.isfsim.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The layers of the program: data flows down the list, imports point up only. */
final class LayersTest {

  private static final String ROOT = "org.isfsim";

  /** Top to bottom; a package may import those above it. */
  private static final List<String> ORDER =
      List.of(
          "document",
          "source",
          "parameter",
          "scenario",
          "sampling",
          "decision",
          "model",
          "montecarlo",
          "exact",
          "coverage",
          "analysis",
          "explanation",
          "drawing",
          "article",
          "study",
          "report",
          "results",
          "page",
          "browser",
          "cli");

  /** Where cases are made and counted: nothing here may depend on anything but its input. */
  private static final String[] CALCULATION =
      packages(
          "document",
          "source",
          "parameter",
          "scenario",
          "sampling",
          "decision",
          "model",
          "montecarlo",
          "exact",
          "analysis",
          "explanation",
          "drawing",
          "article",
          "report",
          "page");

  /** Walks, samples and what they are made of: the command line asks for answers. */
  private static final DescribedPredicate<JavaClass> NOT_FOR_THE_COMMAND_LINE =
      resideInAnyPackage(
              "org.apache.commons.math3..",
              "org.snakeyaml..",
              "org.kie..",
              ROOT + ".sampling..",
              ROOT + ".montecarlo..",
              ROOT + ".exact..")
          .and(
              DescribedPredicate.describe(
                  "no limit and no choice of ranges",
                  type ->
                      !type.getSimpleName().equals("TooLargeException")
                          && !type.getSimpleName().equals("Ranges")));

  private static final DescribedPredicate<JavaClass> NOT_FOR_A_BROWSER =
      DescribedPredicate.describe(
          "files, threads and reflection",
          type ->
              type.getName().equals("java.nio.file.Files")
                  || type.getName().equals(ROOT + ".document.Scratch")
                  || type.getPackageName().startsWith("java.util.concurrent")
                  || type.getPackageName().startsWith("java.lang.reflect"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static String[] packages(String... names) {
    return List.of(names).stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
  }

  private static List<String> presentPackages() {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals(ROOT))
        .map(name -> name.substring(ROOT.length() + 1))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(presentPackages()).containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void importsPointUpOnly() {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + ORDER.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new)))
          .because("data flows down the list")
          .check(CLASSES);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyDecisionImportsDrools() {
    DescribedPredicate<JavaClass> drools = resideInAnyPackage("org.kie..", "org.drools..");
    noClasses()
        .that(resideOutsideOfPackage(ROOT + ".decision.."))
        .should()
        .dependOnClassesThat(drools)
        .check(CLASSES);
    requireUsed(drools);
  }

  @Test
  void onlyTheWorkerOfPagesKnowsTheCompilerForBrowsers() {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + ".browser.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.teavm..")
        .check(CLASSES);
  }

  @Test
  void nothingIsNamedForBeingUsefulInGeneral() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Helpers")
        .orShould()
        .haveSimpleNameEndingWith("Common")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    for (JavaPackage javaPackage : CLASSES.getPackage(ROOT).getSubpackages()) {
      assertThat(javaPackage.tryGetPackageInfo())
          .as("package-info of " + javaPackage.getName())
          .isPresent();
      assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
          .as("@NullMarked on " + javaPackage.getName())
          .isTrue();
    }
  }

  @Test
  void calculationsUseNoRandomnessButTheKeyedOne() {
    noClasses()
        .that()
        .resideInAnyPackage(CALCULATION)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocalRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  @Test
  void calculationsDoNotAskWhatTimeItIs() {
    noClasses()
        .that()
        .resideInAnyPackage(CALCULATION)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheRunLooksAtAStopwatchAndOnlyForItsDeadline() {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages("document", "source", "parameter", "scenario", "sampling", "decision"))
        .or()
        .resideInAnyPackage(packages("model", "exact", "analysis", "explanation", "report"))
        .should()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }

  /** The last bits of Math differ between platforms, those of StrictMath in browsers. */
  @Test
  void numbersComeFromPortableMathematics() {
    noClasses()
        .that()
        .resideInAnyPackage(
            packages("parameter", "scenario", "sampling", "decision", "model", "montecarlo"))
        .or()
        .resideInAnyPackage(packages("exact", "analysis", "report"))
        .should()
        .callMethod(Math.class, "exp", double.class)
        .orShould()
        .callMethod(Math.class, "log", double.class)
        .orShould()
        .callMethod(Math.class, "pow", double.class, double.class)
        .orShould()
        .callMethod(Math.class, "expm1", double.class)
        .orShould()
        .callMethod(Math.class, "log1p", double.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(StrictMath.class)
        .check(CLASSES);
  }

  @Test
  void theCommandLineIsThinItOffersNothingToOthersAndDecidesNothing() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".cli")
        .and()
        .haveModifier(JavaModifier.PUBLIC)
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleName("Main")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat(NOT_FOR_THE_COMMAND_LINE)
        .check(CLASSES);
    requireUsed(NOT_FOR_THE_COMMAND_LINE);
  }

  /** What a browser runs has no files, no threads and no reflection. */
  @Test
  void articlesAndReportsSeeNoFileNoThreadAndNoReflection() {
    noClasses()
        .that()
        .resideInAnyPackage(packages("drawing", "article", "report"))
        .should()
        .dependOnClassesThat(NOT_FOR_A_BROWSER)
        .check(CLASSES);
    requireUsed(NOT_FOR_A_BROWSER);
  }

  /** A rule that forbids what nobody uses anywhere would hold whatever became of its words. */
  private static void requireUsed(DescribedPredicate<JavaClass> forbidden) {
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> forbidden.test(dependency.getTargetClass())))
        .as("something uses " + forbidden.getDescription() + ", so that the rule can fail")
        .isTrue();
  }
}
