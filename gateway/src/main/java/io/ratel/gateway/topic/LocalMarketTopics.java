package io.ratel.gateway.topic;

import io.ratel.gateway.topic.past.BarsPast;
import io.ratel.gateway.topic.past.Past;
import io.ratel.gateway.topic.past.TradesPast;
import io.ratel.gateway.wire.WireEvent;
import io.ratel.gateway.wire.WireTrade;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Market;
import io.ratel.model.market.MarketEvent;
import io.ratel.model.market.Trade;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Topics of the markets that this process follows itself. */
public final class LocalMarketTopics implements MarketTopics {
  private static final int MAX_TRADES_WAITING = 16_384;
  private static final int MAX_EVENTS_WAITING = 500;

  private final MarketViews markets;
  private final InstantSource clock;
  private final MarketChanges changes = new MarketChanges();
  private final MarketViews.Subscription subscription;

  /** Listens from now on. */
  public LocalMarketTopics(MarketViews markets, InstantSource clock) {
    this.markets = markets;
    this.clock = clock;
    this.subscription = markets.listen(changes);
  }

  @Override
  public Topic make(TopicName name, Runnable onChange) {
    Symbol symbol = new Symbol(name.subject());
    return switch (name.channel()) {
      case BOOK -> new BookTopic(name, onChange, markets, changes, clock);
      case QUOTE -> new QuoteTopic(name, onChange, markets, changes, clock);
      case TRADES ->
          new NewestTopic<>(
              name,
              onChange,
              MAX_TRADES_WAITING,
              symbol,
              changes.trades,
              () -> markets.trades(symbol, NEWEST),
              Trade::id,
              WireTrade::of);
      case EVENTS ->
          new NewestTopic<>(
              name,
              onChange,
              MAX_EVENTS_WAITING,
              symbol,
              changes.events,
              () -> markets.events(symbol, NEWEST),
              MarketEvent::id,
              WireEvent::of);
      case BEST -> new PairTopic(name, onChange, markets, changes);
      case ORDERS, PORTFOLIO, ACCOUNT_EVENTS, RISK, ALERTS, HISTORY_READY ->
          throw new IllegalArgumentException(name.text());
      default ->
          new BarsTopic(name, onChange, name.channel().interval().orElseThrow(), markets, changes);
    };
  }

  @Override
  public Past past(TopicName name, long fromNs) {
    Symbol symbol = new Symbol(name.subject());
    return name.channel() == TopicName.Channel.TRADES
        ? new TradesPast(markets, symbol, fromNs)
        : new BarsPast(markets, symbol, name.channel().interval().orElseThrow(), fromNs);
  }

  @Override
  public List<Market> markets() {
    return markets.markets();
  }

  @Override
  public Optional<BigDecimal> mark(Symbol symbol) {
    return markets.mark(symbol);
  }

  @Override
  public NavigableMap<Long, Double> closes(Symbol symbol, Interval interval, int newest) {
    NavigableMap<Long, Double> closes = new TreeMap<>();
    for (Bar bar : markets.bars(symbol, interval, 0, Long.MAX_VALUE, newest)) {
      closes.put(bar.timeNs(), bar.close() / Math.pow(10, bar.market().priceScale()));
    }
    return closes;
  }

  @Override
  public Followed follow(Set<Symbol> symbols, Runnable told) {
    symbols.forEach(symbol -> changes.follow(symbol, told));
    return () -> symbols.forEach(symbol -> changes.unfollow(symbol, told));
  }

  @Override
  public void close() {
    subscription.close();
  }
}
