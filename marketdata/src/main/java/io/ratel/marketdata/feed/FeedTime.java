package io.ratel.marketdata.feed;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of venues as nanoseconds since 1970 UTC, if they can be true. A trade may be much older
 * than its frame, as the last trade of a sleepy market is when one subscribes; it cannot come from
 * the future, beyond the error of a clock.
 */
public final class FeedTime {
  /** No market here is older; a smaller number is a time in other units, or a fault. */
  private static final long EARLIEST_SECONDS =
      Instant.parse("2009-01-01T00:00:00Z").getEpochSecond();

  private static final long LATEST_SECONDS = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
  private static final long CLOCK_ERROR_NS = 300_000_000_000L;
  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,10})(?:\\.([0-9]{1,9}))?");
  private static final long NANOS = 1_000_000_000L;

  private FeedTime() {}

  /**
   * A moment as nanoseconds since 1970 UTC.
   *
   * @throws ArithmeticException outside of 1677 to 2262
   */
  public static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
  }

  /** ISO-8601 in UTC, as in {@code 2021-04-17T16:43:30.244075Z}. */
  public static long ofIso(String text, long localTimeNs) throws RejectedFrameException {
    Instant instant;
    try {
      instant = Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "time must be ISO-8601 in UTC, was '" + text + "'");
    }
    return checked(instant.getEpochSecond(), instant.getNano(), localTimeNs, text);
  }

  public static long ofMillis(long millis, long localTimeNs) throws RejectedFrameException {
    return checked(
        Math.floorDiv(millis, 1_000L),
        Math.floorMod(millis, 1_000) * 1_000_000,
        localTimeNs,
        Long.toString(millis));
  }

  /** Seconds since 1970 UTC with at most nine decimals, as in {@code 1618678150.826417}. */
  public static long ofSeconds(String text, long localTimeNs) throws RejectedFrameException {
    Matcher seconds = SECONDS.matcher(text);
    if (!seconds.matches()) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "time must be seconds with at most 9 decimals, was '" + text + "'");
    }
    String decimals = seconds.group(2) == null ? "" : seconds.group(2);
    int nanos = Integer.parseInt(decimals + "0".repeat(9 - decimals.length()));
    return checked(Long.parseLong(seconds.group(1)), nanos, localTimeNs, text);
  }

  static void requireReceived(long localTimeNs) throws RejectedFrameException {
    long seconds = Math.floorDiv(localTimeNs, NANOS);
    if (seconds < EARLIEST_SECONDS || seconds >= LATEST_SECONDS) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "received must be from 2009 to 2099, was second " + seconds);
    }
  }

  private static long checked(long seconds, int nanos, long localTimeNs, String text)
      throws RejectedFrameException {
    if (seconds >= EARLIEST_SECONDS && seconds < LATEST_SECONDS) {
      long time = seconds * NANOS + nanos;
      if (time - localTimeNs <= CLOCK_ERROR_NS) {
        return time;
      }
    }
    throw new RejectedFrameException(
        FrameFault.BAD_TIME,
        "time must be from 2009 to 5 minutes after it was received, was '" + text + "'");
  }
}
