package io.ratel.marketdata.history;

import io.ratel.marketdata.bar.Rollup;
import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.history.HistoryPage.Place;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Answers for past, present and both, page by page: the pages of a question, one after the other,
 * are every row once. Safe for any thread; blocks on the store.
 *
 * <p>Everything throws {@link MomentNotRetainedException} when the question begins before what is
 * kept, or asks what was known then.
 */
public final class MarketHistory {
  /** Rows that are looked at for one page; a page that would need more is short. */
  static final int MAX_SCANNED = 100_000;

  private static final int CHUNK = 5_000;

  /** More trades than this of one time are not told apart by pages. */
  private static final int MAX_OF_ONE_TIME = 200_000;

  private final PastRows rows;
  private final Coverage coverage;
  private final Followed followed;
  private final InstantSource clock;

  /**
   * @param followed what is stored as it happens
   */
  public MarketHistory(PastRows rows, Coverage coverage, Followed followed, InstantSource clock) {
    this.rows = rows;
    this.coverage = coverage;
    this.followed = followed;
    this.clock = clock;
  }

  /** Trades as of {@link TradeOrder}, or the other way round. */
  public HistoryPage<Trade> trades(Symbol symbol, HistoryQuery query) {
    HistoryKey key = HistoryKey.of(symbol, HistoryKind.TRADES);
    Span span = span(key, query);
    Scan<Trade> scan =
        scan(
            query,
            (after, n) -> tradesAfter(symbol, span, after, n, query.newest()),
            trade -> new Place(trade.exchangeTimeNs(), trade.id()),
            Trade::localTimeNs);
    return page(scan, key, span);
  }

  /** Best bids and asks as they changed. */
  public HistoryPage<Quote> quotes(Symbol symbol, HistoryQuery query) {
    HistoryKey key = HistoryKey.of(symbol, HistoryKind.QUOTES);
    Span span = span(key, query);
    return page(
        rows(query, span, symbol, rows::quotes, Quote::exchangeTimeNs, Quote::localTimeNs),
        key,
        span);
  }

  /** Books as they were now and then. */
  public HistoryPage<BookSnapshot> books(Symbol symbol, HistoryQuery query) {
    HistoryKey key = HistoryKey.of(symbol, HistoryKind.BOOK);
    Span span = span(key, query);
    return page(books(symbol, query, span), key, span);
  }

  /** The newest stored book of that moment or before, which was received by then. */
  public Optional<BookSnapshot> bookAt(Symbol symbol, long timeNs) {
    requireKept(HistoryKey.of(symbol, HistoryKind.BOOK), timeNs);
    Span until = new Span(0, Math.addExact(timeNs, 1));
    HistoryQuery newest = HistoryQuery.ALL.asOf(timeNs).page(1, true, none());
    return books(symbol, newest, until).items.stream().findFirst();
  }

  private Scan<BookSnapshot> books(Symbol symbol, HistoryQuery query, Span span) {
    return rows(
        query, span, symbol, rows::books, BookSnapshot::exchangeTimeNs, BookSnapshot::localTimeNs);
  }

  /** Reads what of a market has one row a time. */
  private interface Rows<T> {
    List<T> read(Symbol symbol, long fromNs, long toNs, int limit, boolean newest);
  }

  private static <T> Scan<T> rows(
      HistoryQuery query,
      Span span,
      Symbol symbol,
      Rows<T> rows,
      ToLongFunction<T> time,
      ToLongFunction<T> received) {
    return scan(
        query,
        (after, n) -> {
          Span rest = rest(span, after, query.newest());
          return rows.read(symbol, rest.fromNs(), rest.toNs(), n, query.newest());
        },
        row -> new Place(time.applyAsLong(row), ""),
        received);
  }

  private static Optional<Place> none() {
    return Optional.empty();
  }

