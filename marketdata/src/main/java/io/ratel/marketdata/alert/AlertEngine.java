package io.ratel.marketdata.alert;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.rule.Condition;
import io.ratel.marketdata.rule.Reading;
import io.ratel.marketdata.rule.RuleRun;
import io.ratel.marketdata.rule.Update;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Watches the alerts that are on. The markets hand their changes to a bounded queue and go on; one
 * thread takes them out, in order, and asks the alerts of that market. When the queue is full a
 * change is dropped and counted. A market nobody watches costs a look-up.
 */
public final class AlertEngine implements AutoCloseable {
  private static final long BEGIN_S = 5;
  private static final int MAX_WAITING = 65_536;
  private static final long TICK_NS = 1_000_000_000L;
  private static final int WARM_UPS = 10;
  private static final int MAX_WARM_UP = 20_000;

  /** What the thread is given. */
  private sealed interface Work {
    record Watch(Alert alert, CountDownLatch begun) implements Work {}

    record Forget(long alertId) implements Work {}

    record Told(Symbol symbol, Update update) implements Work {}

    record Formed(Bar bar) implements Work {}
  }

  private final MarketViews markets;
  private final IndicatorCatalog catalog;
  private final BiConsumer<Alert, Firing> onFire;
  private final Consumer<RuntimeException> onFault;
  private final LongSupplier nanos;
  private final BlockingQueue<Work> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

  /** The watched markets, each with the lengths of bars that its alerts read. */
  private final Map<Symbol, List<Interval>> watched = new ConcurrentHashMap<>();

  private final AtomicLong dropped = new AtomicLong();
  private final Map<Symbol, WatchedMarket> byMarket = new HashMap<>();
  private final Map<Long, Alert> byAlert = new HashMap<>();
  private final MarketViews.Subscription subscription;
  private final Thread thread;
  private volatile int watching;
  private volatile boolean closed;

  /**
   * Starts to listen.
   *
   * @param onFire told, on the engine's thread, of each alert that fired; returns at once
   * @param onFault told what went wrong with an alert; the engine goes on
   * @param nanos a clock that only goes forward, for how long a market is silent
   */
  public AlertEngine(
      MarketViews markets,
      IndicatorCatalog catalog,
      BiConsumer<Alert, Firing> onFire,
      Consumer<RuntimeException> onFault,
      LongSupplier nanos) {
    this.markets = markets;
    this.catalog = catalog;
    this.onFire = onFire;
    this.onFault = onFault;
    this.nanos = nanos;
    this.subscription = markets.listen(new Ears());
    this.thread = Thread.ofPlatform().name("alerts").daemon().start(this::run);
  }

  /** Watches an alert soon, in place of an earlier one of the same number. Any thread. */
  public void watch(Alert alert) {
    hand(new Work.Watch(alert, new CountDownLatch(1)));
  }

