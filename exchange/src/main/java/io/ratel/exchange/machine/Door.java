package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.account.RestingLists;
import io.ratel.exchange.instrument.Prices;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.trigger.Trail;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.PositionMode;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.SelfTradePrevention;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/**
 * What an order must be to come in: its terms fit together, nothing is stopped, and neither the
 * account nor its parent is beyond a limit. A refusal names the rule and, where it is a limit, its
 * value and the order's.
 */
public final class Door {
  private final Machine machine;
  private final Accounts accounts;
  private final RestingLists resting;
  private final WaitingOrders waiting;

  public Door(Machine machine) {
    this.machine = machine;
    accounts = machine.accounts;
    resting = machine.resting;
    waiting = machine.waiting;
  }

  /** Whether the terms fit together, whatever the market is. */
  public boolean fits(OrderTerms t, Answer answer) {
    RejectReason fault = fault(t);
    if (fault != RejectReason.NONE) {
      answer.refuse(fault);
    }
    return fault == RejectReason.NONE;
  }

  private RejectReason fault(OrderTerms t) {
    if (t.type.isPriced() ? t.price <= 0 : t.price != 0) {
      return RejectReason.INVALID_PRICE;
    }
    if (t.quantity <= 0) {
      return RejectReason.INVALID_QUANTITY;
    }
    boolean trails = t.type == OrderType.TRAILING_STOP;
    if (trails ? t.trail <= 0 || !Trail.isValid(t) : t.trail != 0) {
      return RejectReason.INVALID_TRAIL;
    }
    boolean needsTrigger = t.type.waits() && !trails;
    if (t.trigger < 0 || (needsTrigger ? t.trigger == 0 : t.trigger != 0 && !trails)) {
      return RejectReason.INVALID_TRIGGER;
    }
    return faultOfShow(t);
  }

  private RejectReason faultOfShow(OrderTerms t) {
    boolean priced = t.type.isPriced();
    if (t.display < 0
        || t.display >= t.quantity
        || (t.display > 0 && (!priced || !t.timeInForce.rests() || t.has(OrderTerms.HIDDEN)))) {
      return RejectReason.INVALID_DISPLAY;
    }
    boolean mustRest = t.has(OrderTerms.POST_ONLY) || t.has(OrderTerms.HIDDEN);
    if (mustRest && (!priced || !t.timeInForce.rests())) {
      return RejectReason.INVALID_TIME_IN_FORCE;
    }
    boolean dated = t.timeInForce == TimeInForce.GTD;
    if (dated ? t.expiryNs <= machine.now : t.expiryNs != 0 && t.timeInForce != TimeInForce.DAY) {
      return RejectReason.INVALID_EXPIRY;
    }
    return RejectReason.NONE;
  }

  /** Whether the account may send another order now. */
  public boolean admits(OrderTerms t, Listing of, Answer answer) {
    return admits(t, of, 1, answer);
  }

  /** Whether an open order of the account may get these terms. */
  public boolean admitsChange(OrderTerms t, Listing of, Answer answer) {
    return admits(t, of, 0, answer);
  }

  private boolean admits(OrderTerms t, Listing of, int more, Answer answer) {
    boolean plain = t.flags == 0 && accounts.isPlain(t.account) && !of.isMargined();
    if (plain && !machine.killed && !of.killed && of.terms.bandPpm() == 0) {
      return true;
    }
    if (isStopped(t.account, of)) {
      answer.refuse(RejectReason.TRADING_STOPPED);
      return false;
    }
    if (t.has(OrderTerms.REDUCE_ONLY) && !of.isMargined()) {
      answer.refuse(RejectReason.NOTHING_TO_REDUCE);
      return false;
    }
    if (accounts.config(t.account).positionMode() == PositionMode.HEDGING
        && of.isMargined()
        && t.effect == PositionEffect.CLOSE) {
      t.flags |= OrderTerms.REDUCE_ONLY;
    }
    for (int account = t.account; account != Accounts.NONE; account = accounts.parent(account)) {
      AccountLimits most = accounts.limits(account);
      if (most != AccountLimits.NONE && !isWithin(t, of, account, most, more, answer)) {
        return false;
      }
    }
    return isPriceNear(t, of, answer);
  }

  /** Counts an order that has come in, or has new terms: a refused one leaves no trace. */
  public void count(int account, Answer answer) {
    if (!answer.refused()) {
      accounts.countOrder(account, machine.now);
    }
  }

  public boolean isStopped(int account, Listing of) {
    int parent = accounts.parent(account);
    return machine.killed
        || of.killed
        || accounts.isKilled(account)
        || (parent != Accounts.NONE && accounts.isKilled(parent));
  }

