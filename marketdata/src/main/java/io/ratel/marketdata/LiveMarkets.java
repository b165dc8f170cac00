package io.ratel.marketdata;

import io.ratel.marketdata.bar.TradeOrder;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.tick.TickStore;
import io.ratel.marketdata.tick.TickWriter;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.BookDelta;
import io.ratel.model.market.BookSnapshot;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hot state of every market before the store of its history. Feeds and our own exchange put
 * events in by {@link MarketSink}; doors read by {@link MarketViews}. A trade waits while the store
 * is behind, so its feed does; nothing else blocks.
 */
public final class LiveMarkets implements MarketViews, MarketSink, AutoCloseable {
  /**
   * The bounds of what is kept in memory.
   *
   * @param markets kept at most; events of further ones are refused and counted
   * @param trades kept in memory of each market
   * @param watermarkNs how late a trade may come to correct a bar in memory
   */
  public record Limits(int markets, int trades, long watermarkNs) {
    public static final Limits DEFAULT = new Limits(2_000, 256, 60_000_000_000L);

    public Limits {
      if (markets < 1 || trades < 1 || watermarkNs < 0) {
        throw new IllegalArgumentException(
            "markets and trades must be from 1 and watermarkNs from 0, were %d, %d and %d"
                .formatted(markets, trades, watermarkNs));
      }
    }
  }

  private final TickStore store;
  private final Limits limits;
  private final TickWriter writer;
  private final Map<Symbol, MarketState> states = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong refused = new AtomicLong();

  private LiveMarkets(TickStore store, Limits limits) {
    this.store = store;
    this.limits = limits;
    this.writer = TickWriter.start(store, this::settle);
    for (Market market : store.markets()) {
      state(market);
    }
  }

  /** Starts with the markets of the store, which stays the caller's to close, after this. */
  public static LiveMarkets start(TickStore store, Limits limits) {
    return new LiveMarkets(store, limits);
  }

  @Override
  public void onTrade(Trade trade) {
    MarketState state = state(trade.market());
    if (state == null || !state.isNew(trade)) {
      return;
    }
    if (!state.isResumed()) {
      resume(state, trade.market().symbol());
    }
    writer.put(trade);
    List<Bar> changed = state.add(trade);
    for (Listener listener : listeners) {
      listener.onTrade(trade);
      changed.forEach(listener::onBar);
    }
  }

  @Override
  public void onQuote(Quote quote) {
    MarketState state = state(quote.market());
    if (state != null) {
      tell(state.set(quote));
    }
  }

  @Override
  public void onBook(BookSnapshot snapshot) {
    MarketState state = state(snapshot.market());
    if (state != null) {
      tell(snapshot.market().symbol(), state.set(snapshot));
    }
  }

  @Override
  public void onBookDelta(BookDelta delta) {
    MarketState state = state(delta.market());
    if (state != null) {
      MarketState.BookChange change = state.apply(delta);
      if (change.shown()) {
        tell(delta.market().symbol(), change.quote());
      }
    }
  }

  @Override
  public void onBookLost(Symbol symbol) {
    MarketState state = states.get(symbol);
    if (state != null) {
      state.loseBook();
      tell(symbol, Optional.empty());
    }
  }

  @Override
  public boolean isBookKnown(Symbol symbol) {
    MarketState state = states.get(symbol);
    return state != null && state.isBookShown();
  }

  /** Takes something that happened around a market; of one that is not known it is dropped. */
  public void onEvent(MarketEvent event) {
    MarketState state = states.get(event.symbol());
    if (state != null && state.add(event)) {
      forEach(listener -> listener.onEvent(event));
    }
  }

  /** Takes finished bars that come without their trades, straight into the store. */
  public void onBars(Collection<Bar> bars) {
    for (Bar bar : bars) {
      if (state(bar.market()) != null) {
        writer.put(bar);
      }
    }
  }

  @Override
  public List<Market> markets() {
    List<Market> markets = new ArrayList<>(states.size());
    states.values().forEach(state -> markets.add(state.market()));
    markets.sort(Comparator.comparing(Market::symbol));
    return markets;
  }

  @Override
  public Optional<BookView> book(Symbol symbol, int depth) {
    MarketState state = states.get(symbol);
    return state == null ? Optional.empty() : state.book(depth);
  }

