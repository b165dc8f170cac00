package io.ratel.exchange.whiteboard;

import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.TimeInForce;

/** Which orders make sense, whatever the market is. */
final class NaiveRules {
  private NaiveRules() {}

  /** What is wrong with an order's own terms. */
  static RejectReason fault(NaiveOrder order, long now) {
    boolean rests = order.timeInForce.rests();
    boolean priced = order.type.isPriced();
    boolean trails = order.type == OrderType.TRAILING_STOP;
    boolean atOnce = order.type == OrderType.LIMIT || order.type == OrderType.MARKET;
    if (priced ? order.price <= 0 : order.price != 0) {
      return RejectReason.INVALID_PRICE;
    }
    if (order.quantity <= 0) {
      return RejectReason.INVALID_QUANTITY;
    }
    boolean trailFits = order.trail > 0 && (!order.trailPpm || order.trail < 1_000_000);
    if (trails ? !trailFits : order.trail != 0) {
      return RejectReason.INVALID_TRAIL;
    }
    if (atOnce ? order.trigger != 0 : order.trigger < 0 || (order.trigger == 0 && !trails)) {
      return RejectReason.INVALID_TRIGGER;
    }
    boolean shows = priced && rests && !order.hidden;
    if (order.display < 0 || order.display >= order.quantity || (order.display > 0 && !shows)) {
      return RejectReason.INVALID_DISPLAY;
    }
    if ((order.postOnly || order.hidden) && !(priced && rests)) {
      return RejectReason.INVALID_TIME_IN_FORCE;
    }
    boolean dated = order.timeInForce == TimeInForce.GTD;
    boolean none = order.expiry == 0 || order.timeInForce == TimeInForce.DAY;
    return (dated ? order.expiry > now : none) ? RejectReason.NONE : RejectReason.INVALID_EXPIRY;
  }

  /** Legs close what the order opens: the profit on its good side, the stop on its bad one. */
  static RejectReason faultOfLegs(NaiveOrder order, long lastTrade) {
    if (order.takeProfit == 0 && order.stopLoss == 0) {
      boolean dangling = order.stopLossLimit != 0 || order.oneCancelsOther;
      return dangling ? RejectReason.INVALID_LINK : RejectReason.NONE;
    }
    long price = order.price > 0 ? order.price : Math.max(order.trigger, lastTrade);
    // How far each leg lies on its own side of the price, as if the order bought.
    long sign = order.buys() ? 1 : -1;
    boolean profits = (order.takeProfit - price) * sign > 0;
    boolean stops = (price - order.stopLoss) * sign > 0;
    boolean fits =
        order.oneCancelsOther
            ? order.type == OrderType.LIMIT
                && order.takeProfit == 0
                && (order.stopLoss - price) * sign > 0
            : (order.takeProfit == 0 || price == 0 || profits)
                && (order.stopLoss == 0 || price == 0 || stops);
    boolean complete = order.stopLossLimit == 0 || order.stopLoss != 0;
    return fits && complete ? RejectReason.NONE : RejectReason.INVALID_LINK;
  }
}
