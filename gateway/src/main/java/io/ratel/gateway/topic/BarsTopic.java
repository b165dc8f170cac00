package io.ratel.gateway.topic;

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

  private final MarketChanges.BarKey key;
  private final MarketViews markets;
  private final MarketChanges changes;
  private final Inbox<Bar> inbox = new Inbox<>(MAX_WAITING);
  private final TreeMap<Long, Bar> bars = new TreeMap<>();

  BarsTopic(
      TopicName name,
      Runnable onChange,
      Interval interval,
      MarketViews markets,
      MarketChanges changes) {
    super(name, onChange);
    this.key = new MarketChanges.BarKey(new Symbol(name.subject()), interval);
    this.markets = markets;
    this.changes = changes;
  }

  @Override
  public void open() {
    changes.bars.put(
        key,
        bar -> {
          inbox.add(bar);
          changed();
        });
  }

  @Override
  public Runnable load() {
    inbox.clear();
    List<Bar> newest =
        markets.bars(key.symbol(), key.interval(), 0, Long.MAX_VALUE, MarketTopics.BARS);
    return () -> {
      bars.clear();
      newest.forEach(bar -> bars.put(bar.timeNs(), bar));
    };
  }

  @Override
  public Object state() {
    return bars.values().stream().map(WireBar::of).toList();
  }

  @Override
  public Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    TreeMap<Long, Bar> changed = new TreeMap<>();
    for (Bar bar : inbox.drain()) {
      Bar before = bars.put(bar.timeNs(), bar);
      if (!bar.equals(before)) {
        changed.put(bar.timeNs(), bar);
      }
    }
    while (bars.size() > MarketTopics.BARS) {
      bars.pollFirstEntry();
    }
    return changed.isEmpty()
        ? new Change.None()
        : new Change.Delta(changed.values().stream().map(WireBar::of).toList());
  }

  @Override
  public void close() {
    changes.bars.remove(key);
  }
}
