package io.ratel.marketdata.tick;

import io.ratel.model.market.Interval;
import java.time.Duration;

/**
 * How long rows are kept, by the time they tell of. Whole partitions of a table go, so a row stays
 * up to a partition longer.
 *
 * @param ticks trades and the bars of seconds, at least 2 days
 * @param minutes bars of one and five minutes, and gaps of books; at least 32 days, of which bars
 *     of days are made
 * @param days bars of hours and days; at least 366 days
 */
public record Retention(Duration ticks, Duration minutes, Duration days) {
  public static final Retention STANDARD =
      new Retention(Duration.ofDays(7), Duration.ofDays(5 * 366), Duration.ofDays(10 * 366));

  /** Nothing goes: for a process that plays recordings, whose times are long ago. */
  public static final Retention FOREVER =
      new Retention(Duration.ofDays(36_500), Duration.ofDays(36_500), Duration.ofDays(36_500));

  public Retention {
    requireDays("keep.ticks", ticks, 2);
    requireDays("keep.minutes", minutes, 32);
    requireDays("keep.days", days, 366);
  }

  /** Of bars of a kept interval. */
  public Duration of(Interval kept) {
    return switch (kept) {
      case SECOND -> ticks;
      case MINUTE, FIVE_MINUTES -> minutes;
      default -> days;
    };
  }

  private static void requireDays(String name, Duration value, int least) {
    if (value.toDays() < least || value.toDays() > 36_500) {
      throw new IllegalArgumentException(
          "%s must be %d to 36500 days, was %d".formatted(name, least, value.toDays()));
    }
  }
}