  /** The same, and returns when it is watched: what happens after that is news to it. */
  public void watchNow(Alert alert) {
    CountDownLatch begun = new CountDownLatch(1);
    hand(new Work.Watch(alert, begun));
    try {
      if (!closed && !begun.await(BEGIN_S, TimeUnit.SECONDS)) {
        onFault.accept(
            new IllegalStateException("alert " + alert.id() + " is not watched yet: many wait"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Watches it no more. Any thread. */
  public void forget(long alertId) {
    hand(new Work.Forget(alertId));
  }

  /** What users ask for must not be lost. */
  private void hand(Work work) {
    try {
      boolean handed = false;
      while (!closed && !handed) {
        handed = waiting.offer(work, TICK_NS, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many alerts are watched by now. */
  public int watching() {
    return watching;
  }

  /** Changes of watched markets that were dropped because alerts were behind. */
  public long dropped() {
    return dropped.get();
  }

  private void run() {
    long tickedNs = nanos.getAsLong();
    while (!closed) {
      try {
        Work work = waiting.poll(TICK_NS, TimeUnit.NANOSECONDS);
        if (work != null) {
          perform(work);
        }
        if (nanos.getAsLong() - tickedNs >= TICK_NS) {
          tickedNs = nanos.getAsLong();
          long now = tickedNs;
          byMarket.values().forEach(market -> market.tick(now));
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        onFault.accept(e);
      }
    }
  }

  private void perform(Work work) {
    switch (work) {
      case Work.Watch watch -> {
        try {
          drop(watch.alert().id());
          begin(watch.alert());
        } finally {
          watch.begun().countDown();
        }
      }
      case Work.Forget forget -> drop(forget.alertId());
      case Work.Told told -> {
        WatchedMarket market = byMarket.get(told.symbol());
        if (market != null) {
          market.take(told.update(), nanos.getAsLong());
        }
      }
      case Work.Formed formed -> {
        WatchedMarket market = byMarket.get(formed.bar().market().symbol());
        if (market != null) {
          market.take(formed.bar());
        }
      }
    }
  }

  private void begin(Alert alert) {
    RuleRun run = new RuleRun(alert.rule(), catalog);
    alert.lastNs().ifPresent(run::resume);
    WatchedMarket market =
        byMarket.computeIfAbsent(
            alert.symbol(), symbol -> new WatchedMarket(nanos.getAsLong(), this::fired));
    byAlert.put(alert.id(), alert);
    hear(alert.symbol());
    List<Update> known = new ArrayList<>();
    markets.quote(alert.symbol()).ifPresent(quote -> known.add(quoted(quote)));
    try {
      warmUp(alert, run, market);
      markets.trades(alert.symbol(), 1).forEach(trade -> known.add(traded(trade)));
    } catch (RuntimeException e) {
      onFault.accept(e); // the store is away: it goes on with what is to come
    }
    known.sort(Comparator.comparingLong(Update::timeNs));
    market.add(alert, run, known);
    watching = byAlert.size();
  }

  /** Stored bars that are finished, so that an indicator has its numbers at once. */
  private void warmUp(Alert alert, RuleRun run, WatchedMarket market) {
    Map<Interval, Integer> rows = new HashMap<>();
    readings(alert.rule().condition())
        .forEach(
            reading -> {
              if (reading instanceof Reading.OfIndicator of) {
                Indicator indicator = catalog.find(of.name()).orElseThrow();
                int wanted =
                    indicator.ofSessions()
                        ? MAX_WARM_UP
                        : indicator.warmUp(of.arguments()) * WARM_UPS;
                rows.merge(of.interval(), Math.min(wanted + 1, MAX_WARM_UP), Math::max);
              }
            });
    rows.forEach(
        (interval, count) ->
            market.warmUp(
                run, alert, markets.bars(alert.symbol(), interval, 0, Long.MAX_VALUE, count + 1)));
  }

  /** Listens to a market while it has alerts; bars of other lengths than they read are not made. */
  private void hear(Symbol symbol) {
    boolean any = false;
    Set<Interval> intervals = EnumSet.noneOf(Interval.class);
    for (Alert alert : byAlert.values()) {
      if (alert.symbol().equals(symbol)) {
        any = true;
        readings(alert.rule().condition())
            .forEach(
                reading -> {
                  switch (reading) {
                    case Reading.OfIndicator of -> intervals.add(of.interval());
                    case Reading.Volume volume -> intervals.add(volume.interval());
                    default -> {}
                  }
                });
      }
    }
    if (any) {
      watched.put(symbol, List.copyOf(intervals));
    } else {
      watched.remove(symbol);
    }
  }

  private static Stream<Reading> readings(Condition condition) {
    return condition.parts().isEmpty()
        ? Stream.of(condition.reading())
        : condition.parts().stream().flatMap(AlertEngine::readings);
  }

  private void drop(long alertId) {
    Alert alert = byAlert.remove(alertId);
    WatchedMarket market = alert == null ? null : byMarket.get(alert.symbol());
    if (market != null) {
      Symbol symbol = alert.symbol();
      hear(symbol);
      market.remove(alertId);
      if (market.isEmpty()) {
        byMarket.remove(symbol);
      }
    }
    watching = byAlert.size();
  }

  private void fired(Alert alert, RuleRun run, OptionalDouble value) {
    if (value.isPresent()) {
      onFire.accept(
          alert,
          new Firing(
              0,
              alert.id(),
              alert.userId(),
              alert.name(),
              alert.symbol().text(),
              alert.rule().condition().words(),
              value.getAsDouble(),
              run.timeNs()));
    }
  }

  private static Update quoted(Quote quote) {
    double scale = Math.pow(10, quote.market().priceScale());
    boolean bid = quote.bid() != 0 || quote.bidQuantity() != 0;
    boolean ask = quote.ask() != 0 || quote.askQuantity() != 0;
    return new Update.Quoted(
        quote.exchangeTimeNs(),
        bid ? quote.bid() / scale : Double.NaN,
        ask ? quote.ask() / scale : Double.NaN);
  }

  private static Update traded(Trade trade) {
    double scale = Math.pow(10, trade.market().priceScale());
    return new Update.Traded(trade.exchangeTimeNs(), trade.price() / scale);
  }

  /** On the markets' threads: a look-up, and a place in the queue. */
  private final class Ears implements MarketViews.Listener {
    private void offer(Work work) {
      if (!waiting.offer(work)) {
        dropped.incrementAndGet();
      }
    }

    @Override
    public boolean hears(Symbol symbol) {
      return watched.containsKey(symbol);
    }

    @Override
    public List<Interval> intervals(Symbol symbol) {
      return watched.getOrDefault(symbol, List.of());
    }

    @Override
    public void onTrade(Trade trade) {
      if (watched.containsKey(trade.market().symbol())) {
        offer(new Work.Told(trade.market().symbol(), traded(trade)));
      }
    }

    @Override
    public void onQuote(Quote quote) {
      if (watched.containsKey(quote.market().symbol())) {
        offer(new Work.Told(quote.market().symbol(), quoted(quote)));
      }
    }

    @Override
    public void onBook(Symbol symbol) {}

    @Override
    public void onBar(Bar bar) {
      if (watched.containsKey(bar.market().symbol())) {
        offer(new Work.Formed(bar));
      }
    }

    @Override
    public void onEvent(MarketEvent event) {}
  }

  /** Stops listening; what is waiting is left. */
  @Override
  public void close() {
    closed = true;
    subscription.close();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
