package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.account.Accounts;
import io.ratel.exchange.account.RestingLists;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.exchange.wire.CancelOrderDecoder;
import io.ratel.exchange.wire.CancelOrdersDecoder;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import java.util.Arrays;

/** How orders leave before they are filled: one, many, or a part of one. */
public final class Cancels {
  private static final int ALL_INSTRUMENTS = -1;
  private static final int BOTH_SIDES = 2;

  /** Which orders are meant. */
  @FunctionalInterface
  private interface Fit {
    boolean fits(int instrument, Side side);
  }

  private final Machine machine;
  private final Orders orders;
  private final WaitingOrders waiting;
  private final RestingLists resting;
  private final Accounts accounts;
  private final OrderTerms scratch = new OrderTerms();
  private long[] ids = new long[64];
  private int count;

  public Cancels(Machine machine) {
    this.machine = machine;
    orders = machine.orders;
    waiting = machine.waiting;
    resting = machine.resting;
    accounts = machine.accounts;
  }

  public void cancel(CancelOrderDecoder c, Answer answer) {
    int slot = orders.find(c.orderId());
    answer.status = OrderStatus.CANCELED;
    if (slot != Orders.NONE && accounts.id((int) orders.account(slot)) == c.accountId()) {
      answer.id = c.orderId();
      answer.filled = orders.quantity(slot) - orders.remaining(slot);
      answer.turnover = orders.turnover(slot);
      cancel(slot, CancelReason.REQUESTED);
      return;
    }
    int account = accounts.find(c.accountId());
    int place = waiting.find(c.orderId());
    if (place != WaitingOrders.NONE) {
      waiting.terms(place, scratch);
      if (scratch.account == account) {
        answer.id = c.orderId();
        cancelWaiting(place, CancelReason.REQUESTED);
        return;
      }
    }
    place = machine.consequences.findFired(c.orderId());
    if (place >= 0) {
      machine.consequences.firedTerms(place, scratch);
      if (scratch.account == account) {
        answer.id = c.orderId();
        cancelFired(place, CancelReason.REQUESTED);
        return;
      }
    }
    if (machine.parents.cancel(c.orderId(), account, CancelReason.REQUESTED, answer)) {
      return;
    }
    // Whether it ever existed is for the door to say: the machine forgets what is over.
    answer.refuse(RejectReason.ORDER_NOT_OPEN);
  }

  /** Takes a resting order out of its book. */
  public void cancel(int slot, CancelReason reason) {
    Listing of = machine.listings.get(orders.instrument(slot));
    int account = (int) orders.account(slot);
    Side side = orders.side(slot);
    long price = orders.price(slot);
    long remaining = orders.remaining(slot);
    int flags = orders.flags(slot);
    long id = orders.id(slot);
    machine.collateral.release(of, slot, remaining, 0);
    report(id, account, of.id, remaining, reason);
    resting.remove(account, slot);
    of.book.cancel(slot);
    of.crossDisturbed = of.crossLeft > 0;
    machine.listings.touch(of, side, price, flags);
    over(id, flags);
  }

  /** Tells whom it concerns that an order is over. */
  public void over(long id, int flags) {
    if (Resting.has(flags, Resting.EXPIRES)) {
      machine.clock.forget(id);
    }
    if (Resting.has(flags, Resting.RELATED)) {
      machine.aftermath.gone(id);
    }
  }

  /** Takes out an order that waits. */
  public void cancelWaiting(int place, CancelReason reason) {
    waiting.terms(place, scratch);
    waiting.remove(place);
    canceled(reason);
  }

  /** Takes out an order that was triggered and has not gone to its market yet. */
  private void cancelFired(int place, CancelReason reason) {
    machine.consequences.firedTerms(place, scratch);
    machine.consequences.removeFired(place);
    canceled(reason);
  }

  /** Tells of an order that never came to its market. */
  private void canceled(CancelReason reason) {
    report(scratch.id, scratch.account, scratch.instrument, scratch.quantity, reason);
    if (scratch.expiryNs != 0) {
      machine.clock.forget(scratch.id);
    }
    if (scratch.group != 0) {
      machine.aftermath.gone(scratch.id);
    }
  }

  /** Takes lots off a resting order, which keeps its place; some are left. */
  public void shrink(int slot, long by) {
    Listing of = machine.listings.get(orders.instrument(slot));
    long remaining = orders.remaining(slot);
    long price = orders.price(slot);
    machine.collateral.release(of, slot, remaining, remaining - by);
    of.book.reduce(slot, by);
    of.crossDisturbed = of.crossLeft > 0;
    machine.listings.touch(of, orders.side(slot), price, orders.flags(slot));
    reportTerms(orders.id(slot), (int) orders.account(slot), of, price, orders.quantity(slot));
  }

