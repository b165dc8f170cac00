package io.ratel.marketdata.history.fetch;

import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody's question for history that was not stored.
 *
 * @param id drawn by who asks, so that it can listen first; nobody else can guess it
 * @param rows stored so far
 * @param error why it failed, empty when it did not
 * @param createdNs when the work was queued
 * @param updatedNs when its state changed last
 */
public record HistoryRequest(
    String id,
    HistoryKey key,
    Span span,
    State state,
    long rows,
    String error,
    long createdNs,
    long updatedNs) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  public static final String ID_RULE = "must be 16 to 64 of A-Z, a-z, 0-9, - and _";

  /** The life of a question. */
  public enum State {
    QUEUED,
    TAKEN,
    DONE,
    FAILED;

    public boolean isOpen() {
      return this == QUEUED || this == TAKEN;
    }

    /** The name a client sees. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a text can be an id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
