package io.ratel.exchange.whiteboard;

import io.ratel.model.order.OrderType;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/** An order on the whiteboard: what it asks for, and what has become of it. */
final class NaiveOrder {
  long id;
  long account;
  Side side = Side.BUY;
  OrderType type = OrderType.LIMIT;
  TimeInForce timeInForce = TimeInForce.GTC;
  SelfTradePrevention selfTrade = SelfTradePrevention.NONE;
  long price;
  long quantity;
  long left;
  long trigger;
  long trail;
  boolean trailPpm;
  long display;
  boolean hidden;
  boolean postOnly;
  long expiry;
  long takeProfit;
  long stopLoss;
  long stopLossLimit;
  boolean oneCancelsOther;

  /** Lots it shows, where it rests and shows any. */
  long slice;

  /** Its turn among those of its price: the smaller trades first. */
  long turn;

  /** Whether it waits for its trigger, and not to be told to. */
  boolean armed;

  /** It came for an auction, with which it goes. */
  boolean auctionOnly;

  NaiveOrder copy() {
    NaiveOrder copy = new NaiveOrder();
    copy.id = id;
    copy.account = account;
    copy.side = side;
    copy.price = price;
    copy.quantity = quantity;
    copy.left = left;
    copy.display = display;
    copy.hidden = hidden;
    copy.selfTrade = selfTrade;
    copy.slice = slice;
    copy.turn = turn;
    return copy;
  }

  boolean buys() {
    return side == Side.BUY;
  }

  /** Lots that trade before it loses its turn. */
  long open() {
    return display > 0 ? slice : left;
  }

  void showSlice() {
    slice = display > 0 ? Math.min(display, left) : 0;
  }

  boolean accepts(long other) {
    return buys() ? other <= price : other >= price;
  }

  boolean triggersOnFall() {
    boolean inFavour = type == OrderType.MARKET_IF_TOUCHED || type == OrderType.LIMIT_IF_TOUCHED;
    return inFavour == buys();
  }

  boolean isReached(long low, long high) {
    return trigger > 0 && (triggersOnFall() ? low <= trigger : high >= trigger);
  }

  /** Where a trailing stop's trigger would be after a price. */
  long followed(long seen) {
    if (buys()) {
      long distance = trailPpm ? -Math.floorDiv(-seen * trail, 1_000_000L) : trail;
      return trigger == 0 ? seen + distance : Math.min(trigger, seen + distance);
    }
    long here = trailPpm ? Math.floorDiv(seen * (1_000_000L - trail), 1_000_000L) : seen - trail;
    return Math.max(trigger, Math.max(0, here));
  }
}
