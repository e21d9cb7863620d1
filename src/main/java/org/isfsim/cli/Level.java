package org.isfsim.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a probability of the command line, such as {@code 20%}. */
final class Level implements ITypeConverter<Double> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");

  @Override
  public Double convert(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
      throw new TypeConversionException(
          "\"" + text + "\" is no percentage; allowed: 0% to 100%, such as 20%");
    }
    return Double.parseDouble(matcher.group(1)) / 100;
  }
}
