package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBalance;
import io.ratel.gateway.wire.WireFill;
import io.ratel.gateway.wire.WirePosition;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An account's balances and positions; a delta has those that changed, and the fills since. A
 * position is valued when it is sent; between its changes a client follows the market's quote.
 */
public final class PortfolioTopic extends AccountTopic {
  private record Portfolio(List<WireBalance> balances, List<WirePosition> positions) {}

  private record Changes(
      List<WireBalance> balances, List<WirePosition> positions, List<WireFill> fills) {}

  /** An instrument and, in a hedging account, a side. */
  private record PositionKey(int instrumentId, PositionSide side)
      implements Comparable<PositionKey> {
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

  private final Catalog catalog;
  private final Function<Symbol, Optional<BigDecimal>> marks;
  private final TreeMap<Integer, BalanceView> balances = new TreeMap<>();
  private final TreeMap<PositionKey, PositionView> positions = new TreeMap<>();
  private final TreeSet<PositionKey> moved = new TreeSet<>();
  private final TreeMap<Integer, BalanceView> changed = new TreeMap<>();
  private final List<FillView> fills = new ArrayList<>();

  public PortfolioTopic(
      TopicName name,
      Runnable onChange,
      TradingViews views,
      AccountChanges changes,
      Catalog catalog,
      Function<Symbol, Optional<BigDecimal>> marks) {
    super(name, onChange, views, changes);
    this.catalog = catalog;
    this.marks = marks;
  }

  @Override
  Runnable read() {
    catalog.instruments();
    List<BalanceView> all = views.balances(accountId);
    List<PositionView> open = views.positions(accountId);
    return () -> {
      balances.clear();
      positions.clear();
      changed.clear();
      moved.clear();
      fills.clear();
      all.forEach(balance -> balances.put(balance.asset().id(), balance));
      open.forEach(position -> positions.put(PositionKey.of(position), position));
    };
  }

  @Override
  public Object state() {
    return new Portfolio(
        balances.values().stream().map(WireBalance::of).toList(),
        positions.values().stream().map(this::valued).toList());
  }

  @Override
  boolean apply(Projection.Entry entry) {
    return switch (entry.event()) {
      case Event.BalanceChanged e -> balance(e);
      case Event.PositionChanged e -> position(entry, e);
      case Event.Traded e -> traded(entry, e);
      default -> true;
    };
  }

  private boolean balance(Event.BalanceChanged e) {
    BalanceView before = balances.get(e.assetId());
    Optional<Asset> asset =
        before == null ? catalog.seenAsset(e.assetId()) : Optional.of(before.asset());
    if (asset.isEmpty()) {
      return false;
    }
    BalanceView now = new BalanceView(accountId, asset.get(), e.total(), e.held());
    if (!now.equals(before)) {
      balances.put(e.assetId(), now);
      changed.put(e.assetId(), now);
    }
    return true;
  }

  private WirePosition valued(PositionView view) {
    return WirePosition.of(view, marks.apply(view.instrument().symbol()));
  }

  private boolean traded(Projection.Entry entry, Event.Traded e) {
    Optional<Instrument> instrument = catalog.seenInstrument(e.instrumentId());
    if (instrument.isEmpty()) {
      return false;
    }
    if (e.makerAccountId() == accountId) {
      fills.add(fill(entry, e, instrument.get(), true));
    }
    if (e.takerAccountId() == accountId) {
      fills.add(fill(entry, e, instrument.get(), false));
    }
    return true;
  }

  /** Positions may have been read after this change; then they have it already. */
  private boolean position(Projection.Entry entry, Event.PositionChanged e) {
    Optional<Instrument> instrument = catalog.seenInstrument(e.instrumentId());
    if (instrument.isEmpty()) {
      return false;
    }
    PositionKey key = new PositionKey(e.instrumentId(), e.side());
    PositionView before = positions.get(key);
    if (before == null || before.sequence() < entry.sequence()) {
      positions.put(
          key,
          new PositionView(
              accountId,
              instrument.get(),
              e.side(),
              new Position(e.quantity(), e.cost(), e.realizedPnl()),
              e.margin(),
              entry.sequence()));
      moved.add(key);
    }
    return true;
  }

  private FillView fill(
      Projection.Entry entry, Event.Traded e, Instrument instrument, boolean maker) {
    return new FillView(
        entry.sequence(),
        maker ? e.makerOrderId() : e.takerOrderId(),
        accountId,
        instrument,
        maker ? e.takerSide().opposite() : e.takerSide(),
        e.price(),
        e.quantity(),
        maker ? e.makerFee() : e.takerFee(),
        maker,
        Times.instant(entry.timestampNs()));
  }

  @Override
  Change collect() {
    if (changed.isEmpty() && moved.isEmpty() && fills.isEmpty()) {
      return new Change.None();
    }
    Changes delta =
        new Changes(
            changed.values().stream().map(WireBalance::of).toList(),
            moved.stream().map(positions::get).map(this::valued).toList(),
            fills.stream().map(WireFill::of).toList());
    changed.clear();
    moved.clear();
    fills.clear();
    return new Change.Delta(delta);
  }
}