  public void cancelAll(CancelOrdersDecoder c, Answer answer) {
    int account = accounts.find(c.accountId());
    if (account < Accounts.FIRST) {
      answer.refuse(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (c.instrumentId() != ALL_INSTRUMENTS && machine.listings.find(c.instrumentId()) == null) {
      answer.refuse(RejectReason.UNKNOWN_INSTRUMENT);
      return;
    }
    if (c.side() > BOTH_SIDES) {
      answer.refuse(RejectReason.MALFORMED);
      return;
    }
    answer.filled = cancelAll(account, c.instrumentId(), c.side(), CancelReason.REQUESTED);
  }

  /** Cancels everything open of an account; returns how many orders that were. */
  public long cancelAll(int account, CancelReason reason) {
    return cancelAll(account, ALL_INSTRUMENTS, BOTH_SIDES, reason);
  }

  /** Cancels what fits, the oldest first. */
  public long cancelAll(int account, int instrument, int side, CancelReason reason) {
    noteOfAccount(account, (its, of) -> fits(its, of, instrument, side));
    long canceled = cancelNoted(reason);
    return canceled + machine.parents.cancelAll(account, instrument, side, reason);
  }

  /** Cancels an account's orders on margin in an asset, the oldest first. */
  public long cancelMargined(int account, int asset, CancelReason reason) {
    noteOfAccount(account, (instrument, side) -> isMargined(instrument, asset));
    return cancelNoted(reason);
  }

  /** Notes an account's orders that fit, wherever they are. */
  private void noteOfAccount(int account, Fit fit) {
    count = 0;
    for (int slot = resting.first(account); slot != Orders.NONE; slot = resting.next(slot)) {
      if (fit.fits(orders.instrument(slot), orders.side(slot))) {
        note(orders.id(slot));
      }
    }
    waiting.forEachOfAccount(
        account,
        place -> {
          waiting.terms(place, scratch);
          if (fit.fits(scratch.instrument, scratch.side)) {
            note(scratch.id);
          }
        });
    for (int place = 0; place < machine.consequences.due(); place++) {
      machine.consequences.firedTerms(place, scratch);
      if (scratch.account == account && fit.fits(scratch.instrument, scratch.side)) {
        note(scratch.id);
      }
    }
  }

  private boolean isMargined(int instrument, int asset) {
    Listing of = machine.listings.get(instrument);
    return of.isMargined() && of.quoteId == asset;
  }

  /** Cancels everything open of an instrument, the oldest first. */
  public void cancelAllOf(Listing of, CancelReason reason) {
    count = 0;
    for (Side side : Side.values()) {
      of.book.forEachOrder(side, slot -> note(orders.id(slot)));
    }
    waiting.forEachOfInstrument(
        of.id,
        place -> {
          waiting.terms(place, scratch);
          note(scratch.id);
        });
    for (int place = 0; place < machine.consequences.due(); place++) {
      machine.consequences.firedTerms(place, scratch);
      if (scratch.instrument == of.id) {
        note(scratch.id);
      }
    }
    cancelNoted(reason);
    machine.parents.cancelAllOf(of.id, reason);
  }

  private static boolean fits(int instrument, Side side, int wanted, int wantedSide) {
    return (wanted == ALL_INSTRUMENTS || wanted == instrument)
        && (wantedSide == BOTH_SIDES || wantedSide == side.ordinal());
  }

  private void note(long id) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
    }
    ids[count++] = id;
  }

  private long cancelNoted(CancelReason reason) {
    // What follows from a cancel may note others, so the list is taken first.
    long[] noted = Arrays.copyOf(ids, count);
    Arrays.sort(noted);
    long canceled = 0;
    for (long id : noted) {
      canceled += cancelById(id, reason) ? 1 : 0;
    }
    return canceled;
  }

  /** Cancels an order that rests, waits or is about to go to its market; false when it is over. */
  public boolean cancelById(long id, CancelReason reason) {
    int slot = orders.find(id);
    if (slot != Orders.NONE) {
      cancel(slot, reason);
      return true;
    }
    int place = waiting.find(id);
    if (place != WaitingOrders.NONE) {
      cancelWaiting(place, reason);
      return true;
    }
    place = machine.consequences.findFired(id);
    if (place >= 0) {
      cancelFired(place, reason);
      return true;
    }
    return false;
  }

  public void report(long order, int account, int instrument, long remaining, CancelReason reason) {
    machine.events.orderCanceled(order, accounts.id(account), remaining, instrument, reason);
  }

  /** Tells what an open order now asks for. */
  public void reportTerms(long order, int account, Listing of, long price, long quantity) {
    machine.events.orderReplaced(order, accounts.id(account), price, quantity, of.id);
  }

  /** Tells that a waiting order has another trigger. */
  public void reportTrigger(long order, int account, long trigger) {
    machine.events.triggerMoved().orderId(order).accountId(accounts.id(account)).trigger(trigger);
  }
}
