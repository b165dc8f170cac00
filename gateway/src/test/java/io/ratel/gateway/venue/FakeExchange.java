package io.ratel.gateway.venue;

import io.ratel.exchange.EventLog;
import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.command.OrderConditions.Split;
import io.ratel.exchange.event.Event;
import io.ratel.exchange.position.Position;
import io.ratel.exchange.view.OrderView;
import io.ratel.exchange.view.TradingViews.OrderQuery;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Asset;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An exchange of one market: limit orders rest untouched, market orders fill at 100.00 with an
 * account of the house, everything is held and answered as the real one would.
 */
public final class FakeExchange implements OrderEntry {
  public static final Asset USD = new Asset(0, "USD", 8);
  public static final Asset BTC = new Asset(1, "BTC", 8);
  public static final Instrument BTC_USD =
      new Instrument(
          0,
          Symbol.of("BTC-USD"),
          InstrumentKind.SPOT,
          BTC,
          USD,
          Step.of("0.01"),
          Step.of("0.0001"),
          1_000,
          2_000,
          50_000);
  public static final long MARKET_PRICE = 100_00;
  public static final long HOUSE = 3;

  /** What a refusal says that there was, and that it would have taken. */
  public static final long AVAILABLE = 7;

  public static final long NEEDED = 9;
  public static final long TIME_NS = 1_767_323_045_123_456_789L;

  private record Holding(long accountId, int assetId) {}

  private record Key(long accountId, String key) {}

  private record First(Command command, Reply reply) {}

  public final FakeViews views = new FakeViews();

  /** What {@link #views} will say once they have caught up. */
  public final FakeViews truth = new FakeViews();

  private final Map<Holding, long[]> holdings = new HashMap<>();
  private final Map<Long, Position> positions = new HashMap<>();
  private final Map<Key, First> keys = new HashMap<>();
  private static final long WAIT_NS = 10_000_000_000L;

  private final List<Command> taken = new ArrayList<>();
  private final List<EventLog.EventHandler> readers = new ArrayList<>();
  private long sequence;
  private volatile boolean silent;
  private volatile RejectReason refusal = RejectReason.NONE;

  /** Hands every event from now on to a reader as well. */
  public synchronized void feed(EventLog.EventHandler reader) {
    readers.add(reader);
  }

  /** Makes every command go unanswered. */
  public void goSilent(boolean value) {
    silent = value;
  }

  /** Refuses every command for this reason; {@link RejectReason#NONE} ends it. */
  public void refuseAll(RejectReason reason) {
    refusal = reason;
  }

  private long opened = 1_000;

  @Override
  public synchronized Reply submit(Command command) {
    if (silent) {
      throw new ExchangeUnavailableException("no answer in time");
    }
    taken.add(command);
    notifyAll();
    if (refusal != RejectReason.NONE) {
      return refused(refusal, AVAILABLE, NEEDED);
    }
    return switch (command) {
      case Command.PlaceOrder order -> once(order, new Key(order.accountId(), order.key()));
      case Command.Transfer transfer ->
          once(
              transfer,
              new Key(transfer.toAccountId() * 31 + transfer.fromAccountId(), transfer.key()));
      case Command.OpenAccount open -> once(open, new Key(0, open.key()));
      case Command.CancelOrder cancel -> cancel(cancel);
      case Command.ReplaceOrder replace -> replace(replace);
      case Command.CancelOrders all -> cancelAll(all);
      default -> done(sequence, OrderStatus.OPEN, 0, 0);
    };
  }

  /** The newest command that came, whatever became of it. */
  public synchronized Command newest() {
    return taken.getLast();
  }

