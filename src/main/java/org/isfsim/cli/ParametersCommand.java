package org.isfsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.isfsim.article.Article;
import org.isfsim.document.InvalidInputException;
import org.isfsim.document.Mark;
import org.isfsim.document.Problem;
import org.isfsim.document.Suggestions;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Basis;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;
import org.isfsim.report.ParameterArticles;
import org.isfsim.source.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The catalogue of parameters. */
@Command(
    name = "parameters",
    description = {
      "Show the catalogue: every parameter with its values, its default, what the default rests on"
          + " and the claims that ground it.",
      "",
      "The addresses are those of scenario files, of --set and of the columns of tables."
    },
    footer = {
      "  isfsim parameters                          the whole catalogue",
      "  isfsim parameters council                  what begins with \"council\"",
      "  isfsim parameters veto                     what has the word in it",
      "  isfsim parameters council.china.vote       one in full",
      "  isfsim parameters contributors.*.willing   an attribute of every contributor",
      "  isfsim parameters bands.force.troops       a band",
      "  isfsim parameters --assumptions            what no document settles"
    })
final class ParametersCommand extends AnsweringCommand {

  private static final String BANDS = "bands.";

  @Mixin private final RulesOption rules = new RulesOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "ADDRESS",
      description = "An address, the beginning of some, or a word to look for in what they are.")
  private @Nullable String address;

  @Option(names = "--assumptions", description = "Only what rests on an assumption.")
  private boolean assumptions;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = "Only this kind: lever, switch, uncertainty or constant.")
  private @Nullable ParameterKind kind;

  ParametersCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Catalogue catalogue = rules.model(session).catalogue();
    Register register = session.register();
    ParameterArticles articles = new ParameterArticles(catalogue, register);
    String wanted = address == null ? "" : address.strip();
    Article article =
        one(catalogue, wanted)
            .map(p -> articles.of(isOfContributor(wanted) ? wanted : p.id(), p))
            .or(() -> band(catalogue, wanted).map(articles::of))
            .orElseGet(() -> list(catalogue, articles, wanted));
    return print(article);
  }

  private Article list(Catalogue catalogue, ParameterArticles articles, String prefix) {
    Predicate<Basis> isWantedBasis = basis -> !assumptions || basis == Basis.ASSUMPTION;
    List<Parameter> parameters =
        catalogue.parameters().stream().filter(p -> isBelow(p.id(), generic(prefix))).toList();
    List<Band> bands =
        catalogue.bands().stream()
            .filter(b -> isBelow(BANDS + b.id(), prefix) || isBelow(b.id(), prefix))
            .toList();
    if (parameters.isEmpty() && bands.isEmpty()) {
      String word = prefix.toLowerCase(Locale.ROOT);
      parameters =
          catalogue.parameters().stream()
              .filter(p -> hasWord(word, p.id(), p.description()))
              .toList();
      bands =
          catalogue.bands().stream().filter(b -> hasWord(word, b.id(), b.description())).toList();
    }
    if (parameters.isEmpty() && bands.isEmpty()) {
      throw unknown(catalogue, prefix);
    }
    parameters =
        parameters.stream()
            .filter(p -> isWantedBasis.test(p.basis()) && (kind == null || p.kind() == kind))
            .toList();
    bands = bands.stream().filter(b -> kind == null && isWantedBasis.test(b.basis())).toList();
    return articles.list(parameters, bands);
  }

  private static boolean hasWord(String word, String id, String description) {
    return (id + " " + description).toLowerCase(Locale.ROOT).contains(word);
  }

  /** The parameter of an address; the address may go on into the numbers of its distribution. */
  static Optional<Parameter> one(Catalogue catalogue, String address) {
    String id = generic(address);
    Optional<Parameter> exact = catalogue.parameter(id);
    if (exact.isPresent()) {
      return exact;
    }
    return catalogue.parameters().stream()
        .filter(p -> id.startsWith(p.id() + ".") && isNumber(id.substring(p.id().length() + 1)))
        .findFirst();
  }

  private static boolean isNumber(String rest) {
    return rest.matches(
        "(choice|chance|uniform|triangular|pert|normal|lognormal|beta|exponential|planned|binomial"
            + "|empirical)(\\..+)?");
  }

  private static Optional<Band> band(Catalogue catalogue, String address) {
    return catalogue.band(address.startsWith(BANDS) ? address.substring(BANDS.length()) : address);
  }

  private static boolean isOfContributor(String address) {
    return address.startsWith("contributors.") && !address.startsWith(Parameter.CONTRIBUTORS);
  }

  /** The address with any contributor in the place of a certain one. */
  private static String generic(String address) {
    return address.replaceFirst("^contributors\\.[^.]+(\\.|$)", "contributors.*$1");
  }

  private static boolean isBelow(String id, String prefix) {
    return prefix.isEmpty() || id.startsWith(prefix.endsWith(".") ? prefix : prefix + ".");
  }

  private static InvalidInputException unknown(Catalogue catalogue, String address) {
    List<String> known = new ArrayList<>();
    catalogue.parameters().forEach(parameter -> known.add(parameter.id()));
    catalogue.bands().forEach(band -> known.add(BANDS + band.id()));
    for (String id : List.copyOf(known)) {
      for (String word : id.split("[.-]")) {
        if (!known.contains(word)) {
          known.add(word);
        }
      }
    }
    return new InvalidInputException(
        Problem.of(Mark.of("parameters"), "", "there is no parameter \"" + address + "\"")
            .advising(Suggestions.didYouMean(generic(address), known, Parameter.LISTED)));
  }

  /** Reads a kind as the catalogue writes it. */
  static final class KindConverter implements ITypeConverter<ParameterKind> {
    @Override
    public ParameterKind convert(String word) {
      for (ParameterKind kind : ParameterKind.values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      throw new TypeConversionException(
          "\"" + word + "\" is not known; allowed: " + String.join(", ", ParameterKind.words()));
    }
  }
}
