package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.codec.MarketBlocks;
import io.ratel.exchange.corporateaction.Dividend;
import io.ratel.exchange.corporateaction.Holding;
import io.ratel.exchange.corporateaction.Rights;
import io.ratel.exchange.corporateaction.SpinOff;
import io.ratel.exchange.corporateaction.Split;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.ApplyCorporateActionDecoder;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import java.util.function.IntConsumer;
import org.agrona.collections.LongArrayList;

/**
 * What companies do to their shares, at once for every holder, every position and every open order.
 * Shares come from the world and go to it, as does the cash: the issuer is outside.
 */
public final class CorporateActions {
  private final Machine machine;
  private final OrderAdjustment adjustment;
  private final ActionFaults faults;
  private final LongArrayList holders = new LongArrayList();

  public CorporateActions(Machine machine) {
    this.machine = machine;
    adjustment = new OrderAdjustment(machine);
    faults = new ActionFaults(machine, adjustment);
  }

  public void apply(ApplyCorporateActionDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return;
    }
    CorporateAction action;
    try {
      action = MarketBlocks.decode(c.action());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    RejectReason fault = faults.fault(of, action);
    if (fault != RejectReason.NONE) {
      answer.refuse(fault);
      return;
    }
    MarketBlocks.encode(
        action, machine.events.corporateActionApplied().instrumentId(of.id).action());
    switch (action.kind()) {
      case SPLIT -> split(of, new Split(action.numerator(), action.denominator()), action.amount());
      case DIVIDEND -> dividend(of, new Dividend(action.amount(), action.denominator()));
      case SPIN_OFF -> spinOff(of, machine.listings.get(action.otherInstrumentId()), action);
      case RIGHTS -> rights(of, machine.listings.get(action.otherInstrumentId()), action);
      case SYMBOL_CHANGE -> of.instrument = of.instrument.renamed(Symbol.of(action.symbol()));
    }
  }

  private void split(Listing of, Split ratio, long lotValue) {
    machine.parents.split(of, ratio);
    adjustment.takeOut(of);
    if (!of.isMargined()) {
      forEachHolder(of, account -> splitBalance(of, account, ratio, lotValue));
    }
    splitPositions(of, ratio, lotValue);
    of.split(ratio);
    adjustment.putBack(of, ratio);
    machine.listings.look(of);
  }

