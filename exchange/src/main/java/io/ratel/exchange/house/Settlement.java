package io.ratel.exchange.house;

import io.ratel.exchange.Answer;
import io.ratel.exchange.Limits;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.position.Positions;
import io.ratel.exchange.wire.SettleDecoder;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.RejectReason;

/**
 * The end of an instrument: its orders go, and its positions on margin are closed at one price, the
 * profits paid by the clearing account, which the losses have filled.
 */
public final class Settlement {
  private final Machine machine;

  public Settlement(Machine machine) {
    this.machine = machine;
  }

  public void settle(SettleDecoder c, Answer answer) {
    Listing of = machine.listings.find(c.instrumentId());
    if (of == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
    } else if (of.settled || !of.isMargined()) {
      answer.refuse(RejectReason.NOT_IN_THIS_STATE);
    } else if (c.price() < 0 || (c.price() > 0 && of.value(1, c.price()) == Limits.SUPPLY)) {
      answer.refuse(RejectReason.INVALID_PRICE);
    } else if (c.price() == 0 && of.mark == 0) {
      answer.refuse(RejectReason.NO_MARK);
    } else {
      settle(of, c.price() == 0 ? of.mark : c.price());
    }
  }

  /** The instrument's time is over; without a mark its operator must settle it. */
  public void expire(Listing of) {
    if (of.settled) {
      return;
    }
    if (of.isMargined() && of.mark > 0) {
      settle(of, of.mark);
    } else {
      machine.cancels.cancelAllOf(of, CancelReason.EXPIRED);
      machine.states.change(of, TradingState.CLOSED);
    }
  }

  private void settle(Listing of, long price) {
    machine.cancels.cancelAllOf(of, CancelReason.SETTLED);
    machine.events.settled().price(price).instrumentId(of.id);
    Positions positions = machine.positions;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      if (positions.quantity(row) != 0) {
        // Everyone trades with the clearing account, whose own position ends flat.
        machine.crossing.settle(of, row, Accounts.CLEARING, price);
      }
    }
    of.settled = true;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      if (positions.account(row) >= Accounts.FIRST) {
        machine.liquidations.cover(positions.account(row), of);
      }
    }
    machine.states.change(of, TradingState.CLOSED);
    machine.clock.follow(of);
  }
}
