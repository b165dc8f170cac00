package io.ratel.gateway.operation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of one field: how its text becomes a value, and the rule a wrong one is told.
 *
 * @param json the JSON type it has in a body
 */
record FieldType(Class<?> type, Json json, String rule, Parser parser) {
  /** A JSON type, by its name in schemas. */
  enum Json {
    STRING("string"),
    INTEGER("integer"),
    BOOLEAN("boolean");

    final String label;

    Json(String label) {
      this.label = label;
    }
  }

  /** Null when the text breaks the rule. */
  interface Parser {
    @Nullable Object parse(String text);
  }

  private static final int MAX_TEXT = 256;
  private static final int MAX_DECIMAL = 64;

  static FieldType of(Class<?> type, Field field) {
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
        text -> text.length() <= MAX_TEXT && pattern.matcher(text).matches() ? text : null);
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
