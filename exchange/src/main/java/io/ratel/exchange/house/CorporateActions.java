package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.codec.MarketBlocks;
import io.ratel.exchange.corporateaction.Holding;
import io.ratel.exchange.corporateaction.SpinOff;
import io.ratel.exchange.corporateaction.Split;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.ApplyCorporateActionDecoder;
import io.ratel.model.account.MoveReason;
import io.ratel.model.account.PositionSide;
import io.ratel.model.instrument.CorporateActionKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.money.Exact;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import java.math.RoundingMode;
import java.util.function.IntConsumer;
import org.agrona.collections.LongArrayList;

/**
 * What companies do to their shares, at once for every holder, every position and every open order.
 * Shares come from the world and go to it, as does the cash: the issuer is outside.
 */
public final class CorporateActions {
  private static final long MAX_RATIO = 1_000_000;

  private final Machine machine;
  private final OrderAdjustment adjustment;
  private final LongArrayList holders = new LongArrayList();

  public CorporateActions(Machine machine) {
    this.machine = machine;
    adjustment = new OrderAdjustment(machine);
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
    RejectReason fault = fault(of, action);
    if (fault != RejectReason.NONE) {
      answer.refuse(fault);
      return;
    }
    MarketBlocks.encode(
        action, machine.events.corporateActionApplied().instrumentId(of.id).action());
    switch (action.kind()) {
      case SPLIT -> split(of, new Split(action.numerator(), action.denominator()), action.amount());
      case DIVIDEND -> dividend(of, action.amount());
      case SPIN_OFF, RIGHTS ->
          distribute(of, machine.listings.get(action.otherInstrumentId()), action);
      case SYMBOL_CHANGE -> of.instrument = of.instrument.renamed(Symbol.of(action.symbol()));
    }
  }

  private RejectReason fault(Listing of, CorporateAction action) {
    if (of.settled || of.crossLeft > 0) {
      return RejectReason.NOT_IN_THIS_STATE;
    }
    boolean ratio = action.numerator() > 0 && action.denominator() > 0;
    boolean small = action.numerator() <= MAX_RATIO && action.denominator() <= MAX_RATIO;
    if (!ratio || !small) {
      return RejectReason.INVALID_RATIO;
    }
    if (action.amount() < 0 || action.amount() > Limits.SUPPLY / MAX_RATIO) {
      return RejectReason.INVALID_AMOUNT;
    }
    return switch (action.kind()) {
      case SPLIT -> faultOfSplit(of, action);
      case DIVIDEND -> action.amount() == 0 ? RejectReason.INVALID_AMOUNT : RejectReason.NONE;
      case SPIN_OFF, RIGHTS -> faultOfOther(of, action);
      case SYMBOL_CHANGE -> faultOfSymbol(action.symbol());
    };
  }

  /** Contracts must stay whole on both sides, so that longs and shorts stay equal. */
  private RejectReason faultOfSplit(Listing of, CorporateAction action) {
    boolean whole = action.denominator() == 1;
    if (of.isMargined() && !whole) {
      return RejectReason.INVALID_RATIO;
    }
    return adjustment.fits(of, action) && supplyFits(of, action)
        ? RejectReason.NONE
        : RejectReason.VALUE_TOO_LARGE;
  }

  /** No balance of the shares may leave the range. */
  private boolean supplyFits(Listing of, CorporateAction action) {
    long given = of.isMargined() ? 0 : -machine.ledger.total(Accounts.WORLD, of.baseId);
    return given / action.denominator() <= Limits.SUPPLY / action.numerator() - 1;
  }

  private RejectReason faultOfOther(Listing of, CorporateAction action) {
    Listing other = machine.listings.find(action.otherInstrumentId());
    if (other == null || other == of || of.isMargined() || other.isMargined()) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    if (action.costPpm() < 0 || action.costPpm() > 1_000_000 || other.quoteId != of.quoteId) {
      return RejectReason.INVALID_TERMS;
    }
    return supplyFits(of, action) ? RejectReason.NONE : RejectReason.VALUE_TOO_LARGE;
  }

  private RejectReason faultOfSymbol(String text) {
    try {
      return machine.listings.isTaken(Symbol.of(text))
          ? RejectReason.ALREADY_LISTED
          : RejectReason.NONE;
    } catch (IllegalArgumentException e) {
      return RejectReason.INVALID_TERMS;
    }
  }

