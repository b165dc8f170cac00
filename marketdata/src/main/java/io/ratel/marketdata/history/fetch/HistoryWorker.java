package io.ratel.marketdata.history.fetch;

import io.ratel.marketdata.history.Coverage;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.PastRows;
import io.ratel.marketdata.history.Span;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does the work items of one venue: fetches what the ledger does not have, stores it, enters it and
 * announces it. It stops as soon as its lease is another's. One thread at a time.
 */
public final class HistoryWorker {
  /** Rows that one item may store. */
  static final long MAX_ROWS = 500_000;

  /** Longer than the longest silence of a fetcher, by far. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private static final int MAX_OF_A_PAGE = 200_000;

  /** What it works with. */
  public record Parts(HistoryWork work, Coverage coverage, PastRows rows, HistorySink sink) {}

  private static final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LostLease() {
      super("the item is another's", null, false, false);
    }
  }

  private final String taker;
  private final HistoryFetcher fetcher;
  private final Parts parts;
  private final Duration lease;
  private final long maxRows;
  private final Consumer<Throwable> faults;

  /**
   * @param taker unlike any other
   * @param faults told what went wrong inside
   */
  public HistoryWorker(
      String taker, HistoryFetcher fetcher, Parts parts, Consumer<Throwable> faults) {
    this(taker, fetcher, parts, LEASE, MAX_ROWS, faults);
  }

  HistoryWorker(
      String taker,
      HistoryFetcher fetcher,
      Parts parts,
      Duration lease,
      long maxRows,
      Consumer<Throwable> faults) {
    this.taker = taker;
    this.fetcher = fetcher;
    this.parts = parts;
    this.lease = lease;
    this.maxRows = maxRows;
    this.faults = faults;
  }

  /**
   * Takes an item and does it.
   *
   * @return whether there was one, and the next may be looked for at once
   */
  public boolean work() throws InterruptedException {
    Optional<HistoryItem> taken = parts.work().take(taker, Set.of(fetcher.venue()), lease);
    if (taken.isEmpty()) {
      return false;
    }
    HistoryItem item = taken.get();
    try {
      String error = "";
      try {
        fetch(item);
      } catch (HistoryFetchException e) {
        error = e.getMessage();
      } catch (LostLease e) {
        return true;
      }
      parts.work().end(item, error);
    } catch (RuntimeException e) {
      // The store or the database: the lease ends, and whoever takes the item goes on.
      faults.accept(e);
      return false; // not at once: the next bell comes
    }
    return true;
  }

  private void fetch(HistoryItem item) throws HistoryFetchException, InterruptedException {
    HistoryKey key = item.key();
    List<Span> whole = new ArrayList<>(parts.coverage().of(key, item.span()));
    if (key.kind() == HistoryKind.BARS) {
      whole.addAll(
          parts.coverage().of(HistoryKey.of(key.symbol(), HistoryKind.TRADES), item.span()));
    }
    Storing storing = new Storing(item);
    for (Span part : item.span().minus(whole)) {
      fetcher.fetch(key, aligned(key, part, item.span()), storing);
    }
  }

  /** A missing part of a bar is the bar. */
  private static Span aligned(HistoryKey key, Span part, Span item) {
    if (key.interval().isEmpty()) {
      return part;
    }
    Interval interval = key.interval().get();
    long end = interval.floor(part.toNs());
    return new Span(
        interval.floor(part.fromNs()),
        end == part.toNs() ? end : Math.min(item.toNs(), interval.end(end)));
  }

  /** Stores the pages of one item. */
  private final class Storing implements HistoryFetcher.Pages {
    private final HistoryItem item;
    private long stored;

    private Storing(HistoryItem item) {
      this.item = item;
    }

    @Override
    public void trades(List<Trade> page, Span whole) throws HistoryFetchException {
      List<Trade> fresh = fresh(page);
      parts.sink().storeTrades(fresh);
      enter(fresh.size(), whole);
    }

    /** A row that is there stays as it is: it was received when it says. */
    private List<Trade> fresh(List<Trade> page) {
      if (page.isEmpty()) {
        return List.of();
      }
      long from = page.stream().mapToLong(Trade::exchangeTimeNs).min().getAsLong();
      long to = page.stream().mapToLong(Trade::exchangeTimeNs).max().getAsLong();
      Set<String> known = new HashSet<>();
      for (Trade trade :
          parts.rows().trades(item.key().symbol(), from, to + 1, MAX_OF_A_PAGE, false)) {
        known.add(trade.id());
      }
      return page.stream().filter(trade -> known.add(trade.id())).toList();
    }

    @Override
    public void bars(List<Bar> page, Span whole) throws HistoryFetchException {
      if (!page.isEmpty()) {
        parts.sink().storeBars(wider(page));
      }
      enter(page.size(), whole);
    }

    /** Bars made of more trades than the venue tells of stay as they are. */
    private List<Bar> wider(List<Bar> page) {
      Interval interval = page.getFirst().interval();
      long from = page.stream().mapToLong(Bar::timeNs).min().getAsLong();
      long to = page.stream().mapToLong(Bar::timeNs).max().getAsLong();
      Map<Long, Bar> known = new HashMap<>();
      parts
          .rows()
          .bars(item.key().symbol(), interval, from, to + 1, MAX_OF_A_PAGE, false)
          .forEach(bar -> known.put(bar.timeNs(), bar));
      return page.stream()
          .filter(
              bar -> {
                Bar there = known.get(bar.timeNs());
                return there == null || bar.trades() == 0 || there.trades() < bar.trades();
              })
          .toList();
    }

    private void enter(int rows, Span whole) throws HistoryFetchException {
      if (!parts.sink().flush()) {
        throw new IllegalStateException("the store is too slow to take what was fetched");
      }
      Span within = within(whole, item.span());
      if (!parts.work().stored(item, within, rows, lease)) {
        throw new LostLease();
      }
      stored += rows;
      if (stored > maxRows) {
        throw new HistoryFetchException(
            "there are more than " + maxRows + " rows; ask for the rest again");
      }
    }

    private static Span within(Span span, Span bounds) {
      long from = Math.clamp(span.fromNs(), bounds.fromNs(), bounds.toNs());
      return new Span(from, Math.clamp(span.toNs(), from, bounds.toNs()));
    }

    @Override
    public void alive() {
      if (!parts.work().renew(item, lease)) {
        throw new LostLease();
      }
    }
  }
}
