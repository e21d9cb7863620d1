package org.isfsim.browser;

import java.util.Set;
import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Tells the compiler which classes of Java's library and others it finds here: a class {@code X} is
 * {@code XStandIn} of this package, or of its own, where it needs what others do not see.
 */
public final class LibraryStandIns extends SimpleSubstitutionPolicy {

  private static final String HERE = "org.isfsim.browser";
  private static final String ENDING = "StandIn";

  private static final Set<String> STANDING_IN =
      Set.of(
          "java.security.MessageDigest",
          "java.util.HexFormat",
          "java.util.SplittableRandom",
          "java.util.concurrent.ConcurrentLinkedQueue",
          "java.util.concurrent.ConcurrentSkipListMap",
          "java.util.concurrent.atomic.AtomicIntegerArray",
          "java.util.concurrent.atomic.AtomicReferenceArray",
          "java.util.concurrent.atomic.LongAdder",
          "javax.lang.model.SourceVersion",
          "org.apache.commons.math3.exception.util.ExceptionContext");

  private static final String IN_ITS_PACKAGE =
      "org.apache.commons.math3.util.FastMathLiteralArrays";

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(IN_ITS_PACKAGE::equals).simpleNameSuffix(ENDING);
    for (String name : STANDING_IN) {
      String inPackage = name.substring(0, name.lastIndexOf('.'));
      sink.selectClasses(name::equals).replacePackage(inPackage, HERE).simpleNameSuffix(ENDING);
    }
  }
}
