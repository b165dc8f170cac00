package io.ratel.exchange.view;

import io.ratel.exchange.command.OrderConditions;
import io.ratel.exchange.event.Event.OrderConditioned;
import io.ratel.model.order.Algo;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.SelfTradePrevention;
import java.util.Optional;

/**
 * What an order has beyond a price and a quantity. Prices are ticks, quantities lots, times
 * nanoseconds since 1970 UTC; 0 is none.
 *
 * @param trail in ticks, or in millionths by its flag
 * @param takeProfit the price of the leg that takes the profit
 * @param stopLoss the trigger of the leg that stops the loss
 * @param stopLossLimit the limit of that leg, 0 when it is a market order
 * @param group the id of the order that brought the legs, its own for that one
 * @param parent the order that is worked by this one
 * @param flags of {@link io.ratel.exchange.order.OrderTerms}, and {@link
 *     OrderConditions#ONE_CANCELS_OTHER}
 */
public record OrderDetails(
    long trigger,
    long trail,
    long display,
    long expiryNs,
    long takeProfit,
    long stopLoss,
    long stopLossLimit,
    long group,
    long parent,
    int flags,
    SelfTradePrevention selfTrade,
    PositionEffect effect,
    Optional<Schedule> schedule,
    OrderOrigin origin,
    Optional<CancelReason> cancelReason) {
  /** A plain order of a client. */
  public static final OrderDetails NONE =
      new OrderDetails(
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          SelfTradePrevention.NONE,
          PositionEffect.OPEN,
          Optional.empty(),
          OrderOrigin.CLIENT,
          Optional.empty());

  /** How an order is worked over time. */
  public record Schedule(
      Algo algo, long startNs, long endNs, long intervalNs, int participationPpm) {}

  /** What an event says of it; legs become known by themselves. */
  public static OrderDetails of(OrderConditioned e) {
    return new OrderDetails(
        e.trigger(),
        e.trail(),
        e.display(),
        e.expiryNs(),
        0,
        0,
        0,
        e.group(),
        e.parent(),
        e.flags(),
        e.selfTrade(),
        e.effect(),
        e.algo()
            .map(
                algo ->
                    new Schedule(
                        algo, e.startNs(), e.endNs(), e.intervalNs(), e.participationPpm())),
        e.origin(),
        Optional.empty());
  }

  /** What a command asks for. */
  public static OrderDetails of(OrderConditions c, long orderId) {
    boolean leads = c.takeProfit() != 0 || c.stopLoss() != 0;
    return new OrderDetails(
        c.trigger(),
        c.trail(),
        c.display(),
        c.expiryNs(),
        c.takeProfit(),
        c.stopLoss(),
        c.stopLossLimit(),
        leads ? orderId : 0,
        0,
        c.flags(),
        c.selfTrade(),
        c.effect(),
        c.split()
            .map(
                s ->
                    new Schedule(
                        s.algo(), s.startNs(), s.endNs(), s.intervalNs(), s.participationPpm())),
        OrderOrigin.CLIENT,
        Optional.empty());
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** The same with another trigger. */
  OrderDetails withTrigger(long ticks) {
    return with(ticks, takeProfit, stopLoss, stopLossLimit, flags, cancelReason);
  }

  /** The same with a leg. */
  OrderDetails withLegs(long profit, long stop, long stopLimit, int moreFlags) {
    return with(trigger, profit, stop, stopLimit, flags | moreFlags, cancelReason);
  }

  /** The same, canceled. */
  OrderDetails canceled(CancelReason reason) {
    return with(trigger, takeProfit, stopLoss, stopLossLimit, flags, Optional.of(reason));
  }

  private OrderDetails with(
      long newTrigger,
      long profit,
      long stop,
      long stopLimit,
      int newFlags,
      Optional<CancelReason> reason) {
    return new OrderDetails(
        newTrigger,
        trail,
        display,
        expiryNs,
        profit,
        stop,
        stopLimit,
        group,
        parent,
        newFlags,
        selfTrade,
        effect,
        schedule,
        origin,
        reason);
  }
}
