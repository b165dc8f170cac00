package io.ratel.gateway.topic;

import io.ratel.gateway.topic.MarketChanges.BarChange;
import io.ratel.gateway.wire.WireBar;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Bar;
import io.ratel.model.market.Interval;
import java.util.List;
import java.util.TreeMap;

/** The newest bars, oldest first; a delta has those that changed or are new. */
final class BarsTopic extends Topic {
  private static final int MAX_WAITING = 1_000;

  private final Symbol symbol;
  private final Interval interval;
  private final MarketViews markets;
  private final MarketChanges changes;
  private final Inbox<BarChange> inbox = new Inbox<>(MAX_WAITING);
  private final TreeMap<Long, BarChange> bars = new TreeMap<>();

  BarsTopic(
      TopicName name,
      Runnable onChange,
      Interval interval,
      MarketViews markets,
      MarketChanges changes) {
    super(name, onChange);
    this.symbol = new Symbol(name.subject());
    this.interval = interval;
    this.markets = markets;
    this.changes = changes;
  }

  @Override
  public void open() {
    changes.addBars(
        symbol,
        interval,
        change -> {
          inbox.add(change);
          changed();
        });
  }

  @Override
  public Runnable load() {
    inbox.clear();
    List<Bar> newest = markets.bars(symbol, interval, 0, Long.MAX_VALUE, MarketTopics.BARS);
    return () -> {
      bars.clear();
      newest.forEach(bar -> bars.put(bar.timeNs(), new BarChange(bar, false)));
    };
  }

  @Override
  public Object state() {
    return bars.values().stream().map(BarsTopic::wire).toList();
  }

  @Override
  public Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    TreeMap<Long, BarChange> changed = new TreeMap<>();
    for (BarChange next : inbox.drain()) {
      BarChange before = bars.get(next.bar().timeNs());
      if (before == null || !before.bar().equals(next.bar())) {
        boolean correction = next.correction() || (before != null && before.correction());
        BarChange change = new BarChange(next.bar(), correction);
        bars.put(next.bar().timeNs(), change);
        changed.put(next.bar().timeNs(), change);
      }
    }
    while (bars.size() > MarketTopics.BARS) {
      bars.pollFirstEntry();
    }
    return changed.isEmpty()
        ? new Change.None()
        : new Change.Delta(changed.values().stream().map(BarsTopic::wire).toList());
  }

  private static WireBar wire(BarChange change) {
    return WireBar.of(change.bar(), change.correction());
  }

  @Override
  public void close() {
    changes.removeBars(symbol, interval);
  }
}
