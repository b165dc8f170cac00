package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.instrument.Prices;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.machine.Resting;
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
public final class Dealing {
  private final Machine machine;
  private long price;

  public Dealing(Machine machine) {
    this.machine = machine;
  }

  /** Whether the house deals with an order now; holds what it needs. */
  public boolean enter(OrderTerms t, Listing of, Answer answer) {
    if (of.settled || of.state != TradingState.OPEN) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
      return false;
    }
    if (t.display != 0 || t.has(OrderTerms.POST_ONLY) || t.has(OrderTerms.HIDDEN)) {
      answer.refuse(RejectReason.INVALID_TIME_IN_FORCE);
      return false;
    }
    if (!of.hasFreshMark(machine.now)) {
      answer.refuse(RejectReason.NO_MARK);
      return false;
    }
    if (!machine.ledger.hasRoomFor(4) || !machine.positions.hasRoomFor(2)) {
      answer.refuse(RejectReason.LIMIT_REACHED);
      return false;
    }
    boolean closes = Resting.has(Resting.flags(t), Resting.CLOSES);
    if (t.has(OrderTerms.REDUCE_ONLY)) {
      long most = machine.collateral.reducible(of, t.account, t.side, closes);
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
    return machine.collateral.hold(of, t.account, t.side, closes, price, t.quantity, answer);
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
  public boolean isWithin(OrderTerms t, Listing of) {
    return of.mark > 0 && isWithin(t, quote(of, t.side));
  }

  /** Deals with an order that has entered. */
  public void go(OrderTerms t, Listing of, Answer answer) {
    boolean closes = Resting.has(Resting.flags(t), Resting.CLOSES);
    long lots = t.quantity;
    long value = price * lots * of.unitValue;
    long fee = Fees.charge(value, of.takerFeePpm(machine.accounts.feeTier(t.account)));
    long dealer = machine.crossing.dealerOrder(of, t.side.opposite(), lots, price);
    machine.collateral.release(of, t.account, t.side, closes, price, lots, 0);
    machine.trading.report(
        of, dealer, t.id, Accounts.DEALER, t.account, t.side, price, lots, value, 0, fee);
    machine.trading.settle(of, Accounts.DEALER, t.side.opposite(), false, lots, value, 0);
    machine.trading.settle(of, t.account, t.side, closes, lots, value, fee);
    answer.filled = lots;
    answer.turnover = price * lots;
    answer.status = OrderStatus.FILLED;
    if (t.group != 0 || t.parent != 0) {
      machine.aftermath.filled(t.id, lots);
      machine.aftermath.gone(t.id);
    }
  }
}
