package io.ratel.exchange;

import io.ratel.exchange.order.Groups;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.trigger.FiredHandler;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.model.order.CancelReason;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.RejectReason;
import io.ratel.model.order.TimeInForce;
import java.util.ArrayDeque;

/**
 * What follows from a command before the next one: legs learn of fills, triggered orders go to the
 * market, their trades trigger others, accounts under water are liquidated. Bounded: what one
 * command leaves over, the next one goes on with, in the same sequence.
 */
final class Consequences implements FiredHandler {
  /** Steps after one command. */
  private static final int MAX_STEPS = 4_096;

  /** Bytes of events after which the rest is left to the next command; the log has a bound. */
  private static final int MAX_BLOCK = 1 << 18;

  private final Exchange exchange;
  private final Answer answer = new Answer();
  private final OrderTerms terms = new OrderTerms();

  /** Orders that were triggered and have not gone to the market yet, packed. */
  private final ArrayDeque<long[]> fired = new ArrayDeque<>();

  private long firedAt;

  Consequences(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Does what follows. */
  void run() {
    for (int step = 0; step < MAX_STEPS && exchange.events.length() < MAX_BLOCK; step++) {
      if (exchange.aftermath.poll()) {
        hear(exchange.aftermath.order, exchange.aftermath.lots, exchange.aftermath.gone);
      } else if (!fired.isEmpty()) {
        terms.unpack(fired.removeFirst(), 0);
        leaveGroup();
        activate(terms);
      } else {
        Listing of = exchange.listings.nextRestless();
        if (of != null) {
          exchange.watch.look(of, this);
        } else if (!exchange.liquidations.step()) {
          return;
        }
      }
    }
  }

  /** An order that others know of has traded, or is over. */
  private void hear(long order, long lots, boolean gone) {
    int group = exchange.groups.find(order);
    if (group == Groups.NONE) {
      exchange.parents.hear(order, lots, gone);
    } else if (order == exchange.groups.entry(group)) {
      exchange.groups.fill(group, lots);
      if (gone) {
        protect(group, order);
      }
    } else if (gone) {
      long other =
          order == exchange.groups.profit(group)
              ? exchange.groups.stop(group)
              : exchange.groups.profit(group);
      exchange.groups.leave(group, order);
      if (other != 0) {
        exchange.groups.leave(group, other);
        exchange.cancels.cancelById(other, CancelReason.LINKED);
      }
    } else if (order == exchange.groups.profit(group) && exchange.groups.stop(group) != 0) {
      shrink(exchange.groups.stop(group), lots);
    }
  }

  /** Takes what the profit side has closed off the stop, which is left with some. */
  private void shrink(long stop, long lots) {
    int place = exchange.waiting.find(stop);
    if (place != WaitingOrders.NONE) {
      exchange.waiting.terms(place, terms);
      if (terms.quantity > lots) {
        exchange.waiting.replace(place, 0, 0, terms.quantity - lots);
        exchange.cancels.reportTerms(
            stop,
            terms.account,
            exchange.listings.get(terms.instrument),
            terms.price,
            terms.quantity - lots);
      }
    }
  }

  /** The entry is over: what it has filled is what the legs protect. */
  private void protect(int group, long entry) {
    long filled = exchange.groups.filled(group);
    long profit = exchange.groups.profit(group);
    long stop = exchange.groups.stop(group);
    exchange.groups.leave(group, entry);
    if (filled == 0) {
      drop(group, profit);
      drop(group, stop);
      return;
    }
    // A leg that was canceled in the meantime is heard of next, and takes the other with it.
    int stopPlace = stop == 0 ? WaitingOrders.NONE : exchange.waiting.find(stop);
    if (stopPlace != WaitingOrders.NONE) {
      exchange.waiting.terms(stopPlace, terms);
      Listing of = exchange.listings.get(terms.instrument);
      exchange.waiting.replace(stopPlace, 0, 0, filled);
      exchange.waiting.arm(stopPlace, of.reference());
      armed(filled);
      exchange.listings.look(of);
    }
    int profitPlace = profit == 0 ? WaitingOrders.NONE : exchange.waiting.find(profit);
    if (profitPlace != WaitingOrders.NONE) {
      exchange.waiting.terms(profitPlace, terms);
      exchange.waiting.remove(profitPlace);
      terms.quantity = filled;
      armed(filled);
      activate(terms);
    }
  }

  private void armed(long filled) {
    exchange
        .events
        .orderArmed()
        .orderId(terms.id)
        .accountId(exchange.accounts.id(terms.account))
        .quantity(filled);
  }

  private void drop(int group, long leg) {
    if (leg != 0) {
      exchange.groups.leave(group, leg);
      exchange.cancels.cancelById(leg, CancelReason.LINKED);
    }
  }

  /** A triggered stop leaves its group, and the profit side with it. */
  private void leaveGroup() {
    int group = exchange.groups.find(terms.id);
    if (group != Groups.NONE && terms.id == exchange.groups.stop(group)) {
      long profit = exchange.groups.profit(group);
      exchange.groups.leave(group, terms.id);
      if (profit != 0) {
        exchange.groups.leave(group, profit);
        exchange.cancels.cancelById(profit, CancelReason.LINKED);
      }
      terms.group = 0;
    }
  }

  /** Lets an order go to the market that is known already; what cannot go is canceled. */
  private void activate(OrderTerms t) {
    Listing of = exchange.listings.get(t.instrument);
    answer.reset(exchange.commandId, exchange.now);
    if (t.type.waits()) {
      t.flags |= t.type == OrderType.LIMIT_IF_TOUCHED ? OrderTerms.TOUCHED : 0;
      boolean priced = t.type.isPriced();
      t.type = priced ? OrderType.LIMIT : OrderType.MARKET;
      t.timeInForce = priced || t.timeInForce == TimeInForce.FOK ? t.timeInForce : TimeInForce.IOC;
      t.trigger = 0;
    }
    if (of.terms.isDealt() && exchange.dealing.waits(t, of)) {
      return;
    }
    if (exchange.door.isStopped(t.account, of)) {
      answer.refuse(RejectReason.TRADING_STOPPED);
    } else if (of.terms.isDealt()) {
      if (exchange.dealing.enter(t, of, answer)) {
        exchange.dealing.go(t, of, answer);
      }
    } else if (exchange.trading.enter(t, of, answer)) {
      exchange.trading.go(t, answer);
    }
    if (answer.refused()) {
      exchange.cancels.report(t.id, t.account, of.id, t.quantity, because(answer.reason));
      if (t.group != 0) {
        exchange.aftermath.gone(t.id);
      }
    }
    if (t.expiryNs != 0 && exchange.orders.find(t.id) < 0) {
      exchange.clock.forget(t.id);
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
  void firingAt(long price) {
    firedAt = price;
  }

  @Override
  public void onFired(OrderTerms t) {
    exchange
        .events
        .orderTriggered()
        .orderId(t.id)
        .accountId(exchange.accounts.id(t.account))
        .price(firedAt)
        .instrumentId(t.instrument);
    long[] words = new long[OrderTerms.WORDS];
    t.pack(words, 0);
    fired.addLast(words);
  }

  @Override
  public void onTrigger(long id, long trigger) {
    exchange.waiting.terms(exchange.waiting.find(id), terms);
    exchange
        .events
        .triggerMoved()
        .orderId(id)
        .accountId(exchange.accounts.id(terms.account))
        .trigger(trigger);
  }

  void write(SnapshotWriter out) {
    out.put(fired.size());
    for (long[] words : fired) {
      out.put(words, 0, words.length);
    }
  }

  void read(SnapshotReader in) {
    for (int i = 0, n = in.getCount(WaitingOrders.MAX); i < n; i++) {
      long[] words = new long[OrderTerms.WORDS];
      in.get(words, 0, words.length);
      fired.addLast(words);
    }
  }
}
