package io.ratel.marketdata.history.fetch;

import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.Span;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Trade;
import java.time.Duration;
import java.util.List;

/** The port to one venue's history. One thread at a time; blocks. */
public interface HistoryFetcher {
  /** Takes what is fetched, page by page. */
  interface Pages {
    /**
     * @param whole the time of which no further rows will come
     * @throws HistoryFetchException when no more is wanted
     */
    void trades(List<Trade> page, Span whole) throws HistoryFetchException;

    /** As {@link #trades}. */
    void bars(List<Bar> page, Span whole) throws HistoryFetchException;

    /**
     * The fetcher waits for its venue and is alive; to be called every few seconds.
     *
     * @throws HistoryFetchException when no more is wanted
     */
    void alive() throws HistoryFetchException;
  }

  /** The venue, as it stands before the colon of its symbols. */
  String venue();

  /** Whether the venue tells this history. */
  boolean offers(HistoryKey key);

  /** The longest time that may be asked for at once. */
  default Duration longest(HistoryKey key) {
    return key.interval()
        .map(interval -> Duration.ofNanos(Math.multiplyExact(interval.nanos(), MAX_BARS)))
        .map(span -> span.compareTo(MAX_BARS_TIME) > 0 ? MAX_BARS_TIME : span)
        .orElse(MAX_TRADES_TIME);
  }

  /** As many bars as a request may be for. */
  long MAX_BARS = 20_000;

  /** Longer than any venue has existed. */
  Duration MAX_BARS_TIME = Duration.ofDays(20 * 366);

  /** As long as trades may be asked for at once. */
  Duration MAX_TRADES_TIME = Duration.ofDays(1);

  /**
   * Fetches what the venue has of a span.
   *
   * @throws HistoryFetchException when it cannot, in words for who asked; what came before stays
   */
  void fetch(HistoryKey key, Span span, Pages pages)
      throws HistoryFetchException, InterruptedException;
}
