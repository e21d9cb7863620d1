package org.isfsim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that the program writes or reads follows the locale of the machine. */
final class LocaleTest {

  private static final List<Class<?>> WRITERS =
      List.of(String.class, PrintStream.class, PrintWriter.class, Formatter.class);

  /** Methods of {@link #WRITERS} that follow the default locale unless they are given one. */
  private static final Set<String> FOLLOWING =
      Set.of("format", "printf", "formatted", "toLowerCase", "toUpperCase");

  @Test
  void nothingIsWrittenOrReadByTheDefaultLocale() {
    noClasses()
        .should()
        .callMethodWhere(followsTheDefaultLocale())
        .because("digits and letters would be those of whoever runs it")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.isfsim"));
  }

  private static DescribedPredicate<JavaMethodCall> followsTheDefaultLocale() {
    return new DescribedPredicate<>("the default locale is followed") {
      @Override
      public boolean test(JavaMethodCall access) {
        MethodCallTarget call = access.getTarget();
        return WRITERS.stream().anyMatch(writer -> call.getOwner().isEquivalentTo(writer))
            && FOLLOWING.contains(call.getName())
            && call.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Locale.class));
      }
    };
  }
}
