package org.isfsim.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isfsim.parameter.Amount.Wanted;

/** The continuous laws that a document can name, with the numbers that each takes. */
enum LawName {
  TRIANGULAR(List.of("min", "mode", "max"), List.of()) {
    @Override
    Law law(LawNumbers numbers) {
      numbers.requireModeBetweenEnds();
      return new Law.Triangular(numbers.get("min"), numbers.get("mode"), numbers.get("max"));
    }
  },
  PERT(List.of("min", "mode", "max"), List.of()) {
    @Override
    Law law(LawNumbers numbers) {
      numbers.requireModeBetweenEnds();
      return Law.Stretched.pert(numbers.get("min"), numbers.get("mode"), numbers.get("max"));
    }
  },
  NORMAL(List.of("mean", "sd"), List.of()) {
    @Override
    Law law(LawNumbers numbers) {
      numbers.requirePositive("sd");
      return new Law.Normal(numbers.get("mean"), numbers.get("sd"));
    }
  },
  LOGNORMAL(List.of("median", "sigma"), List.of()) {
    @Override
    Law law(LawNumbers numbers) {
      numbers.requirePositive("median");
      numbers.requirePositive("sigma");
      return new Law.LogNormal(numbers.get("median"), numbers.get("sigma"));
    }
  },
  BETA(List.of("a", "b"), List.of("min", "max")) {
    @Override
    Law law(LawNumbers numbers) {
      numbers.requireShape("a");
      numbers.requireShape("b");
      numbers.requireEnds();
      return new Law.Stretched(
          numbers.get("a"), numbers.get("b"), numbers.get("min"), numbers.get("max"));
    }
  },
  EXPONENTIAL(List.of("mean"), List.of("min")) {
    @Override
    Law law(LawNumbers numbers) {
      numbers.requireInside("min");
      numbers.requireMeanAboveMin();
      return new Law.Exponential(numbers.get("min"), numbers.get("mean"));
    }
  };

  private static final List<String> WITHOUT_UNIT = List.of("sigma", "a", "b");

  private final List<String> required;
  private final List<String> optional;

  LawName(List<String> required, List<String> optional) {
    this.required = required;
    this.optional = optional;
  }

  /** The law with these numbers, once they are found to fit. */
  abstract Law law(LawNumbers numbers);

  List<String> required() {
    return required;
  }

  List<String> optional() {
    return optional;
  }

  /** What a number must be: of the parameter's unit, unless it has none. */
  static Wanted wanted(String key, Domain.Numbers grid) {
    return WITHOUT_UNIT.contains(key) ? Wanted.PLAIN : Wanted.of(grid.unit());
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LawName> of(String word) {
    return Arrays.stream(values()).filter(law -> law.word().equals(word)).findFirst();
  }
}
