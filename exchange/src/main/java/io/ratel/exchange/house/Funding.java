package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.FundDecoder;
import io.ratel.model.account.MoveReason;
import io.ratel.model.money.Exact;
import io.ratel.model.order.RejectReason;
import java.math.RoundingMode;

/**
 * What positions cost while they are held. Funding goes from the longs of a perpetual to its shorts
 * or back; financing from everyone to the house or back. Who pays pays the fraction of a minor unit
 * too, who receives does without, and the insurance fund keeps the difference.
 */
public final class Funding {
  private static final long MILLION = 1_000_000;
  private static final long DAYS_PER_YEAR = 365;
  private static final long MAX_RATE_PPM = 100_000;

  private final Machine machine;

  public Funding(Machine machine) {
    this.machine = machine;
  }

  public void fund(FundDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
    } else if (!of.isMargined() || Math.abs((long) c.ratePpm()) > MAX_RATE_PPM) {
      answer.refuse(RejectReason.INVALID_TERMS);
    } else if (!of.hasFreshMark(machine.now)) {
      answer.refuse(RejectReason.NO_MARK);
    } else {
      fund(of, c.ratePpm());
    }
  }

  private void fund(Listing of, int ratePpm) {
    machine.events.funded().mark(of.mark).instrumentId(of.id).ratePpm(ratePpm);
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      long value = of.value(positions.quantity(row), of.mark);
      charge(of, positions.account(row), due(value, ratePpm, MILLION), MoveReason.FUNDING);
    }
    machine.listings.look(of);
  }

  /** What is to be paid, rounded up; what is to be received is negative and rounded down. */
  private static long due(long value, long rate, long per) {
    return value == 0 ? 0 : Exact.mulDiv(value, rate, per, RoundingMode.CEILING);
  }

  private void charge(Listing of, int account, long due, MoveReason reason) {
    machine.collateral.pay(account, Accounts.INSURANCE, of, due, reason);
    machine.accounts.realize(account, -due, machine.now);
  }

  /** Charges what a night costs; the house's own positions pay nothing. */
  public void chargeNight(Listing of) {
    if (of.settled || of.mark == 0) {
      return;
    }
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      int account = positions.account(row);
      if (account < Accounts.FIRST || positions.quantity(row) == 0) {
        continue;
      }
      boolean isLong = positions.quantity(row) > 0;
      long rate = isLong ? of.terms.financingLongPpm() : of.terms.financingShortPpm();
      long notional = Math.abs(of.value(positions.quantity(row), of.mark));
      long due = due(notional, rate, MILLION * DAYS_PER_YEAR);
      machine.collateral.pay(account, Accounts.DEALER, of, due, MoveReason.FINANCING);
      machine.accounts.realize(account, -due, machine.now);
    }
    machine.listings.look(of);
  }
}