  private void split(Listing of, Split ratio, long lotValue) {
    machine.parents.cancelAllOf(of.id, CancelReason.CORPORATE_ACTION);
    adjustment.takeOut(of);
    if (!of.isMargined()) {
      forEachHolder(of, account -> splitBalance(of, account, ratio, lotValue));
    }
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      Holding held = ratio.holding(positions.quantity(row), positions.cost(row), lotValue);
      positions.adjust(row, held.lots(), held.cost());
      if (held.realizedPnl() != 0) {
        positions.realize(row, held.realizedPnl());
      }
      if (of.isMargined()) {
        machine.collateral.settleMargin(of, positions.account(row), row);
      }
    }
    of.split(ratio);
    adjustment.putBack(of, ratio);
  }

  /** Shares in whole lots, the rest of a lot in cash. */
  private void splitBalance(Listing of, int account, Split ratio, long lotValue) {
    long before = machine.ledger.total(account, of.baseId);
    long after = Exact.mulDiv(before, ratio.numerator(), ratio.denominator(), RoundingMode.DOWN);
    long wholeLots = after / of.unitBase * of.unitBase;
    long rest = after - wholeLots;
    long cash = rest == 0 ? 0 : Exact.mulDiv(rest, lotValue, of.unitBase, RoundingMode.DOWN);
    long kept = cash > 0 ? wholeLots : after;
    machine.collateral.moveSigned(
        Accounts.WORLD, account, of.baseId, kept - before, of.id, MoveReason.SPLIT);
    machine.collateral.pay(Accounts.WORLD, account, of, cash, MoveReason.CASH_IN_LIEU);
  }

  private void dividend(Listing of, long perLot) {
    if (of.isMargined()) {
      Positions positions = machine.positions;
      for (int row = positions.firstOfInstrument(of.id);
          row != Positions.NONE;
          row = positions.nextOfInstrument(row)) {
        // What longs receive is what shorts pay: their lots are equal.
        long due = Math.multiplyExact(positions.quantity(row), perLot);
        machine.collateral.pay(
            Accounts.CLEARING, positions.account(row), of, due, MoveReason.DIVIDEND);
      }
    } else {
      forEachHolder(
          of,
          account -> {
            long shares = machine.ledger.total(account, of.baseId);
            long cash = Exact.mulDiv(shares, perLot, of.unitBase, RoundingMode.DOWN);
            machine.collateral.pay(Accounts.WORLD, account, of, cash, MoveReason.DIVIDEND);
          });
    }
    adjustment.lower(of, perLot);
  }

  /** Gives holders lots of another instrument, which take a part of the cost with them. */
  private void distribute(Listing of, Listing other, CorporateAction action) {
    MoveReason reason =
        action.kind() == CorporateActionKind.RIGHTS ? MoveReason.RIGHTS : MoveReason.SPIN_OFF;
    forEachHolder(
        of,
        account -> {
          long shares = machine.ledger.total(account, of.baseId);
          long lots = given(shares / of.unitBase, action);
          machine.collateral.moveSigned(
              Accounts.WORLD, account, other.baseId, lots * other.unitBase, other.id, reason);
          moveCost(of, other, account, action);
        });
  }

  private static long given(long lots, CorporateAction action) {
    return new Split(action.numerator(), action.denominator()).lots(lots);
  }

  private void moveCost(Listing of, Listing other, int account, CorporateAction action) {
    Positions positions = machine.positions;
    int row = positions.find(account, of.id, PositionSide.NET);
    if (row == Positions.NONE || positions.quantity(row) <= 0) {
      return;
    }
    long lots = given(positions.quantity(row), action);
    SpinOff spinOff = new SpinOff(action.numerator(), action.denominator(), action.costPpm());
    long kept = spinOff.parentCost(positions.cost(row));
    if (lots == 0 || !positions.hasRoomFor(1)) {
      return;
    }
    long moved = positions.cost(row) - kept;
    positions.adjust(row, positions.quantity(row), kept);
    int child = positions.obtain(account, other.id, PositionSide.NET);
    positions.trade(child, Side.BUY, lots, moved, machine.accounts.config(account).costMethod());
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
