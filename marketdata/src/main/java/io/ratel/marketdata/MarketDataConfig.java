package io.ratel.marketdata;

import io.ratel.marketdata.tick.ColdBatch;
import io.ratel.model.instrument.Symbol;
import java.time.Duration;

/**
 * How market data is kept, told and doubted.
 *
 * @param cold when rows go into the store
 * @param hotEvery how often the pairs' best prices are made anew, 10 ms to 10 s
 * @param broadcastEvery how often those that changed are told, from hotEvery to 10 s
 * @param staleness how old a quote or a book may be
 * @param vwapWindow over which a pair's average price goes, 10 s to 1 h
 * @param keeping how often quotes and books are stored
 */
public record MarketDataConfig(
    LiveMarkets.Limits limits,
    ColdBatch cold,
    Duration hotEvery,
    Duration broadcastEvery,
    Staleness staleness,
    Duration vwapWindow,
    Keeping keeping) {

  /**
   * How often quotes and books are stored, of each market at most; zero stores none.
   *
   * @param quotes if it has changed, zero or 100 ms to 1 h
   * @param books zero or 1 s to 24 h
   */
  public record Keeping(Duration quotes, Duration books) {
    public static final Keeping DEFAULT = new Keeping(Duration.ofSeconds(1), Duration.ofMinutes(1));

    public Keeping {
      if (!quotes.isZero()) {
        requireBetween("keepQuotesEvery", quotes, Duration.ofMillis(100), Duration.ofHours(1));
      }
      if (!books.isZero()) {
        requireBetween("keepBooksEvery", books, Duration.ofSeconds(1), Duration.ofHours(24));
      }
    }
  }

  /**
   * When silence is no longer good. Our own market is never stale: its log loses nothing, so
   * silence means that nothing changed.
   *
   * @param pairs of a venue, BASE-QUOTE, which trade at all hours
   * @param shares of a venue, one word, which are polled
   */
  public record Staleness(Duration pairs, Duration shares) {
    public Staleness {
      requireBetween("stale.pairs", pairs, Duration.ofMillis(100), Duration.ofDays(7));
      requireBetween("stale.shares", shares, Duration.ofMillis(100), Duration.ofDays(7));
    }

    /** In nanoseconds. */
    long afterNs(Symbol symbol) {
      if (symbol.venue().isEmpty()) {
        return Long.MAX_VALUE;
      }
      return (symbol.text().indexOf('-', symbol.venue().length()) < 0 ? shares : pairs).toNanos();
    }
  }

  public static final MarketDataConfig DEFAULT =
      new MarketDataConfig(
          LiveMarkets.Limits.DEFAULT,
          ColdBatch.DEFAULT,
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          new Staleness(Duration.ofSeconds(30), Duration.ofMinutes(5)),
          Duration.ofMinutes(5),
          Keeping.DEFAULT);

  public MarketDataConfig {
    requireBetween("hotEvery", hotEvery, Duration.ofMillis(10), Duration.ofSeconds(10));
    requireBetween("broadcastEvery", broadcastEvery, hotEvery, Duration.ofSeconds(10));
    requireBetween("vwapWindow", vwapWindow, Duration.ofSeconds(10), Duration.ofHours(1));
  }

  /** The same with other bounds. */
  public MarketDataConfig with(LiveMarkets.Limits other) {
    return new MarketDataConfig(
        other, cold, hotEvery, broadcastEvery, staleness, vwapWindow, keeping);
  }

  /** The same, keeping quotes and books otherwise. */
  public MarketDataConfig with(Keeping other) {
    return new MarketDataConfig(
        limits, cold, hotEvery, broadcastEvery, staleness, vwapWindow, other);
  }

  private static void requireBetween(String name, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be %d to %d ms, was %d"
              .formatted(name, min.toMillis(), max.toMillis(), value.toMillis()));
    }
  }
}
