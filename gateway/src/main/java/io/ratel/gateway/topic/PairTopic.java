package io.ratel.gateway.topic;

import io.ratel.gateway.market.WirePair;
import io.ratel.marketdata.MarketViews;
import io.ratel.marketdata.pair.PairPrices;
import java.util.Map;
import java.util.Optional;

/** A pair's best prices; a delta is the whole of them. Empty while the pair has none yet. */
final class PairTopic extends Topic {
  private final String pair;
  private final MarketViews markets;
  private final MarketChanges changes;
  private Optional<PairPrices> sent = Optional.empty();

  PairTopic(TopicName name, Runnable onChange, MarketViews markets, MarketChanges changes) {
    super(name, onChange);
    this.pair = name.subject();
    this.markets = markets;
    this.changes = changes;
  }

  @Override
  public void open() {
    changes.pairs.put(pair, this::changed);
  }

  @Override
  public Runnable load() {
    return () -> sent = markets.pair(pair);
  }

  @Override
  public Object state() {
    return sent.<Object>map(WirePair::of).orElse(Map.of());
  }

  @Override
  public Change change() {
    Optional<PairPrices> now = markets.pair(pair);
    if (now.equals(sent)) {
      return new Change.None();
    }
    sent = now;
    return new Change.Delta(state());
  }

  @Override
  public void close() {
    changes.pairs.remove(pair);
  }
}
