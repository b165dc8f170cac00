package io.ratel.gateway.wire;

import io.ratel.marketdata.feed.FeedTime;
import java.time.Instant;
import java.time.InstantSource;

/** Nanoseconds since 1970 UTC, as instants and ages. */
public final class Times {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MILLI_NS = 1_000_000L;

  private Times() {}

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NS), Math.floorMod(nanos, SECOND_NS));
  }

  /**
   * @throws ArithmeticException outside of 1677 to 2262
   */
  public static long nanos(Instant instant) {
    return FeedTime.nanos(instant);
  }

  /** How long ago, in milliseconds; never negative. */
  public static long ageMs(long nanos, InstantSource clock) {
    return Math.max(0, clock.millis() - Math.floorDiv(nanos, MILLI_NS));
  }
}
