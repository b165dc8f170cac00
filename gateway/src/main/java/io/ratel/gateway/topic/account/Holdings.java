package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An account's balances and positions as events change them. For one thread. */
final class Holdings {
  /** An instrument and, in a hedging account, a side. */
  record PositionKey(int instrumentId, PositionSide side) implements Comparable<PositionKey> {
    static PositionKey of(PositionView view) {
      return new PositionKey(view.instrument().id(), view.side());
    }

    @Override
    public int compareTo(PositionKey other) {
      return Comparator.comparingInt(PositionKey::instrumentId)
          .thenComparing(PositionKey::side)
          .compare(this, other);
    }
  }

  /** What an event did. */
  enum Effect {
    NONE,
    CHANGED,
    /** It speaks of something unknown: all of it must be read again. */
    UNKNOWN
  }

  private final long accountId;
  private final Catalog catalog;
  private final TreeMap<Integer, BalanceView> balances = new TreeMap<>();
  private final TreeMap<PositionKey, PositionView> positions = new TreeMap<>();

  Holdings(long accountId, Catalog catalog) {
    this.accountId = accountId;
    this.catalog = catalog;
  }

  void replace(List<BalanceView> allBalances, List<PositionView> allPositions) {
    balances.clear();
    positions.clear();
    allBalances.forEach(balance -> balances.put(balance.asset().id(), balance));
    allPositions.forEach(position -> positions.put(PositionKey.of(position), position));
  }

  Collection<BalanceView> balances() {
    return balances.values();
  }

  Collection<PositionView> positions() {
    return positions.values();
  }

  /** One that {@link #take} has changed. */
  BalanceView balance(int assetId) {
    return Optional.ofNullable(balances.get(assetId)).orElseThrow();
  }

  /** One that {@link #take} has changed. */
  PositionView position(PositionKey key) {
    return Optional.ofNullable(positions.get(key)).orElseThrow();
  }

  Effect take(Event.BalanceChanged e) {
    BalanceView before = balances.get(e.assetId());
    Optional<Asset> asset =
        before == null ? catalog.seenAsset(e.assetId()) : Optional.of(before.asset());
    if (asset.isEmpty()) {
      return Effect.UNKNOWN;
    }
    BalanceView now = new BalanceView(accountId, asset.get(), e.total(), e.held());
    if (now.equals(before)) {
      return Effect.NONE;
    }
    balances.put(e.assetId(), now);
    return Effect.CHANGED;
  }

  /** Positions may have been read after this change; then they have it already. */
  Effect take(Projection.Entry entry, Event.PositionChanged e) {
    Optional<Instrument> instrument = catalog.seenInstrument(e.instrumentId());
    if (instrument.isEmpty()) {
      return Effect.UNKNOWN;
    }
    PositionKey key = new PositionKey(e.instrumentId(), e.side());
    PositionView before = positions.get(key);
    if (before != null && before.sequence() >= entry.sequence()) {
      return Effect.NONE;
    }
    positions.put(
        key,
        new PositionView(
            accountId,
            instrument.get(),
            e.side(),
            new Position(e.quantity(), e.cost(), e.realizedPnl()),
            e.margin(),
            entry.sequence()));
    return Effect.CHANGED;
  }
}