  @Override
  public Optional<Quote> quote(Symbol symbol) {
    MarketState state = states.get(symbol);
    return state == null ? Optional.empty() : state.quote();
  }

  @Override
  public Optional<BigDecimal> mark(Symbol symbol) {
    MarketState state = states.get(symbol);
    return state == null ? Optional.empty() : state.mark();
  }

  @Override
  public List<MarketEvent> events(Symbol symbol, int limit) {
    MarketState state = states.get(symbol);
    return state == null ? List.of() : state.events().stream().limit(limit).toList();
  }

  @Override
  public List<Trade> trades(Symbol symbol, int limit) {
    MarketState state = states.get(symbol);
    if (state == null || limit <= 0) {
      return List.of();
    }
    List<Trade> all = new ArrayList<>(state.trades());
    Set<String> seen = new HashSet<>();
    all.forEach(trade -> seen.add(trade.id()));
    for (Trade trade : store.newestTrades(symbol, limit)) {
      if (seen.add(trade.id())) {
        all.add(trade);
      }
    }
    all.sort(TradeOrder.OLDEST_FIRST.reversed());
    return List.copyOf(all.subList(0, Math.min(limit, all.size())));
  }

  @Override
  public List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    MarketState state = states.get(symbol);
    if (state == null || limit <= 0 || fromNs >= toNs) {
      return List.of();
    }
    TreeMap<Long, Bar> bars = new TreeMap<>();
    store.bars(symbol, interval, fromNs, toNs, limit).forEach(bar -> bars.put(bar.timeNs(), bar));
    for (Bar bar : state.bars(interval)) {
      if (bar.timeNs() >= fromNs && bar.timeNs() < toNs) {
        bars.merge(
            bar.timeNs(), bar, (stored, hot) -> hot.trades() < stored.trades() ? stored : hot);
      }
    }
    List<Bar> list = List.copyOf(bars.values());
    return list.subList(Math.max(0, list.size() - limit), list.size());
  }

  @Override
  public Subscription listen(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Our own exchange's events after this sequence are not stored yet; empty when none is. */
  public OptionalLong lastOwnTradeId() {
    return store.lastOwnTradeId();
  }

  /** Waits until every trade that was put in is stored with its bars. */
  public boolean flush(Duration timeout) {
    return writer.flush(timeout);
  }

  public MarketCounts counts() {
    return states.values().stream()
        .map(MarketState::counts)
        .reduce(new MarketCounts(0, 0, 0, 0, 0), MarketCounts::plus);
  }

  /** Events refused because there were too many markets. */
  public long refused() {
    return refused.get();
  }

  public TickWriter.Status writer() {
    return writer.status();
  }

  /** Stores what is left, and stops. */
  @Override
  public void close() {
    writer.close();
  }

  private @Nullable MarketState state(Market market) {
    MarketState state = states.get(market.symbol());
    if (state == null) {
      if (states.size() >= limits.markets()) {
        refused.incrementAndGet();
        return null;
      }
      state =
          states.computeIfAbsent(
              market.symbol(), _ -> new MarketState(market, limits.trades(), limits.watermarkNs()));
    }
    return state;
  }

  private void resume(MarketState state, Symbol symbol) {
    List<Trade> newest = store.newestTrades(symbol, 1);
    if (newest.isEmpty()) {
      state.resume(List.of(), Long.MIN_VALUE);
      return;
    }
    long lastNs = newest.get(0).exchangeTimeNs();
    List<Bar> bars = new ArrayList<>();
    for (Interval interval : Interval.values()) {
      bars.addAll(store.bars(symbol, interval, interval.floor(lastNs), lastNs + 1, 1));
    }
    state.resume(bars, lastNs);
  }

  /** On the writer's thread, with the bars that a stored batch made. */
  private void settle(List<Bar> bars) {
    for (Bar bar : bars) {
      MarketState state = states.get(bar.market().symbol());
      if (state != null && state.settle(bar)) {
        forEach(listener -> listener.onBar(bar));
      }
    }
  }

  private void tell(Optional<Quote> quote) {
    quote.ifPresent(changed -> forEach(listener -> listener.onQuote(changed)));
  }

  private void tell(Symbol symbol, Optional<Quote> quote) {
    forEach(listener -> listener.onBook(symbol));
    tell(quote);
  }

  private void forEach(Consumer<Listener> call) {
    listeners.forEach(call);
  }
}
