package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.exchange.view.TradingViews.PositionView;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.account.Holdings.Effect;
import io.ratel.gateway.topic.account.Holdings.PositionKey;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBalance;
import io.ratel.gateway.wire.WireFill;
import io.ratel.gateway.wire.WirePosition;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final Catalog catalog;
  private final Function<Symbol, Optional<BigDecimal>> marks;
  private final Holdings holdings;
  private final TreeSet<PositionKey> moved = new TreeSet<>();
  private final TreeSet<Integer> changed = new TreeSet<>();
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
    this.holdings = new Holdings(accountId, catalog);
    this.marks = marks;
  }

  @Override
  Runnable read() {
    catalog.instruments();
    List<BalanceView> all = views.balances(accountId);
    List<PositionView> open = views.positions(accountId);
    return () -> {
      holdings.replace(all, open);
      changed.clear();
      moved.clear();
      fills.clear();
    };
  }

  @Override
  public Object state() {
    return new Portfolio(
        holdings.balances().stream().map(WireBalance::of).toList(),
        holdings.positions().stream().map(this::valued).toList());
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
    Effect effect = holdings.take(e);
    if (effect == Effect.CHANGED) {
      changed.add(e.assetId());
    }
    return effect != Effect.UNKNOWN;
  }

  private boolean position(Projection.Entry entry, Event.PositionChanged e) {
    Effect effect = holdings.take(entry, e);
    if (effect == Effect.CHANGED) {
      moved.add(new PositionKey(e.instrumentId(), e.side()));
    }
    return effect != Effect.UNKNOWN;
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
            changed.stream().map(holdings::balance).map(WireBalance::of).toList(),
            moved.stream().map(holdings::position).map(this::valued).toList(),
            fills.stream().map(WireFill::of).toList());
    changed.clear();
    moved.clear();
    fills.clear();
    return new Change.Delta(delta);
  }
}
