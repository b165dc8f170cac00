package io.ratel.gateway.topic.account;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireOrder;
import io.ratel.model.instrument.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An account's orders that can still trade, newest first; a delta has those that changed, also when
 * the change was their end. At most the newest 5,000 are followed.
 */
public final class OrdersTopic extends AccountTopic {
  private static final int MAX_ORDERS = 5_000;
  private static final int PAGE = 500;

  private final Catalog catalog;
  private final TreeMap<Long, OrderView> live = new TreeMap<>();
  private final Map<Long, OrderView> changed = new LinkedHashMap<>();

  public OrdersTopic(
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
    List<OrderView> orders = new ArrayList<>();
    Optional<Long> before = Optional.empty();
    do {
      Page<OrderView> page =
          views.orders(
              new OrderQuery(
                  accountId, Optional.of(true), Optional.empty(), Optional.empty(), before, PAGE));
      orders.addAll(page.items());
      before = page.next();
    } while (before.isPresent() && orders.size() < MAX_ORDERS);
    return () -> {
      live.clear();
      changed.clear();
      orders.forEach(order -> live.put(order.id(), order));
    };
  }

  @Override
  public Object state() {
    return live.descendingMap().values().stream().map(WireOrder::of).toList();
  }

  @Override
  boolean apply(Projection.Entry entry) {
    long at = entry.sequence();
    Instant time = Times.instant(entry.timestampNs());
    switch (entry.event()) {
      case Event.OrderAccepted e -> {
        return accepted(e, at, time);
      }
      case Event.Traded e -> {
        traded(e, e.makerOrderId(), e.makerAccountId(), at, time);
        traded(e, e.takerOrderId(), e.takerAccountId(), at, time);
      }
      case Event.OrderConditioned e ->
          change(e.orderId(), at, order -> order.conditioned(e, at, time));
      case Event.OrderReplaced e ->
          change(e.orderId(), at, order -> order.replaced(e.price(), e.quantity(), at, time));
      case Event.OrderTriggered e -> change(e.orderId(), at, order -> order.triggered(at, time));
      case Event.TriggerMoved e ->
          change(e.orderId(), at, order -> order.triggerMoved(e.trigger(), at, time));
      case Event.OrderArmed e ->
          change(e.orderId(), at, order -> order.armed(e.quantity(), at, time));
      case Event.OrderCanceled e ->
          change(e.orderId(), at, order -> order.canceled(e.reason(), at, time));
      default -> {}
    }
    return true;
  }

  private boolean accepted(Event.OrderAccepted e, long at, Instant time) {
    if (live.containsKey(e.orderId())) {
      return true;
    }
    Optional<Instrument> instrument = catalog.seenInstrument(e.instrumentId());
    instrument.ifPresent(of -> put(OrderView.of(e, of, at, time)));
    return instrument.isPresent();
  }

  /**
   * An order that is not followed had ended before the state was read: nobody was told of it. One
   * that was read later than the event has its effect already.
   */
  private void change(long orderId, long at, UnaryOperator<OrderView> change) {
    OrderView order = live.get(orderId);
    if (order == null || order.sequence() >= at) {
      return;
    }
    OrderView now = change.apply(order);
    put(now);
    OrderView entry = now.isLeg() ? live.get(now.details().group()) : null;
    if (entry != null && !order.isLeg()) {
      put(entry.linked(now));
    }
  }

  private void traded(Event.Traded e, long orderId, long ofAccount, long at, Instant time) {
    OrderView order = ofAccount == accountId ? live.get(orderId) : null;
    if (order != null) {
      change(orderId, at, of -> of.traded(e.price(), e.quantity(), at, time));
      long parent = order.details().parent();
      change(parent, at, of -> of.traded(e.price(), e.quantity(), at, time));
    }
  }

  private void put(OrderView order) {
    changed.put(order.id(), order);
    if (order.status().isLive()) {
      live.put(order.id(), order);
    } else {
      live.remove(order.id());
    }
  }

  @Override
  Change collect() {
    if (changed.isEmpty()) {
      return new Change.None();
    }
    while (live.size() > MAX_ORDERS) {
      live.pollFirstEntry();
    }
    List<WireOrder> orders = changed.values().stream().map(WireOrder::of).toList();
    changed.clear();
    return new Change.Delta(orders);
  }
}
