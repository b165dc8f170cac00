package io.ratel.marketdata.history.fetch;

import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.MomentNotRetainedException;
import io.ratel.marketdata.history.PastRows;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryWork.Asked;
import io.ratel.marketdata.history.fetch.HistoryWork.Bounds;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes questions for what is not stored. Safe for any thread; blocks on the work's store. */
public final class HistoryDesk {
  private static final long SECOND_NS = 1_000_000_000L;

  private final HistoryWork work;
  private final PastRows rows;
  private final Collection<? extends HistoryFetcher> fetchers;
  private final Bounds bounds;
  private final InstantSource clock;
  private final Runnable queued;

  /**
   * @param fetchers of the venues that can be asked
   * @param queued told that there is work
   */
  public HistoryDesk(
      HistoryWork work,
      PastRows rows,
      Collection<? extends HistoryFetcher> fetchers,
      Bounds bounds,
      InstantSource clock,
      Runnable queued) {
    this.work = work;
    this.rows = rows;
    this.fetchers = List.copyOf(fetchers);
    this.bounds = bounds;
    this.clock = clock;
    this.queued = queued;
  }

  /** Whether anything can be fetched of this market. */
  public boolean reaches(Symbol symbol) {
    return fetchers.stream().anyMatch(fetcher -> fetcher.venue().equals(symbol.venue()));
  }

  /** Whether this history can be fetched. */
  public boolean offers(HistoryKey key) {
    return fetcher(key).isPresent();
  }

  private Optional<? extends HistoryFetcher> fetcher(HistoryKey key) {
    return fetchers.stream()
        .filter(one -> one.venue().equals(key.symbol().venue()) && one.offers(key))
        .findFirst();
  }

  /** The longest time that may be asked for at once; zero for what is not offered. */
  public Duration longest(HistoryKey key) {
    return fetcher(key).map(one -> one.longest(key)).orElse(Duration.ZERO);
  }

  public Optional<HistoryRequest> find(String id) {
    return work.find(id);
  }

  /**
   * The span as it would be asked for: whole bars, whole seconds of trades, nothing that has not
   * happened yet or is too old to be kept.
   *
   * @throws MomentNotRetainedException when it begins before what is kept
   */
  public Span wanted(HistoryKey key, Span span) {
    long now = FeedTime.nanos(clock.instant());
    long kept = rows.keptFromNs(key);
    if (span.fromNs() < kept) {
      throw new MomentNotRetainedException(kept);
    }
    Interval grid = key.interval().orElse(Interval.SECOND);
    long from = grid.floor(span.fromNs());
    long to = grid.floor(Math.min(span.toNs(), now));
    if (to < span.toNs() && grid.end(to) <= now) {
      to = grid.end(to);
    }
    return new Span(from, Math.max(from, to));
  }

  /**
   * Asks.
   *
   * @param span as {@link #wanted} made it, not empty and no longer than {@link #longest}
   */
  public Asked ask(String id, long userId, HistoryKey key, Span span) {
    long longest = longest(key).toNanos();
    if (span.isEmpty() || span.toNs() - span.fromNs() > longest || !HistoryRequest.isId(id)) {
      throw new IllegalArgumentException(
          "a question must be for up to %d s, was for %d s as '%s'"
              .formatted(longest / SECOND_NS, (span.toNs() - span.fromNs()) / SECOND_NS, id));
    }
    Asked asked = work.ask(id, userId, key, span, bounds);
    queued.run();
    return asked;
  }
}
