package io.ratel.exchange.house;

import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.position.Positions;
import io.ratel.model.order.OrderType;

/**
 * A look, every five minutes, at every waiting order and every position: none may be past its
 * trigger or below its margin. It finds nothing as long as the machine does its work, which is why
 * it tells what it found.
 */
public final class Sweep {
  private final Machine machine;
  private final OrderTerms terms = new OrderTerms();
  private long orders;
  private long breaches;

  public Sweep(Machine machine) {
    this.machine = machine;
  }

  public void run() {
    orders = 0;
    breaches = 0;
    machine.waiting.forEach(this::lookAtOrder);
    long positions = 0;
    for (int i = 0; i < machine.listings.instrumentCount(); i++) {
      positions += lookAtPositions(machine.listings.get(i));
    }
    machine.events.swept().orders(orders).positions(positions).breaches(breaches);
  }

  private void lookAtOrder(int place) {
    orders++;
    if (!machine.waiting.isArmed(place)) {
      return;
    }
    machine.waiting.terms(place, terms);
    Listing of = machine.listings.get(terms.instrument);
    boolean byMark = terms.has(OrderTerms.BY_MARK);
    long price = byMark ? (of.trusted ? of.mark : 0) : of.lastTrade;
    boolean unset = terms.type == OrderType.TRAILING_STOP && terms.trigger == 0;
    if (price == 0 || unset) {
      return;
    }
    boolean past =
        terms.type.triggersOnFall(terms.side) ? price <= terms.trigger : price >= terms.trigger;
    if (past) {
      breaches++;
      machine.listings.look(of);
    }
  }

  private long lookAtPositions(Listing of) {
    Positions positions = machine.positions;
    long seen = 0;
    for (int row = positions.firstOfInstrument(of.id);
        row != Positions.NONE;
        row = positions.nextOfInstrument(row)) {
      seen += positions.quantity(row) == 0 ? 0 : 1;
      if (machine.liquidations.isUnderWater(row)) {
        breaches++;
        machine.liquidations.consider(positions.account(row), of, row);
      }
    }
    return seen;
  }
}
