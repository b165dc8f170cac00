package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.ledger.Ledger;
import io.ratel.exchange.machine.Collateral;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderOrigin;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.PositionEffect;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayDeque;
import org.agrona.collections.IntHashSet;

/**
 * What happens to an account whose equity is below the maintenance margin, in steps, each an event
 * with its numbers: its open orders go; then a part of the position that needs most is sold into
 * the book, at the bankruptcy price or better; what the book does not take goes to the insurance
 * fund at that price, or, when the fund is too small, to those who gain most from the other side.
 * After each step the account is looked at again: a liquidation ends as soon as it may.
 */
public final class Liquidations {
  /** A step sells one part in so many, at least a lot. */
  private static final long PART = 4;

  private final Machine machine;
  private final Accounts accounts;
  private final Positions positions;
  private final Ledger ledger;
  private final Collateral collateral;
  private final Answer answer = new Answer();
  private final OrderTerms terms = new OrderTerms();

  /** Accounts, or single positions of isolated ones, that may be under water: rows of positions. */
  private final ArrayDeque<Integer> suspects = new ArrayDeque<>();

  /** The same without their sequence. */
  private final IntHashSet suspected = new IntHashSet();

  // The numbers of the account that is looked at.
  private long equity;
  private long initial;
  private long maintenance;

  public Liquidations(Machine machine) {
    this.machine = machine;
    accounts = machine.accounts;
    positions = machine.positions;
    ledger = machine.ledger;
    collateral = machine.collateral;
  }

  /** Looks at the account of a position whose market has moved. */
  public void consider(int account, Listing of, int row) {
    if (account < Accounts.FIRST) {
      return;
    }
    measure(account, of, row);
    warn(account, of);
    if (equity < maintenance && suspected.add(row)) {
      suspects.addLast(row);
    }
  }

  /** Whether a position's account is below its maintenance margin, for the sweep. */
  public boolean isUnderWater(int row) {
    Listing of = machine.listings.get(positions.instrument(row));
    int account = positions.account(row);
    if (account < Accounts.FIRST
        || positions.quantity(row) == 0
        || !of.isMargined()
        || !of.hasFreshMark(machine.now)) {
      return false;
    }
    measure(account, of, row);
    return equity < maintenance;
  }

  /** Positions that may be under water. */
  public int suspects() {
    return suspects.size();
  }

  /** Takes one step with the oldest suspect; false when there is none. */
  public boolean step() {
    Integer row = suspects.pollFirst();
    if (row == null) {
      return false;
    }
    suspected.remove(row.intValue());
    Listing of = machine.listings.get(positions.instrument(row));
    int account = positions.account(row);
    measure(account, of, row);
    if (equity >= maintenance || positions.quantity(row) == 0 || !of.hasFreshMark(machine.now)) {
      return true;
    }
    if (machine.cancels.cancelMargined(account, of.quoteId, CancelReason.LIQUIDATED) > 0) {
      report(account, -1, LiquidationStep.CANCEL_ORDERS, 0, 0, 0);
    } else {
      int worst = isIsolated(account) ? row : neediest(account, of.quoteId);
      if (worst == Positions.NONE || !mayTrade(worst)) {
        return true;
      }
      reduce(account, worst);
      cover(account, of);
    }
    // Until the account is above water, or nothing is left of it.
    suspected.add(row);
    suspects.addFirst(row);
    return true;
  }

  private boolean isIsolated(int account) {
    return accounts.config(account).marginMode() == MarginMode.ISOLATED;
  }

  /** What the account has and needs: all of it, or of one position when that stands alone. */
  private void measure(int account, Listing of, int row) {
    if (isIsolated(account)) {
      long cost = Math.abs(positions.cost(row));
      initial = collateral.initial(of, account, cost);
      equity = initial + collateral.unrealizedPnl(of, row);
      maintenance = maintenance(of, account, row);
      return;
    }
    equity = ledger.total(account, of.quoteId) + collateral.unrealizedPnl(account, of.quoteId);
    initial = 0;
    maintenance = 0;
    for (int other = positions.firstOfAccount(account);
        other != Positions.NONE;
        other = positions.nextOfAccount(other)) {
      Listing its = machine.listings.get(positions.instrument(other));
      if (its.quoteId == of.quoteId && its.isMargined()) {
        initial += positions.margin(other);
        maintenance += maintenance(its, account, other);
      }
    }
  }

