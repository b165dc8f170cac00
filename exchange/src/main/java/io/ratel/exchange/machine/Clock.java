package io.ratel.exchange.machine;

import io.ratel.exchange.time.Timers;
import io.ratel.exchange.time.TradingCalendar;
import io.ratel.model.order.CancelReason;

/**
 * What is due. Time is that of the commands; before a command is applied, everything that was due
 * by then has been done, so that no order trades after its end.
 */
public final class Clock {
  // The kinds of timers: what is due at one moment is done in this sequence.
  private static final int EXPIRY = 0;
  private static final int STATE = 1;
  private static final int SETTLEMENT = 2;
  private static final int CANCEL_AFTER = 3;
  private static final int SLICE = 4;
  private static final int FINANCING = 5;
  private static final int SWEEP = 6;

  /** Things done before one command; what is left is due with the next. */
  private static final int MAX_DUE = 4_096;

  public static final long SWEEP_INTERVAL_NS = 300_000_000_000L;
  private static final long NS_PER_DAY = 86_400_000_000_000L;

  private final Machine machine;
  private final Timers timers;

  public Clock(Machine machine) {
    this.machine = machine;
    timers = machine.timers;
  }

  /** Does what is due. */
  public void run() {
    for (int i = 0; i < MAX_DUE && timers.pollDue(machine.now); i++) {
      due(timers.polledKind(), timers.polledId(), timers.polledNs());
    }
  }

  /** Time has passed: what was due is done, and markets are looked at that nobody traded in. */
  public void advance() {
    for (int i = 0; i < machine.listings.instrumentCount(); i++) {
      Listing of = machine.listings.get(i);
      if (of.isMargined()) {
        machine.listings.look(of);
      }
    }
    beginSweeps();
  }

  private void due(int kind, long id, long ns) {
    switch (kind) {
      case EXPIRY -> expired(id);
      case STATE -> machine.states.changeByCalendar(machine.listings.get((int) id));
      case SETTLEMENT -> machine.settlement.expire(machine.listings.get((int) id));
      case CANCEL_AFTER -> machine.cancels.cancelAll((int) id, CancelReason.DISCONNECTED);
      case SLICE -> machine.parents.slice(id);
      case FINANCING -> {
        machine.funding.chargeNight(machine.listings.get((int) id));
        timers.schedule(FINANCING, id, ns + NS_PER_DAY);
      }
      case SWEEP -> {
        machine.sweep.run();
        timers.schedule(SWEEP, 0, machine.now + SWEEP_INTERVAL_NS);
      }
      default -> throw new IllegalStateException("no timer is of kind " + kind);
    }
  }

  private void expired(long order) {
    if (!machine.cancels.cancelById(order, CancelReason.EXPIRED)) {
      machine.parents.expire(order);
    }
  }

  /** Has an order expire; {@link Timers#NEVER} lets it be. */
  public void expire(long order, long ns) {
    set(EXPIRY, order, ns);
  }

  /** When an order that has an end expires. */
  public long expiryNs(long order) {
    return timers.timeNs(EXPIRY, order);
  }

  /** The order is over before its time. */
  public void forget(long order) {
    timers.cancel(EXPIRY, order);
  }

  public void slice(long parent, long ns) {
    set(SLICE, parent, ns);
  }

  public void forgetSlices(long parent) {
    timers.cancel(SLICE, parent);
  }

  /** Arms or, with 0, disarms the switch of an account's session. */
  public void cancelAfter(int account, long timeoutNs) {
    if (timeoutNs == 0) {
      timers.cancel(CANCEL_AFTER, account);
    } else {
      timers.schedule(CANCEL_AFTER, account, machine.now + timeoutNs);
    }
  }

  /** Schedules what a market's terms and calendar bring. */
  public void follow(Listing of) {
    TradingCalendar calendar = of.calendar;
    long change = calendar == null ? Long.MAX_VALUE : calendar.nextChangeAfter(machine.now);
    set(STATE, of.id, change);
    set(SETTLEMENT, of.id, of.settled ? 0 : of.terms.expiryNs());
    boolean interest = of.terms.financingLongPpm() != 0 || of.terms.financingShortPpm() != 0;
    set(FINANCING, of.id, interest ? (machine.now / NS_PER_DAY + 1) * NS_PER_DAY : 0);
  }

  private void set(int kind, long id, long ns) {
    if (ns == 0 || ns == Timers.NEVER) {
      timers.cancel(kind, id);
    } else {
      timers.schedule(kind, id, ns);
    }
  }

  /** The regular sweeps begin when time does. */
  private void beginSweeps() {
    if (timers.timeNs(SWEEP, 0) == Timers.NEVER) {
      timers.schedule(SWEEP, 0, machine.now + SWEEP_INTERVAL_NS);
    }
  }
}
