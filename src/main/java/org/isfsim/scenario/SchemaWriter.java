package org.isfsim.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.parameter.Band;
import org.isfsim.parameter.Catalogue;
import org.isfsim.parameter.Domain;
import org.isfsim.parameter.Parameter;
import org.isfsim.parameter.ParameterKind;

/**
 * Writes the JSON Schema (draft 2020-12) of scenario files, with which editors complete and check
 * them. It accepts every file that loads and refuses what can be refused without arithmetic; the
 * loader alone decides.
 */
public final class SchemaWriter {

  /** The name of the file, which the first line of a scenario names. */
  public static final String FILE = "scenario.schema.json";

  private SchemaWriter() {}

  /** The schema of scenario files for a catalogue; the same text for the same catalogue. */
  public static String write(Catalogue catalogue) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      value(json, schema(catalogue));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString((String) value);
    }
  }

  /** A map from alternating keys and values, in that order. */
  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<String, Object> ref(String definition) {
    return map("$ref", "#/$defs/" + definition);
  }

  private static Map<String, Object> anyOf(Object... schemas) {
    return map("anyOf", List.of(schemas));
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return map("type", "object", "properties", properties, "additionalProperties", false);
  }

  private static Map<String, Object> section(Map<String, Object> properties) {
    return map(
        "type", List.of("object", "null"), "properties", properties, "additionalProperties", false);
  }

  private static Map<String, Object> schema(Catalogue catalogue) {
    Map<String, Object> properties =
        map(
            "format", map("const", 1),
            "extends", text("another scenario file, whose values this one changes"),
            "id", map("type", "string", "pattern", "^" + Header.KEBAB_CASE.pattern() + "$"),
            "title", text("one line"),
            "question", text("what the scenario asks"),
            "start", date("the first day of week 0"),
            "horizon", date("the last day that is looked at"),
            "run", run(),
            "claims", ref("claims"));
    for (ParameterKind kind : ParameterKind.values()) {
      properties.put(kind.section(), section(parameters(catalogue.global(), kind)));
    }
    properties.put("bands", section(bands(catalogue)));
    properties.put("contributors", contributors(catalogue));
    properties.put("policies", policies());
    properties.put(
        Statements.OBSERVED,
        map(
            "description",
            "statements that are known to hold",
            "type",
            List.of("array", "null"),
            "items",
            text("a statement about cases")));
    properties.put(
        Statements.QUESTIONS,
        map(
            "description",
            "statements whose probability is asked for, by name",
            "type",
            List.of("object", "null"),
            "additionalProperties",
            map("type", List.of("string", "null"), "minLength", 1)));
    Map<String, Object> whole =
        map(
            "required",
            List.of("question", "horizon"),
            "properties",
            map("contributors", map("additionalProperties", map("required", List.of("name")))));
    return map(
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
        "title",
        "A scenario of isfsim",
        "type",
        "object",
        "required",
        List.of("format", "id", "title"),
        "if",
        map("not", map("required", List.of("extends"))),
        "then",
        whole,
        "properties",
        properties,
        "additionalProperties",
        false,
        "$defs",
        definitions());
  }

  private static Map<String, Object> text(String description) {
    return map("description", description, "type", "string", "minLength", 1);
  }

  private static Map<String, Object> date(String description) {
    return map(
        "description", description, "type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  }

  private static Map<String, Object> run() {
    return section(
        map(
            "cases", map("type", "integer", "minimum", 0, "maximum", RunSettings.MAX_CASES),
            "seed", map("type", "integer")));
  }

  private static Map<String, Object> parameters(List<Parameter> parameters, ParameterKind kind) {
    Map<String, Object> properties = new LinkedHashMap<>();
    parameters.stream()
        .filter(parameter -> parameter.kind() == kind)
        .forEach(parameter -> properties.put(parameter.id(), parameter(parameter)));
    return properties;
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    String description =
        parameter.description()
            + " ("
            + parameter.kind().word()
            + "; "
            + parameter.domain().described()
            + ")";
    List<Object> forms = new ArrayList<>();
    forms.add(single(parameter.domain()));
    forms.add(map("type", "null"));
    if (parameter.kind() == ParameterKind.UNCERTAINTY) {
      forms.add(distribution(parameter.domain()));
      forms.add(ref("given"));
    }
    return map("description", description, "anyOf", forms);
  }

  private static Map<String, Object> single(Domain domain) {
    if (domain instanceof Domain.Flag) {
      return map("type", "boolean");
    }
    if (domain instanceof Domain.Numbers grid) {
      if (!grid.unit().suffix().isEmpty()) {
        return map("type", "string", "pattern", "^[0-9]{1,3}%$");
      }
      Map<String, Object> number =
          map("type", "integer", "minimum", grid.min(), "maximum", grid.max());
      if (grid.step() > 1 && grid.min() % grid.step() == 0) {
        number.put("multipleOf", grid.step());
      }
      return number;
    }
    return map("enum", domain.texts());
  }

  private static Map<String, Object> distribution(Domain domain) {
    if (domain instanceof Domain.Numbers grid) {
      return ref(grid.unit().suffix().isEmpty() ? "numbers" : "shares");
    }
    Map<String, Object> weights = new LinkedHashMap<>();
    domain.texts().forEach(name -> weights.put(name, ref("weight")));
    Map<String, Object> forms = map("choice", object(weights));
    if (domain instanceof Domain.Flag) {
      forms.put("chance", ref("chance"));
    }
    return withShift(forms);
  }

  private static Map<String, Object> withShift(Map<String, Object> forms) {
    forms.put("shift", ref("shift"));
    forms.put("claims", ref("claims"));
    Map<String, Object> schema = object(forms);
    schema.put("minProperties", 1);
    return schema;
  }

  private static Map<String, Object> bands(Catalogue catalogue) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Band band : catalogue.bands()) {
      int cuts = band.cuts().size();
      properties.put(
          band.id(),
          map(
              "description",
              band.description() + ": cuts between " + String.join(", ", band.names()),
              "type",
              List.of("array", "null"),
              "items",
              single(band.domain()),
              "minItems",
              cuts,
              "maxItems",
              cuts));
    }
    return properties;
  }

  private static Map<String, Object> contributors(Catalogue catalogue) {
    Map<String, Object> properties =
        map("name", text("its name in texts"), "claims", ref("claims"));
    catalogue
        .attributes()
        .forEach(attribute -> properties.put(attribute.attribute(), parameter(attribute)));
    return map(
        "type", List.of("object", "null"),
        "propertyNames", map("pattern", "^[A-Z0-9-]{2,12}$"),
        "additionalProperties",
            map(
                "type",
                List.of("object", "null"),
                "properties",
                properties,
                "additionalProperties",
                false));
  }

  private static Map<String, Object> policies() {
    return map(
        "type", List.of("object", "null"),
        "propertyNames", map("pattern", "^" + Header.KEBAB_CASE.pattern() + "$"),
        "additionalProperties",
            map(
                "description",
                "values by the address of the lever",
                "type",
                List.of("object", "null"),
                "additionalProperties",
                map("type", List.of("string", "boolean", "integer", "null"))));
  }

  private static Map<String, Object> definitions() {
    String percentage = "^[0-9]*\\.?[0-9]+ ?%$";
    Map<String, Object> share = anyOf(map("type", "string", "pattern", percentage), ref("ref"));
    return map(
        "claims",
        map("type", "array", "items", map("type", "string", "pattern", "^S[0-9]{3}-[0-9]{2,3}$")),
        "ref",
        map(
            "type",
            "object",
            "properties",
            map("ref", map("type", "string")),
            "required",
            List.of("ref"),
            "additionalProperties",
            false),
        "weight",
        anyOf(
            map("type", "number", "exclusiveMinimum", 0),
            map("type", "string", "pattern", percentage),
            ref("ref")),
        "chance",
        anyOf(
            map("type", "string", "pattern", "^([0-9]*\\.?[0-9]+ ?%|[0-9]+ */ *[0-9]+)$"),
            ref("ref")),
        "number",
        anyOf(map("type", "number"), ref("ref")),
        "share",
        share,
        "shift",
        map(
            "type",
            "array",
            "items",
            map(
                "type",
                "object",
                "properties",
                map("when", ref("when"), "towards", true, "claims", ref("claims")),
                "required",
                List.of("when", "towards"),
                "additionalProperties",
                false)),
        "when",
        map(
            "description",
            "addresses with a value or a list of values; all must hold",
            "type",
            "object",
            "properties",
            map(
                "any", map("type", "array", "items", ref("when"), "minItems", 1),
                "all", map("type", "array", "items", ref("when"), "minItems", 1)),
            "minProperties",
            1),
        "given",
        map(
            "type", "object",
            "properties",
                map(
                    "given",
                    map("type", List.of("string", "array"), "items", map("type", "string")),
                    "shift",
                    ref("shift"),
                    "claims",
                    ref("claims")),
            "required", List.of("given")),
        "numbers",
        laws("number"),
        "shares",
        laws("share"));
  }

  private static Map<String, Object> laws(String amount) {
    Map<String, Object> forms = new LinkedHashMap<>();
    forms.put("uniform", law(List.of("min", "max"), List.of(), amount));
    forms.put("triangular", law(List.of("min", "mode", "max"), List.of(), amount));
    forms.put("pert", law(List.of("min", "mode", "max"), List.of(), amount));
    forms.put("normal", law(List.of("mean", "sd"), List.of(), amount));
    forms.put("lognormal", law(List.of("median", "sigma"), List.of(), amount));
    forms.put("beta", law(List.of("a", "b"), List.of("min", "max"), amount));
    forms.put("exponential", law(List.of("mean"), List.of("min"), amount));
    forms.put("planned", ref(amount));
    forms.put("binomial", law(List.of("chance"), List.of("trials"), amount));
    forms.put(
        "empirical",
        map("type", "object", "additionalProperties", ref("weight"), "minProperties", 1));
    return withShift(forms);
  }

  private static Map<String, Object> law(
      List<String> required, List<String> optional, String amount) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(required);
    keys.addAll(optional);
    for (String key : keys) {
      properties.put(
          key,
          switch (key) {
            case "chance" -> ref("chance");
            case "sigma", "a", "b", "trials" -> ref("number");
            default -> ref(amount);
          });
    }
    Map<String, Object> law = object(properties);
    law.put("required", required);
    return law;
  }
}