  private long maintenance(Listing of, int account, int row) {
    long notional = Math.abs(of.value(positions.quantity(row), of.mark));
    return collateral.maintenance(of, account, notional);
  }

  /** Tells an account once that it should pay in. */
  private void warn(int account, Listing of) {
    boolean called = equity < initial;
    if (called && !accounts.isCalled(account)) {
      machine
          .events
          .marginCalled()
          .accountId(accounts.id(account))
          .equity(equity)
          .initialMargin(initial)
          .maintenanceMargin(maintenance)
          .assetId(of.quoteId)
          .instrumentId(isIsolated(account) ? of.id : -1);
    }
    if (called != accounts.isCalled(account)) {
      accounts.call(account, called);
    }
  }

  /** The position that needs most margin; of equals the oldest. */
  private int neediest(int account, int asset) {
    int found = Positions.NONE;
    long most = -1;
    for (int row = positions.firstOfAccount(account);
        row != Positions.NONE;
        row = positions.nextOfAccount(row)) {
      Listing of = machine.listings.get(positions.instrument(row));
      boolean counts =
          of.quoteId == asset
              && of.isMargined()
              && positions.quantity(row) != 0
              && of.hasFreshMark(machine.now)
              && mayTrade(row);
      if (counts && maintenance(of, account, row) > most) {
        most = maintenance(of, account, row);
        found = row;
      }
    }
    return found;
  }

  private boolean mayTrade(int row) {
    return machine.listings.get(positions.instrument(row)).state == TradingState.OPEN;
  }

  /** What an account owes when all is closed, the fund pays as far as it can. */
  public void cover(int account, Listing of) {
    long owes = -ledger.total(account, of.quoteId);
    if (owes <= 0 || collateral.hasMargined(account, of.quoteId)) {
      return;
    }
    long pays = Math.min(owes, Math.max(0, ledger.total(Accounts.INSURANCE, of.quoteId)));
    equity = -owes;
    maintenance = 0;
    report(account, -1, LiquidationStep.COVER, 0, 0, 0);
    collateral.pay(Accounts.INSURANCE, account, of, pays, MoveReason.INSURANCE);
  }

  private void reduce(int account, int row) {
    Listing of = machine.listings.get(positions.instrument(row));
    long quantity = positions.quantity(row);
    long price = bankruptcyPrice(of, quantity);
    long lots = Math.max(1, Math.abs(quantity) / PART);
    long done = of.terms.isDealt() ? 0 : sell(account, of, row, lots, price);
    if (done == 0) {
      if (!takeOver(account, of, row, price)) {
        deleverage(account, of, row, price);
      }
    }
  }

  /**
   * The price at which closing the position would leave the account with nothing: the mark less the
   * equity there is for each lot. Rounded so that nothing is missing.
   */
  private long bankruptcyPrice(Listing of, long quantity) {
    long perTick = Math.multiplyExact(Math.abs(quantity), of.unitValue);
    long ticks = Math.floorDiv(equity, perTick);
    return Math.max(1, quantity > 0 ? of.mark - ticks : of.mark + ticks);
  }

