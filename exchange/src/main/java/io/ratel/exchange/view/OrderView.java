package io.ratel.exchange.view;

import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.event.Event.OrderAccepted;
import io.ratel.exchange.event.Event.OrderConditioned;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.time.Instant;

/**
 * An order as its account sees it, and what each event makes of it: every reader of the events
 * follows orders by these methods, so that none can differ.
 *
 * @param price in ticks, 0 for an order without a limit
 * @param quantity in lots, what has been filled included
 * @param turnover ticks times lots of what was filled
 * @param sequence of the last event that changed it
 */
public record OrderView(
    long id,
    long accountId,
    String clientOrderId,
    Instrument instrument,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    long price,
    long quantity,
    long filled,
    long turnover,
    OrderStatus status,
    OrderDetails details,
    long sequence,
    Instant createdAt,
    Instant updatedAt) {
  /** A new order. */
  public static OrderView of(OrderAccepted e, Instrument instrument, long sequence, Instant time) {
    return new OrderView(
        e.orderId(),
        e.accountId(),
        e.key(),
        instrument,
        e.side(),
        e.type(),
        e.timeInForce(),
        e.price(),
        e.quantity(),
        0,
        0,
        OrderStatus.OPEN,
        OrderDetails.NONE,
        sequence,
        time,
        time);
  }

  /** What it asks for beyond its price and quantity is known. */
  public OrderView conditioned(OrderConditioned e, long at, Instant time) {
    return with(price, quantity, e.status(), OrderDetails.of(e), at, time);
  }

  /** Whether the order is a leg that another one brought. */
  public boolean isLeg() {
    return details.group() != 0 && details.group() != id;
  }

  /** A leg of this order is known. */
  public OrderView linked(OrderView leg) {
    boolean stops = leg.type() != OrderType.LIMIT;
    OrderDetails with =
        stops
            ? details.withLegs(
                details.takeProfit(),
                leg.details().trigger(),
                leg.price(),
                leg.side() == side ? OrderConditions.ONE_CANCELS_OTHER : 0)
            : details.withLegs(leg.price(), details.stopLoss(), details.stopLossLimit(), 0);
    return with(price, quantity, status, with, sequence, updatedAt);
  }

  /** So many lots have traded, of the order itself or of one that works it. */
  public OrderView traded(long atPrice, long lots, long at, Instant time) {
    long done = filled + lots;
    OrderStatus now = done == quantity ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    long worth = turnover + atPrice * lots;
    return with(instrument, price, quantity, done, worth, now, details, at, time);
  }

  /** It has other terms. */
  public OrderView replaced(long newPrice, long newQuantity, long at, Instant time) {
    return with(newPrice, newQuantity, status, details, at, time);
  }

  /** It goes to the market. */
  public OrderView triggered(long at, Instant time) {
    return with(price, quantity, OrderStatus.OPEN, details, at, time);
  }

  /** Its trigger is another one. */
  public OrderView triggerMoved(long trigger, long at, Instant time) {
    return with(price, quantity, status, details.withTrigger(trigger), at, time);
  }

  /** It is a leg that now protects so much: a limit order rests, a stop waits for its price. */
  public OrderView armed(long lots, long at, Instant time) {
    return with(
        price, lots, type == OrderType.LIMIT ? OrderStatus.OPEN : status, details, at, time);
  }

  /** What was left of it is gone. */
  public OrderView canceled(CancelReason reason, long at, Instant time) {
    OrderStatus end = reason == CancelReason.EXPIRED ? OrderStatus.EXPIRED : OrderStatus.CANCELED;
    return with(price, quantity, end, details.canceled(reason), at, time);
  }

  /** Its instrument has another name. */
  public OrderView on(Instrument renamed) {
    return with(renamed, price, quantity, filled, turnover, status, details, sequence, updatedAt);
  }

  private OrderView with(
      long newPrice,
      long newQuantity,
      OrderStatus newStatus,
      OrderDetails newDetails,
      long at,
      Instant time) {
    return with(
        instrument, newPrice, newQuantity, filled, turnover, newStatus, newDetails, at, time);
  }

  private OrderView with(
      Instrument of,
      long newPrice,
      long newQuantity,
      long done,
      long worth,
      OrderStatus newStatus,
      OrderDetails newDetails,
      long at,
      Instant time) {
    return new OrderView(
        id,
        accountId,
        clientOrderId,
        of,
        side,
        type,
        timeInForce,
        newPrice,
        newQuantity,
        done,
        worth,
        newStatus,
        newDetails,
        at,
        createdAt,
        time);
  }
}
