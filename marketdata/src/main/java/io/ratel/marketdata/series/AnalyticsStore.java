package io.ratel.marketdata.series;

import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import java.util.List;
import java.util.Set;

/**
 * The store of daily bars and series. What was appended is read by the next call. Appending the
 * same again changes nothing. Safe for any thread; methods block, and throw {@link
 * AnalyticsStoreException} when the store fails.
 */
public interface AnalyticsStore extends AutoCloseable {
  /** As many values as one call gives at most. */
  int MAX_VALUES = 100_000;

  /**
   * Stores daily bars; one of the same symbol and day is replaced.
   *
   * @throws IllegalArgumentException when one is no daily bar
   */
  void appendDailyBars(List<Bar> bars);

  /** The days that begin in {@code [fromNs, toNs)}, oldest first, the newest {@code limit}. */
  List<Bar> dailyBars(Symbol symbol, long fromNs, long toNs, int limit);

  /** Stores values; one of the same series, time and moment of learning is replaced. */
  void append(List<Observation> observations);

  /**
   * The values about {@code [fromNs, toNs)} as they were known at a moment, oldest first, one for
   * each time, the newest {@code limit} of them, at most {@link #MAX_VALUES}.
   */
  List<Observation> observations(SeriesKey key, long fromNs, long toNs, long asOfNs, int limit);

  /** The series of a kind by name, at most 10,000. */
  List<SeriesSummary> series(SeriesKind kind);

  /** Every series of a kind that has a value about a moment before this one. */
  Set<SeriesKey> keysBefore(SeriesKind kind, long timeNs);

  /** Drops whole months, or what the store keeps together, that ended before a moment. */
  void dropBefore(SeriesKind kind, long timeNs);

  @Override
  void close();
}
