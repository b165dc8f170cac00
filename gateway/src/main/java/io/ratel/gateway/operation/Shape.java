package io.ratel.gateway.operation;

/**
 * What an operation answers.
 *
 * @param type the record, or the record of one item of a list
 */
public record Shape<R>(Kind kind, Class<?> type, String mediaType) {
  private static final String JSON = "application/json";

  /** How {@link #type} is wrapped. */
  public enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NOTHING
  }

  public static <R extends Record> Shape<R> of(Class<R> type) {
    return new Shape<>(Kind.OBJECT, type, JSON);
  }

  public static <T extends Record> Shape<Items<T>> listOf(Class<T> item) {
    return new Shape<>(Kind.LIST, item, JSON);
  }

  public static Shape<String> text(String mediaType) {
    return new Shape<>(Kind.TEXT, String.class, mediaType);
  }

  public static Shape<Nothing> nothing() {
    return new Shape<>(Kind.NOTHING, Nothing.class, "");
  }
}
