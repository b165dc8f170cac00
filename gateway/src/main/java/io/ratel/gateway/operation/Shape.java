package io.ratel.gateway.operation;

import java.io.IOException;
import java.io.OutputStream;

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
    FILE,
    NOTHING
  }

  /**
   * A file that is written while it is sent.
   *
   * @param name that it is saved by
   */
  public record File(String name, String mediaType, Body body) {
    /** Writes a file's bytes, on the thread of the operation; it may block, and does not close. */
    @FunctionalInterface
    public interface Body {
      void write(OutputStream out) throws IOException;
    }
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

  /**
   * @param mediaType of its usual form; each file says its own
   */
  public static Shape<File> file(String mediaType) {
    return new Shape<>(Kind.FILE, File.class, mediaType);
  }

  public static Shape<Nothing> nothing() {
    return new Shape<>(Kind.NOTHING, Nothing.class, "");
  }
}
