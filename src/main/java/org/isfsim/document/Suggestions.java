package org.isfsim.document;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that a misspelt one probably meant. */
public final class Suggestions {

  /** No name is longer; a whole paragraph is no misspelt name. */
  private static final int LONGEST = 100;

  private Suggestions() {}

  /**
   * The known name closest to the one found, in the edit distance with transpositions (Damerau,
   * CACM 7(3), 1964, restricted form), if it is within a third of its length and at least two.
   */
  public static Optional<String> closest(String found, Collection<String> known) {
    if (found.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = normal(found);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(wanted, normal(candidate));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    int limit = Math.max(2, found.length() / 3);
    return best != null && bestDistance <= limit && bestDistance < found.length()
        ? Optional.of(best)
        : Optional.empty();
  }

  /** {@code did you mean "x"?}, or null when nothing is close. */
  public static @Nullable String didYouMean(String found, Collection<String> known) {
    return closest(found, known).map(name -> "did you mean \"" + name + "\"?").orElse(null);
  }

  /** {@code did you mean "x"?}, or something else to try when nothing is close. */
  public static String didYouMean(String found, Collection<String> known, String otherwise) {
    return Objects.requireNonNullElse(didYouMean(found, known), otherwise);
  }

  /** The same of a file that is not there: one in its folder whose name is close. */
  public static @Nullable String otherFile(String file) {
    File missing = new File(file);
    @Nullable File in = missing.getAbsoluteFile().getParentFile();
    String @Nullable [] beside = in == null ? null : in.list();
    if (beside == null) {
      return null;
    }
    Arrays.sort(beside);
    String folder = file.substring(0, file.length() - missing.getName().length());
    // A link that leads to no file stands there itself.
    List<String> others =
        Arrays.stream(beside).filter(name -> !name.equals(missing.getName())).toList();
    return closest(missing.getName(), others)
        .map(name -> "did you mean \"" + folder + name + "\"?")
        .orElse(null);
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] =
            Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + substitution);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
