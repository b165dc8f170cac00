package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.ledger.Fees;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.margin.Margins;
import io.ratel.exchange.position.Positions;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionMode;
import io.ratel.model.account.PositionSide;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;

/**
 * What stands behind orders and positions. Bought in full, an order holds what it may cost: a pure
 * function of its price and what remains of it. On margin a position holds what it and its open
 * orders need at worst: a pure function of the position's row. So nothing about a hold is stored
 * with an order, and what is held can always be told from the state alone.
 */
public final class Collateral {
  /** What a value is when it does not fit. */
  public static final long TOO_LARGE = -1;

  private final Machine machine;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Positions positions;
  private final Orders orders;
  private final Listings listings;

  public Collateral(Machine machine) {
    this.machine = machine;
    ledger = machine.ledger;
    accounts = machine.accounts;
    positions = machine.positions;
    orders = machine.orders;
    listings = machine.listings;
  }

  /** Which of the account's positions an order is for. */
  public PositionSide positionSide(Listing of, int account, Side side, boolean closes) {
    if (!of.isMargined() || accounts.config(account).positionMode() == PositionMode.NETTING) {
      return PositionSide.NET;
    }
    return (side == Side.BUY) != closes ? PositionSide.LONG : PositionSide.SHORT;
  }

  /** Lots that an order of this side could close. */
  public long reducible(Listing of, int account, Side side, boolean closes) {
    int row = positions.find(account, of.id, positionSide(of, account, side, closes));
    long quantity = row == Positions.NONE ? 0 : positions.quantity(row);
    return side == Side.BUY ? Math.max(0, -quantity) : Math.max(0, quantity);
  }

  /** Holds what an order may cost, or refuses. */
  public boolean hold(
      Listing of, int account, Side side, boolean closes, long price, long lots, Answer answer) {
    return change(of, account, side, closes, price, 0, price, lots, answer);
  }

  /**
   * Makes what is held for a resting order what it needs under other terms, or refuses and leaves
   * it as it was.
   */
  public boolean change(
      Listing of,
      int account,
      Side side,
      boolean closes,
      long oldPrice,
      long oldLots,
      long price,
      long lots,
      Answer answer) {
    long value = orderValue(of, price, lots);
    if (value == TOO_LARGE || lotsOfBase(of, lots) == TOO_LARGE) {
      answer.refuse(RejectReason.VALUE_TOO_LARGE);
      return false;
    }
    if (of.isMargined()) {
      long before = oldPrice * oldLots * of.unitValue;
      return holdMargin(of, account, side, closes, lots - oldLots, value - before, answer);
    }
    long held = heldFor(of, side, oldPrice, oldLots);
    long needed = heldFor(of, side, price, lots);
    if (needed == held) {
      return true;
    }
    int asset = heldAsset(of, side);
    if (needed > held) {
      long available = held + spendable(account, asset);
      if (needed > available) {
        answer.refuse(RejectReason.INSUFFICIENT_FUNDS, available, needed);
        return false;
      }
    }
    ledger.hold(account, asset, needed - held);
    return true;
  }

  /**
   * What an order of {@code lots} at {@code price} is worth, {@link #TOO_LARGE} beyond what fits.
   */
  public static long orderValue(Listing of, long price, long lots) {
    long ticksLots = product(price, lots);
    long value = ticksLots < 0 ? TOO_LARGE : product(ticksLots, of.unitValue);
    return value < 0 || value > Limits.SUPPLY ? TOO_LARGE : value;
  }

  private static long lotsOfBase(Listing of, long lots) {
    long base = product(lots, of.unitBase);
    return base < 0 || base > Limits.SUPPLY ? TOO_LARGE : base;
  }