  private boolean isWithin(
      OrderTerms t, Listing of, int account, AccountLimits most, int more, Answer answer) {
    long price = priceOf(t, of);
    long notional = of.value(t.quantity, price);
    boolean reduces = t.has(OrderTerms.REDUCE_ONLY);
    return atMost(most.orderQuantity(), t.quantity, RejectReason.ORDER_QUANTITY_LIMIT, answer)
        && atMost(most.orderNotional(), notional, RejectReason.ORDER_NOTIONAL_LIMIT, answer)
        && atMost(
            most.ordersPerSecond(),
            accounts.ordersInSecond(account, machine.now) + 1,
            RejectReason.ORDER_RATE_LIMIT,
            answer)
        && atMost(
            most.openOrders(), openOrders(account) + more, RejectReason.OPEN_ORDERS_LIMIT, answer)
        && (reduces
            || atMost(
                most.dailyLoss(),
                1 - accounts.pnlOfDay(account, machine.now),
                RejectReason.DAILY_LOSS_LIMIT,
                answer))
        && (reduces
            || most.positionNotional() == 0
            || atMost(
                most.positionNotional(),
                positionAfter(t, of, account, price),
                RejectReason.POSITION_LIMIT,
                answer))
        && isInCollar(t, of, most, answer);
  }

  private static boolean atMost(long limit, long value, RejectReason reason, Answer answer) {
    if (limit > 0 && value > limit) {
      answer.refuse(reason, limit, value);
      return false;
    }
    return true;
  }

  /** The price that an order's value is told by: its limit, its trigger, or the reference. */
  private static long priceOf(OrderTerms t, Listing of) {
    if (t.price > 0) {
      return t.price;
    }
    if (t.trigger > 0) {
      return t.trigger;
    }
    return of.reference() > 0 ? of.reference() : of.book.best(t.side.opposite());
  }

  private int openOrders(int account) {
    int open = resting.count(account) + waiting.countOfAccount(account);
    for (int part = accounts.firstPart(account);
        part != Accounts.NONE;
        part = accounts.nextPart(part)) {
      open += resting.count(part) + waiting.countOfAccount(part);
    }
    return open;
  }

  /** What the position could be worth after the order, with the parts of the account. */
  private long positionAfter(OrderTerms t, Listing of, int account, long price) {
    long lots = lotsOf(of, account);
    for (int part = accounts.firstPart(account);
        part != Accounts.NONE;
        part = accounts.nextPart(part)) {
      lots += lotsOf(of, part);
    }
    long after = t.side == Side.BUY ? lots + t.quantity : lots - t.quantity;
    return of.value(Math.abs(after), Math.max(price, of.reference()));
  }

  private long lotsOf(Listing of, int account) {
    long lots = 0;
    Positions positions = machine.positions;
    for (int row = positions.firstOfAccount(account);
        row != Positions.NONE;
        row = positions.nextOfAccount(row)) {
      if (positions.instrument(row) == of.id) {
        lots += positions.quantity(row);
      }
    }
    return lots;
  }

  private static boolean isInCollar(OrderTerms t, Listing of, AccountLimits most, Answer answer) {
    long reference = of.reference();
    if (most.collarPpm() == 0 || t.price == 0 || reference == 0) {
      return true;
    }
    long worst = Prices.moved(reference, t.side == Side.BUY ? most.collarPpm() : -most.collarPpm());
    if (t.side == Side.BUY ? t.price > worst : t.price < worst) {
      answer.refuse(RejectReason.PRICE_OUT_OF_COLLAR, worst, t.price);
      return false;
    }
    return true;
  }

  private static boolean isPriceNear(OrderTerms t, Listing of, Answer answer) {
    long reference = of.reference();
    int band = of.terms.bandPpm();
    if (band == 0 || t.price == 0 || reference == 0) {
      return true;
    }
    long low = Prices.moved(reference, -band);
    long high = Prices.moved(reference, band);
    if (t.price < low || t.price > high) {
      answer.refuse(RejectReason.PRICE_OUT_OF_BAND, t.price < low ? low : high, t.price);
      return false;
    }
    return true;
  }

  /** How an order that asks for nothing meets its own account's. */
  public void complete(OrderTerms t, Listing of) {
    if (t.selfTrade == SelfTradePrevention.NONE && !accounts.isPlain(t.account)) {
      t.selfTrade = accounts.config(t.account).selfTrade();
    }
    if (t.timeInForce == TimeInForce.DAY) {
      t.expiryNs = of.endOfDay(machine.now);
    }
  }
}