  /** Sends a part of the position to the book, and returns what it took. */
  private long sell(int account, Listing of, int row, long lots, long price) {
    terms.clear();
    terms.id = machine.nextId();
    terms.account = account;
    terms.instrument = of.id;
    terms.side = positions.quantity(row) > 0 ? Side.SELL : Side.BUY;
    terms.type = OrderType.LIMIT;
    terms.timeInForce = TimeInForce.IOC;
    terms.price = price;
    terms.quantity = lots;
    terms.flags = OrderTerms.REDUCE_ONLY | OrderTerms.FREE;
    terms.effect =
        positions.side(row) == PositionSide.NET ? PositionEffect.OPEN : PositionEffect.CLOSE;
    answer.reset(machine.commandId, machine.now);
    if (!machine.trading.enter(terms, of, answer)) {
      return 0;
    }
    report(account, of.id, LiquidationStep.REDUCE, positions.quantity(row), price, terms.id);
    machine.placing.accepted(terms, null, 0);
    machine.placing.conditioned(terms, OrderStatus.OPEN, OrderOrigin.LIQUIDATION);
    machine.trading.go(terms, answer);
    return answer.filled;
  }

  /** The insurance fund takes the whole position, when it could keep it. */
  private boolean takeOver(int account, Listing of, int row, long price) {
    long worth = of.value(positions.quantity(row), of.mark);
    long paid = of.value(positions.quantity(row), price);
    long loss = Math.max(0, paid - worth); // of a short both are negative
    long needs = loss + maintenance(of, account, row);
    if (ledger.total(Accounts.INSURANCE, of.quoteId) < needs) {
      return false;
    }
    report(account, of.id, LiquidationStep.TAKE_OVER, positions.quantity(row), price, 0);
    machine.crossing.give(of, row, Accounts.INSURANCE, price);
    return true;
  }

  /** Closes the position against those of the other side who gain most. */
  private void deleverage(int account, Listing of, int row, long price) {
    report(account, of.id, LiquidationStep.DELEVERAGE, positions.quantity(row), price, 0);
    boolean isLong = positions.quantity(row) > 0;
    while (positions.quantity(row) != 0) {
      int other = bestOff(of, isLong, account);
      if (other == Positions.NONE) {
        return;
      }
      long lots = Math.min(Math.abs(positions.quantity(row)), Math.abs(positions.quantity(other)));
      machine.crossing.close(of, row, other, lots, price);
    }
  }

  /**
   * The position of the other side with the highest score: its profit in millionths of its cost,
   * times its notional in millionths of its account's equity. The house comes last.
   */
  private int bestOff(Listing of, boolean againstLong, int account) {
    int found = Positions.NONE;
    long best = Long.MIN_VALUE;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      long quantity = positions.quantity(row);
      boolean other = againstLong ? quantity < 0 : quantity > 0;
      if (!other || positions.account(row) == account) {
        continue;
      }
      long score = positions.account(row) < Accounts.FIRST ? Long.MIN_VALUE + 1 : score(of, row);
      if (score > best) {
        best = score;
        found = row;
      }
    }
    return found;
  }

  private long score(Listing of, int row) {
    int account = positions.account(row);
    long cost = Math.max(1, Math.abs(positions.cost(row)));
    long notional = Math.abs(of.value(positions.quantity(row), of.mark));
    long its = ledger.total(account, of.quoteId) + collateral.unrealizedPnl(account, of.quoteId);
    long profit = Shares.ppm(collateral.unrealizedPnl(of, row), cost);
    long leverage = Shares.ppm(notional, Math.max(1, its));
    return profit > 0 ? Shares.times(profit, leverage) : Shares.divided(profit, leverage);
  }

  private void report(
      int account, int instrument, LiquidationStep step, long quantity, long price, long order) {
    machine
        .events
        .liquidated()
        .accountId(accounts.id(account))
        .equity(equity)
        .maintenanceMargin(maintenance)
        .quantity(quantity)
        .price(price)
        .orderId(order)
        .instrumentId(instrument)
        .step((short) step.ordinal());
  }

  public void write(SnapshotWriter out) {
    out.put(suspects.size());
    for (int row : suspects) {
      out.put(positions.account(row));
      out.put(positions.instrument(row));
      out.put(positions.side(row).ordinal());
    }
  }

  public void read(SnapshotReader in) {
    for (int i = 0, n = in.getCount(Positions.MAX); i < n; i++) {
      int row =
          positions.find((int) in.get(), (int) in.get(), PositionSide.values()[(int) in.get()]);
      suspected.add(row);
      suspects.addLast(row);
    }
  }
}
