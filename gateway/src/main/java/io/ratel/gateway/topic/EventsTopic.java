package io.ratel.gateway.topic;

import io.ratel.gateway.wire.WireEvent;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.MarketEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happened around a market, newest first; a delta has what is new, oldest first. */
final class EventsTopic extends Topic {
  static final int KEPT = 50;
  private static final int MAX_WAITING = 500;

  private final Symbol symbol;
  private final MarketViews markets;
  private final MarketChanges changes;
  private final Inbox<MarketEvent> inbox = new Inbox<>(MAX_WAITING);
  private final Deque<MarketEvent> recent = new ArrayDeque<>();

  EventsTopic(TopicName name, Runnable onChange, MarketViews markets, MarketChanges changes) {
    super(name, onChange);
    this.symbol = new Symbol(name.subject());
    this.markets = markets;
    this.changes = changes;
  }

  @Override
  public void open() {
    changes.events.put(
        symbol,
        event -> {
          inbox.add(event);
          changed();
        });
  }

  @Override
  public Runnable load() {
    inbox.clear();
    List<MarketEvent> newest = markets.events(symbol, KEPT);
    return () -> {
      recent.clear();
      recent.addAll(newest);
    };
  }

  @Override
  public Object state() {
    return recent.stream().map(WireEvent::of).toList();
  }

  @Override
  public Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    Set<String> known = new HashSet<>();
    recent.forEach(event -> known.add(event.id()));
    List<MarketEvent> fresh =
        inbox.drain().stream().filter(event -> known.add(event.id())).toList();
    if (fresh.isEmpty()) {
      return new Change.None();
    }
    fresh.forEach(recent::addFirst);
    while (recent.size() > KEPT) {
      recent.removeLast();
    }
    return new Change.Delta(fresh.stream().map(WireEvent::of).toList());
  }

  @Override
  public void close() {
    changes.events.remove(symbol);
  }
}
