package io.ratel.gateway.topic;

import io.ratel.gateway.wire.WireTrade;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Trade;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The newest trades, newest first; a delta has the new ones, oldest first. */
final class TradesTopic extends Topic {
  static final int KEPT = 50;
  private static final int MAX_WAITING = 1_000;

  private final Symbol symbol;
  private final MarketViews markets;
  private final MarketChanges changes;
  private final Inbox<Trade> inbox = new Inbox<>(MAX_WAITING);
  private final Deque<Trade> recent = new ArrayDeque<>();

  /** Read together with {@link #recent}, so they may come again from the inbox. */
  private Set<String> read = Set.of();

  TradesTopic(TopicName name, Runnable onChange, MarketViews markets, MarketChanges changes) {
    super(name, onChange);
    this.symbol = new Symbol(name.subject());
    this.markets = markets;
    this.changes = changes;
  }

  @Override
  public void open() {
    changes.trades.put(
        symbol,
        trade -> {
          inbox.add(trade);
          changed();
        });
  }

  @Override
  public Runnable load() {
    inbox.clear();
    List<Trade> newest = markets.trades(symbol, KEPT);
    return () -> {
      recent.clear();
      recent.addAll(newest);
      read = new HashSet<>();
      newest.forEach(trade -> read.add(trade.id()));
    };
  }

  @Override
  public Object state() {
    return recent.stream().map(WireTrade::of).toList();
  }

  @Override
  public Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    List<Trade> fresh = inbox.drain().stream().filter(trade -> !read.contains(trade.id())).toList();
    if (fresh.isEmpty()) {
      return new Change.None();
    }
    read = Set.of();
    fresh.forEach(recent::addFirst);
    while (recent.size() > KEPT) {
      recent.removeLast();
    }
    return new Change.Delta(fresh.stream().map(WireTrade::of).toList());
  }

  @Override
  public void close() {
    changes.trades.remove(symbol);
  }
}
