package io.ratel.exchange.reconciliation;

import io.ratel.exchange.Exchange;
import io.ratel.exchange.algo.ParentOrders;
import io.ratel.exchange.book.Orders;
import io.ratel.exchange.machine.Listing;
import io.ratel.exchange.machine.Machine;
import io.ratel.exchange.machine.Resting;
import io.ratel.exchange.order.OrderTerms;
import io.ratel.exchange.snapshot.SnapshotReader;
import io.ratel.exchange.snapshot.SnapshotWriter;
import io.ratel.exchange.trigger.WaitingOrders;
import io.ratel.model.order.OrderStatus;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;

/**
 * All open orders of an exchange that stands still: those that rest, that wait, that are worked
 * over time, and those that were triggered and go to the market with the next command. What the
 * machine shows nobody is read from its snapshot.
 */
public final class OpenOrders {
  private final Machine machine;
  private final ParentOrders parents = new ParentOrders();
  private final Map<Long, OpenOrder> fired = new HashMap<>();
  private final OrderTerms terms = new OrderTerms();

  public OpenOrders(Exchange exchange) {
    machine = exchange.machine();
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 12);
    SnapshotWriter words = new SnapshotWriter(buffer);
    machine.parents.write(words);
    parents.read(new SnapshotReader(buffer, 0, words.length()));
    readFired();
  }

  private void readFired() {
    ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 12);
    SnapshotWriter words = new SnapshotWriter(buffer);
    machine.consequences.write(words);
    SnapshotReader in = new SnapshotReader(buffer, 0, words.length());
    long[] packed = new long[OrderTerms.WORDS];
    for (int left = in.getCount(WaitingOrders.MAX); left > 0; left--) {
      in.get(packed, 0, OrderTerms.WORDS);
      terms.unpack(packed, 0);
      fired.put(
          terms.id,
          unfilled(Optional.empty(), Optional.of(OrderStatus.OPEN), OptionalLong.empty()));
    }
  }

  /** The open order of an id; empty when it is not open. */
  public Optional<OpenOrder> find(long id) {
    int slot = machine.orders.find(id);
    if (slot != Orders.NONE) {
      return Optional.of(resting(slot));
    }
    int place = machine.waiting.find(id);
    if (place != WaitingOrders.NONE) {
      return Optional.of(waiting(place));
    }
    int parent = parents.find(id);
    if (parent != ParentOrders.NONE && !parents.isDone(parent)) {
      return Optional.of(parent(parent));
    }
    return Optional.ofNullable(fired.get(id));
  }

  /** Hands over all of them. */
  public void forEach(Consumer<OpenOrder> handler) {
    for (int i = 0; i < machine.listings.instrumentCount(); i++) {
      for (Side side : Side.values()) {
        machine.listings.book(i).forEachOrder(side, slot -> handler.accept(resting(slot)));
      }
    }
    machine.waiting.forEach(place -> handler.accept(waiting(place)));
    parents.forEach(
        slot -> {
          if (!parents.isDone(slot)) { // its end is told already, and noted with the next command
            handler.accept(parent(slot));
          }
        });
    fired.values().forEach(handler);
  }

  private OpenOrder resting(int slot) {
    Orders orders = machine.orders;
    boolean forAuction = Resting.has(orders.flags(slot), Resting.AUCTION_ONLY);
    long filled = orders.quantity(slot) - orders.remaining(slot);
    return new OpenOrder(
        orders.id(slot),
        machine.accounts.id((int) orders.account(slot)),
        orders.instrument(slot),
        orders.side(slot),
        Optional.empty(),
        forAuction ? OptionalLong.empty() : OptionalLong.of(orders.price(slot)),
        orders.quantity(slot),
        filled,
        OptionalLong.of(orders.turnover(slot)),
        Optional.of(status(filled)),
        OptionalLong.empty());
  }

  private static OrderStatus status(long filled) {
    return filled == 0 ? OrderStatus.OPEN : OrderStatus.PARTIALLY_FILLED;
  }

  private OpenOrder waiting(int place) {
    machine.waiting.terms(place, terms);
    Listing of = machine.listings.get(terms.instrument);
    boolean forHouse =
        of.terms.isDealt()
            && terms.type == OrderType.LIMIT_IF_TOUCHED
            && terms.trigger == terms.price;
    return unfilled(
        forHouse ? Optional.empty() : Optional.of(terms.type),
        forHouse ? Optional.empty() : Optional.of(OrderStatus.PENDING),
        forHouse ? OptionalLong.empty() : OptionalLong.of(terms.trigger));
  }

  /** An order of the unpacked terms. The house's limits wait under another type than their own. */
  private OpenOrder unfilled(
      Optional<OrderType> type, Optional<OrderStatus> status, OptionalLong trigger) {
    return new OpenOrder(
        terms.id,
        machine.accounts.id(terms.account),
        terms.instrument,
        terms.side,
        type,
        OptionalLong.of(terms.price),
        terms.quantity,
        0,
        OptionalLong.of(0),
        status,
        trigger);
  }

  private OpenOrder parent(int slot) {
    parents.terms(slot, terms);
    long filled = parents.done(slot);
    return new OpenOrder(
        terms.id,
        machine.accounts.id(terms.account),
        terms.instrument,
        terms.side,
        Optional.of(terms.type),
        OptionalLong.of(terms.price),
        terms.quantity,
        filled,
        OptionalLong.empty(),
        Optional.of(status(filled)),
        OptionalLong.empty());
  }
}
