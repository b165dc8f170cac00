package io.ratel.gateway.topic;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.BalanceView;
import io.ratel.exchange.view.TradingViews.FillView;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireBalance;
import io.ratel.gateway.wire.WireFill;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An account's balances; a delta has those that changed, and the fills since. */
final class PortfolioTopic extends AccountTopic {
  private record Balances(List<WireBalance> balances) {}

  private record Changes(List<WireBalance> balances, List<WireFill> fills) {}

  private final Catalog catalog;
  private final TreeMap<Integer, BalanceView> balances = new TreeMap<>();
  private final TreeMap<Integer, BalanceView> changed = new TreeMap<>();
  private final List<FillView> fills = new ArrayList<>();

  PortfolioTopic(
      TopicName name,
      Runnable onChange,
      TradingViews views,
      AccountChanges changes,
      Catalog catalog) {
    super(name, onChange, views, changes);
    this.catalog = catalog;
  }

  @Override
  Runnable read() {
    catalog.instruments();
    List<BalanceView> all = views.balances(accountId);
    return () -> {
      balances.clear();
      changed.clear();
      fills.clear();
      all.forEach(balance -> balances.put(balance.asset().id(), balance));
    };
  }

  @Override
  public Object state() {
    return new Balances(balances.values().stream().map(WireBalance::of).toList());
  }

  @Override
  boolean apply(Projection.Entry entry) {
    return switch (entry.event()) {
      case Event.BalanceChanged e -> balance(e);
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
    if (changed.isEmpty() && fills.isEmpty()) {
      return new Change.None();
    }
    Changes delta =
        new Changes(
            changed.values().stream().map(WireBalance::of).toList(),
            fills.stream().map(WireFill::of).toList());
    changed.clear();
    fills.clear();
    return new Change.Delta(delta);
  }
}
