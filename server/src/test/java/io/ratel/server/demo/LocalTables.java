package io.ratel.server.demo;

import io.ratel.exchange.EventLog.EventHandler;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables, kept from the events of an exchange in memory; always up to date. */
public final class LocalTables implements TradingViews, EventHandler {
  private final Map<Integer, Asset> assets = new TreeMap<>();
  private final Map<Integer, Instrument> instruments = new TreeMap<>();
  private final Map<Long, OrderView> open = new TreeMap<>(Comparator.reverseOrder());
  private final Map<Long, Map<Integer, BalanceView>> balances = new TreeMap<>();
  private long sequence;

  @Override
  public void onEvent(long eventSequence, long timestampNs, Event event) {
    sequence = eventSequence;
    switch (event) {
      case Event.AssetListed e ->
          assets.put(e.assetId(), new Asset(e.assetId(), e.code(), e.scale()));
      case Event.InstrumentListed e -> list(e);
      case Event.OrderAccepted e -> accept(e);
      case Event.Traded e -> {
        fill(e.makerOrderId(), e.price(), e.quantity());
        fill(e.takerOrderId(), e.price(), e.quantity());
      }
      case Event.OrderCanceled e -> open.remove(e.orderId());
      case Event.BalanceChanged e ->
          balances
              .computeIfAbsent(e.accountId(), id -> new TreeMap<>())
              .put(
                  e.assetId(),
                  new BalanceView(e.accountId(), assets.get(e.assetId()), e.total(), e.held()));
      default -> {}
    }
  }

  private void list(Event.InstrumentListed e) {
    instruments.put(
        e.instrumentId(),
        new Instrument(
            e.instrumentId(),
            Symbol.of(e.symbol()),
            e.kind(),
            assets.get(e.baseId()),
            assets.get(e.quoteId()),
            e.tick(),
            e.lot(),
            e.makerFeePpm(),
            e.takerFeePpm(),
            e.collarPpm(),
            e.multiplier()));
  }

  private void accept(Event.OrderAccepted e) {
    open.put(
        e.orderId(), OrderView.of(e, instruments.get(e.instrumentId()), sequence, Instant.EPOCH));
  }

  private void fill(long order, long price, long lots) {
    open.computeIfPresent(
        order,
        (id, o) ->
            o.filled() + lots == o.quantity()
                ? null
                : o.traded(price, lots, sequence, Instant.EPOCH));
  }

  /** An account's open orders, newest first. */
  public List<OrderView> openOrders(long accountId) {
    return open.values().stream().filter(order -> order.accountId() == accountId).toList();
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public boolean await(long wanted, long timeoutMs) {
    return wanted <= sequence;
  }

  @Override
  public Optional<OrderView> order(long accountId, long orderId) {
    return Optional.ofNullable(open.get(orderId));
  }

  /** Open orders alone, newest first. */
  @Override
  public Page<OrderView> orders(OrderQuery query) {
    List<OrderView> found = new ArrayList<>();
    for (OrderView order : open.values()) {
      if (order.accountId() == query.accountId()
          && order.id() < query.before().orElse(Long.MAX_VALUE)) {
        if (found.size() == query.limit()) {
          return new Page<>(found, Optional.of(found.getLast().id()));
        }
        found.add(order);
      }
    }
    return new Page<>(found, Optional.empty());
  }

  @Override
  public Page<FillView> fills(
      long accountId,
      Optional<String> symbol,
      Optional<Long> orderId,
      Optional<Long> before,
      int limit) {
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public List<BalanceView> balances(long accountId) {
    return List.copyOf(balances.getOrDefault(accountId, Map.of()).values());
  }

  @Override
  public synchronized List<PositionView> positions(long accountId) {
    throw new UnsupportedOperationException("the demo looks at balances");
  }

  @Override
  public List<Instrument> instruments() {
    return List.copyOf(instruments.values());
  }
}
