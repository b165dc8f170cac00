package io.ratel.marketdata;

import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.tick.TickStore;
import io.ratel.marketdata.tick.TickStoreException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** A store in memory, which a test can make fail or hold up. */
public final class MemoryTickStore implements TickStore {
  private record TradeKey(Symbol symbol, long timeNs, String id) {}

  private record BarKey(Symbol symbol, Interval interval) {}

  private final Map<Symbol, Market> markets = new LinkedHashMap<>();
  private final Map<TradeKey, Trade> trades = new LinkedHashMap<>();
  private final Map<BarKey, TreeMap<Long, Bar>> bars = new LinkedHashMap<>();

  private final Map<Symbol, TreeMap<Long, Quote>> quotes = new LinkedHashMap<>();
  private final Map<Symbol, TreeMap<Long, BookSnapshot>> books = new LinkedHashMap<>();

  private record GapKey(Symbol symbol, long fromNs) {}

  private final Map<GapKey, Gap> gaps = new LinkedHashMap<>();

  /** How many appends of trades may pass. */
  public final Semaphore gate = new Semaphore(Integer.MAX_VALUE);

  /** Before then no trades are kept. */
  public volatile long keptFromNs;

  /** How many appends of trades are to fail. */
  public volatile int failuresToCome;

  @Override
  public synchronized List<Market> markets() {
    return List.copyOf(markets.values());
  }

  @Override
  public void appendTrades(List<Trade> batch) {
    gate.acquireUninterruptibly();
    synchronized (this) {
      if (failuresToCome > 0) {
        failuresToCome--;
        throw new TickStoreException("the disk is full");
      }
      for (Trade trade : batch) {
        Market market = trade.market();
        markets.merge(market.symbol(), market, Market::widen);
        trades.put(new TradeKey(market.symbol(), trade.exchangeTimeNs(), trade.id()), trade);
      }
    }
  }

  @Override
  public synchronized void appendBars(List<Bar> batch) {
    for (Bar bar : batch) {
      markets.merge(bar.market().symbol(), bar.market(), Market::widen);
      bars.computeIfAbsent(new BarKey(bar.market().symbol(), bar.interval()), _ -> new TreeMap<>())
          .put(bar.timeNs(), bar);
    }
  }

  @Override
  public synchronized void appendGaps(List<Gap> batch) {
    batch.forEach(gap -> gaps.put(new GapKey(gap.symbol(), gap.fromNs()), gap));
  }

  @Override
  public synchronized void appendQuotes(List<Quote> batch) {
    for (Quote quote : batch) {
      markets.merge(quote.market().symbol(), quote.market(), Market::widen);
      quotes
          .computeIfAbsent(quote.market().symbol(), _ -> new TreeMap<>())
          .put(quote.exchangeTimeNs(), quote);
    }
  }

  @Override
  public synchronized void appendBooks(List<BookSnapshot> batch) {
    for (BookSnapshot book : batch) {
      markets.merge(book.market().symbol(), book.market(), Market::widen);
      books
          .computeIfAbsent(book.market().symbol(), _ -> new TreeMap<>())
          .put(book.exchangeTimeNs(), book);
    }
  }

  @Override
  public synchronized List<Quote> quotes(
      Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    return between(quotes.getOrDefault(symbol, new TreeMap<>()), fromNs, toNs, limit, newest);
  }

  @Override
  public synchronized List<BookSnapshot> books(
      Symbol symbol, long fromNs, long toNs, int limit, boolean newest) {
    return between(books.getOrDefault(symbol, new TreeMap<>()), fromNs, toNs, limit, newest);
  }

  private static <T> List<T> between(
      TreeMap<Long, T> rows, long fromNs, long toNs, int limit, boolean newest) {
    List<T> found = new ArrayList<>(rows.subMap(fromNs, toNs).values());
    return (newest ? found.reversed() : found).stream().limit(limit).toList();
  }

  @Override
  public synchronized List<Gap> newestGaps(int limit) {
    List<Gap> sorted =
        gaps.values().stream().sorted(Comparator.comparingLong(Gap::fromNs)).toList();
    return sorted.subList(Math.max(0, sorted.size() - limit), sorted.size());
  }

  @Override
  public synchronized List<Bar> bars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    List<Bar> found =
        new ArrayList<>(
            bars.getOrDefault(new BarKey(symbol, interval), new TreeMap<>())
                .subMap(fromNs, toNs)
                .values());
    return found.subList(Math.max(0, found.size() - limit), found.size());
  }

  @Override
  public synchronized List<Bar> oldestBars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    return bars
        .getOrDefault(new BarKey(symbol, interval), new TreeMap<>())
        .subMap(fromNs, toNs)
        .values()
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Trade> trades(Symbol symbol, long fromNs, long toNs) {
    return trades.values().stream()
        .filter(trade -> trade.market().symbol().equals(symbol))
        .filter(trade -> trade.exchangeTimeNs() >= fromNs && trade.exchangeTimeNs() < toNs)
        .sorted(TradeOrder.OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<Trade> oldestTrades(Symbol symbol, long fromNs, long toNs, int limit) {
    return trades(symbol, fromNs, toNs).stream().limit(limit).toList();
  }

  @Override
  public List<Trade> newestTrades(Symbol symbol, long fromNs, long toNs, int limit) {
    return trades(symbol, fromNs, toNs).reversed().stream().limit(limit).toList();
  }

  @Override
  public List<Trade> newestTrades(Symbol symbol, int limit) {
    return trades(symbol, 0, Long.MAX_VALUE).reversed().stream().limit(limit).toList();
  }

  @Override
  public synchronized OptionalLong lastOwnTradeId() {
    return trades.values().stream()
        .filter(trade -> trade.market().symbol().venue().isEmpty())
        .mapToLong(trade -> Long.parseLong(trade.id()))
        .max();
  }

  @Override
  public long ticksKeptFromNs() {
    return keptFromNs;
  }

  @Override
  public long barsKeptFromNs(Interval kept) {
    return keptFromNs;
  }

  @Override
  public void tidy() {}

  @Override
  public void close() {}
}
