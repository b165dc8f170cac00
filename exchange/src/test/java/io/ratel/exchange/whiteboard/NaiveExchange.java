package io.ratel.exchange.whiteboard;

import io.ratel.exchange.Limits;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine as one would write it on a whiteboard: lists that are searched and sorted whenever
 * something is asked, big integers, one market. It shares no code with the real one.
 */
public final class NaiveExchange {
  private static final long DAY = 86_400_000_000_000L;

  private final NaiveLedger ledger;
  private final NaiveFloor floor;
  private final NaiveFollowers followers;
  private long ownIds = 1L << 52;
  private long now;

  // What the last command was answered.
  private RejectReason reason = RejectReason.NONE;
  private OrderStatus status = OrderStatus.OPEN;
  private long filled;

  public NaiveExchange(long makerPpm, long takerPpm) {
    ledger = new NaiveLedger(makerPpm, takerPpm);
    floor = new NaiveFloor(ledger);
    followers = new NaiveFollowers(floor);
  }

  public void deposit(long account, int asset, long amount) {
    ledger.deposit(account, asset, amount);
  }

  public BigInteger total(long account, int asset) {
    return ledger.total(account, asset);
  }

  public BigInteger held(long account, int asset) {
    return ledger.held(account, asset, floor.market.resting);
  }

  /** What the last command did, one text each. */
  public List<String> happened() {
    return floor.happened;
  }

  /** What the last command was answered: reason, status, lots filled. */
  public String answered() {
    return reason + " " + status + " " + filled;
  }

  public TradingState state() {
    return floor.state;
  }

  /** What a side shows, best first. */
  public List<String> levels(Side side) {
    return floor.market.levels(side);
  }

  /** The ids of a side as they would trade. */
  public List<Long> queue(Side side) {
    return floor.market.queue(side).stream().map(order -> order.id).toList();
  }

  /** The orders that wait, by id. */
  public List<String> waiting() {
    return followers.waiting.values().stream()
        .map(
            order ->
                "%d %d at %d armed %s".formatted(order.id, order.left, order.trigger, order.armed))
        .toList();
  }

  /** Applies a command as the machine would. */
  public void apply(Command command, long id, long ns) {
    begin(ns);
    switch (command) {
      case Command.PlaceOrder c -> place(order(c, id));
      case Command.CancelOrder c -> cancel(c.accountId(), c.orderId());
      case Command.CancelOrders c -> cancelAll(c.accountId(), c.side().orElse(null));
      case Command.ReplaceOrder c ->
          replace(c.accountId(), c.orderId(), c.price(), c.quantity(), c.trigger());
      case Command.SetTradingState c -> change(c.state());
      case Command.AdvanceTime c -> {}
      default -> throw new IllegalArgumentException("not on the whiteboard: " + command);
    }
    followers.run();
  }

  private static NaiveOrder order(Command.PlaceOrder c, long id) {
    NaiveOrder order = new NaiveOrder();
    order.id = id;
    order.account = c.accountId();
    order.side = c.side();
    order.type = c.type();
    order.timeInForce = c.timeInForce();
    order.price = c.price();
    order.quantity = c.quantity();
    order.selfTrade = c.conditions().selfTrade();
    order.trigger = c.conditions().trigger();
    order.trail = c.conditions().trail();
    order.trailPpm = (c.conditions().flags() & OrderTerms.TRAIL_PPM) != 0;
    order.display = c.conditions().display();
    order.hidden = (c.conditions().flags() & OrderTerms.HIDDEN) != 0;
    order.postOnly = (c.conditions().flags() & OrderTerms.POST_ONLY) != 0;
    order.expiry = c.conditions().expiryNs();
    order.takeProfit = c.conditions().takeProfit();
    order.stopLoss = c.conditions().stopLoss();
    order.stopLossLimit = c.conditions().stopLossLimit();
    order.oneCancelsOther = (c.conditions().flags() & OrderConditions.ONE_CANCELS_OTHER) != 0;
    return order;
  }

  /** Time passes, and orders whose time is over go, the earliest end first. */
  private void begin(long ns) {
    now = ns;
    floor.happened.clear();
    reason = RejectReason.NONE;
    status = OrderStatus.OPEN;
    filled = 0;
    openOrders().stream()
        .filter(order -> order.expiry != 0 && order.expiry <= ns)
        .sorted(
            Comparator.<NaiveOrder>comparingLong(order -> order.expiry)
                .thenComparingLong(order -> order.id))
        .toList()
        .forEach(order -> followers.cancel(order, CancelReason.EXPIRED));
    followers.run();
  }