  /**
   * Bars that start in the span. As of a moment they are made of the trades that had been received
   * by then; bars that came without their trades are then not among them.
   *
   * @throws ArithmeticException when one bar as of a moment has more than {@link #MAX_SCANNED}
   *     trades, or a volume that does not fit a number
   */
  public HistoryPage<Bar> bars(Symbol symbol, Interval interval, HistoryQuery query) {
    if (query.asOfNs().isPresent()) {
      return barsAsOf(symbol, interval, query);
    }
    HistoryKey key = HistoryKey.bars(symbol, interval);
    Span span = span(key, query);
    Scan<Bar> scan =
        scan(
            query,
            (after, n) -> {
              Span rest = rest(span, after, query.newest());
              return rows.bars(symbol, interval, rest.fromNs(), rest.toNs(), n, query.newest());
            },
            bar -> new Place(bar.timeNs(), ""),
            bar -> Long.MIN_VALUE);
    return page(scan, key, span);
  }

  private HistoryPage<Bar> barsAsOf(Symbol symbol, Interval interval, HistoryQuery query) {
    HistoryKey trades = HistoryKey.of(symbol, HistoryKind.TRADES);
    Span asked = span(trades, query);
    Span span = new Span(first(interval, asked.fromNs()), first(interval, asked.toNs()));
    Span left = span;
    if (query.after().isPresent()) {
      long start = query.after().get().timeNs();
      left = query.newest() ? until(span, start) : since(span, interval.end(start));
    }
    TreeMap<Long, List<Trade>> groups = new TreeMap<>();
    long asOf = query.asOfNs().getAsLong();
    Optional<Place> place = none();
    int scanned = 0;
    boolean ended = false;
    while (!ended && groups.size() <= query.limit() && scanned < MAX_SCANNED) {
      List<Trade> chunk = tradesAfter(symbol, left, place, CHUNK, query.newest());
      scanned += chunk.size();
      ended = chunk.size() < CHUNK;
      for (Trade trade : chunk) {
        long start = interval.floor(trade.exchangeTimeNs());
        List<Trade> group = groups.computeIfAbsent(start, _ -> new ArrayList<>());
        if (trade.localTimeNs() <= asOf) {
          group.add(trade);
        }
        place = Optional.of(new Place(trade.exchangeTimeNs(), trade.id()));
      }
    }
    List<Long> starts =
        new ArrayList<>(query.newest() ? groups.descendingKeySet() : groups.keySet());
    if (!ended) {
      starts.removeLast(); // its trades have not all been looked at
      if (starts.isEmpty()) {
        throw new ArithmeticException(
            "a bar has more than the %d trades that are looked at".formatted(MAX_SCANNED));
      }
    }
    boolean more = !ended || starts.size() > query.limit();
    starts = starts.subList(0, Math.min(query.limit(), starts.size()));
    List<Bar> bars = new ArrayList<>();
    for (long start : starts) {
      bars.addAll(Rollup.ofTrades(groups.getOrDefault(start, List.of()), interval));
    }
    return new HistoryPage<>(
        bars, more ? Optional.of(new Place(starts.getLast(), "")) : none(), missing(trades, asked));
  }

  private static Span since(Span span, long fromNs) {
    return new Span(Math.min(Math.max(span.fromNs(), fromNs), span.toNs()), span.toNs());
  }

  private static Span until(Span span, long toNs) {
    return new Span(span.fromNs(), Math.max(Math.min(span.toNs(), toNs), span.fromNs()));
  }

  /** The first bar that starts then or later. */
  private static long first(Interval interval, long timeNs) {
    if (timeNs == Long.MAX_VALUE) {
      return timeNs;
    }
    long floor = interval.floor(timeNs);
    return floor == timeNs ? floor : interval.end(floor);
  }

  private static Span rest(Span span, Optional<Place> after, boolean newest) {
    if (after.isEmpty()) {
      return span;
    }
    long timeNs = after.get().timeNs();
    return newest ? until(span, timeNs) : since(span, timeNs + 1);
  }

