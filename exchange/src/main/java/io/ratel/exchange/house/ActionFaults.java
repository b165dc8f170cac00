package io.ratel.exchange.house;

import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.corporateaction.Dividend;
import io.ratel.exchange.corporateaction.Split;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.order.RejectReason;
import java.util.function.IntToLongFunction;

/**
 * Whether a corporate action is one that can be. Every number that would come of it is made once
 * before anything changes, so that one that does not fit is refused rather than met half-way.
 */
final class ActionFaults {
  private static final long MAX_RATIO = 1_000_000;

  private final Machine machine;
  private final OrderAdjustment adjustment;

  ActionFaults(Machine machine, OrderAdjustment adjustment) {
    this.machine = machine;
    this.adjustment = adjustment;
  }

  /** {@link RejectReason#NONE} when there is none. */
  RejectReason fault(Listing of, CorporateAction action) {
    if (of.settled || of.crossLeft > 0) {
      return RejectReason.NOT_IN_THIS_STATE;
    }
    boolean ratio = action.numerator() > 0 && action.denominator() > 0;
    boolean small = action.numerator() <= MAX_RATIO && action.denominator() <= MAX_RATIO;
    if (!ratio || !small || of.unitBase > Long.MAX_VALUE / action.denominator()) {
      return RejectReason.INVALID_RATIO; // what is less than a lot must be told exactly
    }
    if (action.amount() < 0 || action.amount() > Limits.SUPPLY / MAX_RATIO) {
      return RejectReason.INVALID_AMOUNT;
    }
    RejectReason fault =
        switch (action.kind()) {
          case SPLIT -> faultOfSplit(of, action);
          case DIVIDEND -> action.amount() == 0 ? RejectReason.INVALID_AMOUNT : RejectReason.NONE;
          case SPIN_OFF, RIGHTS -> faultOfOther(of, action);
          case SYMBOL_CHANGE -> faultOfSymbol(action.symbol());
        };
    return fault == RejectReason.NONE && !fits(of, action) ? RejectReason.VALUE_TOO_LARGE : fault;
  }

  /** What a split leaves of contracts must have a price, for which the insurance fund takes it. */
  private RejectReason faultOfSplit(Listing of, CorporateAction action) {
    if (of.isMargined() && action.denominator() != 1 && action.amount() == 0) {
      return RejectReason.INVALID_AMOUNT;
    }
    return of.isMargined() && !machine.positions.hasRoomFor(1)
        ? RejectReason.LIMIT_REACHED
        : RejectReason.NONE;
  }

  private RejectReason faultOfOther(Listing of, CorporateAction action) {
    Listing other = machine.listings.find(action.otherInstrumentId());
    if (other == null || other == of || of.isMargined() || other.isMargined()) {
      return RejectReason.UNKNOWN_INSTRUMENT;
    }
    boolean part = action.costPpm() >= 0 && action.costPpm() <= 1_000_000;
    return part && other.quoteId == of.quoteId ? RejectReason.NONE : RejectReason.INVALID_TERMS;
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

  /** Whether all that is given and paid stays within the range of its asset. */
  private boolean fits(Listing of, CorporateAction action) {
    Split ratio = new Split(action.numerator(), action.denominator());
    try {
      return switch (action.kind()) {
        case SPLIT ->
            adjustment.fits(of, action)
                && machine.parents.canSplit(of, ratio)
                && hasRoom(of.baseId, ratio.lots(given(of)) - given(of))
                && cashFits(of, row -> splitCash(ratio, row, action.amount()));
        case DIVIDEND -> {
          Dividend dividend = new Dividend(action.amount(), action.denominator());
          yield hasRoom(of.quoteId, dividend.cash(given(of), of.unitBase))
              && cashFits(of, row -> dividend.due(machine.positions.quantity(row)));
        }
        case SPIN_OFF, RIGHTS -> {
          Listing other = machine.listings.get(action.otherInstrumentId());
          long lots = Math.addExact(ratio.lots(given(of) / of.unitBase), 1);
          yield hasRoom(other.baseId, Math.multiplyExact(lots, other.unitBase))
              && cashFits(of, row -> splitCash(ratio, row, action.amount()));
        }
        case SYMBOL_CHANGE -> true;
      };
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** What there is of a market's base; contracts are no part of it. */
  private long given(Listing of) {
    return of.isMargined() ? 0 : -machine.ledger.total(Accounts.WORLD, of.baseId);
  }

  private boolean hasRoom(int asset, long more) {
    return more <= Limits.SUPPLY + machine.ledger.total(Accounts.WORLD, asset);
  }

  private long splitCash(Split ratio, int row, long lotValue) {
    Positions positions = machine.positions;
    return ratio.holding(positions.quantity(row), positions.cost(row), lotValue).cash();
  }

  /** Whether what the positions of a market are paid, or pay, adds up within the range. */
  private boolean cashFits(Listing of, IntToLongFunction cash) {
    Positions positions = machine.positions;
    long sum = 0;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      sum = Math.addExact(sum, Math.absExact(cash.applyAsLong(row)));
    }
    return hasRoom(of.quoteId, sum);
  }
}