  private List<NaiveOrder> openOrders() {
    List<NaiveOrder> open = new ArrayList<>(floor.market.resting);
    open.addAll(followers.waiting.values());
    open.sort(Comparator.comparingLong(order -> order.id));
    return open;
  }

  private void refuse(RejectReason why) {
    reason = why;
    status = OrderStatus.REJECTED;
  }

  private void place(NaiveOrder order) {
    order.left = order.quantity;
    RejectReason fault = NaiveRules.fault(order, now);
    if (fault == RejectReason.NONE) {
      fault = NaiveRules.faultOfLegs(order, floor.lastTrade);
    }
    if (fault != RejectReason.NONE) {
      refuse(fault);
      return;
    }
    if (order.timeInForce == TimeInForce.DAY) {
      order.expiry = (now / DAY + 1) * DAY;
    }
    if (order.type != OrderType.LIMIT && order.type != OrderType.MARKET) {
      hold(order);
      return;
    }
    long asked = order.price;
    fault = floor.enter(order);
    if (fault != RejectReason.NONE) {
      refuse(fault);
      return;
    }
    accepted(order, asked);
    addLegs(order);
    status = floor.go(order);
    filled = order.quantity - order.left;
  }

  private void accepted(NaiveOrder order, long price) {
    floor.happened.add(
        "accepted "
            + order.id
            + " "
            + order.side
            + " "
            + order.type
            + " "
            + price
            + " "
            + order.quantity);
  }

  private void hold(NaiveOrder order) {
    if (!floor.takesOrders()) {
      refuse(RejectReason.NOT_IN_THIS_STATE);
      return;
    }
    if (order.type == OrderType.TRAILING_STOP) {
      if (order.trigger == 0 && floor.lastTrade == 0) {
        refuse(RejectReason.NO_MARK);
        return;
      }
      if (followers.waiting.values().stream()
              .filter(other -> other.type == OrderType.TRAILING_STOP)
              .count()
          >= Limits.TRAILING_STOPS) {
        refuse(RejectReason.TRAILING_STOPS_LIMIT);
        return;
      }
      if (floor.lastTrade > 0) {
        order.trigger = order.followed(floor.lastTrade);
      }
    }
    status = OrderStatus.PENDING;
    accepted(order, order.price);
    order.armed = true;
    followers.waiting.put(order.id, order);
    addLegs(order);
    floor.restless = true;
  }

  private void addLegs(NaiveOrder order) {
    if (order.takeProfit == 0 && order.stopLoss == 0) {
      return;
    }
    NaiveFollowers.Group group = new NaiveFollowers.Group();
    followers.groups.put(order.id, group);
    if (order.oneCancelsOther) {
      group.profit = order;
      group.stop = leg(order, order.side, false, group);
      group.stop.armed = true;
      floor.restless = true;
      return;
    }
    group.entry = order;
    group.profit = order.takeProfit == 0 ? null : leg(order, order.side.opposite(), true, group);
    group.stop = order.stopLoss == 0 ? null : leg(order, order.side.opposite(), false, group);
  }

  private NaiveOrder leg(NaiveOrder of, Side side, boolean profit, NaiveFollowers.Group group) {
    NaiveOrder leg = new NaiveOrder();
    leg.id = ++ownIds;
    leg.account = of.account;
    leg.side = side;
    leg.selfTrade = of.selfTrade;
    leg.quantity = of.quantity;
    leg.left = of.quantity;
    if (profit) {
      leg.price = of.takeProfit;
    } else {
      leg.type = of.stopLossLimit == 0 ? OrderType.STOP : OrderType.STOP_LIMIT;
      leg.price = of.stopLossLimit;
      leg.trigger = of.stopLoss;
    }
    followers.groups.put(leg.id, group);
    followers.waiting.put(leg.id, leg);
    accepted(leg, leg.price);
    return leg;
  }

  private @Nullable NaiveOrder find(long account, long id) {
    return openOrders().stream()
        .filter(order -> order.id == id && order.account == account)
        .findFirst()
        .orElse(null);
  }

  private void cancel(long account, long id) {
    NaiveOrder order = find(account, id);
    if (order == null) {
      refuse(RejectReason.ORDER_NOT_OPEN);
      return;
    }
    status = OrderStatus.CANCELED;
    filled = order.quantity - order.left;
    followers.cancel(order, CancelReason.REQUESTED);
  }

  private void cancelAll(long account, @Nullable Side side) {
    for (NaiveOrder order : openOrders()) {
      if (order.account == account && (side == null || order.side == side)) {
        followers.cancel(order, CancelReason.REQUESTED);
        filled++;
      }
    }
  }

