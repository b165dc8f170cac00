package io.ratel.gateway.venue;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.bar.BarCut;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.pair.PairPrices;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Level;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Markets that change when a test says so. */
public final class FakeMarkets implements MarketViews {
  public static final Market BTC_USD = new Market(Symbol.of("BTC-USD"), 2, 4);
  public static final Market BINANCE = new Market(new Symbol("BINANCE:ETH-USDT"), 2, 5);

  private final Map<Symbol, BookView> books = new HashMap<>();
  private final Map<Symbol, Quote> quotes = new HashMap<>();
  private final Map<Symbol, List<Trade>> trades = new HashMap<>();
  private final Deque<Trade> untold = new ArrayDeque<>();
  private long told;
  private final TreeMap<Long, Bar> bars = new TreeMap<>();
  private volatile Optional<BigDecimal> mark = Optional.empty();
  private final List<MarketEvent> events = new ArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private long changes;
  private List<Gap> gaps = List.of();
  private volatile Optional<PairPrices> pair = Optional.empty();

  public synchronized void setBook(Market market, List<Level> bids, List<Level> asks) {
    books.put(
        market.symbol(),
        new BookView(
            market, bids, asks, ++changes, "RATEL", FakeExchange.TIME_NS, FakeExchange.TIME_NS));
    listeners.forEach(listener -> listener.onBook(market.symbol()));
  }

  public synchronized void loseBook(Market market) {
    books.remove(market.symbol());
    listeners.forEach(listener -> listener.onBook(market.symbol()));
  }

  public synchronized void add(Trade trade) {
    take(trade);
    tell();
  }

  /** From now on it can be read; nobody is told yet. */
  public synchronized void take(Trade trade) {
    trades.computeIfAbsent(trade.market().symbol(), key -> new ArrayList<>()).add(trade);
    untold.add(trade);
  }

  /** Tells the listeners of the trade that has waited longest, if one waits. */
  public synchronized void tell() {
    Trade trade = untold.poll();
    if (trade != null) {
      listeners.forEach(listener -> listener.onTrade(trade));
      told++;
    }
  }

  public synchronized void set(Quote quote) {
    quotes.put(quote.market().symbol(), quote);
    listeners.forEach(listener -> listener.onQuote(quote));
  }

  public synchronized void set(Bar bar) {
    bars.put(bar.timeNs(), bar);
    listeners.forEach(listener -> listener.onBar(bar));
  }

  /** A late trade changes a bar that had ended. */
  public synchronized void correct(Bar bar) {
    bars.put(bar.timeNs(), bar);
    listeners.forEach(listener -> listener.onCorrection(bar));
  }

  @Override
  public List<Market> markets() {
    return List.of(BTC_USD, BINANCE);
  }

  @Override
  public synchronized Optional<BookView> book(Symbol symbol, int depth) {
    return Optional.ofNullable(books.get(symbol))
        .map(
            b ->
                new BookView(
                    b.market(),
                    b.bids().stream().limit(depth).toList(),
                    b.asks().stream().limit(depth).toList(),
                    b.sequence(),
                    b.source(),
                    b.exchangeTimeNs(),
                    b.localTimeNs()));
  }

  @Override
  public synchronized Optional<Quote> quote(Symbol symbol) {
    return Optional.ofNullable(quotes.get(symbol));
  }

  @Override
  public synchronized List<Gap> gaps(Symbol symbol, int limit) {
    return gaps.stream().filter(gap -> gap.symbol().equals(symbol)).limit(limit).toList();
  }

  public synchronized void set(List<Gap> newestFirst) {
    gaps = newestFirst;
  }

  @Override
  public long staleAfterNs(Symbol symbol) {
    return symbol.venue().isEmpty() ? Long.MAX_VALUE : 2_000_000_000L;
  }

  @Override
  public List<CutBar> cutBars(Symbol symbol, BarCut cut, long fromNs, long toNs, int limit) {
    if (cut.kind() == BarCut.Kind.VOLUME) {
      throw new ArithmeticException("a day has too many trades");
    }
    return List.of(
        new CutBar(BTC_USD, FakeExchange.TIME_NS, FakeExchange.TIME_NS, 1, 2, 1, 2, 3, 4, true));
  }

  @Override
  public List<PairPrices> pairs() {
    return pair.stream().toList();
  }

  @Override
  public Optional<PairPrices> pair(String name) {
    return pair.filter(prices -> prices.pair().text().equals(name));
  }

  public void set(PairPrices prices) {
    pair = Optional.of(prices);
    listeners.forEach(listener -> listener.onPair(prices));
  }

  @Override
  public Optional<BigDecimal> mark(Symbol symbol) {
    return mark;
  }

  /** The same for every market. */
  public void mark(String price) {
    mark = Optional.of(new BigDecimal(price));
  }

  @Override
  public synchronized List<MarketEvent> events(Symbol symbol, int limit) {
    return events.reversed().stream()
        .filter(event -> event.symbol().equals(symbol))
        .limit(limit)
        .toList();
  }

  public synchronized void happen(MarketEvent event) {
    events.add(event);
    listeners.forEach(listener -> listener.onEvent(event));
  }

  @Override
  public synchronized List<Trade> trades(Symbol symbol, int limit) {
    return trades.getOrDefault(symbol, List.of()).stream()
        .sorted(TradeOrder.OLDEST_FIRST.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Trade> trades(Symbol symbol, long fromNs, long toNs, int limit) {
    return trades.getOrDefault(symbol, List.of()).stream()
        .filter(trade -> trade.exchangeTimeNs() >= fromNs && trade.exchangeTimeNs() < toNs)
        .sorted(TradeOrder.OLDEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Telling telling(Symbol symbol) {
    return new Telling(told + untold.size(), told);
  }

  @Override
  public synchronized List<Bar> bars(
      Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    List<Bar> matching =
        bars.subMap(fromNs, true, toNs, false).values().stream()
            .filter(b -> b.market().symbol().equals(symbol) && b.interval() == interval)
            .toList();
    return matching.subList(Math.max(0, matching.size() - limit), matching.size());
  }

  @Override
  public Subscription listen(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