  /** Waits until a command of this kind has come after the first {@code skipped} ones of it. */
  public synchronized <C extends Command> C await(Class<C> kind, int skipped) {
    long end = System.nanoTime() + WAIT_NS;
    while (true) {
      List<C> found = taken.stream().filter(kind::isInstance).map(kind::cast).toList();
      if (found.size() > skipped) {
        return found.get(skipped);
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("no " + kind.getSimpleName() + " came, but " + taken);
      }
      try {
        wait(Math.max(1, left / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  private Reply once(Command command, Key key) {
    First first = keys.get(key);
    if (first != null) {
      return first.command().equals(command)
          ? duplicate(first.reply())
          : refused(RejectReason.KEY_REUSED, 0, 0);
    }
    Reply reply =
        switch (command) {
          case Command.PlaceOrder order -> place(order);
          case Command.Transfer transfer -> transfer(transfer);
          case Command.OpenAccount open -> done(++opened, OrderStatus.OPEN, 0, 0);
          default -> throw new IllegalArgumentException("not here: " + command);
        };
    if (!reply.refused()) {
      keys.put(key, new First(command, reply));
    }
    return reply;
  }

  private Reply transfer(Command.Transfer transfer) {
    if (transfer.fromAccountId() != Command.WORLD) {
      long[] from = holding(transfer.fromAccountId(), transfer.assetId());
      if (from[0] - from[1] < transfer.amount()) {
        return refused(RejectReason.INSUFFICIENT_FUNDS, from[0] - from[1], transfer.amount());
      }
      change(transfer.fromAccountId(), transfer.assetId(), -transfer.amount(), 0);
    }
    if (transfer.toAccountId() != Command.WORLD) {
      change(transfer.toAccountId(), transfer.assetId(), transfer.amount(), 0);
    }
    return done(sequence, OrderStatus.OPEN, 0, 0);
  }

  private Reply place(Command.PlaceOrder order) {
    boolean buy = order.side() == Side.BUY;
    boolean market = order.type() == OrderType.MARKET;
    long price = market ? MARKET_PRICE : order.price();
    int asset = buy ? USD.id() : BTC.id();
    long needed =
        buy
            ? Math.multiplyExact(Math.multiplyExact(price, order.quantity()), BTC_USD.unitValue())
            : Math.multiplyExact(order.quantity(), BTC_USD.unitBase());
    long[] held = holding(order.accountId(), asset);
    if (held[0] - held[1] < needed) {
      return refused(RejectReason.INSUFFICIENT_FUNDS, held[0] - held[1], needed);
    }
    long id = sequence + 1;
    emit(
        new Event.OrderAccepted(
            id,
            order.accountId(),
            order.instrumentId(),
            order.side(),
            order.type(),
            order.timeInForce(),
            order.price(),
            order.quantity(),
            order.key()));
    boolean waits = order.type().waits();
    conditioned(id, order, waits ? OrderStatus.PENDING : OrderStatus.OPEN);
    if (waits) {
      return done(id, OrderStatus.PENDING, 0, 0);
    }
    if (!market) {
      change(order.accountId(), asset, 0, needed);
      return done(id, OrderStatus.OPEN, 0, 0);
    }
    fill(id, order.accountId(), order.side(), order.quantity(), MARKET_PRICE);
    return done(id, OrderStatus.FILLED, order.quantity(), order.quantity() * MARKET_PRICE);
  }

  private void conditioned(long id, Command.PlaceOrder order, OrderStatus status) {
    OrderConditions c = order.conditions();
    if (!c.equals(OrderConditions.NONE)) {
      emit(
          new Event.OrderConditioned(
              id,
              order.accountId(),
              c.trigger(),
              c.trail(),
              c.display(),
              c.expiryNs(),
              0,
              0,
              c.split().map(Split::startNs).orElse(0L),
              c.split().map(Split::endNs).orElse(0L),
              c.split().map(Split::intervalNs).orElse(0L),
              c.split().map(Split::participationPpm).orElse(0),
              c.flags(),
              c.selfTrade(),
              c.effect(),
              c.split().map(Split::algo),
              status,
              OrderOrigin.CLIENT));
    }
  }

  private Reply cancelAll(Command.CancelOrders all) {
    List<OrderView> open =
        truth
            .orders(
                new OrderQuery(
                    all.accountId(),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    10_000))
            .items()
            .stream()
            .filter(order -> all.side().map(side -> order.side() == side).orElse(true))
            .toList();
    open.forEach(order -> cancel(new Command.CancelOrder(all.accountId(), order.id())));
    return done(sequence, OrderStatus.OPEN, open.size(), 0);
  }

  /** Trades an order with the house. */
  public synchronized void fill(
      long orderId, long accountId, Side side, long quantity, long price) {
    long value = price * quantity * BTC_USD.unitValue();
    emit(
        new Event.Traded(
            0, 1, orderId, HOUSE, accountId, side, price, quantity, value, 0, value / 500));
    Position now = positions.getOrDefault(accountId, Position.FLAT).traded(side, quantity, value);
    positions.put(accountId, now);
    emit(
        new Event.PositionChanged(
            accountId, 0, PositionSide.NET, now.quantity(), now.cost(), now.realizedPnl(), 0));
    long sign = side == Side.BUY ? 1 : -1;
    change(accountId, BTC.id(), sign * quantity * BTC_USD.unitBase(), 0);
    change(accountId, USD.id(), -sign * value, 0);
  }

  /** Money is not looked at. */
  private Reply replace(Command.ReplaceOrder change) {
    OrderView order = truth.order(change.accountId(), change.orderId()).orElseThrow();
    if (!order.status().isLive()) {
      return refused(RejectReason.ORDER_NOT_OPEN, 0, 0);
    }
    long price = change.price() == 0 ? order.price() : change.price();
    long quantity = change.quantity() == 0 ? order.quantity() : change.quantity();
    if (quantity <= order.filled()) {
      return refused(RejectReason.INVALID_QUANTITY, 0, 0);
    }
    emit(new Event.OrderReplaced(order.id(), order.accountId(), 0, price, quantity));
    if (change.trigger() != 0) {
      emit(new Event.TriggerMoved(order.id(), order.accountId(), change.trigger()));
    }
    return done(order.id(), order.status(), order.filled(), order.turnover());
  }

  private Reply cancel(Command.CancelOrder cancel) {
    return truth
        .order(cancel.accountId(), cancel.orderId())
        .map(
            order -> {
              if (!order.status().isLive()) {
                return refused(RejectReason.ORDER_NOT_OPEN, 0, 0);
              }
              emit(
                  new Event.OrderCanceled(
                      order.id(),
                      order.accountId(),
                      0,
                      order.quantity() - order.filled(),
                      CancelReason.REQUESTED));
              return done(order.id(), OrderStatus.CANCELED, order.filled(), order.turnover());
            })
        .orElseGet(() -> refused(RejectReason.UNKNOWN_ORDER, 0, 0));
  }

  private long[] holding(long accountId, int assetId) {
    return holdings.computeIfAbsent(new Holding(accountId, assetId), key -> new long[2]);
  }

  private void change(long accountId, int assetId, long total, long held) {
    long[] now = holding(accountId, assetId);
    now[0] += total;
    now[1] += held;
    emit(new Event.BalanceChanged(accountId, assetId, now[0], now[1]));
  }

  /** Something happens that no command has asked for. */
  public synchronized void tell(Event event) {
    emit(event);
  }

  private void emit(Event event) {
    sequence++;
    truth.apply(sequence, TIME_NS + sequence, event);
    views.apply(sequence, TIME_NS + sequence, event);
    for (EventLog.EventHandler reader : readers) {
      reader.onEvent(sequence, TIME_NS + sequence, event);
    }
  }

  private Reply done(long id, OrderStatus status, long filled, long turnover) {
    return new Reply(
        sequence,
        sequence,
        TIME_NS + sequence,
        id,
        filled,
        turnover,
        0,
        0,
        status,
        RejectReason.NONE,
        false);
  }

  private Reply refused(RejectReason reason, long available, long needed) {
    return new Reply(
        sequence,
        sequence,
        TIME_NS,
        0,
        0,
        0,
        available,
        needed,
        OrderStatus.REJECTED,
        reason,
        false);
  }

  private static Reply duplicate(Reply first) {
    Objects.requireNonNull(first);
    return new Reply(
        first.commandId(),
        first.sequence(),
        first.timestampNs(),
        first.id(),
        first.filled(),
        first.turnover(),
        0,
        0,
        first.status(),
        first.reason(),
        true);
  }
}