  private void change(TradingState next) {
    boolean changes = next != floor.state;
    floor.change(next);
    boolean closes = next == TradingState.CLOSED;
    if (!changes || !(closes || next == TradingState.OPEN)) {
      return;
    }
    List<NaiveOrder> resting = new ArrayList<>(floor.market.queue(Side.BUY));
    resting.addAll(floor.market.queue(Side.SELL));
    resting.stream()
        .filter(order -> order.auctionOnly)
        .forEach(order -> floor.cancel(order, CancelReason.NO_LIQUIDITY));
    resting.removeIf(order -> order.auctionOnly);
    resting.addAll(followers.waiting.values());
    resting.stream()
        .filter(order -> closes && order.timeInForce == TimeInForce.DAY)
        .forEach(order -> followers.cancel(order, CancelReason.EXPIRED));
  }

  private void replace(long account, long id, long price, long quantity, long trigger) {
    NaiveOrder order = find(account, id);
    if (order == null) {
      refuse(RejectReason.ORDER_NOT_OPEN);
      return;
    }
    RejectReason fault =
        followers.waiting.containsKey(id)
            ? replaceWaiting(order, price, quantity, trigger)
            : replaceResting(order, price, quantity, trigger);
    if (fault != RejectReason.NONE) {
      refuse(fault);
    }
  }

  private boolean isLeg(NaiveOrder order) {
    NaiveFollowers.Group group = followers.groups.get(order.id);
    return group != null && group.entry != order;
  }

  private RejectReason replaceWaiting(NaiveOrder order, long price, long quantity, long trigger) {
    boolean moves = order.type != OrderType.LIMIT && order.type != OrderType.TRAILING_STOP;
    if (trigger < 0 || (trigger != 0 && !moves)) {
      return RejectReason.INVALID_TRIGGER;
    }
    if (isLeg(order) && quantity != 0) {
      return RejectReason.INVALID_LINK;
    }
    if (price < 0 || (price != 0 && !order.type.isPriced())) {
      return RejectReason.INVALID_PRICE;
    }
    if (quantity < 0) {
      return RejectReason.INVALID_QUANTITY;
    }
    order.price = price == 0 ? order.price : price;
    order.quantity = quantity == 0 ? order.quantity : quantity;
    order.left = quantity == 0 ? order.left : quantity;
    order.trigger = trigger == 0 ? order.trigger : trigger;
    floor.happened.add("replaced " + order.id + " " + order.price + " " + order.left);
    if (trigger != 0) {
      floor.happened.add("moved " + order.id + " " + trigger);
      floor.restless = true;
    }
    status = OrderStatus.PENDING;
    return RejectReason.NONE;
  }

  private RejectReason replaceResting(NaiveOrder order, long price, long quantity, long trigger) {
    if (price < 0) {
      return RejectReason.INVALID_PRICE;
    }
    if (trigger != 0) {
      return RejectReason.INVALID_TRIGGER;
    }
    if (quantity != 0 && isLeg(order)) {
      return RejectReason.INVALID_LINK;
    }
    long done = order.quantity - order.left;
    long newPrice = price == 0 ? order.price : price;
    long newQuantity = quantity == 0 ? order.quantity : quantity;
    long left = newQuantity - done;
    if (left <= 0) {
      return RejectReason.INVALID_QUANTITY;
    }
    boolean shrinks = newPrice == order.price && left <= order.left;
    long oldPrice = order.price;
    order.price = newPrice;
    boolean crosses = !floor.collects() && floor.market.crosses(order);
    order.price = oldPrice;
    if (!shrinks && !floor.takesOrders()) {
      return RejectReason.NOT_IN_THIS_STATE;
    }
    if (!shrinks && crosses && order.postOnly) {
      return RejectReason.WOULD_TRADE;
    }
    BigInteger available =
        floor
            .available(order.account, order.side)
            .add(ledger.needed(order.side, oldPrice, order.left));
    if (ledger.needed(order.side, newPrice, left).compareTo(available) > 0) {
      return RejectReason.INSUFFICIENT_FUNDS;
    }
    floor.happened.add("replaced " + order.id + " " + newPrice + " " + newQuantity);
    filled = done;
    if (shrinks) {
      floor.shrink(order, order.left - left);
      status = done == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
      return RejectReason.NONE;
    }
    floor.market.resting.remove(order);
    order.price = newPrice;
    order.quantity = newQuantity;
    order.left = left;
    if (!crosses) {
      floor.market.rest(order);
      status = done == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
      return RejectReason.NONE;
    }
    order.type = OrderType.LIMIT;
    order.timeInForce = order.expiry == 0 ? TimeInForce.GTC : order.timeInForce;
    status = floor.go(order);
    filled = order.quantity - order.left;
    return RejectReason.NONE;
  }
}
