package io.ratel.adapters.venue;

import java.net.http.HttpHeaders;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How long another side wants to be left alone after it refused a request. */
public final class RetryAfter {
  static final long PAUSE_NS = 30_000_000_000L; // where no time is named
  private static final long MAX_PAUSE_NS = 3_600_000_000_000L;
  private static final int IM_A_TEAPOT = 418; // Binance: a ban after 429 was not heeded
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private RetryAfter() {}

  /**
   * In nanoseconds; 0 after an answer that says nothing of it.
   *
   * @param epochNs now
   */
  public static long pauseNs(int status, HttpHeaders headers, long epochNs) {
    boolean asked = status == TOO_MANY || status == IM_A_TEAPOT || status == UNAVAILABLE;
    if (!asked) {
      return 0;
    }
    return headers.firstValue("Retry-After").map(text -> named(text, epochNs)).orElse(PAUSE_NS);
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3); what is neither counts as none. */
  private static long named(String text, long epochNs) {
    String value = text.strip();
    try {
      if (value.matches("[0-9]{1,9}")) {
        return Math.min(MAX_PAUSE_NS, Long.parseLong(value) * 1_000_000_000L);
      }
      long at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();
      return Math.clamp(at * 1_000_000_000L - epochNs, 0, MAX_PAUSE_NS);
    } catch (DateTimeParseException e) {
      return PAUSE_NS;
    }
  }
}
