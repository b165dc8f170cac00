package io.ratel.marketdata.tick;

import java.time.Duration;

/**
 * When what waits goes into the store.
 *
 * <p>Our own trades come again from the log after a crash, those of a venue do not: what waits is
 * what a crash loses of them. So the default waits half a second; five minutes, which is the most
 * that is taken, makes fewer and larger writes and gives up to five minutes of a venue's trades
 * away.
 *
 * @param every the longest that a row waits, 10 ms to 5 minutes
 * @param rows that make a batch full, 100 to 100,000
 */
public record ColdBatch(Duration every, int rows) {
  private static final Duration LEAST = Duration.ofMillis(10);
  private static final Duration MOST = Duration.ofMinutes(5);

  public static final ColdBatch DEFAULT = new ColdBatch(Duration.ofMillis(500), 5_000);

  public ColdBatch {
    if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("coldEvery must be 10 ms to 5 minutes, was " + every);
    }
    if (rows < 100 || rows > 100_000) {
      throw new IllegalArgumentException("coldRows must be 100 to 100000, was " + rows);
    }
  }
}
