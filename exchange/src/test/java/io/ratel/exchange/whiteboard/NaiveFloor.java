package io.ratel.exchange.whiteboard;

import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Where orders meet: one market whose tick and lot are a minor unit. */
final class NaiveFloor {
  /** What others may want to hear of an order. */
  record News(NaiveOrder order, long lots, boolean gone) {}

  final NaiveMarket market = new NaiveMarket();
  final NaiveLedger ledger;
  final List<String> happened = new ArrayList<>();
  final Deque<News> news = new ArrayDeque<>();
  TradingState state = TradingState.OPEN;
  long lastTrade;
  long low;
  long high;
  boolean restless;

  NaiveFloor(NaiveLedger ledger) {
    this.ledger = ledger;
  }

  boolean collects() {
    return state == TradingState.PRE_OPEN || state == TradingState.AUCTION;
  }

  boolean takesOrders() {
    return state == TradingState.OPEN || collects();
  }

  BigInteger available(long account, Side side) {
    int asset = side == Side.BUY ? 0 : 1;
    return ledger.total(account, asset).subtract(ledger.held(account, asset, market.resting));
  }

  /** Why an order cannot go to the market now; a market order gets its limit here. */
  RejectReason enter(NaiveOrder order) {
    if (!takesOrders()) {
      return RejectReason.NOT_IN_THIS_STATE;
    }
    boolean market = order.type == OrderType.MARKET;
    boolean stays = order.timeInForce.rests();
    if (collects() && !stays && (!market || order.timeInForce == TimeInForce.FOK)) {
      return RejectReason.INVALID_TIME_IN_FORCE;
    }
    long limit = market ? collar(order) : order.price;
    if (limit == 0) {
      return RejectReason.NO_LIQUIDITY;
    }
    long asked = order.price;
    order.price = limit;
    if (order.postOnly && !collects() && this.market.crosses(order)) {
      order.price = asked;
      return RejectReason.WOULD_TRADE;
    }
    BigInteger needed = ledger.needed(order.side, limit, order.left);
    if (needed.compareTo(available(order.account, order.side)) > 0) {
      order.price = asked;
      return RejectReason.INSUFFICIENT_FUNDS;
    }
    return RejectReason.NONE;
  }

  private long collar(NaiveOrder order) {
    long best = collects() ? lastTrade : market.best(order.side.opposite());
    long move = best * 50_000 / 1_000_000;
    return best == 0 ? 0 : order.buys() ? best + move : Math.max(1, best - move);
  }

  /** Lets an order that has entered meet the others, and then rest or end. */
  OrderStatus go(NaiveOrder order) {
    boolean fills = order.timeInForce != TimeInForce.FOK || market.wouldFill(order);
    boolean stopped = !collects() && fills && meet(order);
    if (order.left == 0 && !stopped) {
      news.add(new News(order, 0, true));
      return OrderStatus.FILLED;
    }
    boolean rests = order.timeInForce.rests() && order.type == OrderType.LIMIT;
    if (!stopped && (collects() || rests)) {
      order.auctionOnly = order.type == OrderType.MARKET;
      market.rest(order);
      return order.left == order.quantity ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
    }
    report(
        order,
        stopped
            ? CancelReason.SELF_TRADE
            : order.timeInForce == TimeInForce.FOK
                ? CancelReason.NOT_FILLABLE
                : order.type == OrderType.MARKET
                    ? CancelReason.NO_LIQUIDITY
                    : CancelReason.IMMEDIATE_REMAINDER);
    return OrderStatus.CANCELED;
  }

  /** True when its own account's orders stopped it. */
  private boolean meet(NaiveOrder taker) {
    while (taker.left > 0 && market.crosses(taker)) {
      NaiveOrder maker = market.queue(taker.side.opposite()).getFirst();
      if (maker.account != taker.account) {
        trade(maker, taker, maker.price, Math.min(taker.left, maker.open()), false);
        continue;
      }
      switch (taker.selfTrade) {
        case NONE -> trade(maker, taker, maker.price, Math.min(taker.left, maker.open()), false);
        case CANCEL_OLDEST -> cancel(maker, CancelReason.SELF_TRADE);
        case CANCEL_NEWEST -> {
          return true;
        }
        case CANCEL_BOTH -> {
          cancel(maker, CancelReason.SELF_TRADE);
          return true;
        }
        case DECREMENT -> {
          long less = Math.min(taker.left, maker.left);
          if (less == maker.left) {
            cancel(maker, CancelReason.SELF_TRADE);
          } else {
            shrink(maker, less);
            happened.add("replaced " + maker.id + " " + maker.price + " " + maker.quantity);
          }
          if (less == taker.left) {
            return true;
          }
          taker.left -= less;
          taker.quantity -= less;
          happened.add("replaced " + taker.id + " " + taker.price + " " + taker.quantity);
        }
      }
    }
    return false;
  }

  void shrink(NaiveOrder order, long by) {
    order.left -= by;
    order.quantity -= by;
    order.slice = Math.min(order.slice, order.left);
  }

  private void trade(NaiveOrder maker, NaiveOrder taker, long price, long lots, boolean auction) {
    String fees = ledger.settle(maker, taker, price, lots, auction);
    happened.add("traded " + maker.id + " " + taker.id + " " + price + " " + lots + " " + fees);
    lastTrade = price;
    low = low == 0 ? price : Math.min(low, price);
    high = Math.max(high, price);
    restless = true;
    if (!auction) {
      market.fill(maker, lots);
      taker.left -= lots;
      tell(maker, lots);
      news.add(new News(taker, lots, false));
    }
  }

  private void tell(NaiveOrder order, long lots) {
    news.add(new News(order, lots, false));
    if (order.left == 0) {
      news.add(new News(order, 0, true));
    }
  }

  /** Takes a resting order out. */
  void cancel(NaiveOrder order, CancelReason reason) {
    market.resting.remove(order);
    report(order, reason);
  }

  void report(NaiveOrder order, CancelReason reason) {
    happened.add("canceled " + order.id + " " + order.left + " " + reason);
    news.add(new News(order, 0, true));
  }

  /** Changes the state, ending an auction on the way. */
  void change(TradingState next) {
    if (next == state) {
      return;
    }
    boolean ends =
        next == TradingState.OPEN || (state == TradingState.AUCTION && next == TradingState.CLOSED);
    long[] found = ends ? market.auction(lastTrade) : new long[2];
    for (long left = found[1]; left > 0; ) {
      NaiveOrder buy = market.queue(Side.BUY).getFirst();
      NaiveOrder sell = market.queue(Side.SELL).getFirst();
      long lots = Math.min(left, Math.min(buy.left, sell.left));
      NaiveOrder taker = buy.id > sell.id ? buy : sell;
      trade(taker == buy ? sell : buy, taker, found[0], lots, true);
      for (NaiveOrder order : List.of(buy, sell)) {
        order.left -= lots;
        order.showSlice();
        if (order.left == 0) {
          market.resting.remove(order);
        }
        tell(order, lots);
      }
      left -= lots;
    }
    state = next;
    happened.add("state " + next + " " + found[0] + " " + found[1]);
  }
}