  /** The product of two numbers that are not negative, or {@link #TOO_LARGE}. */
  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? TOO_LARGE : a * b;
  }

  /**
   * Lets an order need margin for so many lots more than before, or refuses and touches nothing.
   */
  private boolean holdMargin(
      Listing of, int account, Side side, boolean closes, long lots, long value, Answer answer) {
    if (account >= Accounts.FIRST && accounts.isCash(account)) {
      answer.refuse(RejectReason.NOT_A_MARGIN_ACCOUNT);
      return false;
    }
    PositionSide which = positionSide(of, account, side, closes);
    int row = positions.find(account, of.id, which);
    boolean isNew = row == Positions.NONE;
    long buys = (isNew ? 0 : positions.openBuyValue(row)) + (side == Side.BUY ? value : 0);
    long sells = (isNew ? 0 : positions.openSellValue(row)) + (side == Side.BUY ? 0 : value);
    long cost = isNew ? 0 : positions.cost(row);
    if (Math.abs(cost) + buys > Limits.SUPPLY - sells) {
      answer.refuse(RejectReason.VALUE_TOO_LARGE);
      return false;
    }
    long buyLots = (isNew ? 0 : positions.openBuyLots(row)) + (side == Side.BUY ? lots : 0);
    long sellLots = (isNew ? 0 : positions.openSellLots(row)) + (side == Side.BUY ? 0 : lots);
    long quantity = isNew ? 0 : positions.quantity(row);
    long exposure = Margins.exposure(quantity, cost, buyLots, buys, sellLots, sells);
    long after = needed(of, account, exposure, buys + sells);
    long needed = after - (isNew ? 0 : positions.margin(row));
    long free = free(account, of.quoteId);
    if (needed > 0 && needed > free) {
      answer.refuse(RejectReason.INSUFFICIENT_MARGIN, free, needed);
      return false;
    }
    row = positions.obtain(account, of.id, which);
    positions.addOpen(row, side, lots, value);
    setMargin(of, account, row, account < Accounts.FIRST ? 0 : after);
    return true;
  }

  /** Lets go of what an order held when it shrinks from one quantity of lots to a smaller one. */
  public void release(
      Listing of, int account, Side side, boolean closes, long price, long before, long after) {
    if (of.isMargined()) {
      int row = positions.find(account, of.id, positionSide(of, account, side, closes));
      long value = price * (before - after) * of.unitValue;
      positions.addOpen(row, side, after - before, -value);
      settleMargin(of, account, row);
      return;
    }
    long less = heldFor(of, side, price, before) - heldFor(of, side, price, after);
    ledger.hold(account, heldAsset(of, side), -less);
  }

  /** The same for an order that rests, which has so many lots left before and after. */
  public void release(Listing of, int slot, long before, long after) {
    release(
        of,
        (int) orders.account(slot),
        orders.side(slot),
        Resting.has(orders.flags(slot), Resting.CLOSES),
        orders.price(slot),
        before,
        after);
  }

  /** What an order bought in full holds. */
  private static long heldFor(Listing of, Side side, long price, long lots) {
    if (side == Side.SELL) {
      return lots * of.unitBase;
    }
    long value = price * lots * of.unitValue;
    return value + Fees.reserve(value, of.reserveFeePpm);
  }

  private static int heldAsset(Listing of, Side side) {
    return side == Side.BUY ? of.quoteId : of.baseId;
  }

  /** Makes the margin held for a position what the position now needs. */
  public void settleMargin(Listing of, int account, int row) {
    setMargin(of, account, row, account < Accounts.FIRST ? 0 : required(of, account, row));
  }

  private void setMargin(Listing of, int account, int row, long after) {
    long before = positions.margin(row);
    if (after != before) {
      positions.setMargin(row, after);
      ledger.hold(account, of.quoteId, after - before);
    }
  }

  /** What a position and its open orders need, at worst. */
  private long required(Listing of, int account, int row) {
    long buys = positions.openBuyValue(row);
    long sells = positions.openSellValue(row);
    long exposure =
        Margins.exposure(
            positions.quantity(row),
            positions.cost(row),
            positions.openBuyLots(row),
            buys,
            positions.openSellLots(row),
            sells);
    return needed(of, account, exposure, buys + sells);
  }

  private long needed(Listing of, int account, long exposure, long open) {
    return initial(of, account, exposure) + Fees.reserve(open, of.reserveFeePpm);
  }

  public long initial(Listing of, int account, long notional) {
    AccountConfig config = accounts.config(account);
    return of.terms.margins().initial(notional, config.marginModel(), config.leverage());
  }

  public long maintenance(Listing of, int account, long notional) {
    AccountConfig config = accounts.config(account);
    return of.terms.margins().maintenance(notional, config.marginModel(), config.leverage());
  }

  /**
   * What an account may pay out or spend: profits that are not realised do not count, losses do.
   */
  public long spendable(int account, int asset) {
    long available = ledger.available(account, asset);
    return isCross(account) ? available + Math.min(0, unrealizedPnl(account, asset)) : available;
  }

  /** What an account may put behind new positions. */
  public long free(int account, int asset) {
    if (account < Accounts.FIRST) {
      return Limits.SUPPLY;
    }
    long available = ledger.available(account, asset);
    return isCross(account) ? available + unrealizedPnl(account, asset) : available;
  }

  private boolean isCross(int account) {
    return accounts.config(account).marginMode() == MarginMode.CROSS;
  }

  /** What closing all margined positions at their marks would earn in an asset. */
  public long unrealizedPnl(int account, int asset) {
    long sum = 0;
    for (int row = positions.firstOfAccount(account);
        row != Positions.NONE;
        row = positions.nextOfAccount(row)) {
      Listing of = listings.get(positions.instrument(row));
      if (of.quoteId == asset && of.isMargined()) {
        sum += unrealizedPnl(of, row);
      }
    }
    return sum;
  }

  /** Whether the account has a position on margin in an asset. */
  public boolean hasMargined(int account, int asset) {
    for (int row = positions.firstOfAccount(account);
        row != Positions.NONE;
        row = positions.nextOfAccount(row)) {
      Listing of = listings.get(positions.instrument(row));
      if (of.quoteId == asset && of.isMargined() && positions.quantity(row) != 0) {
        return true;
      }
    }
    return false;
  }

  /** What closing a position at the mark would earn; nothing while there is no mark. */
  public long unrealizedPnl(Listing of, int row) {
    long quantity = positions.quantity(row);
    return quantity == 0 || of.mark == 0 ? 0 : of.value(quantity, of.mark) - positions.cost(row);
  }

  /**
   * Settles one side of a trade on margin: what it closes is paid by the clearing account, or to
   * it.
   *
   * @return what was realised
   */
  public long tradeOnMargin(
      Listing of, int account, Side side, boolean closes, long lots, long value) {
    PositionSide which = positionSide(of, account, side, closes);
    int row = positions.obtain(account, of.id, which);
    long realized = positions.trade(row, side, lots, value, accounts.config(account).costMethod());
    pay(Accounts.CLEARING, account, of, realized, MoveReason.REALIZED_PNL);
    settleMargin(of, account, row);
    return realized;
  }

  /** Moves an amount of the quote asset, the other way round when it is negative. */
  public void pay(int from, int to, Listing of, long amount, MoveReason reason) {
    if (from != to) {
      moveSigned(from, to, of.quoteId, amount, of.id, reason);
    }
  }

  /** Moves an amount of an asset, the other way round when it is negative. */
  public void moveSigned(
      int from, int to, int asset, long amount, int instrument, MoveReason reason) {
    if (amount > 0) {
      move(from, to, asset, amount, instrument, reason);
    } else if (amount < 0) {
      move(to, from, asset, -amount, instrument, reason);
    }
  }

  /** Moves an amount of an asset for a reason. */
  public void move(int from, int to, int asset, long amount, int instrument, MoveReason reason) {
    ledger.move(from, to, asset, amount);
    machine
        .events
        .moved()
        .fromAccountId(accounts.id(from))
        .toAccountId(accounts.id(to))
        .amount(amount)
        .assetId(asset)
        .instrumentId(instrument)
        .reason((short) reason.ordinal());
  }
}
