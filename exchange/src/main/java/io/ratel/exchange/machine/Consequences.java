package io.ratel.exchange.machine;

import io.ratel.exchange.Answer;
import io.ratel.exchange.order.Groups;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.trigger.FiredHandler;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;
import java.util.Arrays;

/**
 * What follows from a command before the next one: legs learn of fills, triggered orders go to the
 * market, their trades trigger others, accounts under water are liquidated. Bounded: what one
 * command leaves over, the next one goes on with, in the same sequence.
 */
public final class Consequences implements FiredHandler {
  /** Steps after one command; part of what the log means. Only a test sets it, to see it bind. */
  public int maxSteps = 4_096;

  /** Bytes of events after which the rest is left to the next command; the log has a bound. */
  private static final int MAX_BLOCK = 1 << 18;

  private final Machine machine;
  private final Answer answer = new Answer();
  private final OrderTerms terms = new OrderTerms();

  /** Orders that were triggered and have not gone to the market yet: packed, in a ring. */
  private long[] fired = new long[OrderTerms.WORDS * 16];

  private int firedHead;
  private int firedCount;

  private long firedAt;
  private long asked;

  public Consequences(Machine machine) {
    this.machine = machine;
  }

  /** Triggered orders that have not gone to the market yet. */
  int due() {
    return firedCount;
  }

  /** Does what follows. */
  public void run() {
    for (int step = 0; step < maxSteps && machine.events.length() < MAX_BLOCK; step++) {
      Listing crossing = machine.listings.nextCrossing();
      if (crossing != null) {
        machine.states.cross(crossing); // until it is done, nothing else may go to its market
      } else if (machine.aftermath.poll()) {
        hear(machine.aftermath.order, machine.aftermath.lots, machine.aftermath.gone);
      } else if (firedCount > 0) {
        firedTerms(0, terms);
        firedHead = (firedHead + 1) % (fired.length / OrderTerms.WORDS);
        firedCount--;
        activate(terms);
      } else {
        Listing of = machine.listings.nextRestless();
        if (of != null) {
          machine.watch.look(of, this);
        } else if (!machine.liquidations.step()) {
          return;
        }
      }
    }
  }

  /** An order that others know of has traded, or is over. */
  private void hear(long order, long lots, boolean gone) {
    int group = machine.groups.find(order);
    if (group == Groups.NONE) {
      machine.parents.hear(order, gone);
    } else if (order == machine.groups.entry(group)) {
      machine.groups.fill(group, lots);
      if (gone) {
        protect(group, order);
      }
    } else if (gone) {
      long other =
          order == machine.groups.profit(group)
              ? machine.groups.stop(group)
              : machine.groups.profit(group);
      machine.groups.leave(group, order);
      if (other != 0) {
        machine.groups.leave(group, other);
        machine.cancels.cancelById(other, CancelReason.LINKED);
      }
    } else if (order == machine.groups.profit(group) && machine.groups.stop(group) != 0) {
      shrink(machine.groups.stop(group), lots);
    }
  }

  /** Takes what the profit side has closed off the stop, which is left with some. */
  private void shrink(long stop, long lots) {
    int place = machine.waiting.find(stop);
    if (place != WaitingOrders.NONE) {
      machine.waiting.terms(place, terms);
      if (terms.quantity > lots) {
        machine.waiting.replace(place, 0, 0, terms.quantity - lots);
        machine.cancels.reportTerms(
            stop,
            terms.account,
            machine.listings.get(terms.instrument),
            terms.price,
            terms.quantity - lots);
      }
    }
  }

  /** The entry is over: what it has filled is what the legs protect. */
  private void protect(int group, long entry) {
    long filled = machine.groups.filled(group);
    long profit = machine.groups.profit(group);
    long stop = machine.groups.stop(group);
    machine.groups.leave(group, entry);
    if (filled == 0) {
      drop(group, profit);
      drop(group, stop);
      return;
    }
    int place = stop == 0 ? WaitingOrders.NONE : machine.waiting.find(stop);
    if (place != WaitingOrders.NONE) {
      machine.waiting.terms(place, terms);
      Listing of = machine.listings.get(terms.instrument);
      // What was traded before it was armed is nothing to it.
      machine.watch.look(of, this);
      machine.waiting.terms(place, terms);
      machine.waiting.replace(place, 0, 0, filled);
      machine.waiting.arm(place, 0);
      armed(filled);
      machine.listings.look(of);
    }
    place = profit == 0 ? WaitingOrders.NONE : machine.waiting.find(profit);
    if (place != WaitingOrders.NONE) {
      machine.waiting.terms(place, terms);
      machine.waiting.remove(place);
      terms.quantity = filled;
      armed(filled);
      activate(terms);
    }
  }

  private void armed(long filled) {
    machine
        .events
        .orderArmed()
        .orderId(terms.id)
        .accountId(machine.accounts.id(terms.account))
        .quantity(filled);
  }

  private void drop(int group, long leg) {
    if (leg != 0) {
      machine.groups.leave(group, leg);
      machine.cancels.cancelById(leg, CancelReason.LINKED);
    }
  }

  /** A triggered stop leaves its group, and the profit side with it: neither trades for both. */
  private void leaveGroup(OrderTerms t) {
    int group = machine.groups.find(t.id);
    if (group != Groups.NONE && t.id == machine.groups.stop(group)) {
      t.group = 0;
      drop(group, machine.groups.profit(group));
      machine.groups.leave(group, t.id);
    }
  }

