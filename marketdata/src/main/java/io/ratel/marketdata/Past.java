package io.ratel.marketdata;

import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.PastRows;
import io.ratel.marketdata.history.fetch.HistorySink;
import io.ratel.marketdata.tick.TickStore;
import io.ratel.marketdata.tick.TickWriter;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The past of the markets of one process: what is stored, before it what waits to be stored, and
 * the door for rows that are fetched. Safe for any thread.
 */
public final class Past implements PastRows, HistorySink {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What makes two trades of a market the same, as in the store. */
  private record TradeKey(long timeNs, String id) {}

  private final TickStore store;
  private final TickWriter writer;
  private final BarReads bars;
  private final Map<Symbol, MarketState> states;
  private final Function<Market, @Nullable MarketState> opener;

  /**
   * @param opener makes the state of a market; null when there are too many
   */
  Past(
      TickStore store,
      TickWriter writer,
      BarReads bars,
      Map<Symbol, MarketState> states,
      Function<Market, @Nullable MarketState> opener) {
    this.store = store;
    this.writer = writer;
    this.bars = bars;
    this.states = states;
    this.opener = opener;
  }

  @Override
  public List<Trade> trades(Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    if (limit <= 0 || fromNs >= toNs) {
      return List.of();
    }
    List<Trade> found = new ArrayList<>(); // those that wait before the stored ones: see there
    for (Trade trade : writer.waiting(symbol)) {
      if (trade.exchangeTimeNs() >= fromNs && trade.exchangeTimeNs() < toNs) {
        found.add(trade);
      }
    }
    List<Trade> stored =
        newest
            ? store.newestTrades(symbol, fromNs, toNs, limit)
            : store.oldestTrades(symbol, fromNs, toNs, limit);
    found.addAll(stored);
    if (stored.size() >= limit) { // the cut may lie between trades of one time
      long lastNs = stored.getLast().exchangeTimeNs();
      found.addAll(store.trades(symbol, lastNs, lastNs + 1));
    }
    return distinct(found, newest, limit);
  }

  /** Sorts, and leaves out what is there twice because it was read in two places. */
  static List<Trade> distinct(List<Trade> trades, boolean newest, int limit) {
    Comparator<Trade> order = TradeOrder.OLDEST_FIRST;
    Set<TradeKey> seen = new HashSet<>();
    return trades.stream()
        .sorted(newest ? order.reversed() : order)
        .filter(trade -> seen.add(new TradeKey(trade.exchangeTimeNs(), trade.id())))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Bar> bars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit, boolean newest) {
    MarketState state = states.get(symbol);
    if (state == null || limit <= 0 || fromNs >= toNs) {
      return List.of();
    }
    return newest
        ? bars.read(state, symbol, interval, fromNs, toNs, limit).reversed()
        : bars.oldest(state, symbol, interval, fromNs, toNs, limit);
  }

  @Override
  public List<Quote> quotes(Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    if (limit <= 0 || fromNs >= toNs) {
      return List.of();
    }
    List<Quote> waiting = writer.waitingQuotes(symbol);
    return joined(
        waiting,
        store.quotes(symbol, fromNs, toNs, limit, newest),
        Quote::exchangeTimeNs,
        fromNs,
        toNs,
        limit,
        newest);
  }

  @Override
  public List<BookSnapshot> books(
      Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    if (limit <= 0 || fromNs >= toNs) {
      return List.of();
    }
    List<BookSnapshot> waiting = writer.waitingBooks(symbol);
    return joined(
        waiting,
        store.books(symbol, fromNs, toNs, limit, newest),
        BookSnapshot::exchangeTimeNs,
        fromNs,
        toNs,
        limit,
        newest);
  }

  /** One row a time: the one that came last, as the store keeps it. */
  private static <T> List<T> joined(
      List<T> waiting,
      List<T> stored,
      ToLongFunction<T> time,
      long fromNs,
      long toNs,
      int limit,
      boolean newest) {
    List<T> all = new ArrayList<>(waiting.reversed());
    all.removeIf(row -> time.applyAsLong(row) < fromNs || time.applyAsLong(row) >= toNs);
    all.addAll(stored);
    Set<Long> seen = new HashSet<>();
    Comparator<T> order = Comparator.comparingLong(time);
    return all.stream()
        .filter(row -> seen.add(time.applyAsLong(row)))
        .sorted(newest ? order.reversed() : order)
        .limit(limit)
        .toList();
  }

  @Override
  public long keptFromNs(HistoryKey key) {
    return Math.max(0, key.interval().map(store::barsKeptFromNs).orElseGet(store::ticksKeptFromNs));
  }

  @Override
  public void storeTrades(List<Trade> trades) {
    for (Trade trade : trades) {
      open(trade.market());
      writer.put(trade);
    }
  }

  private void open(Market market) {
    if (opener.apply(market) == null) {
      throw new IllegalStateException("there are as many markets as may be: " + market.symbol());
    }
  }

  @Override
  public void storeBars(List<Bar> rows) {
    for (Bar bar : rows) {
      open(bar.market());
      writer.put(bar);
    }
  }

  @Override
  public boolean flush() {
    return writer.flush(PATIENCE);
  }
}
