package io.ratel.gateway.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Binding.Structure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of one field: how its text becomes a value, and the rule a wrong one is told. Only in a
 * body are there objects and lists.
 *
 * @param json the JSON type it has in a body
 * @param members of an object, or the one form of a list's elements; else none
 */
record FieldType(
    Class<?> type, Json json, String rule, Parser parser, Optional<Structure> members) {
  /** A JSON type, by its name in schemas. */
  enum Json {
    STRING("string"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    OBJECT("object"),
    ARRAY("array");

    final String label;

    Json(String label) {
      this.label = label;
    }
  }

  /** Null when the text breaks the rule. */
  interface Parser {
    @Nullable Object parse(String text);
  }

  private static final int MAX_ELEMENTS = 64;
  private static final int MAX_TEXT = 256;

  /**
   * Of text whose pattern has a bound of its own; a certificate, and what a device says of a key,
   * are that long.
   */
  private static final int MAX_MATCHED = 8_192;

  private static final int MAX_DECIMAL = 64;

  private FieldType(Class<?> type, Json json, String rule, Parser parser) {
    this(type, json, rule, parser, Optional.empty());
  }

  /**
   * @param element of a list, else the type itself
   */
  static FieldType of(Class<?> type, Class<?> element, Field field) {
    if (type == List.class) {
      return new FieldType(
          type,
          Json.ARRAY,
          "must be a list of at most " + MAX_ELEMENTS,
          text -> null,
          Optional.of(Structure.listOf(element, field)));
    } else if (type == JsonNode.class) {
      return new FieldType(type, Json.OBJECT, "must be an object", text -> null);
    } else if (type.isRecord() && type != Decimal.class) {
      return new FieldType(
          type, Json.OBJECT, "must be an object", text -> null, Optional.of(Structure.of(type)));
    }
    return scalar(type, field);
  }

  /** What a {@link Open.Body} or a {@link Open.Query} takes. */
  static FieldType whole(Class<?> type) {
    return new FieldType(type, Json.OBJECT, "see the description", text -> null);
  }

  private static FieldType scalar(Class<?> type, Field field) {
    if (type == String.class) {
      return text(field);
    } else if (type == Decimal.class) {
      return new FieldType(
          type,
          Json.STRING,
          "must be a decimal in a string, such as \"12.5\": a JSON number may lose digits",
          text -> text.isEmpty() || text.length() > MAX_DECIMAL ? null : new Decimal(text));
    } else if (type == Integer.class) {
      String rule = "must be a whole number from " + field.min() + " to " + field.max();
      return new FieldType(type, Json.INTEGER, rule, text -> integer(text, field));
    } else if (type == Long.class) {
      return new FieldType(
          type, Json.INTEGER, "must be a whole number of 0 or more", FieldType::whole);
    } else if (type == Boolean.class) {
      return new FieldType(
          type,
          Json.BOOLEAN,
          "must be true or false",
          text -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null);
    } else if (type == Instant.class) {
      return new FieldType(
          type,
          Json.STRING,
          "must be an ISO-8601 time in UTC from 1970 to 2262, such as 2026-01-02T03:04:05Z",
          FieldType::instant);
    } else if (type.isEnum()) {
      List<String> labels = Labels.all(type);
      return new FieldType(
          type,
          Json.STRING,
          "must be one of " + String.join(", ", labels),
          text -> labels.contains(text) ? type.getEnumConstants()[labels.indexOf(text)] : null);
    }
    throw new IllegalArgumentException("a request cannot hold a " + type.getName());
  }

  private static FieldType text(Field field) {
    if (field.pattern().isEmpty()) {
      return new FieldType(
          String.class,
          Json.STRING,
          "must be text of 1 to " + MAX_TEXT + " characters",
          text -> text.isEmpty() || text.length() > MAX_TEXT ? null : text);
    }
    Pattern pattern = Pattern.compile(field.pattern());
    return new FieldType(
        String.class,
        Json.STRING,
        field.rule(),
        text -> text.length() <= MAX_MATCHED && pattern.matcher(text).matches() ? text : null);
  }

  /**
   * Reads a value of a body.
   *
   * @param name as an error would name it
   * @throws RefusedException 400
   */
  Object read(JsonNode node, String name, Field field) {
    boolean rightType =
        switch (json) {
          case STRING -> node.isTextual();
          case INTEGER -> node.isIntegralNumber();
          case BOOLEAN -> node.isBoolean();
          case OBJECT -> node.isObject();
          case ARRAY -> node.isArray() && node.size() <= MAX_ELEMENTS;
        };
    if (!rightType) {
      throw invalid(name, node.toString(), field);
    }
    if (type == JsonNode.class) {
      return node;
    } else if (members.isPresent()) {
      return members.get().read(node, name);
    }
    return parse(node.asText(), name, field);
  }

  /**
   * Reads text.
   *
   * @throws RefusedException 400
   */
  Object parse(String text, String name, Field field) {
    Object value = parser.parse(text);
    if (value == null) {
      throw invalid(name, text, field);
    }
    return value;
  }

  private RefusedException invalid(String name, String value, Field field) {
    return field.secret()
        ? RefusedException.field(ErrorCode.INVALID_FIELD, name, rule)
        : RefusedException.value(ErrorCode.INVALID_FIELD, name, value, rule);
  }

  private static @Nullable Object whole(String text) {
    try {
      long value = Long.parseLong(text);
      return value < 0 ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object integer(String text, Field field) {
    try {
      int value = Integer.parseInt(text);
      return value < field.min() || value > field.max() ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      long nanos =
          Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), 999_999_999L);
      return nanos < 0 ? null : instant;
    } catch (DateTimeParseException | ArithmeticException e) {
      return null;
    }
  }
}