  /** Lets an order go to the market that is known already; what cannot go is canceled. */
  private void activate(OrderTerms t) {
    Listing of = machine.listings.get(t.instrument);
    answer.reset(machine.commandId, machine.now);
    if (t.expiryNs != 0 && t.expiryNs <= machine.now) {
      machine.cancels.report(t.id, t.account, of.id, t.quantity, CancelReason.EXPIRED);
      refusedOfGroup(t);
      return;
    }
    boolean touched = t.type == OrderType.LIMIT_IF_TOUCHED && isReached(t.side, t.trigger, t.price);
    if (t.type.waits()) {
      boolean priced = t.type.isPriced();
      t.type = priced ? OrderType.LIMIT : OrderType.MARKET;
      t.timeInForce = priced || t.timeInForce == TimeInForce.FOK ? t.timeInForce : TimeInForce.IOC;
      t.trigger = 0;
    }
    asked = t.quantity;
    if (machine.door.isStopped(t.account, of)) {
      answer.refuse(RejectReason.TRADING_STOPPED);
    } else if (of.terms.isDealt()) {
      t.flags |= touched ? OrderTerms.TOUCHED : 0;
      if (t.type == OrderType.LIMIT && !touched && !machine.dealing.isWithin(t, of)) {
        waitForPrice(t);
        return;
      }
    }
    if (!answer.refused() && machine.placing.enter(t, of, answer)) {
      reportCut(t, of);
      machine.placing.go(t, of, answer);
    }
    if (answer.refused()) {
      machine.cancels.report(t.id, t.account, of.id, t.quantity, because(answer.reason));
      refusedOfGroup(t);
    }
    if (t.expiryNs != 0 && machine.orders.find(t.id) < 0) {
      machine.clock.forget(t.id);
    }
  }

  /** Tells when an order that may only reduce found less to reduce than it asked for. */
  private void reportCut(OrderTerms t, Listing of) {
    if (t.quantity != asked) {
      machine.cancels.reportTerms(t.id, t.account, of, t.price, t.quantity);
    }
  }

  private static boolean isReached(Side side, long price, long limit) {
    return side == Side.BUY ? price <= limit : price >= limit;
  }

  /** The house would deal beyond the limit, so the limit waits until the mark is there. */
  private void waitForPrice(OrderTerms t) {
    t.type = OrderType.LIMIT_IF_TOUCHED;
    t.trigger = t.price;
    machine.waiting.add(t, true);
  }

  /** A leg that cannot go leaves the other in force; an entry that cannot takes its legs along. */
  private void refusedOfGroup(OrderTerms t) {
    int group = t.group == 0 ? Groups.NONE : machine.groups.find(t.id);
    if (group != Groups.NONE && machine.groups.entry(group) == t.id) {
      machine.aftermath.gone(t.id);
    } else if (group != Groups.NONE) {
      machine.groups.leave(group, t.id);
    }
  }

  private static CancelReason because(RejectReason reason) {
    return switch (reason) {
      case INSUFFICIENT_FUNDS, INSUFFICIENT_MARGIN, VALUE_TOO_LARGE ->
          CancelReason.INSUFFICIENT_FUNDS;
      case NOTHING_TO_REDUCE -> CancelReason.REDUCE_ONLY;
      case NO_LIQUIDITY -> CancelReason.NO_LIQUIDITY;
      case TRADING_STOPPED -> CancelReason.KILLED;
      default -> CancelReason.NOT_ALLOWED;
    };
  }

  /** The price that the orders which fire next are told by. */
  public void firingAt(long price) {
    firedAt = price;
  }

  @Override
  public void onFired(OrderTerms t) {
    machine
        .events
        .orderTriggered()
        .orderId(t.id)
        .accountId(machine.accounts.id(t.account))
        .price(firedAt)
        .instrumentId(t.instrument);
    leaveGroup(t);
    if (firedCount == fired.length / OrderTerms.WORDS) {
      long[] larger = Arrays.copyOf(fired, fired.length * 2);
      System.arraycopy(fired, 0, larger, fired.length, firedHead * OrderTerms.WORDS);
      fired = larger;
    }
    t.pack(fired, wordOf(firedCount++));
  }

  /** The place of a triggered order that has not gone to its market yet, -1 when it has. */
  int findFired(long id) {
    for (int place = 0; place < firedCount; place++) {
      if (fired[wordOf(place)] == id) {
        return place;
      }
    }
    return -1;
  }

  /** What is triggered and has not gone to its market yet, the first to go at place 0. */
  void firedTerms(int place, OrderTerms into) {
    into.unpack(fired, wordOf(place));
  }

  /** Takes out a triggered order; those behind it move up. */
  void removeFired(int place) {
    for (int i = place + 1; i < firedCount; i++) {
      System.arraycopy(fired, wordOf(i), fired, wordOf(i - 1), OrderTerms.WORDS);
    }
    firedCount--;
  }

  private int wordOf(int place) {
    return (firedHead + place) % (fired.length / OrderTerms.WORDS) * OrderTerms.WORDS;
  }

  @Override
  public void onTrigger(long id, long trigger) {
    machine.waiting.terms(machine.waiting.find(id), terms);
    machine.cancels.reportTrigger(id, terms.account, trigger);
  }

  public void write(SnapshotWriter out) {
    out.put(firedCount);
    for (int place = 0; place < firedCount; place++) {
      out.put(fired, wordOf(place), OrderTerms.WORDS);
    }
    machine.listings.writeRestless(out);
  }

  public void read(SnapshotReader in) {
    firedCount = in.getCount(WaitingOrders.MAX);
    fired = new long[OrderTerms.WORDS * Math.max(16, firedCount)];
    in.get(fired, 0, firedCount * OrderTerms.WORDS);
    machine.listings.readRestless(in);
  }
}
