package org.isfsim.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Maps, lists, texts, numbers and flags as one JSON document: the same bytes for the same values,
 * keys in their order.
 */
public final class Json {

  /** What does not apply, where the key stands all the same. */
  public static final Object NULL = new Object();

  private Json() {}

  /** A map from alternating keys and values; what an empty optional would have held is left out. */
  public static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String key = (String) keysAndValues[i];
      held(keysAndValues[i + 1]).ifPresent(value -> object.put(key, value));
    }
    return object;
  }

  private static Optional<?> held(Object value) {
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    return value instanceof Optional<?> optional ? optional : Optional.of(value);
  }

  /**
   * A document; ends with a line end.
   *
   * @throws IllegalStateException if a number is not finite, or an optional was not resolved by
   *     {@link #object}
   */
  public static String document(Object value) {
    return JsonWriter.document(value);
  }

  /**
   * What a document holds: maps, lists, texts, numbers, flags and {@link #NULL}.
   *
   * @throws IOException if it is no JSON
   */
  public static Object read(String document) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(document)) {
      json.nextToken();
      return value(json);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        object.put(name, value(json));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(json));
      }
      return items;
    }
    if (token == JsonToken.VALUE_NULL) {
      return NULL;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return json.getBooleanValue();
    }
    if (token == null || token == JsonToken.VALUE_STRING) {
      return String.valueOf(json.getText());
    }
    return json.getNumberValue();
  }
}