  /** Those after a place in the order, by name where times are equal. */
  private List<Trade> tradesAfter(
      Symbol symbol, Span span, Optional<Place> after, int limit, boolean newest) {
    List<Trade> found = new ArrayList<>();
    if (after.isPresent()) {
      Place place = after.get();
      long timeNs = place.timeNs();
      if (timeNs >= span.fromNs() && timeNs < span.toNs()) {
        for (Trade trade : rows.trades(symbol, timeNs, timeNs + 1, MAX_OF_ONE_TIME, newest)) {
          int order = TradeOrder.compare(timeNs, trade.id(), timeNs, place.id());
          if (newest ? order < 0 : order > 0) {
            found.add(trade);
          }
        }
      }
    }
    Span rest = rest(span, after, newest);
    if (found.size() < limit && !rest.isEmpty()) {
      found.addAll(rows.trades(symbol, rest.fromNs(), rest.toNs(), limit - found.size(), newest));
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** Reads so many rows after a place. */
  private interface Reader<T> {
    List<T> read(Optional<Place> after, int limit);
  }

  private record Scan<T>(List<T> items, Optional<Place> next) {}

  /** Reads on until a page is full of rows that were received in time. */
  private static <T> Scan<T> scan(
      HistoryQuery query, Reader<T> reader, Function<T, Place> place, ToLongFunction<T> received) {
    List<T> items = new ArrayList<>();
    Optional<Place> at = query.after();
    long asOf = query.asOfNs().orElse(Long.MAX_VALUE);
    int scanned = 0;
    while (scanned < MAX_SCANNED) {
      int want = query.asOfNs().isPresent() ? CHUNK : query.limit() + 1;
      List<T> chunk = reader.read(at, want);
      scanned += chunk.size();
      for (T row : chunk) {
        if (received.applyAsLong(row) <= asOf) {
          if (items.size() == query.limit()) {
            return new Scan<>(items, Optional.of(place.apply(items.getLast())));
          }
          items.add(row);
        }
      }
      if (chunk.size() < want) {
        return new Scan<>(items, none());
      }
      at = Optional.of(place.apply(chunk.getLast()));
    }
    return new Scan<>(items, at);
  }

  private <T> HistoryPage<T> page(Scan<T> scan, HistoryKey key, Span span) {
    return new HistoryPage<>(scan.items, scan.next, missing(key, span));
  }

  private Span span(HistoryKey key, HistoryQuery query) {
    long kept = rows.keptFromNs(key);
    query.fromNs().ifPresent(from -> requireKept(key, from));
    query.asOfNs().ifPresent(asOf -> requireKept(key, asOf));
    long from = query.fromNs().orElse(kept);
    long to = query.toNs().orElse(Long.MAX_VALUE);
    if (to <= kept) {
      throw new MomentNotRetainedException(kept);
    }
    return new Span(Math.min(from, to), to);
  }

  private void requireKept(HistoryKey key, long timeNs) {
    long kept = rows.keptFromNs(key);
    if (timeNs < kept) {
      throw new MomentNotRetainedException(kept);
    }
  }

  /**
   * What of a span, up to now, is not known to be stored whole. Bars are whole where their trades
   * are; a missing part of a bar is the bar.
   */
  public List<Span> missing(HistoryKey key, Span asked) {
    long now = FeedTime.nanos(clock.instant());
    if (asked.fromNs() >= Math.min(asked.toNs(), now)) {
      return List.of();
    }
    Span span = new Span(asked.fromNs(), Math.min(asked.toNs(), now));
    List<Span> whole = new ArrayList<>(coverage.of(key, span));
    whole.addAll(followed.now(key));
    if (key.interval().isEmpty()) {
      return span.minus(whole);
    }
    HistoryKey trades = HistoryKey.of(key.symbol(), HistoryKind.TRADES);
    whole.addAll(coverage.of(trades, span));
    whole.addAll(followed.now(trades));
    Interval interval = key.interval().get();
    return Span.merged(
            span.minus(whole).stream()
                .map(part -> new Span(interval.floor(part.fromNs()), first(interval, part.toNs())))
                .toList())
        .stream()
        .map(part -> since(until(part, span.toNs()), span.fromNs()))
        .sorted(Comparator.comparingLong(Span::fromNs))
        .toList();
  }
}
