package io.ratel.gateway.venue;

import io.ratel.exchange.event.Event;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.money.Asset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Tables in memory that can be held back, as a projection that lags. */
public final class FakeViews implements TradingViews {
  private record Pending(long sequence, long timestampNs, Event event) {}

  private final TreeMap<Long, OrderView> orders = new TreeMap<>();
  private final TreeMap<Long, FillView> fills = new TreeMap<>();
  private final Map<Long, Map<Integer, BalanceView>> balances = new HashMap<>();
  private final Map<Long, PositionView> positions = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private Runnable beforeReads = () -> {};
  private boolean lagging;
  private long sequence;

  /** Keeps what comes invisible until somebody awaits it. */
  public synchronized void lag(boolean value) {
    lagging = value;
    if (!lagging) {
      catchUp();
    }
  }

  /** What happens between a look at {@link #sequence} and the read that follows. */
  public void beforeReads(Runnable action) {
    beforeReads = action;
  }

  public synchronized void apply(long number, long timestampNs, Event event) {
    pending.add(new Pending(number, timestampNs, event));
    if (!lagging) {
      catchUp();
    }
  }

  private void catchUp() {
    pending.forEach(this::write);
    pending.clear();
    notifyAll();
  }

  private void write(Pending entry) {
    sequence = entry.sequence();
    Instant time =
        Instant.ofEpochSecond(
            entry.timestampNs() / 1_000_000_000L, entry.timestampNs() % 1_000_000_000L);
    switch (entry.event()) {
      case Event.OrderAccepted e -> put(OrderView.of(e, FakeExchange.BTC_USD, sequence, time));
      case Event.OrderConditioned e ->
          change(e.orderId(), order -> order.conditioned(e, sequence, time));
      case Event.Traded e -> traded(e, entry.sequence(), time);
      case Event.OrderReplaced e ->
          change(e.orderId(), order -> order.replaced(e.price(), e.quantity(), sequence, time));
      case Event.TriggerMoved e ->
          change(e.orderId(), order -> order.triggerMoved(e.trigger(), sequence, time));
      case Event.OrderCanceled e ->
          change(e.orderId(), order -> order.canceled(e.reason(), sequence, time));
      case Event.PositionChanged e ->
          positions.put(
              e.accountId(),
              new PositionView(
                  e.accountId(),
                  FakeExchange.BTC_USD,
                  e.side(),
                  new Position(e.quantity(), e.cost(), e.realizedPnl()),
                  e.margin(),
                  sequence));
      case Event.BalanceChanged e -> {
        Asset asset = e.assetId() == 0 ? FakeExchange.USD : FakeExchange.BTC;
        balances
            .computeIfAbsent(e.accountId(), id -> new TreeMap<>())
            .put(e.assetId(), new BalanceView(e.accountId(), asset, e.total(), e.held()));
      }
      default -> {}
    }
  }

  private void traded(Event.Traded e, long number, Instant time) {
    OrderView order = orders.get(e.takerOrderId());
    if (order != null) {
      put(order.traded(e.price(), e.quantity(), number, time));
      fills.put(
          number,
          new FillView(
              number,
              order.id(),
              order.accountId(),
              FakeExchange.BTC_USD,
              order.side(),
              e.price(),
              e.quantity(),
              e.takerFee(),
              false,
              time));
    }
  }

  private void put(OrderView order) {
    orders.put(order.id(), order);
  }

  private void change(long orderId, UnaryOperator<OrderView> change) {
    orders.computeIfPresent(orderId, (id, order) -> change.apply(order));
  }

  @Override
  public synchronized long sequence() {
    return sequence;
  }

  @Override
  public synchronized boolean await(long number, long timeoutMs) {
    catchUp();
    return sequence >= number;
  }

  @Override
  public synchronized Optional<OrderView> order(long accountId, long orderId) {
    return Optional.ofNullable(orders.get(orderId)).filter(o -> o.accountId() == accountId);
  }

  @Override
  public synchronized Page<OrderView> orders(OrderQuery query) {
    beforeReads.run();
    List<OrderView> matching =
        orders.descendingMap().values().stream()
            .filter(o -> o.accountId() == query.accountId())
            .filter(o -> query.live().map(live -> o.status().isLive() == live).orElse(true))
            .filter(o -> query.status().map(s -> o.status() == s).orElse(true))
            .filter(
                o -> query.symbol().map(s -> o.instrument().symbol().text().equals(s)).orElse(true))
            .filter(o -> query.before().map(before -> o.id() < before).orElse(true))
            .toList();
    List<OrderView> page = matching.stream().limit(query.limit()).toList();
    return new Page<>(
        page, page.size() < matching.size() ? Optional.of(page.getLast().id()) : Optional.empty());
  }

  @Override
  public synchronized Page<FillView> fills(
      long accountId,
      Optional<String> symbol,
      Optional<Long> orderId,
      Optional<Long> before,
      int limit) {
    List<FillView> matching =
        fills.descendingMap().values().stream()
            .filter(f -> f.accountId() == accountId)
            .filter(f -> orderId.map(id -> f.orderId() == id).orElse(true))
            .filter(f -> before.map(b -> f.id() < b).orElse(true))
            .toList();
    List<FillView> page = matching.stream().limit(limit).toList();
    return new Page<>(
        page, page.size() < matching.size() ? Optional.of(page.getLast().id()) : Optional.empty());
  }

  @Override
  public synchronized List<BalanceView> balances(long accountId) {
    beforeReads.run();
    return List.copyOf(balances.getOrDefault(accountId, Map.of()).values());
  }

  @Override
  public synchronized List<PositionView> positions(long accountId) {
    PositionView position = positions.get(accountId);
    return position == null ? List.of() : List.of(position);
  }

  @Override
  public List<Instrument> instruments() {
    return List.of(FakeExchange.BTC_USD);
  }
}
