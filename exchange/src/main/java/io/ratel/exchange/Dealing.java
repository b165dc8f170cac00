package io.ratel.exchange;

import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;

/**
 * Contracts for difference: the house is the other side of every trade, whole and at once, at the
 * mark and half of the spread away from it; a limit that the mark has reached at its own price.
 */
final class Dealing {
  private final Exchange exchange;
  private long price;

  Dealing(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Whether the house deals with an order now; holds what it needs. */
  boolean enter(OrderTerms t, Listing of, Answer answer) {
    if (of.settled || of.state != TradingState.OPEN) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
      return false;
    }
    if (t.display != 0 || t.has(OrderTerms.POST_ONLY) || t.has(OrderTerms.HIDDEN)) {
      answer.refuse(RejectReason.INVALID_TIME_IN_FORCE);
      return false;
    }
    if (!of.hasFreshMark(exchange.now)) {
      answer.refuse(RejectReason.NO_MARK);
      return false;
    }
    if (!exchange.ledger.hasRoomFor(4) || !exchange.positions.hasRoomFor(2)) {
      answer.refuse(RejectReason.LIMIT_REACHED);
      return false;
    }
    boolean closes = Resting.has(Resting.flags(t), Resting.CLOSES);
    if (t.has(OrderTerms.REDUCE_ONLY)) {
      long most = exchange.collateral.reducible(of, t.account, t.side, closes);
      if (most == 0) {
        answer.refuse(RejectReason.NOTHING_TO_REDUCE);
        return false;
      }
      t.quantity = Math.min(t.quantity, most);
    }
    price = t.has(OrderTerms.TOUCHED) ? t.price : quote(of, t.side);
    if (t.type == OrderType.LIMIT && !isWithin(t, price)) {
      answer.refuse(RejectReason.NO_LIQUIDITY);
      return false;
    }
    return exchange.collateral.hold(of, t.account, t.side, closes, price, t.quantity, answer);
  }

  /** The price the house deals at. */
  private static long quote(Listing of, Side side) {
    int spread = of.terms.dealerSpreadPpm();
    return Prices.moved(of.mark, side == Side.BUY ? spread : -spread);
  }

  private static boolean isWithin(OrderTerms t, long at) {
    return t.side == Side.BUY ? at <= t.price : at >= t.price;
  }

  /** Whether the house would deal with a limit order now. */
  boolean isWithin(OrderTerms t, Listing of) {
    return of.mark > 0 && isWithin(t, quote(of, t.side));
  }

  /** Deals with an order that has entered. */
  void go(OrderTerms t, Listing of, Answer answer) {
    boolean closes = Resting.has(Resting.flags(t), Resting.CLOSES);
    long lots = t.quantity;
    long value = price * lots * of.unitValue;
    long fee = Fees.charge(value, of.takerFeePpm(exchange.accounts.config(t.account).feeTier()));
    long dealer = exchange.crossing.dealerOrder(of, t.side.opposite(), lots, price);
    exchange.collateral.release(of, t.account, t.side, closes, price, lots, 0);
    exchange.crossing.report(
        of, dealer, t.id, Accounts.DEALER, t.account, t.side, lots, price, fee);
    exchange.trading.settle(of, Accounts.DEALER, t.side.opposite(), false, lots, value, 0);
    exchange.trading.settle(of, t.account, t.side, closes, lots, value, fee);
    answer.filled = lots;
    answer.turnover = price * lots;
    answer.status = OrderStatus.FILLED;
    if (t.group != 0 || t.parent != 0) {
      exchange.aftermath.filled(t.id, lots);
      exchange.aftermath.gone(t.id);
    }
  }
}
