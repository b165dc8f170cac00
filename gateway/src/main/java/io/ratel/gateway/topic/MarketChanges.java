package io.ratel.gateway.topic;

import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.pair.PairPrices;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Quote;
import io.ratel.model.market.Trade;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Takes the markets' changes to the topics that somebody reads. Safe for any thread; a change
 * nobody reads costs one look-up.
 */
final class MarketChanges implements MarketViews.Listener {
  /**
   * A bar that changed.
   *
   * @param correction it had ended before
   */
  record BarChange(Bar bar, boolean correction) {}

  /** The topics of bars of one symbol. */
  private record BarTopics(
      Map<Interval, Consumer<BarChange>> byInterval, List<Interval> intervals) {
    BarTopics(Map<Interval, Consumer<BarChange>> byInterval) {
      this(byInterval, List.copyOf(byInterval.keySet()));
    }
  }

  final Map<Symbol, Runnable> books = new ConcurrentHashMap<>();
  final Map<Symbol, Runnable> quotes = new ConcurrentHashMap<>();
  final Map<String, Runnable> pairs = new ConcurrentHashMap<>();
  final Map<Symbol, Consumer<Trade>> trades = new ConcurrentHashMap<>();
  final Map<Symbol, Consumer<MarketEvent>> events = new ConcurrentHashMap<>();
  private final Map<Symbol, Set<Runnable>> followers = new ConcurrentHashMap<>();
  private final Map<Symbol, BarTopics> bars = new ConcurrentHashMap<>();

  void addBars(Symbol symbol, Interval interval, Consumer<BarChange> topic) {
    bars.compute(
        symbol,
        (_, before) -> {
          Map<Interval, Consumer<BarChange>> topics = new EnumMap<>(Interval.class);
          if (before != null) {
            topics.putAll(before.byInterval());
          }
          topics.put(interval, topic);
          return new BarTopics(topics);
        });
  }

  void removeBars(Symbol symbol, Interval interval) {
    bars.computeIfPresent(
        symbol,
        (_, before) -> {
          Map<Interval, Consumer<BarChange>> topics = new EnumMap<>(before.byInterval());
          topics.remove(interval);
          return topics.isEmpty() ? null : new BarTopics(topics);
        });
  }

  void follow(Symbol symbol, Runnable told) {
    followers.computeIfAbsent(symbol, _ -> ConcurrentHashMap.newKeySet()).add(told);
  }

  void unfollow(Symbol symbol, Runnable told) {
    followers.computeIfPresent(
        symbol,
        (_, all) -> {
          all.remove(told);
          return all.isEmpty() ? null : all;
        });
  }

  private void tellFollowers(Symbol symbol) {
    Set<Runnable> all = followers.get(symbol);
    if (all != null) {
      all.forEach(Runnable::run);
    }
  }

  @Override
  public boolean hears(Symbol symbol) {
    return quotes.containsKey(symbol) || bars.containsKey(symbol) || followers.containsKey(symbol);
  }

  @Override
  public List<Interval> intervals(Symbol symbol) {
    BarTopics topics = bars.get(symbol);
    return topics == null ? List.of() : topics.intervals();
  }

  @Override
  public void onTrade(Trade trade) {
    Consumer<Trade> topic = trades.get(trade.market().symbol());
    if (topic != null) {
      topic.accept(trade);
    }
    tellFollowers(trade.market().symbol());
  }

  @Override
  public void onQuote(Quote quote) {
    Runnable topic = quotes.get(quote.market().symbol());
    if (topic != null) {
      topic.run();
    }
    tellFollowers(quote.market().symbol());
  }

  @Override
  public void onBook(Symbol symbol) {
    Runnable topic = books.get(symbol);
    if (topic != null) {
      topic.run();
    }
  }

  @Override
  public void onEvent(MarketEvent event) {
    Consumer<MarketEvent> topic = events.get(event.symbol());
    if (topic != null) {
      topic.accept(event);
    }
  }

  @Override
  public void onPair(PairPrices prices) {
    Runnable topic = pairs.get(prices.pair().text());
    if (topic != null) {
      topic.run();
    }
  }

  @Override
  public void onBar(Bar bar) {
    tell(new BarChange(bar, false));
  }

  @Override
  public void onCorrection(Bar bar) {
    tell(new BarChange(bar, true));
  }

  private void tell(BarChange change) {
    BarTopics topics = bars.get(change.bar().market().symbol());
    Consumer<BarChange> topic =
        topics == null ? null : topics.byInterval().get(change.bar().interval());
    if (topic != null) {
      topic.accept(change);
    }
  }
}
