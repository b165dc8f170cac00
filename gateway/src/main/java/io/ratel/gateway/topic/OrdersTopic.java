package io.ratel.gateway.topic;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.view.Projection;
import io.ratel.exchange.view.TradingViews;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.wire.Times;
import io.ratel.gateway.wire.WireOrder;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An account's orders that can still trade, newest first; a delta has those that changed, also when
 * the change was their end. At most the newest 5,000 are followed.
 */
final class OrdersTopic extends AccountTopic {
  private static final int MAX_ORDERS = 5_000;
  private static final int PAGE = 500;

  private final Catalog catalog;
  private final TreeMap<Long, OrderView> live = new TreeMap<>();
  private final Map<Long, OrderView> changed = new LinkedHashMap<>();

  OrdersTopic(
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
    return switch (entry.event()) {
      case Event.OrderAccepted e -> accepted(entry, e);
      case Event.Traded e -> {
        traded(entry, e, e.makerOrderId(), e.makerAccountId());
        traded(entry, e, e.takerOrderId(), e.takerAccountId());
        yield true;
      }
      case Event.OrderReplaced e -> {
        replaced(entry, e);
        yield true;
      }
      case Event.OrderCanceled e -> {
        OrderView order = live.get(e.orderId());
        if (order != null && order.sequence() < entry.sequence()) {
          put(changed(order, order.filled(), order.turnover(), OrderStatus.CANCELED, entry));
        }
        yield true;
      }
      default -> true;
    };
  }

  private boolean accepted(Projection.Entry entry, Event.OrderAccepted e) {
    if (live.containsKey(e.orderId())) {
      return true;
    }
    Optional<Instrument> instrument = catalog.seenInstrument(e.instrumentId());
    if (instrument.isEmpty()) {
      return false;
    }
    Instant time = Times.instant(entry.timestampNs());
    put(
        new OrderView(
            e.orderId(),
            e.accountId(),
            e.key(),
            instrument.get(),
            e.side(),
            e.type(),
            e.timeInForce(),
            e.price(),
            e.quantity(),
            0,
            0,
            OrderStatus.OPEN,
            entry.sequence(),
            time,
            time));
    return true;
  }

  private void replaced(Projection.Entry entry, Event.OrderReplaced e) {
    OrderView order = live.get(e.orderId());
    if (order != null && order.sequence() < entry.sequence()) {
      OrderView same = changed(order, order.filled(), order.turnover(), order.status(), entry);
      put(same.with(e.price(), e.quantity()));
    }
  }

  /** An order that is not followed had ended before the state was read: nobody was told of it. */
  private void traded(Projection.Entry entry, Event.Traded e, long orderId, long ofAccount) {
    OrderView order = ofAccount == accountId ? live.get(orderId) : null;
    if (order == null || order.sequence() >= entry.sequence()) {
      return;
    }
    long filled = order.filled() + e.quantity();
    long turnover = order.turnover() + e.price() * e.quantity();
    OrderStatus status =
        filled == order.quantity() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    put(changed(order, filled, turnover, status, entry));
  }

  private static OrderView changed(
      OrderView order, long filled, long turnover, OrderStatus status, Projection.Entry entry) {
    return new OrderView(
        order.id(),
        order.accountId(),
        order.clientOrderId(),
        order.instrument(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.price(),
        order.quantity(),
        filled,
        turnover,
        status,
        entry.sequence(),
        order.createdAt(),
        Times.instant(entry.timestampNs()));
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
