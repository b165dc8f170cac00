package io.ratel.marketdata;

import io.ratel.marketdata.bar.BarAggregator;
import io.ratel.marketdata.bar.BarCut;
import io.ratel.marketdata.bar.CutBar;
import io.ratel.marketdata.book.Gap;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.history.Followed;
import io.ratel.marketdata.pair.PairPrices;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

  private static final int MAX_RESUMED = 64; // seven days before a month of 31
  private static final int MAX_GAPS_RESTORED = 8_000;

  private final TickStore store;
  private final MarketDataConfig config;
  private final TickWriter writer;
  private final Map<Symbol, MarketState> states = new ConcurrentHashMap<>();
  private final Audience audience = new Audience();
  private final BarReads barReads;
  private final Past past;
  private final PairClock pairs;
  private final Map<Symbol, List<Gap>> earlierGaps;
  private final AtomicLong refused = new AtomicLong();
  private final Followed followed = new Followed();

  private LiveMarkets(TickStore store, MarketDataConfig config, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.barReads = new BarReads(store);
    this.writer = TickWriter.start(store, config.cold(), this::settle);
    this.past = new Past(store, writer, barReads, states, this::state);
    PastKeeper keeper = new PastKeeper(config, states, writer, followed);
    this.pairs = new PairClock(config, clock, audience::pair, this::tellAged, keeper::look);
    this.earlierGaps = closeGaps(clock);
    for (Market market : store.markets()) {
      state(market);
    }
    pairs.start();
  }

  /**
   * Starts with the markets of the store, which stays the caller's to close, after this. A gap that
   * an earlier process left open is closed: that process is gone, and with it the book.
   *
   * @param clock says when that was
   */
  public static LiveMarkets start(TickStore store, MarketDataConfig config, InstantSource clock) {
    return new LiveMarkets(store, config, clock);
  }

  /** As {@link #start(TickStore, MarketDataConfig, InstantSource)} with the usual settings. */
  public static LiveMarkets start(TickStore store, Limits limits) {
    return start(store, MarketDataConfig.DEFAULT.with(limits), InstantSource.system());
  }

  private Map<Symbol, List<Gap>> closeGaps(InstantSource clock) {
    long nowNs = FeedTime.nanos(clock.instant());
    Map<Symbol, List<Gap>> gaps = new HashMap<>();
    for (Gap stored : store.newestGaps(MAX_GAPS_RESTORED)) {
      Gap gap = stored.isOpen() ? stored.healed(Gap.Healing.RESTART, nowNs) : stored;
      if (stored.isOpen()) {
        writer.put(gap);
      }
      gaps.computeIfAbsent(gap.symbol(), _ -> new ArrayList<>()).add(gap);
    }
    return Map.copyOf(gaps);
  }

  @Override
  public void onTrade(Trade trade) {
    MarketState state = state(trade.market());
    if (state == null) {
      return;
    }
    Symbol symbol = trade.market().symbol();
    if (!state.isResumed()) {
      resume(state, symbol);
    }
    List<Interval> wanted = audience.intervals(symbol);
    List<MarketState.BarChange> changed = wanted.isEmpty() ? List.of() : new ArrayList<>();
    if (state.take(trade, wanted, changed)) {
      try {
        writer.put(trade);
        audience.trade(trade, changed);
      } finally {
        state.told();
      }
    }
  }

  @Override
  public void onQuote(Quote quote) {
    MarketState state = state(quote.market());
    if (state != null) {
      tell(quote.market().symbol(), state, state.set(quote));
    }
  }

  @Override
  public void onBook(BookSnapshot snapshot) {
    MarketState state = state(snapshot.market());
    if (state != null) {
      tell(snapshot.market().symbol(), state, state.set(snapshot));
    }
  }

  @Override
  public void onBookDelta(BookDelta delta) {
    MarketState state = state(delta.market());
    if (state != null) {
      tell(delta.market().symbol(), state, state.apply(delta));
    }
  }

  @Override
  public void onBookLost(Symbol symbol, Gap.Cause cause) {
    MarketState state = states.get(symbol);
    if (state != null) {
      tell(symbol, state, state.loseBook(cause));
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
      audience.event(event);
    }
  }

  /**
   * Takes finished bars that come without their trades, straight into the store.
   *
   * @throws IllegalArgumentException when one is of an interval that is not kept
   */
  public void onBars(Collection<Bar> bars) {
    for (Bar bar : bars) {
      if (!bar.interval().isKept()) {
        throw new IllegalArgumentException(
            "interval must be one that is kept, was " + bar.interval().label());
      }
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
    List<Trade> newest = new ArrayList<>(state.trades());
    newest.addAll(writer.waiting(symbol));
    newest.addAll(store.newestTrades(symbol, limit));
    return Past.distinct(newest, true, limit);
  }

  @Override
  public List<Trade> trades(Symbol symbol, long fromNs, long toNs, int limit) {
    if (states.get(symbol) == null || limit <= 0 || fromNs >= toNs) {
      return List.of();
    }
    return past.trades(symbol, fromNs, toNs, limit, false);
  }

  @Override
  public Telling telling(Symbol symbol) {
    MarketState state = states.get(symbol);
    return state == null ? new Telling(0, 0) : state.telling();
  }

  @Override
  public List<Bar> bars(Symbol symbol, Interval interval, long fromNs, long toNs, int limit) {
    MarketState state = states.get(symbol);
    return state == null || limit <= 0 || fromNs >= toNs
        ? List.of()
        : barReads.read(state, symbol, interval, fromNs, toNs, limit);
  }

  @Override
  public List<CutBar> cutBars(Symbol symbol, BarCut cut, long fromNs, long toNs, int limit) {
    return states.get(symbol) == null || limit <= 0 || fromNs >= toNs
        ? List.of()
        : barReads.cut(symbol, cut, fromNs, toNs, limit);
  }

  @Override
  public List<Gap> gaps(Symbol symbol, int limit) {
    MarketState state = states.get(symbol);
    return state == null ? List.of() : state.gaps().stream().limit(limit).toList();
  }

  @Override
  public List<PairPrices> pairs() {
    return pairs.board().all();
  }

  @Override
  public Optional<PairPrices> pair(String pair) {
    return pairs.board().of(pair);
  }

  @Override
  public long staleAfterNs(Symbol symbol) {
    return config.staleness().afterNs(symbol);
  }

  @Override
  public Subscription listen(Listener listener) {
    return audience.join(listener);
  }

  /** What was: rows that are stored or wait to be, and where fetched ones go. */
  public Past past() {
    return past;
  }

  /** What is stored whole as it happens; quotes and books are told from here. */
  public Followed followed() {
    return followed;
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

  /** Books that were known and are not now. */
  public long openGaps() {
    return states.values().stream().filter(MarketState::isInGap).count();
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
    pairs.close();
    writer.close();
  }

  private @Nullable MarketState state(Market market) {
    MarketState state = states.get(market.symbol());
    if (state == null) {
      if (states.size() >= config.limits().markets()) {
        refused.incrementAndGet();
        return null;
      }
      state = states.computeIfAbsent(market.symbol(), _ -> open(market));
    }
    return state;
  }

  private MarketState open(Market market) {
    Limits limits = config.limits();
    long windowNs = config.vwapWindow().toNanos();
    MarketState state = new MarketState(market, limits.trades(), limits.watermarkNs(), windowNs);
    pairs.board().add(new PairMarket(market.symbol(), state, staleAfterNs(market.symbol())));
    earlierGaps.getOrDefault(market.symbol(), List.of()).forEach(state::restore);
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
    for (Interval kept : Interval.KEPT) {
      long fromNs = BarAggregator.neededFrom(kept, lastNs);
      bars.addAll(store.bars(symbol, kept, fromNs, lastNs + 1, MAX_RESUMED));
    }
    state.resume(bars, lastNs);
  }

  /** On the writer's thread, with the bars that a stored batch made. */
  private void settle(List<Bar> bars) {
    for (Bar bar : bars) {
      Symbol symbol = bar.market().symbol();
      MarketState state = states.get(symbol);
      if (state != null && state.settle(bar)) {
        boolean correction = state.isOver(bar);
        audience.bar(bar, correction);
        for (Interval longer : audience.intervals(symbol)) {
          if (!longer.isKept() && longer.base() == bar.interval()) {
            long start = longer.floor(bar.timeNs());
            barReads
                .read(state, symbol, longer, start, start + 1, 1)
                .forEach(made -> audience.bar(made, state.isOver(made)));
          }
        }
      }
    }
  }

  /** Tells the quotes and books that have grown stale, though nothing came. */
  void tellAged(long nowNs) {
    states.forEach(
        (symbol, state) -> {
          if (state.turned(nowNs, staleAfterNs(symbol))) {
            tell(symbol, state, MarketState.BOOK | MarketState.QUOTE);
          }
        });
  }

  private void tell(Symbol symbol, MarketState state, int changed) {
    if (changed == MarketState.NOTHING) {
      return;
    }
    if ((changed & MarketState.BOOK) != 0) {
      audience.book(symbol);
    }
    if ((changed & MarketState.QUOTE) != 0 && audience.hears(symbol)) {
      state.quote().ifPresent(audience::quote);
    }
    if ((changed & MarketState.GAP) != 0) {
      state.takeGap().ifPresent(writer::put);
    }
  }
}
