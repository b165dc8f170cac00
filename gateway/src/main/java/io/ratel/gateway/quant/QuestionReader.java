package io.ratel.gateway.quant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Fields;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question's JSON, read straight into its record without a tree, so that a million numbers cost
 * the array they end in. What a number may be is the function's to check; here it must have the
 * form that the record says. Choices are known whatever their case and punctuation.
 */
final class QuestionReader {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_TEXT = 256;
  private static final int FIRST_ROOM = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final JsonParser json;

  private QuestionReader(JsonParser json) {
    this.json = json;
  }

  /**
   * One question and nothing after it.
   *
   * @throws RefusedException 400 when it is no JSON object, 422 when a field has another form
   */
  static <Q extends Record> Q read(Class<Q> type, byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw RefusedException.of(ErrorCode.MALFORMED_JSON, "this must be one JSON object");
      }
      Q question = type.cast(new QuestionReader(json).object(type, ""));
      if (json.nextToken() != null) {
        throw RefusedException.of(ErrorCode.MALFORMED_JSON, "this must be one JSON object");
      }
      return question;
    } catch (JsonProcessingException e) {
      throw RefusedException.of(
          ErrorCode.MALFORMED_JSON,
          "this is not valid JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw RefusedException.of(ErrorCode.MALFORMED_JSON, "this is not valid JSON in UTF-8");
    }
  }

  private Record object(Class<?> type, String at) throws IOException {
    Fields fields = Fields.of(type);
    List<Fields.Entry> entries = fields.entries();
    Map<String, Object> given = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      Fields.Entry entry =
          entries.stream()
              .filter(known -> known.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(entries, at, name));
      json.nextToken();
      given.put(name, value(entry, at + name));
    }
    @Nullable Object[] values = new @Nullable Object[entries.size()];
    for (int i = 0; i < values.length; i++) {
      Fields.Entry entry = entries.get(i);
      Object value = given.get(entry.name());
      if (value == null && !entry.rules().preset().isEmpty()) {
        value = preset(entry);
      }
      if (value == null && !entry.optional()) {
        throw RefusedException.field(ErrorCode.INVALID_INPUT, at + entry.name(), "must be present");
      }
      values[i] = entry.optional() ? Optional.ofNullable(value) : value;
    }
    return fields.make(values);
  }

  private static RefusedException unknown(List<Fields.Entry> known, String at, String name) {
    String names = known.stream().map(Fields.Entry::name).collect(Collectors.joining(", "));
    return refused(at + name, name, "must be one of " + names);
  }

  private Object value(Fields.Entry entry, String name) throws IOException {
    if (!entry.list()) {
      return single(entry, name);
    }
    requireList(name);
    List<Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireRoom(list.size(), entry, name);
      list.add(single(entry, name + "[" + list.size() + "]"));
    }
    return List.copyOf(list);
  }

  private Object single(Fields.Entry entry, String name) throws IOException {
    Class<?> type = entry.type();
    if (type.isRecord()) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw refused(name, json.getText(), "must be an object");
      }
      return object(type, name + ".");
    } else if (type == double[].class) {
      return numbers(entry, name);
    } else if (type == double[][].class) {
      return matrix(entry, name);
    } else if (type == double.class || type == Double.class) {
      return number(entry, name);
    } else if (type == int.class || type == Integer.class) {
      if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == INT) {
        return json.getIntValue();
      }
      throw refused(name, json.getText(), "must be a whole number");
    } else if (type == boolean.class || type == Boolean.class) {
      if (json.currentToken().isBoolean()) {
        return json.getBooleanValue();
      }
      throw refused(name, json.getText(), "must be true or false");
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw refused(name, json.getText(), "must be a text");
    }
    return text(entry, name, json.getText());
  }

  private static final JsonParser.NumberType INT = JsonParser.NumberType.INT;

  private static Object text(Fields.Entry entry, String name, String text) {
    if (text.length() > MAX_TEXT) {
      throw refused(name, text, "must have at most " + MAX_TEXT + " characters");
    }
    if (entry.type() == LocalDate.class) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw refused(name, text, "must be a date such as 2026-01-31");
      }
    }
    return entry.type().isEnum() ? choice(entry.type(), name, text) : text;
  }

  private static Object choice(Class<?> type, String name, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (bare(((Choice) constant).label()).equals(bare(text))) {
        return constant;
      }
    }
    throw refused(name, text, "must be one of " + String.join(", ", Choice.labels(type)));
  }

  private static String bare(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+]", "");
  }

  private static Object preset(Fields.Entry entry) {
    String text = entry.rules().preset();
    Class<?> type = entry.type();
    if (type == double.class || type == Double.class) {
      return Double.valueOf(text);
    } else if (type == int.class || type == Integer.class) {
      return Integer.valueOf(text);
    } else if (type == boolean.class || type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    return text(entry, entry.name(), text);
  }

  private double number(Fields.Entry entry, String name) throws IOException {
    JsonToken token = json.currentToken();
    if (token.isNumeric()) {
      return json.getDoubleValue();
    }
    boolean none = token == JsonToken.VALUE_NULL || json.getText().equals("NaN");
    if (none && entry.rules().missing()) {
      return Double.NaN;
    }
    throw refused(name, json.getText(), Fields.rule(entry.rules()));
  }

  private double[] numbers(Fields.Entry entry, String name) throws IOException {
    requireList(name);
    double[] numbers = new double[FIRST_ROOM];
    int size = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireRoom(size, entry, name);
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      boolean plain = json.currentToken().isNumeric();
      numbers[size] = plain ? json.getDoubleValue() : number(entry, name + "[" + size + "]");
      size++;
    }
    return Arrays.copyOf(numbers, size);
  }

  private double[][] matrix(Fields.Entry entry, String name) throws IOException {
    requireList(name);
    List<double[]> rows = new ArrayList<>();
    int size = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireRoom(Math.max(size, rows.size()), entry, name);
      double[] row = numbers(entry, name + "[" + rows.size() + "]");
      size += row.length;
      rows.add(row);
    }
    return rows.toArray(double[][]::new);
  }

  private void requireList(String name) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw refused(name, json.getText(), "must be a list");
    }
  }

  private static void requireRoom(int size, Fields.Entry entry, String name) {
    if (size >= entry.rules().most()) {
      throw refused(name, "more", "must have at most " + entry.rules().most() + " elements");
    }
  }

  private static RefusedException refused(String field, String value, String rule) {
    return RefusedException.value(ErrorCode.INVALID_INPUT, field, value, rule);
  }
}