  /**
   * Positions in whole lots. On margin the fractions of longs and of shorts need not be as many:
   * the insurance fund takes the difference, for what the others were paid for it.
   */
  private void splitPositions(Listing of, Split ratio, long lotValue) {
    Positions positions = machine.positions;
    long lots = 0;
    long cash = 0;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      Holding held = ratio.holding(positions.quantity(row), positions.cost(row), lotValue);
      positions.adjust(row, held.lots(), held.cost());
      if (held.realizedPnl() != 0) {
        positions.realize(row, held.realizedPnl());
      }
      lots += held.lots();
      cash += held.cash();
      if (of.isMargined()) {
        int account = positions.account(row);
        machine.collateral.pay(
            Accounts.CLEARING, account, of, held.realizedPnl(), MoveReason.CASH_IN_LIEU);
        machine.collateral.settleMargin(of, account, row);
      }
    }
    if (of.isMargined() && lots != 0) {
      Side side = lots < 0 ? Side.BUY : Side.SELL;
      machine.collateral.tradeOnMargin(
          of, Accounts.INSURANCE, side, false, Math.abs(lots), Math.abs(cash));
    } else if (of.isMargined()) {
      machine.collateral.pay(
          Accounts.INSURANCE, Accounts.CLEARING, of, cash, MoveReason.CASH_IN_LIEU);
    }
  }

  private void splitBalance(Listing of, int account, Split ratio, long lotValue) {
    long before = machine.ledger.total(account, of.baseId);
    Split.Owned after = ratio.owned(before, of.unitBase, lotValue);
    machine.collateral.moveSigned(
        Accounts.WORLD, account, of.baseId, after.base() - before, of.id, MoveReason.SPLIT);
    machine.collateral.pay(Accounts.WORLD, account, of, after.cash(), MoveReason.CASH_IN_LIEU);
  }

  private void dividend(Listing of, Dividend dividend) {
    if (of.isMargined()) {
      long paid = 0;
      Positions positions = machine.positions;
      for (int row = positions.firstOfInstrument(of.id);
          row != Positions.NONE;
          row = positions.nextOfInstrument(row)) {
        long due = dividend.due(positions.quantity(row));
        machine.collateral.pay(
            Accounts.CLEARING, positions.account(row), of, due, MoveReason.DIVIDEND);
        paid += due;
      }
      // Longs and shorts have as many lots: what is left are the fractions.
      machine.collateral.pay(Accounts.CLEARING, Accounts.INSURANCE, of, -paid, MoveReason.DIVIDEND);
    } else {
      forEachHolder(
          of,
          account -> {
            long cash = dividend.cash(machine.ledger.total(account, of.baseId), of.unitBase);
            machine.collateral.pay(Accounts.WORLD, account, of, cash, MoveReason.DIVIDEND);
          });
    }
    adjustment.lower(of, dividend.perLot());
    machine.listings.look(of);
  }

  /** Gives holders lots of another company, which take a part of the cost with them. */
  private void spinOff(Listing of, Listing other, CorporateAction action) {
    SpinOff ratio = new SpinOff(action.numerator(), action.denominator(), action.costPpm());
    forEachHolder(
        of,
        account -> {
          long lots = machine.ledger.total(account, of.baseId) / of.unitBase;
          Holding given = ratio.child(lots, 0, action.amount());
          give(other, account, given.lots(), MoveReason.SPIN_OFF);
          machine.collateral.pay(
              Accounts.WORLD, account, of, given.cash(), MoveReason.CASH_IN_LIEU);
          int row = held(of, account);
          if (row != Positions.NONE) {
            long cost = machine.positions.cost(row);
            Holding child = ratio.child(machine.positions.quantity(row), cost, action.amount());
            moveCost(other, account, row, ratio.parentCost(cost), child);
          }
        });
  }

  /**
   * Gives holders rights to buy new lots. With the price of those the rights have a value: as much
   * of the cost goes with them, and open orders fall by it, as by a dividend.
   */
  private void rights(Listing of, Listing other, CorporateAction action) {
    long before = of.reference() * of.unitValue;
    boolean priced = action.amount() > 0 && before > 0;
    Rights rights =
        new Rights(action.numerator(), action.denominator(), Math.max(1, action.amount()));
    forEachHolder(
        of,
        account -> {
          long lots = machine.ledger.total(account, of.baseId) / of.unitBase;
          give(other, account, rights.granted(lots), MoveReason.RIGHTS);
          int row = held(of, account);
          if (row != Positions.NONE) {
            long cost = machine.positions.cost(row);
            long moved = priced ? rights.cost(cost, before) : 0;
            long granted = rights.granted(machine.positions.quantity(row));
            moveCost(other, account, row, cost - moved, new Holding(granted, moved, 0, 0));
          }
        });
    if (priced && rights.rightValue(before) > 0) {
      adjustment.lower(of, rights.rightValue(before));
    }
  }

  private void give(Listing other, int account, long lots, MoveReason reason) {
    machine.collateral.moveSigned(
        Accounts.WORLD, account, other.baseId, lots * other.unitBase, other.id, reason);
  }

  /** The row of a holder's position, if it is one. */
  private int held(Listing of, int account) {
    int row = machine.positions.find(account, of.id, PositionSide.NET);
    return row == Positions.NONE || machine.positions.quantity(row) <= 0 ? Positions.NONE : row;
  }

  /** What goes with the new lots leaves the old ones; without new lots everything stays. */
  private void moveCost(Listing other, int account, int row, long kept, Holding child) {
    Positions positions = machine.positions;
    if (child.lots() == 0 || !positions.hasRoomFor(1)) {
      return;
    }
    positions.adjust(row, positions.quantity(row), kept);
    int to = positions.obtain(account, other.id, PositionSide.NET);
    positions.trade(
        to, Side.BUY, child.lots(), child.cost(), machine.accounts.config(account).costMethod());
    if (child.realizedPnl() != 0) {
      positions.realize(to, child.realizedPnl());
    }
  }

  /** Everyone but the world who has some of the base asset, by the age of the balances. */
  private void forEachHolder(Listing of, IntConsumer handler) {
    holders.clear();
    machine.ledger.forEachRow(
        (account, asset, total, held) -> {
          if (asset == of.baseId && account != Accounts.WORLD && total > 0) {
            holders.addLong(account);
          }
        });
    for (int i = 0; i < holders.size(); i++) {
      handler.accept((int) holders.getLong(i));
    }
  }
}
